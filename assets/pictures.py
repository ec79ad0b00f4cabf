"""Draws the pictures of the README from the documents in output/: the same documents give the same bytes.

make pictures
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from rapport.edition.picture import Preview
from rapport.pack.thumbnails import thumbnails

ROOT = Path(__file__).parents[1]
BRIEFING = "evian-g7"
WIDTH = 900
"""Pixels: twice what a column of the README shows."""

PICTURES: Mapping[str, Mapping[str, str]] = {
    "brief": {
        "brief-1": "Intelligence artificielle",
        "brief-fiche": "Fiche 3",
        "brief-annex": "Chiffres",
    },
    "slides": {
        "slide-figures": "Des résultats se constatent",
        "slide-chart": "Fouju",
        "slide-timeline": "Les étapes",
    },
}
"""For each document the pictures to draw, each by how its entry in the document's outline begins."""


def main() -> int:
    """Draws all pictures; says which page could not be found."""
    for document, wanted in PICTURES.items():
        path = ROOT / "output" / BRIEFING / f"{BRIEFING}-{document}.pdf"
        pages = tuple(thumbnails(path.read_bytes(), document, WIDTH))
        for name, beginning in wanted.items():
            _draw(name, pages, beginning)
    return 0


def _draw(name: str, pages: tuple[Preview, ...], beginning: str) -> None:
    found = next((page for page in pages if _plain(page.title).startswith(beginning)), None)
    if found is None:
        sys.exit(f"{name}: no page is called {beginning!r}; there are {[page.title for page in pages]}")
    target = ROOT / "assets" / "readme" / f"{name}.png"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(found.picture.data)


def _plain(title: str) -> str:
    """A title with the spaces that a keyboard has."""
    return title.replace("\u00a0", " ").replace("\u202f", " ")


if __name__ == "__main__":
    sys.exit(main())
