"""The project's own content, and all it says in both media."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from content.texts import HERE, ROOT
from rapport.arrange.arrange import Arranged, arrange
from rapport.edition.edition import Edition
from rapport.look.charter import Charter
from rapport.model.content import Content
from rapport.read.content import read_content
from rapport.read.faces import installed_fonts
from rapport.resolve.edition import resolve


@pytest.fixture(scope="session")
def content() -> Content:
    reading = read_content(ROOT / "content", ROOT / "assets")
    assert [f"{problem.origin} {problem.message}" for problem in reading.problems] == []
    return reading.content


SUMMITS = ("evian-g7", "new-delhi")
"""The briefings that say all the source does; that in short for New Delhi is judged in test_hindi."""


@pytest.fixture(scope="session")
def editions(content: Content) -> Mapping[str, Edition]:
    """Every edition, by briefing and medium: `evian-g7-brief`."""
    briefs = {f"{key}-brief": resolve(content, key, "brief") for key in SUMMITS}
    return {**briefs, **{f"{key}-deck": resolve(content, key, "deck") for key in SUMMITS}}


@pytest.fixture(scope="session")
def plans(content: Content, editions: Mapping[str, Edition], charter: Charter) -> Mapping[str, Arranged]:
    """The plan of each briefing's deck."""
    fonts = installed_fonts(charter.font.name)
    return {key: arrange(editions[f"{key}-deck"], charter, fonts) for key in SUMMITS}


@pytest.fixture(scope="session")
def paragraphs() -> Mapping[int, str]:
    """The paragraphs of the source, counted from 1."""
    lines = (HERE / "source.txt").read_text(encoding="utf-8").split("\n")
    return dict(enumerate((line.strip(" ") for line in lines if line.strip(" ")), start=1))
