"""Numbered copies of a document -> one file for the printer: each copy begins on a sheet of its own.

What a document's pages hold is in the file once, whatever the number of its copies; only stamps are each copy's own.
Like all sheets for the printer, these carry no tags: the accessible documents are the copies themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
from msgspec import Struct
from pikepdf import Array, Dictionary, Name

from rapport.artefact import Artefact, Slot
from rapport.pack.press import STAMP
from rapport.pack.print.imposition import A4

LARGEST = 2.4
"""How much larger than on a page the stamp stands on a separator sheet, at most."""
MARGIN = 51.0
"""White at the sides of a separator sheet, in points."""
_HEIGHT = 0.62
"""Where the stamp stands on a separator sheet, from its foot."""
_ABOVE = 15.0
"""Of the rule over the stamp, above the stamp's baseline, in points of the stamp's own size."""
_BELOW, _NOTICE, _NOTICE_SCALE = 6.0, 22.0, 1.6
"""White under the stamp in points of its own size; from one notice to the next; how much larger than on a page they
stand, at most.
"""
_OWN_LINE = 100
"""How much lower each notice stands in its own form, in points: PDFium takes texts at one place of their forms for one
line of a page, and `trace` would take them for the name of a copy.
"""
_REACH, _BAR = 17.0, 14.0
"""What printers leave white at the edges, and the width of the bar beside it, in points."""


class _Form(Struct, frozen=True):
    """The stamp as pages draw it: the name they call it by, its slot, and what its form says beside the text."""

    name: str
    slot: Slot
    entries: pikepdf.Dictionary

    def width(self, stamp: str) -> float:
        """Of a text, in points."""
        return sum(self.slot.alphabet[sign].advance for sign in stamp)


class _Document(Struct, frozen=True):
    """The pages of an artefact as objects of the print job; no form where it was made for one copy."""

    pages: tuple[pikepdf.Dictionary, ...]
    form: _Form | None


class PrintJob:
    """Takes copy after copy. With `separators`, a sheet that shows the stamp in large comes before each, and under it
    the `notices`: what is printed, and what restricts it. `unwritten` are those that are in a script no stamp can hold.
    """

    def __init__(self, title: str, *, separators: bool = False, notices: Sequence[str] = ()) -> None:
        self._pdf = pikepdf.new()
        self._pdf.docinfo["/Title"] = title
        self._separators = separators
        self._notices = tuple(notices)
        self.unwritten: tuple[str, ...] = ()
        self._known: dict[int, tuple[Artefact, _Document]] = {}
        self._copies: list[tuple[str, pikepdf.Dictionary]] = []

    def add(self, artefact: Artefact, stamp: str) -> None:
        """A copy, filled up to whole sheets; an artefact without slots is stamped already.

        Raises SlotError for a stamp that the slot cannot hold; nothing is added then.
        """
        document = self._document(artefact)
        own = _stamped(self._pdf, document.form, stamp) if document.form else None
        pages = [_with_stamp(page, document.form, own) for page in document.pages]
        if self._separators:
            pages = [self._separator(document, own, stamp), self._blank(pages[0]), *pages]
        if len(pages) % 2:
            pages.append(self._blank(pages[0]))
        self._copies.append((stamp, self._node(pages)))

    def save(self, target: Path | BytesIO) -> None:
        """Write the file; the same copies give the same bytes. Raises OSError."""
        root = self._pdf.Root.Pages
        root.Kids = Array([node for _, node in self._copies])
        root.Count = sum(int(node.Count) for _, node in self._copies)
        for _, node in self._copies:
            node.Parent = root
        with self._pdf.open_outline() as outline:
            outline.root.extend(_entry(stamp, node) for stamp, node in self._copies)
        self._pdf.Root.ViewerPreferences = Dictionary(
            DisplayDocTitle=True, PrintScaling=Name("/None"), Duplex=Name.DuplexFlipLongEdge
        )
        self._pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)

    def _document(self, artefact: Artefact) -> _Document:
        """The artefact's pages; those that many copies share are read once."""
        known = self._known.get(id(artefact))
        if known is None:
            known = artefact, _read(artefact, self._pdf)
            if artefact.slots:
                self._known[id(artefact)] = known
        return known[1]

    def _separator(self, document: _Document, own: pikepdf.Stream | None, stamp: str) -> pikepdf.Dictionary:
        """A page with the stamp alone, as large as it fits, under a rule, and a bar at the edge by which it is found in
        a pile; the first page once more where it has none of its own.
        """
        first, form = document.pages[0], document.form
        if form is None or own is None:
            return _sheet(first.MediaBox, first.Contents, first.Resources)
        left, bottom, right, top = (float(edge) for edge in first.MediaBox)
        scale = min(LARGEST, (right - left - 2 * MARGIN) / max(form.width(stamp), 1.0))
        foot = bottom + _HEIGHT * (top - bottom)
        place = f"{scale:.4f} 0 0 {scale:.4f} {left + MARGIN:.2f} {foot:.2f} cm"
        rule = f"{left + MARGIN:.2f} {foot + scale * _ABOVE:.2f} {right - left - 2 * MARGIN:.2f} 2 re f"
        bar = f"{right - _REACH - _BAR:.2f} {bottom + _REACH:.2f} {_BAR} {top - bottom - 2 * _REACH:.2f} re f"
        drawn, forms = [f"q {place} /S Do Q"], {"/S": own}
        written = [notice for notice in self._notices if _is_written(notice, form.slot)]
        self.unwritten = tuple(notice for notice in self._notices if notice not in written)
        for number, notice in enumerate(written, start=1):
            forms[f"/N{number}"], size = _noticed(self._pdf, form, notice, number, right - left - 2 * MARGIN)
            y = foot - scale * _BELOW - number * _NOTICE + size * number * _OWN_LINE
            drawn.append(f"q {size:.4f} 0 0 {size:.4f} {left + MARGIN:.2f} {y:.2f} cm /N{number} Do Q")
        contents = self._pdf.make_stream(f"0 g {rule} {bar} {' '.join(drawn)}".encode())
        return _sheet(first.MediaBox, contents, Dictionary(XObject=Dictionary(forms)))

    def _blank(self, like: pikepdf.Dictionary) -> pikepdf.Dictionary:
        return _sheet(like.MediaBox, self._pdf.make_stream(b""), Dictionary())

    def _node(self, pages: Sequence[pikepdf.Dictionary]) -> pikepdf.Dictionary:
        """A copy's branch of the tree of pages (ISO 32000-1, 7.7.3): appending pages one by one gets ever slower."""
        node = self._pdf.make_indirect(Dictionary(Type=Name.Pages, Count=len(pages)))
        for page in pages:
            page.Parent = node
        node.Kids = Array([self._pdf.make_indirect(page) for page in pages])
        return node


