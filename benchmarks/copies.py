"""What numbered copies cost: 1,000 briefs and 1,000 decks with their register, against writing the same bytes.

    python -m benchmarks.copies [COPIES]

The base documents are built before the clock starts. Each way ends with its files on the same disk; the others make
fewer copies, since they are slower, and are compared by the copy. pypdf and typst are measured where they are
installed. The last rows are the largest memory of a process that makes 100 and 10,000 copies.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

import pikepdf
import pptx
from benchmarks.promise import promised
from reportlab.pdfgen.canvas import Canvas

from rapport.artefact import DocumentKind
from rapport.model.campaign import Recipient
from rapport.project.circulation import Order, write_copies
from rapport.project.copies import Copies, Editions
from rapport.project.documents import FORMS
from rapport.project.project import Project, house_of
from rapport.project.variants import EditionVariants

try:
    import pypdf
except ModuleNotFoundError:
    pypdf = None

try:
    import typst
except ModuleNotFoundError:
    typst = None

ROOT = Path(__file__).parents[1]
BRIEFING = "evian-g7"
SLOW = 20
"""Copies made each other way."""
ROUNDS = 7
PROMISED = 2
"""How many times as long as writing the same bytes copies and their register may take."""


@cache
def editions() -> Editions:
    """The briefing's copies as recipients get them, with their base documents made."""
    project = Project(ROOT / "content", ROOT / "assets")
    house = house_of(project)
    variants = EditionVariants(project, BRIEFING, house, "draft")
    ready = Copies(variants.composed(variants.widest), house)
    base(ready)
    return Editions(ready, variants)


def base(ready: Copies) -> dict[DocumentKind, bytes]:
    """The documents of one recipient."""
    return {kind: copy.data for kind, copy in ready.of(recipient(0), ready.stamp(recipient(0)))}


def recipient(index: int) -> Recipient:
    """One of many, none of whom is called the same."""
    return Recipient(index + 1, f"Délégation n° {index + 1} du Sommet", title="Mme", delegation="Çelik & Œuvrard")


