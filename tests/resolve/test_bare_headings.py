"""A heading is printed where something under it is, in each document."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from content_tree import read_tree
from rapport.edition.blocks.words import Heading
from rapport.edition.text import plain
from rapport.resolve.edition import resolve

SECTION = """
    title: La mesure
    message: "Ce que la mesure change"
    blocks:
      - heading: "Ce que chacun voit"
      - bullets: ["Un point"]
      - heading: "Ce que le dossier raconte"
      - paragraph: "Une phrase, que l'orateur dira."
      - heading: "Ce que le dossier détaille"
      - bullets: ["Un détail"]
        media: [brief]
      - heading: "Deux titres"
      - heading: "à la suite"
      - bullets: ["Un autre point"]
      - heading: "Sigles"
      - glossary: used
    """


def headings(folder: Path, medium: Literal["brief", "deck"]) -> list[str]:
    content = read_tree(folder, {"sections/financement.yaml": SECTION, "acronyms.yaml": "{}"}).content
    (section, *_) = resolve(content, "evian", medium).sections
    return [plain(block.text) for block in section.blocks if isinstance(block, Heading)]


def test_a_deck_has_no_heading_of_what_is_said_or_in_the_brief_alone(tmp_path: Path) -> None:
    assert headings(tmp_path / "deck", "deck") == ["Ce que chacun voit", "Deux titres", "à la suite"]
    assert headings(tmp_path / "brief", "brief") == [
        *("Ce que chacun voit", "Ce que le dossier raconte", "Ce que le dossier détaille", "Deux titres", "à la suite"),
    ]
