"""Lists made by the program, one under another: each says what it is, by its author's title or its own name."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tree import read_tree
from rapport.edition.blocks.words import Bullets, Glossary
from rapport.edition.text import plain
from rapport.resolve.edition import resolve

ANNEX = """
    title: {title}
    message: "Les mots et les sources"
    blocks:
      - paragraph: "Les PME ont levé {{levees}}."
      - glossary: used
      - sources: used
        {sources}
    """


@pytest.mark.parametrize(
    ("title", "sources", "names"),
    [
        ("Annexe", "", ["Sigles", "Sources"]),
        ("Annexe", 'title: "D’où cela vient"', ["Sigles", "D’où cela vient"]),
        ("Sigles", "", ["", "Sources"]),
    ],
)
def test_each_has_a_name(title: str, sources: str, names: list[str], tmp_path: Path) -> None:
    section = ANNEX.format(title=title, sources=sources)
    edition = resolve(read_tree(tmp_path, {"sections/financement.yaml": section}).content, "evian", "brief")
    lists = [block for block in edition.sections[0].blocks if isinstance(block, Glossary | Bullets)]
    assert [plain(block.title) for block in lists] == names


def test_a_list_alone_needs_none(tmp_path: Path) -> None:
    section = ANNEX.format(title="Annexe", sources="").replace("      - glossary: used\n", "")
    edition = resolve(read_tree(tmp_path, {"sections/financement.yaml": section}).content, "evian", "brief")
    (found,) = (block for block in edition.sections[0].blocks if isinstance(block, Bullets))
    assert not found.title
