"""How a section opens: a strong rule, the kicker in the margin, the title and the lead in the text column."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rapport.edition.text import Text, plain
from rapport.formats.pdf.tags.tree import Element
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.setting import Voice, fitting, rule_box, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import KEEP, Box, Child, Glue, VerticalItem, stacked, whole
from rapport.render.pdf.display.item import Anchor


class Title(Struct, frozen=True):
    """What opens a section: `name` is its entry in the outline, `key` the place that links lead to.

    `level` is that of the heading: H2 under the title on the cover, H1 where there is no cover.
    """

    key: str
    name: str
    kicker: Text
    title: Text
    lead: Text = ()
    level: str = "H2"


def set_opening(context: Context, title: Title, element: Element) -> Iterator[Galley]:
    """The opening; what follows is kept with it."""
    grid, styles, gaps = context.look.grid, context.look.type, context.look.gaps
    box = _head(context, title, element)
    lead = text_boxes(context, title.lead, Voice(styles.lead, grid.text, element.child("P")))
    below: tuple[VerticalItem, ...] = (Glue(gaps.large),)
    if lead:
        below = (Glue(styles.title.space_after), KEEP, *whole(lead), Glue(styles.lead.space_after))
    yield Galley("full", (box, KEEP, *below))


def _head(context: Context, title: Title, element: Element) -> Box:
    """Rule, kicker and title as one box, at the heights of the page grid."""
    grid, styles = context.look.grid, context.look.type
    kicker = text_boxes(context, title.kicker, Voice(styles.kicker, grid.margin, element.child("P")))
    style = fitting(context, title.title, styles.title, grid.text.width)
    words = text_boxes(context, title.title, Voice(style, grid.text, element.child(title.level)))
    rule = rule_box(context.look.rules.opening, grid.full)
    parts = ((grid.kicker_y, stacked(kicker)), (grid.title_y, stacked(words)))
    children = tuple(Child(y - grid.opening_rule_y, box) for y, box in parts)
    height = max(child.y + child.box.height for child in children)
    anchor = Anchor(title.key, title.name, above=grid.margins.top - grid.head_y)
    least = grid.content_top - grid.opening_rule_y - context.look.gaps.large
    return Box(max(height, least), (anchor, *rule.items), tuple(n for c in children for n in c.box.notes), children)


def heading(context: Context, text: Text, room: Room) -> tuple[VerticalItem, ...]:
    """The message of a second subject: a strong rule and a heading, kept with what follows; empty for a first one."""
    if room.subject == "first" or not plain(text):
        return ()
    style, rules, gaps = context.look.type.heading_2, context.look.rules, context.look.gaps
    words = text_boxes(context, text, Voice(style, room.strip, room.element.child(context.subheading)))
    rule = rule_box(rules.opening, room.strip)
    return Glue(gaps.large), *whole((rule, Glue(style.space_before), *words)), Glue(style.space_after), KEEP
