"""What sheets for the printer cost: booklets and six pages a sheet of briefs of some ten to a thousand pages.

python -m benchmarks.imposition
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from time import process_time
from types import MappingProxyType

import pypdfium2
from msgspec.structs import replace

from rapport.artefact import Artefact
from rapport.pack.print.imposition import PrintWording, booklet, n_up
from rapport.read.charter.charter import read_charter
from rapport.read.content import read_content
from rapport.read.faces import installed_fonts
from rapport.render.pdf.brief import draw_brief
from rapport.resolve.edition import resolve

ROOT = Path(__file__).parents[1]
BRIEFING = "evian-g7"
TIMES = (1, 10, 100)
"""How often the sections of the briefing are repeated."""
RUNS = 3
WORDING = PrintWording("Banc", "Feuilles")
WAYS: Mapping[str, Callable[[bytes], Artefact]] = MappingProxyType(
    {"booklet": partial(booklet, wording=WORDING), "six a sheet": partial(n_up, per_sheet=6, wording=WORDING)}
)


def main() -> None:
    """Prints milliseconds a page, and the size of the sheets as a share of the document's."""
    for times in TIMES:
        document = brief(times)
        pages = len(pypdfium2.PdfDocument(document))
        for name, impose in WAYS.items():
            cost = 1_000 * min(seconds(partial(impose, document)) for _ in range(RUNS)) / pages
            share = len(impose(document).data) / len(document)
            print(f"{name:12} {pages:5} pages {cost:7.2f} ms a page {share:6.2f} of the document's size")


def seconds(task: Callable[[], Artefact]) -> float:
    """CPU seconds of a task."""
    start = process_time()
    task()
    return process_time() - start


def brief(times: int) -> bytes:
    """The brief with its sections this many times; the annex is left out, which would list all their pages."""
    content = read_content(ROOT / "content", ROOT / "assets").content
    edition = resolve(content, BRIEFING, "brief", "draft")
    sections = tuple(
        replace(section, key=f"{section.key}-{number}")
        for number in range(times)
        for section in edition.sections
        if section.kind != "annex"
    )
    charter = read_charter(ROOT / "assets" / "charter.yaml")
    return draw_brief(replace(edition, sections=sections), charter, installed_fonts()).data


if __name__ == "__main__":
    main()
