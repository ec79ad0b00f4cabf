"""Editions of small contents, looked through line by line: what each block becomes on paper and on slides.

Where a difference is meant, the file takes the text that was told.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from contents import CONTENTS, content
from rapport.resolve.audience import permitted
from rapport.resolve.edition import resolve
from rapport.resolve.reports.sheet import sheets
from told import assert_told, opening, told

HERE = Path(__file__).parent / "told"


@pytest.mark.parametrize("medium", ["brief", "deck"])
@pytest.mark.parametrize("name", CONTENTS)
def test_each_block_becomes_what_it_became(name: str, medium: Literal["brief", "deck"], tmp_path: Path) -> None:
    assert_told(told(resolve(content(name, tmp_path), "evian", medium)), HERE / f"{name}-{medium}.txt", tmp_path)


def test_covers_and_contents_open_documents_as_they_did(tmp_path: Path) -> None:
    media: tuple[Literal["brief", "deck"], ...] = ("brief", "deck")
    said = (
        f"{name}, {medium}\n{opening(resolve(made, 'evian', medium))}"
        for name in CONTENTS
        for made in (content(name, tmp_path / name),)
        for medium in media
    )
    assert_told("\n".join(said), HERE / "openings.txt", tmp_path)


@pytest.mark.parametrize("locale", ["en_GB", "hi_IN"])
@pytest.mark.parametrize("name", ["charts", "figures", "places"])
def test_figures_and_words_of_ours_are_said_in_other_languages_as_they_were(
    name: str, locale: str, tmp_path: Path
) -> None:
    assert_told(
        told(resolve(content(name, tmp_path, locale), "evian", "brief")), HERE / f"{name}-{locale}.txt", tmp_path
    )


@pytest.mark.parametrize("name", ["meeting", "parts", "places"])
def test_the_press_reads_what_it_read(name: str, tmp_path: Path) -> None:
    seen = permitted(content(name, tmp_path), "press")
    said = told(resolve(seen, "evian", "brief")) if "evian" in seen.briefings else "nothing\n"
    assert_told(said, HERE / f"{name}-brief-for-the-press.txt", tmp_path)


@pytest.mark.parametrize("name", ["blocks", "figures", "meeting", "parts"])
def test_the_fiche_of_one_page_says_what_it_said_from_the_fullest_to_the_barest(name: str, tmp_path: Path) -> None:
    made = content(name, tmp_path)
    brief, deck = resolve(made, "evian", "brief"), resolve(made, "evian", "deck")
    assert_told("\n".join(map(told, sheets(brief, deck))), HERE / f"{name}-sheet.txt", tmp_path)
