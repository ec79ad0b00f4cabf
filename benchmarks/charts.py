"""CPU of twelve charts in a brief, against a page of prose of the same brief.

    python -m benchmarks.charts

The charts are of eleven kinds; their words are measured, their labels placed, and the whole is drawn and tagged. A
page that holds twelve has room for four values a series: that is promised; what twelve values cost, on pages of their
own, is said too. The cost is the difference between documents of prose with and without charts, the least of several
runs in one process, start-up left out.
"""

from __future__ import annotations

import gc
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from time import process_time

import pikepdf
from benchmarks.pages import _edition as prose_edition
from benchmarks.promise import promised
from benchmarks.prose import sections
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, ChartKind, Point, Series, Tick, ValueAxis
from rapport.edition.edition import Edition
from rapport.edition.text import Status, words
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.read.charter.charter import read_charter
from rapport.read.faces import installed_fonts
from rapport.render.pdf.brief import draw_brief

ROOT = Path(__file__).parents[1]
RUNS = 7
SECTIONS, PARAGRAPHS = 40, 8
"""Sections of nine paragraphs leave pages rather empty, and are then set in several ways that charts would spare."""
TIMES = 10
"""Sections that have a set of charts each."""
KINDS: tuple[ChartKind, ...] = (
    "bar", "column", "line", "area", "stacked", "stacked-100", "dots", "lollipop", "slope", "doughnut", "waterfall",
    "line",
)  # fmt: skip
COUNTS = {"slope": 2}
FEW, MANY = 4, 12
"""Values of a series."""
SERIES = {"dots": 2, "lollipop": 2, "stacked": 3, "stacked-100": 3, "area": 3, "line": 2}
DONE = Status("achieved", "Réalisé")
MOST = 3.0
"""Pages of prose that twelve charts may cost."""


def chart(kind: ChartKind, turn: int, values: int) -> Chart:
    """A chart whose words no other has."""
    count = COUNTS.get(kind, values)
    series = tuple(
        Series(f"Série {at} {turn}", DONE, tuple(_point(place, at, turn) for place in range(count)))
        for at in range(SERIES.get(kind, 1))
    )
    most = 100 if kind == "stacked-100" else 600
    ticks = tuple(Tick(Decimal(value), str(value)) for value in range(0, most + 1, most // 4))
    return Chart(
        kind,
        words(f"Ce que montre le graphique {turn}"),
        words("En millions d’euros"),
        tuple(f"Poste {place} {turn}" for place in range(count)),
        series,
        words("Source\u00a0: comptes de 2025."),
        "Graphique.",
        axis=ValueAxis(Decimal(0), Decimal(most), ticks),
    )


def _point(place: int, at: int, turn: int) -> Point:
    value = 20 + (place * 37 + at * 53 + turn * 7) % 160
    return Point(Decimal(value), str(value))


def with_charts(edition: Edition, values: int) -> Edition:
    """The edition with twelve charts of so many values in each of its first sections."""
    made = [
        replace(
            section, blocks=(*section.blocks, *(chart(kind, 12 * number + at, values) for at, kind in enumerate(KINDS)))
        )
        for number, section in enumerate(edition.sections[:TIMES])
    ]
    return replace(edition, sections=(*made, *edition.sections[TIMES:]))


def least(edition: Edition, charter: Charter, fonts: FontSet) -> tuple[float, int]:
    """The least CPU seconds of several runs, and the pages."""
    costs: list[float] = []
    data = b""
    for _ in range(RUNS):
        gc.collect()
        start = process_time()
        data = draw_brief(edition, charter, fonts).data
        costs.append(process_time() - start)
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        return min(costs), len(pdf.pages)


def main() -> None:
    """Prints what a page of prose costs, what twelve charts do, and their ratio."""
    charter, fonts = read_charter(ROOT / "assets" / "charter.yaml"), installed_fonts()
    bare = prose_edition(sections(SECTIONS, PARAGRAPHS))
    prose, pages = least(bare, charter, fonts)
    few, many = (least(with_charts(bare, values), charter, fonts)[0] for values in (FEW, MANY))
    page = prose / pages
    print(f"a page of prose {1000 * page:24.2f} ms")
    for values, cost in ((FEW, few), (MANY, many)):
        charts = (cost - prose) / TIMES
        promise = f" {promised(charts / page, MOST)}" if values == FEW else ""
        print(
            f"twelve charts of {values:2} values {1000 * charts:12.2f} ms, {charts / page:.2f} pages of prose{promise}"
        )


if __name__ == "__main__":
    main()
