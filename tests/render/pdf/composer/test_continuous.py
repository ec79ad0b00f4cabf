"""A note: its head, then sections one under the other, none of which opens a page."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from rapport.render.pdf.composer.composer import Composer
from rapport.render.pdf.composer.economy import continuous
from rapport.render.pdf.composer.fitting import Density, SectionPassage
from rapport.render.pdf.composer.vertical import Galley, GalleyOpening, Glue, TypeArea, VerticalBox
from rapport.render.pdf.composer.ways import PageSheet

SHEET = PageSheet(TypeArea(top=0, bottom=100, note_gap=5), 10)
HEAD = (GalleyOpening("Note"), Galley("full", (VerticalBox(20),)))
SHARES = {"compact": 1.0, "dense": 0.8}


class Note:
    """Sections of one box each, under white, which are lower where they are set densely; how they came to be set."""

    def __init__(self, *heights: float, white: float = 8, rest: Iterable[Galley] | None = None) -> None:
        self.chosen: list[Density] = []
        passages = [self._passage(height, white) for height in heights]
        passages[-1].rest = rest
        self.pages = list(Composer(SHEET.frame).compose(continuous(HEAD, passages, SHEET)))

    def _passage(self, height: float, white: float) -> SectionPassage:
        def setting(density: Density) -> tuple[Galley, ...]:
            return (Galley("text", (Glue(white), VerticalBox(height * SHARES[density]))),)

        return SectionPassage("", setting, self.chosen.append)

    @property
    def boxes(self) -> list[list[float]]:
        """The heights of the boxes on each page."""
        return [[each.box.height for each in page.placed] for page in self.pages]


@pytest.mark.parametrize(
    ("note", "density", "boxes"),
    [
        (Note(30, 30), "compact", [[20, 30, 30]]),
        (Note(38, 38, white=4), "compact", [[20, 38, 38]]),  # with half of its white
        (Note(40, 40), "dense", [[20, 32, 32]]),
        (Note(70, 70), "compact", [[20, 70], [70]]),  # two pages in any case
    ],
)
def test_a_note_is_set_as_close_as_saves_a_page(note: Note, density: Density, boxes: list[list[float]]) -> None:
    assert note.boxes == boxes
    assert set(note.chosen) == {density}


def test_a_note_with_a_long_section_is_set_compact_and_goes_on_with_the_rest() -> None:
    rest = (Galley("text", (VerticalBox(60),)) for _ in range(2))
    note = Note(30, 40, rest=rest)
    assert note.boxes == [[20, 30], [40, 60], [60]]
    assert note.chosen == ["compact", "compact"]
