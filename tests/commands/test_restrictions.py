"""What restricts a document, on paper and on screen."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

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


@pytest.mark.parametrize(
    ("until", "zone", "told"),
    [
        (
            "2026-03-29T02:30",
            "Europe/Paris",
            "hour-uncertain: cette heure n’existe pas : le dimanche 29 mars 2026 à 2 h 30\n"
            '    les horloges sont avancées cette nuit-là : écrivez until: "2026-03-29T03:30"\n',
        ),
        (
            "2026-10-25T02:30",
            "Europe/Paris",
            "hour-uncertain: cette heure a lieu deux fois : le dimanche 25 octobre 2026 à 2 h 30\n"
            '    écrivez until: "2026-10-25T00:30", zone: UTC (la première fois), ou "2026-10-25T01:30" (la seconde)\n',
        ),
        ("2026-03-29T02:30", "UTC", ""),
        ("2026-03-29T02:30", "Asia/Kolkata", ""),
        ("2026-03-29T03:00", "Europe/Paris", ""),
        ("2026-10-25T03:00", "Europe/Paris", ""),
        ("9999-12-31T23:59", "America/New_York", ""),
    ],
)
def test_an_embargo_ends_at_an_hour_that_clocks_show_once(
    until: str, zone: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever has to wait for it could not tell when."""
    options = project(tmp_path, f'embargo: {{until: "{until}", zone: {zone}}}\n')
    assert main(["check", *options]) == (1 if told else 0)
    said = plain_spaces(capsys.readouterr().out)
    assert told in said
    assert ("hour-uncertain" in said) == bool(told)


def test_an_issuer_too_long_for_the_cover_is_named_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It shares its place with the date, which is not what is to be shortened."""
    long = "Représentation permanente, service agricole, bureau des affaires rurales, de la pêche et de la forêt"
    options = project(tmp_path, f'issuer: "{long}. {long}. {long}"\n')
    assert main(["check", *options]) == 1
    said = plain_spaces(capsys.readouterr().out)
    assert "slide-overflow: « Représentation permanente, service agric… » ne tient pas sur la diapositive 1" in said
    assert "« Date »" not in said
