"""No heading, list item or row stands alone at the end of a page or at the top of the next."""

from __future__ import annotations

import pytest

from field.editions import NAMES, editions
from rapport.edition.edition import Edition
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.line import Line
from rapport.render.pdf.composer.composer import Composer
from rapport.render.pdf.composer.vertical import Galley, TypeArea, VerticalBox, VerticalItem, coupled
from rapport.render.pdf.display.item import ProseItem, TextLine
from rapport.render.pdf.text import InlineElements
from render.pdf.alone import alone
from render.pdf.generated import generated
from render.pdf.made_up import bullets, edition, para, section
from render.pdf.placed import pages


@pytest.mark.parametrize("name", NAMES)
def test_nothing_stands_alone_in_a_briefing_by_others(name: str) -> None:
    for made in editions(name):
        assert alone(pages(made)) == []


@pytest.mark.parametrize("seed", range(8))
def test_nothing_stands_alone_in_generated_content(seed: int) -> None:
    assert alone(pages(generated(seed))) == []


def listing(count: int) -> Edition:
    """Prose that leaves a page little room, then a list."""
    prose = [para("Une phrase assez longue pour tenir sur plus d’une ligne de ce texte. " * 3)] * count
    return edition(section("Prose", *prose, bullets("un", "deux", "trois", "quatre")))


@pytest.mark.parametrize("count", range(8, 18))
def test_a_list_is_never_parted_after_its_first_item(count: int) -> None:
    assert alone(pages(listing(count))) == []


def line(owner: Element) -> VerticalBox:
    prose = ProseItem(InlineElements(owner), "ink", 20.0)
    return VerticalBox(20.0, (TextLine(Line((), 0.0, 0.0, "end"), 0.0, 15.0, prose),))


@pytest.mark.parametrize(("count", "kept", "found"), [(3, False, 1), (3, True, 0), (2, False, 1), (2, True, 0)])
def test_a_lone_item_is_seen(count: int, kept: bool, found: int) -> None:
    """Room for two lines a page: a list that nothing keeps together leaves its last item to the next."""
    listed = Element("L", placed=True)
    first = line(Element("P", placed=True))
    items = [(line(listed.child("LI").child("LBody")),) for _ in range(count)]
    matter: tuple[VerticalItem, ...] = coupled(items) if kept else tuple(item for part in items for item in part)
    made = list(Composer(TypeArea(0.0, 20.0 * count, 0.0)).compose([Galley("text", (first, *matter))]))
    assert len(alone(made)) == found
