"""One file for the printer, as it comes out of the tray."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from faces import face
from rapport.artefact import Artefact, SlotError
from rapport.formats.pdf.stamp import Stamp
from rapport.look.geometry import Box, Pt
from rapport.pack.print.job import PrintJob
from render.pdf.sheet import BLUE, draw, lines, new_canvas


def document(pages: int, stamp: str = "") -> Artefact:
    """Pages with places for a stamp, or with a stamp of their own."""
    canvas = new_canvas()
    canvas.reserve_stamp(
        Stamp(face(), 8.0, BLUE, Box(Pt(50), Pt(280), Pt(220), Pt(12)), stamp), canvas.tree.document.child("P")
    )
    for page in range(1, pages + 1):
        draw(canvas, lines(f"Page {page}"))
        canvas.showPage()
    made = canvas.finish("brief")
    return Artefact("brief", made.copy({"stamp": stamp})) if stamp else made


def printed(job: PrintJob, folder: Path) -> list[list[str]]:
    """The lines of each page, blank ones without any."""
    job.save(folder / "job.pdf")
    with pikepdf.open(folder / "job.pdf") as pdf:
        assert pdf.check_pdf_syntax() == []
    return [text.splitlines() for text in page_texts(folder / "job.pdf")]


def page_texts(path: Path) -> Iterator[str]:
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    for page in pdf:
        yield page.get_textpage().get_text_range()
    pdf.close()


def test_each_copy_begins_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    artefact, job = document(3), PrintJob("Dossier")
    for name in ("Exemplaire 1", "Exemplaire 2"):
        job.add(artefact, name)
    assert printed(job, tmp_path) == [
        ["Page 1", "Exemplaire 1"], ["Page 2", "Exemplaire 1"], ["Page 3", "Exemplaire 1"], [],
        ["Page 1", "Exemplaire 2"], ["Page 2", "Exemplaire 2"], ["Page 3", "Exemplaire 2"], [],
    ]  # fmt: skip


def test_whole_sheets_are_not_padded(tmp_path: Path) -> None:
    artefact, job = document(2), PrintJob("Dossier")
    job.add(artefact, "Exemplaire 1")
    assert printed(job, tmp_path) == [["Page 1", "Exemplaire 1"], ["Page 2", "Exemplaire 1"]]


def test_separator_sheets_have_a_white_back(tmp_path: Path) -> None:
    artefact, job = document(1), PrintJob("Dossier", separators=True)
    job.add(artefact, "Exemplaire 1")
    assert printed(job, tmp_path) == [["Exemplaire 1"], [], ["Page 1", "Exemplaire 1"], []]


def test_separator_sheets_say_what_is_printed_and_what_restricts_it(tmp_path: Path) -> None:
    notices = ("Bilan de la France", "Diffusion restreinte", "भारत")
    artefact, job = document(1), PrintJob("Dossier", separators=True, notices=notices)
    job.add(artefact, "Exemplaire 1")
    assert " ".join(printed(job, tmp_path)[0]) == "Exemplaire 1 Bilan de la France Diffusion restreinte"
    assert job.unwritten == ("भारत",)


def test_a_document_made_apart_keeps_its_own_stamp(tmp_path: Path) -> None:
    artefact, job = document(1), PrintJob("Dossier", separators=True)
    with pytest.raises(SlotError):
        job.add(artefact, "Exemplaire 2 — Ελένη")
    job.add(document(1, "Exemplaire 2 — Ελένη"), "Exemplaire 2 — Ελένη")
    job.add(artefact, "Exemplaire 3")
    pages = printed(job, tmp_path)
    assert pages[:4] == [["Page 1", "Exemplaire 2 — Ελένη"], [], ["Page 1", "Exemplaire 2 — Ελένη"], []]
    assert pages[4:] == [["Exemplaire 3"], [], ["Page 1", "Exemplaire 3"], []]


def test_pages_are_held_once(tmp_path: Path) -> None:
    artefact = document(4)
    sizes = []
    for copies in (1, 101):
        job = PrintJob("Dossier")
        for number in range(copies):
            job.add(artefact, f"Exemplaire {number}")
        job.save(tmp_path / "job.pdf")
        sizes.append((tmp_path / "job.pdf").stat().st_size)
    assert (sizes[1] - sizes[0]) / 100 < len(artefact.data) / 10


def test_the_printer_is_told_and_the_operator_finds_a_copy(tmp_path: Path) -> None:
    artefact, job = document(1), PrintJob("Dossier – exemplaires")
    for name in ("Exemplaire 1", "Exemplaire 2"):
        job.add(artefact, name)
    job.save(tmp_path / "job.pdf")
    with pikepdf.open(tmp_path / "job.pdf") as pdf, pdf.open_outline() as outline:
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
        assert str(pdf.docinfo["/Title"]) == "Dossier – exemplaires"
        assert [entry.title for entry in outline.root] == ["Exemplaire 1", "Exemplaire 2"]
        starts = [entry.destination for entry in outline.root]
        assert all(isinstance(start, pikepdf.Array) for start in starts)
        pages = [start[0].objgen for start in starts if isinstance(start, pikepdf.Array)]
        assert pages == [pdf.pages[at].obj.objgen for at in (0, 2)]


def test_the_same_copies_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        job = PrintJob("Dossier")
        job.add(document(2), "Exemplaire 1")
        job.save(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
