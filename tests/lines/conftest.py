"""Faces, a hyphenation simple enough to foresee, and lines shown as they are read."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from rapport.lines.face import Face, FontSet
from rapport.lines.line import Alignment, Line, LineSetting, Run
from rapport.lines.paragraph import set_paragraph
from rapport.read.faces import installed_fonts

VOWELS = "aeiouyéèêàâîôû"


def syllables(word: str) -> tuple[int, ...]:
    """Divides before a consonant between vowels, two letters from the start and three from the end at least."""
    letters = word.lower()
    return tuple(
        at
        for at in range(2, len(word) - 2)
        if letters[at] not in VOWELS and letters[at - 1] in VOWELS and letters[at + 1] in VOWELS
    )


def shown(lines: tuple[Line, ...]) -> list[str]:
    """The lines as a reader sees them, an added hyphen as "-" and no-break spaces as "~" and "_"."""
    visible = str.maketrans({"\u00ad": "-", "\u00a0": "~", "\u202f": "_"})
    return [line.text.translate(visible) for line in lines]


@pytest.fixture(scope="session")
def fonts() -> FontSet:
    return installed_fonts()


@pytest.fixture(scope="session")
def postscript_face() -> Face:
    """A face with CFF outlines."""
    (package,) = entry_points(group="fonts_otf")
    return Face.of("Source Sans Pro", "regular", Path(package.load()["SourceSansPro"]).read_bytes())


@pytest.fixture
def typeset(fonts: FontSet) -> Callable[..., list[str]]:
    """Sets a text at 10 points and shows its lines."""

    def show(text: str, measure: float, alignment: Alignment = "justified", **rest: Any) -> list[str]:
        return shown(
            set_paragraph((Run(text, fonts.regular, 10.0),), LineSetting(measure, alignment, **rest), syllables)
        )

    return show
