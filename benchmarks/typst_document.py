"""The same text by Typst (PyPI: `typst`), a typesetter in Rust: tagged as PDF/UA-1, hyphenated, total fit, contents.

Unlike ours it lays out a document several times until page numbers settle; like ours it tags while it sets.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.platypus import MARGINS, MEASURE
from benchmarks.prose import Sections

from rapport.edition.blocks.figures import Table
from rapport.edition.edition import Edition, EditionSection
from rapport.edition.text import plain, texts
from rapport.lines.face import FontSet

INSTALLED = find_spec("typst") is not None
"""Typst is not needed for anything else: `pip install 'rapport[bench]'` brings it."""

HEAD = f"""
#set document(title: "Dossier")
#set page(
  width: 210mm, height: 297mm, header: [Dossier], number-align: right,
  margin: (left: {MARGINS["leftMargin"] + 6}pt, top: {MARGINS["topMargin"] + 6}pt, bottom: {MARGINS["bottomMargin"]}pt,
           right: 210mm - {MARGINS["leftMargin"] + 6 + MEASURE}pt),
  footer: context [#h(1fr) page #counter(page).display() sur #counter(page).final().first()],
)
#set text(font: "Source Sans Pro", size: 10.5pt, lang: "fr", hyphenate: true)
#set par(justify: true, leading: 6.5pt, spacing: 13.5pt)
#show heading: it => {{ pagebreak(weak: true); set text(size: 25pt, hyphenate: false); block(it, below: 38pt) }}
#outline(title: none)
"""


def long_document(sections: Sections, fonts: FontSet) -> bytes:
    """Sections of prose, each on a new page."""
    lines = (line for number, paragraphs in enumerate(sections) for line in _prose(f"Fiche {number}", paragraphs))
    return _compiled(lines, fonts)


def brief(edition: Edition, fonts: FontSet) -> bytes:
    """All texts of a brief, tables as tables; charts and other figures only as the texts they hold."""
    opening = (line for text in texts((edition.cover, edition.contents)) for line in (_quoted(text), ""))
    sections = (line for section in edition.sections for line in _section(section))
    notes = (line for note in edition.notes for line in (_quoted(plain(note.text)), ""))
    return _compiled((*opening, *sections, *notes), fonts)


def _prose(title: str, paragraphs: Iterable[str]) -> Iterator[str]:
    yield f"= {_quoted(title)}\n"
    for text in paragraphs:
        yield f"{_quoted(text)}\n"


def _section(section: EditionSection) -> Iterator[str]:
    yield f"= {_quoted(plain(section.title or section.name))}\n"
    for block in section.blocks:
        if isinstance(block, Table):
            yield from _table(block)
        else:
            yield from (f"{_quoted(text)}\n" for text in texts(block))


def _table(table: Table) -> Iterator[str]:
    headers = "".join(f"[{_quoted(plain(column.header))}]," for column in table.columns)
    yield f"#table(columns: {len(table.columns)}, table.header({headers}),"
    for row in table.rows:
        cells = [f"[{' '.join(map(_quoted, texts(cell)))}]" for cell in row.cells]
        yield ", ".join([*cells, *["[]"] * (len(table.columns) - len(cells))]) + ","
    yield ")\n"


def _quoted(text: str) -> str:
    """A text with nothing that Typst could take for markup."""
    return f"#{json.dumps(text, ensure_ascii=False)};"


def _compiled(lines: Iterable[str], fonts: FontSet) -> bytes:
    import typst  # noqa: PLC0415 (not installed everywhere)

    with TemporaryDirectory() as folder:
        for name in ("regular", "bold", "italic", "bold_italic"):
            (Path(folder) / f"{name}.ttf").write_bytes(getattr(fonts, name).data)
        source = "\n".join((HEAD, *lines)).encode()
        compiled: bytes = typst.compile(
            source, format="pdf", font_paths=[folder], ignore_system_fonts=True, pdf_standards=["ua-1"]
        )
    return compiled