def _entry(stamp: str, node: pikepdf.Dictionary) -> pikepdf.OutlineItem:
    return pikepdf.OutlineItem(stamp, Array([node.Kids[0], Name.Fit]))


def _read(artefact: Artefact, target: pikepdf.Pdf) -> _Document:
    with pikepdf.open(BytesIO(artefact.data)) as source:
        pages = []
        for page in source.pages:
            resources = target.copy_foreign(source.make_indirect(page.obj.Resources))
            contents = target.copy_foreign(page.obj.Contents)
            pages.append(_on_paper(_sheet(page.mediabox, contents, resources), target))
        return _Document(tuple(pages), _form(artefact, pages[0]))


def _on_paper(page: pikepdf.Dictionary, target: pikepdf.Pdf) -> pikepdf.Dictionary:
    """The page as it is where paper holds it; a slide, which is wider, in the middle of a lying sheet, within reach.

    The file asks printers not to scale: what is larger than the paper would be cut.
    """
    left, bottom, right, top = (float(edge) for edge in page.MediaBox)
    width, height = right - left, top - bottom
    if width <= A4[0] + 1 and height <= A4[1] + 1:
        return page
    across, down = (A4[1], A4[0]) if width > height else A4
    scale = min((across - 2 * _REACH) / width, (down - 2 * _REACH) / height)
    x, y = (across - scale * width) / 2 - scale * left, (down - scale * height) / 2 - scale * bottom
    before = target.make_stream(f"q {scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm\n".encode())
    drawn = list(page.Contents) if isinstance(page.Contents, Array) else [page.Contents]
    contents = Array([before, *drawn, target.make_stream(b"\nQ")])
    return _sheet(Array([0, 0, across, down]), contents, page.Resources)


def _form(artefact: Artefact, page: pikepdf.Dictionary) -> _Form | None:
    """The form whose bytes are a slot of the artefact."""
    empty = {slot.filled(""): slot for slot in artefact.slots if slot.name == STAMP}
    for name, drawn in page.Resources.get("/XObject", Dictionary()).items():
        slot = empty.get(drawn.read_raw_bytes()) if drawn.Subtype == Name.Form else None
        if slot is not None:
            kept = ("/Type", "/Subtype", "/BBox", "/Resources")
            return _Form(name, slot, Dictionary({key: drawn.stream_dict[key] for key in kept}))
    return None


def _stamped(pdf: pikepdf.Pdf, form: _Form, stamp: str) -> pikepdf.Stream:
    return pdf.make_stream(form.slot.filled(stamp), Dictionary(dict(form.entries.items())))


def _is_written(notice: str, slot: Slot) -> bool:
    return all(sign in slot.alphabet for sign in notice if sign.isalnum())


def _noticed(pdf: pikepdf.Pdf, form: _Form, notice: str, number: int, room: float) -> tuple[pikepdf.Stream, float]:
    """A line as the stamp is drawn, without its odd signs, so much lower by its number, and its scale."""
    told = "".join(sign for sign in notice if sign in form.slot.alphabet)
    scale = min(_NOTICE_SCALE, room / max(form.width(told), 1.0))
    lower = number * _OWN_LINE
    text = form.slot.before + b"".join(form.slot.alphabet[sign].code for sign in told) + form.slot.after
    left, bottom, right, top = (float(edge) for edge in form.entries.BBox)
    data = b"q 1 0 0 1 0 %d cm %s Q" % (-lower, text)
    box = Array([left, bottom - lower, max(right, left + form.width(told)), top - lower])
    return pdf.make_stream(data, Dictionary({**dict(form.entries.items()), "/BBox": box})), scale


def _sheet(box: pikepdf.Object, contents: pikepdf.Object, resources: pikepdf.Object) -> pikepdf.Dictionary:
    return Dictionary(Type=Name.Page, MediaBox=box, Contents=contents, Resources=resources)


def _with_stamp(page: pikepdf.Dictionary, form: _Form | None, own: pikepdf.Stream | None) -> pikepdf.Dictionary:
    """The page, drawn with a copy's own stamp."""
    if form is None or own is None:
        return _sheet(page.MediaBox, page.Contents, page.Resources)
    drawn = Dictionary({**dict(page.Resources.XObject.items()), form.name: own})
    return _sheet(page.MediaBox, page.Contents, Dictionary({**dict(page.Resources.items()), "/XObject": drawn}))
