"""What opens a part: a ground with a sign for each fact of its sections, then its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rapport.edition.edition import CoverRow, Section
from rapport.edition.text import Status, plain
from rapport.edition.walk import evidence
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box as Area
from rapport.look.geometry import Pt
from rapport.render.pdf.blocks.context import Context
from rapport.render.pdf.blocks.setting import Voice, fitting, text_boxes
from rapport.render.pdf.blocks.sign_field import sign_field
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import Box, Child, Glue, stacked
from rapport.render.pdf.display.item import Anchor, Ink, rectangle

TITLE_SHARE = 0.7
"""Size of a part's title, as a share of the document's on the cover."""


def set_divider(context: Context, section: Section, part: Sequence[Section], element: Element) -> Iterator[Galley]:
    """The opener of a part as high as a page's ground, its title under it; `part` are the sections it opens.

    Annexes repeat facts: they have no row.
    """
    grid, styles, gaps = context.look.grid, context.look.type, context.look.gaps
    top, bottom = grid.opening_rule_y, context.look.cover.ground_height
    kicker = text_boxes(context, section.kicker, Voice(styles.cover_kicker, grid.full, element.child("P")))
    title = _title(context, section, element)
    rows = tuple(CoverRow(each.name, _statuses(each)) for each in part if each.kind != "annex")
    start = gaps.medium + stacked(kicker).height + gaps.large
    room = Area(grid.text.x, Pt(start), grid.text.width, Pt(bottom - top - start - gaps.large))
    field = sign_field(context, rows, room, element.child("Div"))
    ground = rectangle(Area(Pt(0), Pt(0), grid.width, Pt(bottom - top)), Ink(context.look.cover.ground))
    anchor = Anchor(section.key, plain(section.name) or plain(section.title), above=grid.margins.top - grid.head_y)
    under = bottom - top + gaps.large
    children = (Child(gaps.medium, stacked(kicker)), Child(under, title), *field.names)
    yield Galley(
        "full", (Box(under + title.height, (anchor, ground, *field.signs), children=children), Glue(gaps.large))
    )


def _title(context: Context, section: Section, element: Element) -> Box:
    """The title as on the cover, smaller, and the lead under it."""
    styles, full = context.look.type, context.look.grid.full
    style = styles.cover_title
    style = replace(style, size=Pt(TITLE_SHARE * style.size), leading=Pt(TITLE_SHARE * style.leading))
    said = section.title or section.name
    title = text_boxes(context, said, Voice(fitting(context, said, style, full.width), full, element.child("H2")))
    lead = text_boxes(context, section.lead, Voice(styles.lead, full, element.child("P")))
    return stacked((*title, Glue(styles.title.space_after), *lead))


def _statuses(section: Section) -> tuple[Status, ...]:
    """The status of each fact a section prints, in the order in which they are met."""
    facts = {each.fact: each.status for each in evidence((section.title, section.lead, section.blocks)) if each.status}
    return tuple(Status(key, "") for key in facts.values())
