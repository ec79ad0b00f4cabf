"""CPU and memory of our briefs against ReportLab's own stack and Typst, on the same text.

    python -m benchmarks.pages

Ours is tagged, hyphenated, broken by total fit, with contents and page numbers, in one pass. The references are
described in platypus.py and typst_document.py. All set the same paragraphs in the same face, size, leading and measure,
each section on a new page; of the real brief, ours also draws the charts, margins and cover that the references spare
themselves. Every figure comes from a process of its own, the least of several runs; start-up is left out, also of what
the collector looks through, as in the program itself.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from time import process_time
from types import MappingProxyType

import pikepdf
from benchmarks import platypus, typst_document
from benchmarks.promise import promised
from benchmarks.prose import Sections, sections
from msgspec import Struct

from rapport.edition.blocks.words import Paragraph
from rapport.edition.edition import Contents, Cover, Edition, EditionSection, Furniture
from rapport.edition.text import words
from rapport.lines.face import FontSet
from rapport.read.charter.charter import read_charter
from rapport.read.content import read_content
from rapport.read.faces import installed_fonts
from rapport.render.pdf.brief import draw_brief
from rapport.resolve.edition import resolve

ROOT = Path(__file__).parents[1]
RUNS = 5
SIZES = (100, 1_000)
PAGES = 2
"""That a generated section takes, of so many paragraphs."""
PARAGRAPHS = 9
BRIEFING = "evian-g7"

Texts = Sections | Edition


class Cost(Struct, frozen=True):
    """CPU seconds, pages, peak memory in mebibytes, elements of the structure tree and the bytes they take."""

    cpu: float
    pages: int
    memory: float
    elements: int
    bytes: int

    @property
    def per_page(self) -> float:
        """Milliseconds."""
        return 1000 * self.cpu / self.pages

    def __str__(self) -> str:
        said = f"{self.pages:5} pages {self.cpu:7.3f} s {self.per_page:6.2f} ms a page {self.memory:5.0f} MiB at most"
        each = f" {self.bytes / self.elements:4.0f} bytes" if self.elements else ""
        return f"{said} {self.elements:6} elements{each}"


def texts_of(name: str) -> Texts:
    """The sections of so many pages, or the edition of a briefing."""
    if name.isdigit():
        return sections(int(name) // PAGES, PARAGRAPHS)
    return resolve(read_content(ROOT / "content", ROOT / "assets").content, name, "brief")


def _ours(text: Texts, fonts: FontSet) -> Callable[[], bytes]:
    charter = read_charter(ROOT / "assets/charter.yaml")
    edition = text if isinstance(text, Edition) else _edition(text)
    return lambda: draw_brief(edition, charter, fonts).data


def _edition(text: Sections) -> Edition:
    made = tuple(
        EditionSection(f"s{number}", "plain", (), words(f"Fiche {number}"), (), words(f"Fiche {number}"), (),
                tuple(Paragraph(words(paragraph)) for paragraph in paragraphs))
        for number, paragraphs in enumerate(text)
    )  # fmt: skip
    cover = Cover(words("Dossier"), words("Dossier"), (), words("10 février 2026"), (), ())
    contents = Contents(words("Sommaire"), words("Sommaire"))
    phrases = Furniture((("page", "page {1} sur {2}"),))
    return Edition(
        briefing="banc",
        medium="brief",
        language="fr-FR",
        version="1.0",
        date="2026-02-10",
        title=words("Dossier"),
        subject="",
        closed=(),
        cover=cover,
        contents=contents,
        sections=made,
        notes=(),
        furniture=phrases,
        content_digest="",
    )


def _stock(text: Texts, fonts: FontSet) -> Callable[[], bytes]:
    draw = platypus.brief if isinstance(text, Edition) else platypus.long_document
    return lambda: draw(text, fonts)


def _typst(text: Texts, fonts: FontSet) -> Callable[[], bytes]:
    draw = typst_document.brief if isinstance(text, Edition) else typst_document.long_document
    return lambda: draw(text, fonts)


DRAWERS: Mapping[str, Callable[[Texts, FontSet], Callable[[], bytes]]] = MappingProxyType(
    {"ours": _ours, "stock": _stock, **({"typst": _typst} if typst_document.INSTALLED else {})}
)


def measured(text: str) -> dict[tuple[str, str], Cost]:
    """The least cost of several processes of each program, run in turn, so that all meet the same machine."""
    costs: dict[tuple[str, str], Cost] = {}
    for name in (name for _ in range(RUNS) for name in DRAWERS):
        command = [sys.executable, "-m", "benchmarks.pages", name, text]
        said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
        cost = Cost(**json.loads(said))
        costs[name, text] = min(costs.get((name, text), cost), cost, key=lambda each: each.cpu)
    return costs


def _draw(name: str, text: str) -> None:
    draw = DRAWERS[name](texts_of(text), installed_fonts())
    gc.collect()
    gc.freeze()
    start = process_time()
    data = draw()
    cpu = process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": cpu, "memory": memory, **_structure(data)}))


def _structure(data: bytes) -> dict[str, int]:
    """The pages and elements of a document, and the bytes of the file that elements and their index take."""
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        found = {"pages": len(pdf.pages), "elements": sum(map(_is_element, pdf.objects)), "bytes": _size(pdf)}
        if found["elements"]:
            del pdf.Root.StructTreeRoot
        return {**found, "bytes": found["bytes"] - _size(pdf)}


def _is_element(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and "/S" in item and "/P" in item


def _size(pdf: pikepdf.Pdf) -> int:
    written = BytesIO()
    pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return len(written.getvalue())


def main() -> None:
    """Prints the costs and the ratios that the project promises."""
    costs = {key: cost for text in (*map(str, SIZES), BRIEFING) for key, cost in measured(text).items()}
    for (name, text), cost in costs.items():
        print(f"{text:9} {name:6} {cost}")
    if not typst_document.INSTALLED:
        print("Typst is not installed: pip install 'rapport[bench]' sets it beside these")
    for text, most in ((str(SIZES[0]), 0.6), (str(SIZES[1]), 0.6), (BRIEFING, 1.0)):
        ratio = costs["ours", text].cpu / costs["stock", text].cpu
        print(f"{text:>9}: {ratio:.2f} of the stock stack's CPU for the same text {promised(ratio, most)}")
    growth = costs["ours", str(SIZES[-1])].per_page / costs["ours", str(SIZES[0])].per_page
    print(f"growth of our cost per page from {SIZES[0]} to {SIZES[-1]} pages: {growth:.2f} {promised(growth, 1.15)}")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _draw(sys.argv[1], sys.argv[2])
    else:
        main()
