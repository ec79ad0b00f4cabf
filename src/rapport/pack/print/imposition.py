"""Pages of a finished PDF -> sheets of paper: a booklet to fold, or several pages side by side.

Sheets are for the printer: they carry no tags, links or outline, and their file says so. The accessible document is the
one they were made from.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

import pikepdf
from msgspec import Struct
from pikepdf import Dictionary, Name

from rapport.artefact import Artefact, ArtefactKind

A4 = (595.28, 841.89)
"""Width and height of the sheets, in points, upright (ISO 216)."""
MARGIN, GUTTER = 17.0, 11.0
"""White around and between the pages of a sheet that is not folded."""
BINDING = 9.0
"""What the binding adds to the margin beside it, in points: 51 become 60, room for the holes of a file."""
FRAME = "0.5 w 0.75 G"
"""The hairline around each page of such a sheet: without it nobody sees where a white page ends."""

Side = tuple[int | None, ...]
"""One side of a sheet: the indices of its pages from left to right and from top to bottom, None for a blank."""


class PrintWording(Struct, frozen=True):
    """What the file of the sheets says of itself, in the language of the document."""

    title: str
    subject: str


class PrintSheet(Struct, frozen=True):
    """A sheet of paper divided into equal cells, in points; `framed` draws the edge of each page.

    `binding` is how far each page moves from the edge at which sheets are bound, 0 for nowhere.
    """

    width: float
    height: float
    columns: int
    rows: int
    margin: float = 0.0
    gutter: float = 0.0
    framed: bool = False
    binding: float = 0.0

    def cells(self) -> Iterator[tuple[float, float]]:
        """The lower left corner of each cell, from left to right and from top to bottom."""
        width, height = self.cell
        for row in range(self.rows):
            for column in range(self.columns):
                x = self.margin + column * (width + self.gutter)
                yield x, self.height - self.margin - (row + 1) * height - row * self.gutter

    @property
    def cell(self) -> tuple[float, float]:
        """Width and height of a cell."""
        across = self.width - 2 * self.margin - (self.columns - 1) * self.gutter
        down = self.height - 2 * self.margin - (self.rows - 1) * self.gutter
        return across / self.columns, down / self.rows

    def scale(self, page: tuple[float, float]) -> float:
        """How much of its size a page keeps in a cell."""
        return min(room / extent for room, extent in zip(self.cell, page, strict=True))


BOOKLET = PrintSheet(A4[1], A4[0], columns=2, rows=1)
"""Two pages side by side on a lying A4 sheet, which folds to A5."""


def saddle_stitch(count: int) -> tuple[Side, ...]:
    """The sides of a booklet's sheets, front and back in turn, for printing on both sides, turned on the short edge.

    Laid on one another, folded and stapled in the fold, they read in order; up to three blanks stand at the end.
    """
    total = -(-count // 4) * 4
    spreads = ((total - 1 - side, side) for side in range(total // 2))
    ordered = (spread if side % 2 == 0 else spread[::-1] for side, spread in enumerate(spreads))
    return tuple(tuple(page if page < count else None for page in spread) for spread in ordered)


def in_order(count: int, per_sheet: int) -> tuple[Side, ...]:
    """Pages one after the other, `per_sheet` at a time; blanks only on the last sheet."""
    starts = range(0, count, per_sheet)
    return tuple(tuple(page if page < count else None for page in range(start, start + per_sheet)) for start in starts)


def sheet_for(per_sheet: int, page: tuple[float, float]) -> PrintSheet:
    """The A4 sheet, upright or lying, on which this many pages of a size keep most of it."""
    sizes = (A4, (A4[1], A4[0]))
    divided = ((columns, -(-per_sheet // columns)) for columns in range(1, per_sheet + 1))
    sheets = [
        PrintSheet(width, height, columns, rows, MARGIN, GUTTER, framed=True)
        for columns, rows in divided
        for width, height in sizes
    ]
    return max(sheets, key=lambda sheet: sheet.scale(page))


def booklet(pdf: bytes, wording: PrintWording) -> Artefact:
    """The document as a booklet: A5 pages on A4 sheets, to be printed on both sides, turned on the short edge.

    Raises pikepdf.PdfError for what is no PDF.
    """
    with pikepdf.open(io.BytesIO(pdf)) as source:
        sides = saddle_stitch(len(source.pages))
        return _imposed("booklet", source, (BOOKLET, sides), wording)


def n_up(pdf: bytes, per_sheet: int, wording: PrintWording) -> Artefact:
    """The document with several pages on each A4 sheet, in reading order; the first page decides how they lie.

    Raises pikepdf.PdfError for what is no PDF.
    """
    with pikepdf.open(io.BytesIO(pdf)) as source:
        sheet = sheet_for(per_sheet, _size(source.pages[0]))
        return _imposed("handout", source, (sheet, in_order(len(source.pages), per_sheet)), wording)


def bound(pdf: bytes, wording: PrintWording) -> Artefact:
    """The document to be printed on both sides and bound at the long edge: each page moved away from the binding.

    Raises pikepdf.PdfError for what is no PDF.
    """
    with pikepdf.open(io.BytesIO(pdf)) as source:
        sheet = PrintSheet(*A4, columns=1, rows=1, binding=BINDING)
        return _imposed("handout", source, (sheet, in_order(len(source.pages), 1)), wording)


def _imposed(
    kind: ArtefactKind, source: pikepdf.Pdf, plan: tuple[PrintSheet, Sequence[Side]], wording: PrintWording
) -> Artefact:
    sheet, sides = plan
    with pikepdf.new() as target:
        forms = [target.copy_foreign(page.as_form_xobject(handle_transformations=False)) for page in source.pages]
        sizes = [_size(page) for page in source.pages]
        for number, side in enumerate(sides):
            page = target.add_blank_page(page_size=(sheet.width, sheet.height))
            page.Resources = Dictionary(XObject=Dictionary({f"/P{at}": forms[at] for at in _present(side)}))
            page.Contents = target.make_stream("\n".join(_placed(sheet, side, sizes, number)).encode())
        _describe(target, source, wording)
        if sheet.binding:
            target.Root.ViewerPreferences.Duplex = Name.DuplexFlipLongEdge
        if kind == "booklet":
            target.Root.ViewerPreferences.Duplex = Name.DuplexFlipShortEdge
        buffer = io.BytesIO()
        target.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return Artefact(kind, buffer.getvalue())


def _present(side: Side) -> Iterable[int]:
    return (page for page in side if page is not None)


def _placed(sheet: PrintSheet, side: Side, sizes: Sequence[tuple[float, float]], number: int) -> Iterator[str]:
    """The operators that draw each page in the middle of its cell, or away from the binding (ISO 32000-1, 8.3.4, 8.10).

    The binding is at the left of the first side, at the right of the second.
    """
    away = sheet.binding if number % 2 == 0 else -sheet.binding
    for page, (left, bottom) in zip(side, sheet.cells(), strict=False):
        if page is None:
            continue
        scale = sheet.scale(sizes[page])
        width, height = (scale * extent for extent in sizes[page])
        x, y = left + (sheet.cell[0] - width) / 2 + away, bottom + (sheet.cell[1] - height) / 2
        yield f"q {scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm /P{page} Do Q"
        if sheet.framed:
            yield f"q {FRAME} {x:.3f} {y:.3f} {width:.3f} {height:.3f} re S Q"


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    return right - left, top - bottom


def _describe(target: pikepdf.Pdf, source: pikepdf.Pdf, wording: PrintWording) -> None:
    """Language, colour space and dates of the source, and what the sheets are."""
    for key in ("/Lang", "/OutputIntents"):
        if key in source.Root:
            target.Root[key] = target.copy_foreign(source.make_indirect(source.Root[key]))
    target.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, PrintScaling=Name("/None"))
    for key, value in source.docinfo.items():
        target.docinfo[key] = str(value)
    target.docinfo["/Title"], target.docinfo["/Subject"] = wording.title, wording.subject
    with target.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
        packet.load_from_docinfo(target.docinfo)
