"""What restricts a document, on paper and on screen."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from content_tree import SMALL, plain_spaces, write_tree
from rapport.cli import main
from rapport.verify.deck.presentation import leaves
from rapport.verify.deck.reader import read_deck

ASSETS = Path(__file__).parents[2] / "assets"
RESTRICTED = """marking: "Diffusion restreinte"
embargo: {until: "2026-02-12T18:30", zone: Europe/Paris}
"""


def project(folder: Path, more: str = RESTRICTED) -> list[str]:
    """A project whose briefing has these keys too, as options of the command line."""
    indented = "".join(f"{line}\n        " for line in more.splitlines())
    content = write_tree(folder, {"briefings/evian.yaml": SMALL["briefings/evian.yaml"] + indented})
    return ["--content", str(content), "--assets", str(ASSETS), "--output", str(folder / "output")]


def pages(folder: Path) -> list[str]:
    pdf = pypdfium2.PdfDocument((folder / "output" / "evian" / "evian-brief.pdf").read_bytes())
    return [plain_spaces(page.get_textpage().get_text_range()) for page in pdf]


def test_marking_and_embargo_stand_on_every_page_and_on_the_first_slide(tmp_path: Path) -> None:
    assert main(["build", *project(tmp_path)]) == 0
    for page in pages(tmp_path):
        assert "Diffusion restreinte" in page
        assert "Sous embargo jusqu’au jeudi 12 février 2026 à 18 h 30 (Paris)" in page.replace("\r\n", " ")
    first = read_deck((tmp_path / "output" / "evian" / "evian-deck.pptx").read_bytes()).slides[0]
    said = plain_spaces(" ".join(text for shape in leaves(first.shapes) for text in shape.paragraphs))
    assert "Diffusion restreinte" in said
    assert "Sous embargo jusqu’au jeudi 12 février 2026 à 18 h 30 (Paris)" in said
