"""A document drawn again and again: the same bytes, and what stands where as another reader sees it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from briefing_tree import briefing
from content_tree import SMALL, plain_spaces
from rapport.arrange.arrange import arrange
from rapport.artefact import Artefact
from rapport.edition.edition import Edition
from rapport.lines.paragraph import SetParagraphs
from rapport.render.pdf.brief import BriefSettings, draw_brief
from rapport.render.pdf.composer.ways import WeighedPages
from rapport.render.pdf.display.draw import DrawnPassage, Passages
from rapport.render.pdf.pages import Redrawing, Stamping
from rapport.render.pdf.slides.document import draw_slides
from render.pdf.made_up import charter, fonts

FINDS = 0.97
"""The least share of passages under which PDFium reads their own words; it parts some lines from their hyphens."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Artefact, tuple[DrawnPassage, ...]]]:
    made = briefing(tmp_path_factory.mktemp("content"))
    plan = arrange(made.deck, charter(), fonts()).deck
    brief, slides = Passages(), Passages()
    return {
        "brief": (_brief(made.brief, Redrawing(witness=brief)), brief.found()),
        "slides": (
            draw_slides(plan, charter(), fonts(), Stamping(redrawing=Redrawing(witness=slides))),
            slides.found(),
        ),
    }


def _brief(edition: Edition, redrawing: Redrawing) -> Artefact:
    return draw_brief(edition, charter(), fonts(), BriefSettings(redrawing=redrawing))


@pytest.mark.parametrize("name", ["brief", "slides"])
def test_another_reader_finds_the_words_of_a_passage_where_it_stands(
    name: str, drawn: dict[str, tuple[Artefact, tuple[DrawnPassage, ...]]]
) -> None:
    artefact, passages = drawn[name]
    with pypdfium2.PdfDocument(artefact.data) as pdf:
        pages = [pdf[number].get_textpage() for number in range(len(pdf))]
        heights = [pdf[number].get_height() for number in range(len(pdf))]
        said = [passage for passage in passages if passage.span.text.strip(" ")]
        found = [_read(pages[one.page - 1], heights[one.page - 1], one) for one in said]
    assert len(said) > 20
    assert sum(map(_agrees, found, said)) >= FINDS * len(said)


def _read(page: pypdfium2.PdfTextPage, height: float, one: DrawnPassage) -> str:
    area = one.area
    return str(page.get_text_bounded(area.x + 0.5, height - area.bottom, area.right - 0.5, height - area.y))


def _agrees(read: str, passage: DrawnPassage) -> bool:
    """Whether the first letters read stand in the span's words; a line may end with a hyphen they do not have."""
    letters = _letters(read)[:12]
    return bool(letters) and letters in _letters(passage.span.text)


def _letters(text: str) -> str:
    return "".join(character for character in plain_spaces(text) if character.isalnum())


def test_a_figure_is_led_back_to_its_fact_and_to_its_line(
    drawn: dict[str, tuple[Artefact, tuple[DrawnPassage, ...]]],
) -> None:
    for _, passages in drawn.values():
        told = {one.span.evidence.fact for one in passages if one.span.evidence}
        assert {"levees", "promesse", "pme"} <= told
    lines = SMALL["sections/financement.yaml"].strip("\n").splitlines()
    [line] = [number for number, text in enumerate(lines, start=1) if "- chart:" in text]
    charts = [one for _, passages in drawn.values() for one in passages if not one.span.text and one.span.origin.line]
    assert {one.span.origin.file for one in charts} == {"content/sections/financement.yaml"}
    assert line in {one.span.origin.line for one in charts}


def test_a_memory_of_paragraphs_changes_no_byte_and_forgets_what_is_no_longer_asked(tmp_path: Path) -> None:
    first, second = briefing(tmp_path / "a"), briefing(tmp_path / "b", OTHER_WORDS)
    memory = SetParagraphs()
    redrawing = Redrawing(memory)
    sizes = []
    for made in (first, first, second, second, second):
        memory.age()
        assert _brief(made.brief, redrawing).data == _brief(made.brief, Redrawing()).data
        sizes.append(len(memory))
    assert sizes[0] == sizes[1] < sizes[2]
    assert sizes[-1] <= sizes[2] - 1


OTHER_WORDS = {
    "sections/financement.yaml": SMALL["sections/financement.yaml"].replace("plus de quoi grandir", "de quoi grandir")
}


def test_pages_weighed_before_change_nothing(tmp_path: Path) -> None:
    """A brief drawn after each save is, to the byte, the one that a build would draw."""
    made = briefing(tmp_path).brief
    first, *others = made.sections
    longer = replace(first, blocks=(*first.blocks, *others[-1].blocks))
    saves = (made, replace(made, sections=(longer, *others)), made, replace(made, notes=()), made)
    kept = WeighedPages()
    for saved in saves:
        assert _brief(saved, Redrawing(weighed=kept)).data == _brief(saved, Redrawing()).data
