"""What is done, planned and only promised look different in grey, on paper and on slides: measured on drawn pixels."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from content_tree import write_tree
from rapport.cli import main

ASSETS = Path(__file__).parents[2] / "assets"
LEAST_APART = 0.1
"""Of the way from black to white, between the middles of two bars."""
FACT = "{{label: montant, value: 3_000_000_000, unit: EUR, status: {status}, period: 2025, as_of: 2026-02-10, "
STATUSES = ("achieved", "planned", "promised")


def project(folder: Path) -> list[str]:
    facts = [f"        {name}: {FACT.format(status=name)}source: bilan, locator: § 4}}" for name in STATUSES]
    visuals = [
        f'          - chart: {{kind: bar, title: "Titre", measure: "En euros", facts: [{name}]}}\n'
        f'            message: "Montants du genre {name}"'
        for name in STATUSES
    ]
    changes = {
        "facts/essai.yaml": "\n".join(("", "        group: Essai", *facts, "        ")),
        "sections/financement.yaml": "\n".join(
            ("", "        title: Essai", '        message: "Les genres"', "        blocks:", *visuals, "        ")
        ),
    }
    content = write_tree(folder, changes)
    return ["--content", str(content), "--assets", str(ASSETS), "--output", str(folder / "output")]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("grey")
    options = project(folder)
    assert main(["build", *options]) == main(["handout", "--slides", *options]) == 0
    return folder / "output" / "evian"


def bars(file: Path) -> list[float]:
    """The middle of each bar, in order, from 0 (black) to 1 (white): bars are all of one size."""
    found = []
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            if "milliards" in page.get_textpage().get_text_range():
                found += _middles(page.render(scale=1).to_pil().convert("L"), page)
    return found


def _middles(picture: Image.Image, page: pypdfium2.PdfPage) -> list[float]:
    boxes = []
    for item in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_PATH,)):
        left, bottom, right, top = item.get_bounds()
        if right - left > 200 and 15 < top - bottom < 70:
            boxes.append(((left + right) / 2, picture.height - (bottom + top) / 2))
    levels = (picture.getpixel((round(x), round(y))) for x, y in sorted(boxes, key=lambda each: each[1]))
    return [float(level) / 255 for level in levels]  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["evian-brief.pdf", "evian-slides.pdf"])
def test_bars_of_different_status_differ_in_grey(output: Path, name: str) -> None:
    levels = bars(output / name)
    assert len(levels) == len(STATUSES), levels
    assert all(abs(one - other) >= LEAST_APART for one, other in combinations(levels, 2)), levels
    assert levels[0] < 0.5 < levels[2], "what is done is dark, what is promised is white"