def timed(*works: Callable[[Path], None]) -> tuple[float, ...]:
    """Seconds of each in the middle one of some rounds, by how the last compares with the first.

    They take turns: a disk is now fast, now slow, and neither may have the better of it.
    """
    rounds = [tuple(once(work) for work in works) for _ in range(ROUNDS)]
    return sorted(rounds, key=lambda seconds: seconds[-1] / seconds[0])[ROUNDS // 2]


def once(work: Callable[[Path], None]) -> float:
    """Seconds of one round."""
    with tempfile.TemporaryDirectory(dir=ROOT / "output") as folder:
        start = perf_counter()
        work(Path(folder))
        return perf_counter() - start


def plain_writing(ready: Copies, count: int) -> Callable[[Path], None]:
    """Writes files of the same sizes, one after the other, and nothing else."""
    data = base(ready)

    def write(folder: Path) -> None:
        for index in range(count):
            for kind, each in data.items():
                (folder / f"{index}-{FORMS[kind].ending}").write_bytes(each)

    return write


def our_copies(count: int) -> Callable[[Path], None]:
    """Makes numbered copies and their register as `rapport pack` does."""

    def write(folder: Path) -> None:
        write_copies(editions(), Order(tuple(map(recipient, range(count)))), folder)

    return write


def other_ways(brief: bytes, deck: bytes) -> Iterator[tuple[str, Callable[[Path, int], None]]]:
    """How else a file is stamped: by libraries that open, change and save it."""
    yield "pikepdf, a line laid over", lambda folder, index: pikepdf_overlay(brief, folder / f"{index}.pdf", index)
    if pypdf is not None:
        yield "pypdf, a line laid over", lambda folder, index: pypdf_overlay(brief, folder / f"{index}.pdf", index)
    if typst is not None:
        yield "Typst, its compiler kept", lambda folder, index: typst_document(folder / f"{index}.pdf", index)
    yield "python-pptx, text boxes", lambda folder, index: pptx_boxes(deck, folder / f"{index}.pptx", index)


@cache
def typst_compiler() -> Any:
    """Typst's compiler, kept between copies."""
    return typst.Compiler()


def typst_document(target: Path, index: int) -> None:
    """Sets twenty pages of running text anew with another foot."""
    source = b"#set page(footer: [Exemplaire #sys.inputs.copy])\n" + b"#lorem(480)\n" * 20
    target.write_bytes(typst_compiler().compile(input=source, sys_inputs={"copy": str(index)}))


def pikepdf_overlay(data: bytes, target: Path, index: int) -> None:
    """Adds a line to each page's code, in a font that need not be embedded."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        line = f"BT /Helv 8 Tf 50 12 Td (Exemplaire {index}) Tj ET".encode()
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        for page in pdf.pages:
            page.add_resource(font, pikepdf.Name.Font, pikepdf.Name.Helv)
            page.contents_add(line)
        pdf.save(target)


def pypdf_overlay(data: bytes, target: Path, index: int) -> None:
    """Merges a page drawn by ReportLab into each page."""
    overlay = io.BytesIO()
    canvas = Canvas(overlay)
    canvas.drawString(50, 12, f"Exemplaire {index}")
    canvas.save()
    [line] = pypdf.PdfReader(overlay).pages
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        page.merge_page(line)
    writer.write(target)


def pptx_boxes(data: bytes, target: Path, index: int) -> None:
    """Adds a text box to each slide, a line to each page of notes, and a property."""
    presentation = pptx.Presentation(io.BytesIO(data))
    for slide in presentation.slides:
        slide.shapes.add_textbox(0, 0, 900_000, 200_000).text_frame.text = f"Exemplaire {index}"
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            slide.notes_slide.notes_text_frame.text += f"\nExemplaire {index}"
    presentation.core_properties.identifier = f"Exemplaire {index}"
    presentation.save(target)


def slow(make: Callable[[Path, int], None]) -> Callable[[Path], None]:
    """A few copies made another way."""

    def work(folder: Path) -> None:
        for index in range(SLOW):
            make(folder, index)

    return work


def largest_memory(count: int) -> float:
    """Mebibytes of a process that makes so many copies."""
    command = [sys.executable, "-m", "benchmarks.copies", "--memory", str(count)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    return float(done.stdout)


def show_memory(count: int) -> None:
    """What `largest_memory` reads."""
    with tempfile.TemporaryDirectory(dir=ROOT / "output") as folder:
        write_copies(editions(), Order(tuple(map(recipient, range(count)))), Path(folder))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def row(name: str, seconds: float, documents: int, plain: float, promised: str = "") -> None:
    """A line of the table; its factor compares with writing the same bytes."""
    figures = f"{seconds:8.2f} s for {documents:5} files {seconds / documents * 1e3:8.3f} ms each"
    print(f"{name:34} {figures}  ×{seconds / documents / plain:.2f}{promised}")


def main(count: int) -> None:
    """Print the table."""
    start = perf_counter()
    ready = editions().widest
    data = base(ready)
    sizes = ", ".join(f"{kind} {len(each) / 1e3:.0f} kB" for kind, each in data.items())
    print(f"base documents in {perf_counter() - start:.2f} s: {sizes}")
    plain, ours = timed(plain_writing(ready, count), our_copies(count))
    each = plain / (2 * count)
    row("the same bytes, written plainly", plain, 2 * count, each)
    row("numbered copies and register", ours, 2 * count, each, f"  {promised(ours / plain, PROMISED)}")
    for name, make in other_ways(data["brief"], data["deck"]):
        [seconds] = timed(slow(make))
        row(name, seconds, SLOW, each)
    for number in (100, 10_000):
        print(f"memory, {number:6} copies of both {largest_memory(number):14.1f} MiB")


if __name__ == "__main__":
    if "--memory" in sys.argv:
        show_memory(int(sys.argv[-1]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
