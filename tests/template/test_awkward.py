"""Briefings on templates as awkward as real ones: sound files, nothing overflows, the edition's words read back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from judges import ooxml
from rapport.edition.text import plain
from rapport.render.deck.writer import write_deck
from rapport.slides.deck import Deck
from rapport.verify.verify import verify_deck
from template.awkward import AWKWARD
from template.briefings import FIELD, SUMMITS, arranged, charter_on, claims_of, edition_of


@pytest.fixture(params=sorted(AWKWARD))
def template(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    name: str = request.param
    file = tmp_path / f"{name}.pptx"
    file.write_bytes(AWKWARD[name]())
    return file


def words_of(deck: Deck) -> list[str]:
    return [plain(paragraph.text) for slide in deck.slides for paragraph in slide.title.paragraphs]


def titles_in(data: bytes) -> list[str]:
    """Titles as python-pptx reads them, whatever number their placeholder has."""
    kinds = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
    slides = Presentation(io.BytesIO(data)).slides
    titles = [next(each for each in slide.placeholders if each.placeholder_format.type in kinds) for slide in slides]
    return [title.text_frame.text.replace("\v", "\n") for title in titles]


def office_errors(data: bytes) -> tuple[ooxml.Error, ...]:
    try:
        return ooxml.errors(data, "pptx")
    except ooxml.NotInstalledError:
        pytest.skip("not run: Microsoft's Open XML validator is not installed")


def judge(template: Path, briefing: str) -> None:
    charter = charter_on(template)
    made = arranged(briefing, charter)
    told = [problem for problem in made.problems if problem.severity == "error"]
    assert all(problem.origin.file for problem in told)
    assert [problem.message for problem in told if briefing in SUMMITS] == []
    data = write_deck(made.deck, charter).data
    proof = verify_deck(data, made.deck, edition_of(briefing), claims_of(briefing))
    binding = [
        check for check in proof.verification.checks if check.binding
    ]  # a draft may type a number without a fact
    assert [finding for check in binding for finding in check.findings] == []
    assert titles_in(data) == words_of(made.deck)
    assert write_deck(made.deck, charter).data == data
    assert office_errors(data) == ()


def test_a_summit_is_sound_on_every_template(template: Path) -> None:
    at = sorted(AWKWARD).index(template.stem)
    judge(template, SUMMITS[at % len(SUMMITS)])


@pytest.mark.nightly
@pytest.mark.parametrize("briefing", [*SUMMITS, *FIELD])
def test_every_briefing_is_sound_on_every_template(template: Path, briefing: str) -> None:
    judge(template, briefing)
