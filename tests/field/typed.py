"""A project as someone types it: facts by their value and unit, one section; what its brief prints."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from content_tree import SMALL, read_tree
from rapport.arrange.arrange import arrange
from rapport.edition.blocks.figures import Chart, Table
from rapport.edition.edition import Edition
from rapport.edition.text import Text, passages, plain
from rapport.project.project import Project, house_of
from rapport.resolve.edition import resolve
from rapport.slides.deck import Deck
from rapport.slides.elements import TextBox

ASSETS = Path(__file__).parents[2] / "assets"

Typed = Mapping[str, tuple[str, str]]
"""Key -> value and unit, as they are typed; « 5 / 7 » for a range, a nuance before the value."""
NUANCES = {"~": "about", "<": "up-to", ">": "more-than"}


def fact(key: str, value: str, unit: str) -> str:
    """A fact that was measured."""
    low, stroke, high = value.lstrip("".join(NUANCES)).partition(" / ")
    lines = [f"low: {low}", f"high: {high}"] if stroke else [f"value: {low}"]
    lines += [f'unit: "{unit}"'] if unit else []
    lines += [f"qualifier: {NUANCES[value[0]]}"] if value[0] in NUANCES else []
    rest = ("status: measured", "period: 2025", "as_of: 2026-02-10", "source: bilan", "locator: § 4")
    return "\n".join([f"{key}:", f"  label: libellé de {key}", *(f"  {line}" for line in (*lines, *rest)), ""])


def edition_of(folder: Path, facts: Typed, blocks: str, medium: Literal["brief", "deck"] = "brief") -> Edition:
    """The brief of a project with these facts and blocks; its deck's words for the other medium."""
    section = f'title: Essai\nmessage: "Un essai"\nblocks:\n{blocks}\n'
    files = {
        "facts/financement.yaml": "\n".join(fact(key, *given) for key, given in facts.items()),
        "sections/financement.yaml": section,
        "briefings/evian.yaml": SMALL["briefings/evian.yaml"],
    }
    reading = read_tree(folder, files)
    assert not reading.faulty, [problem.message for problem in reading.problems]
    return resolve(reading.content, "evian", medium, "draft")


def deck_of(folder: Path, facts: Typed, blocks: str) -> Deck:
    """The slides of such a project."""
    house = house_of(Project(folder / "content", ASSETS, folder / "output"))
    return arrange(edition_of(folder, facts, blocks, "deck"), house.charter, house.fonts).deck


def cells(edition: Edition) -> list[list[str]]:
    """The rows of the table, their cells as printed; « ~ » is a space where no line ends."""
    table = next(block for block in edition.sections[0].blocks if isinstance(block, Table))
    return [[shown(cell.text) for cell in row.cells] for row in table.rows]


def labels(edition: Edition) -> list[list[str]]:
    """The numbers on the marks of the chart, series by series."""
    chart = next(block for block in edition.sections[0].blocks if isinstance(block, Chart))
    return [[point.label for point in series.points] for series in chart.series]


def lines(edition: Edition) -> list[str]:
    """All texts of the section."""
    return [shown(text) for text in passages(edition.sections[0].blocks)]


def shown(text: Text) -> str:
    return plain(text).replace("\u00a0", "~").replace("\u202f", "_")


def said(box: TextBox) -> str:
    """The words of a box."""
    return " ".join(plain(paragraph.text) for paragraph in box.paragraphs).replace("\u00a0", " ")
