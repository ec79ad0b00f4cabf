"""What a PDF may cost, counted on its bytes before any library opens it, on its objects before they are followed."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator

import pikepdf
from msgspec import Struct

from rapport.formats.unreadable import DAMAGE, UnreadableError
from rapport.verify.pdf.stream import read_font, read_stream
from rapport.verify.report import page_place

MAX_FILE = 256 << 20
MAX_UNFOLDED = 64 << 20
"""Bytes of all streams decoded, pictures aside: a brief of 13 pages unfolds to 1 MiB, most of it fonts."""
MAX_DOTS = 1 << 30
"""Dots of all pictures: a hundred photographs of a good camera."""
MAX_OBJECTS = 200_000
MAX_PAGES = 2000
PAGE = re.compile(rb"/Type */Page(?![A-Za-z])")
"""A page in no stream of objects: to count them costs little, to open a file of many costs a library much."""
STREAM = re.compile(rb"stream\r?\n")
DEFLATED = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
CHUNK = 1 << 18
SIZE = re.compile(rb"/(?:Width|Height|W|H)\s+(\d{1,9})\b")
LZW_GROWTH = 1500
"""By how much a code of twelve bits may unfold (ISO 32000-1, 7.4.4)."""


def within_budget(data: bytes) -> None:
    """Raises `UnreadableError` for a file that would take more memory or time than any document of ours."""
    if len(data) > MAX_FILE:
        raise UnreadableError(f"le PDF dépasse {MAX_FILE >> 20}\u00a0Mio")
    if sum(1 for _ in PAGE.finditer(data)) > MAX_PAGES:
        raise UnreadableError(f"le PDF compte plus de {MAX_PAGES} pages")
    left, dots = MAX_UNFOLDED, MAX_DOTS
    end = 0
    for match in STREAM.finditer(data):
        if match.start() < end or data[match.start() - 3 : match.start()] == b"end":
            continue
        entries = _entries(data, match.start())
        if _is_picture(entries):
            dots -= _dots(entries)
            continue
        used, end = _unfolded(data, match.end(), left, entries)
        left -= used
        if left <= 0 or dots < 0:
            raise UnreadableError(f"les flux du PDF dépassent {MAX_UNFOLDED >> 20}\u00a0Mio une fois décompressés")
    if data.count(b" obj") > MAX_OBJECTS:
        raise UnreadableError(f"le PDF compte plus de {MAX_OBJECTS} objets")


def _entries(data: bytes, start: int) -> bytes:
    """The dictionary before a stream, as far as its filters may stand in it."""
    return data[max(0, data.rfind(b"obj", max(0, start - 2048), start)) : start]


def _is_picture(entries: bytes) -> bool:
    """Whether a stream is a picture, which engines unfold to the size it declares and no further."""
    return b"/Image" in entries and b"/ObjStm" not in entries and b"/XRef" not in entries and b"/Height" in entries


def _dots(entries: bytes) -> int:
    sizes = [int(size) for size in SIZE.findall(entries)]
    return sizes[0] * sizes[1] if len(sizes) > 1 else 0


def _unfolded(data: bytes, start: int, left: int, entries: bytes) -> tuple[int, int]:
    """How many bytes a stream unfolds to, up to `left`, and where it ends."""
    if b"LZW" in entries:
        end = max(data.find(b"endstream", start), start)
        return LZW_GROWTH * (end - start), end
    if data[start : start + 2] not in DEFLATED:
        return 0, start
    twice = entries.count(b"FlateDecode") + len(re.findall(rb"/Fl\b", entries)) > 1
    inflater, second = zlib.decompressobj(), zlib.decompressobj()
    used = 0
    try:
        for piece in _pieces(inflater, data, start):
            used += len(piece)
            if twice:
                used += _length(second, piece, left - used)
            if used > left:
                break
    except zlib.error:
        return used, start
    return used, start


def _pieces(inflater: zlib._Decompress, data: bytes, start: int) -> Iterator[bytes]:
    """The decoded bytes of the stream that begins at `start`, piece by piece."""
    while start < len(data) and not inflater.eof:
        piece = data[start : start + CHUNK]
        start += CHUNK
        while piece and not inflater.eof:
            yield inflater.decompress(piece, CHUNK)
            piece = inflater.unconsumed_tail


def _length(inflater: zlib._Decompress, piece: bytes, left: int) -> int:
    """The length of what a piece unfolds to once more, counted up to `left`."""
    count = 0
    while piece and count <= left and not inflater.eof:
        count += len(inflater.decompress(piece, CHUNK))
        piece = inflater.unconsumed_tail
    return count


# What the objects of a PDF would cost to follow: forms that draw each other, deep nesting, meanings of characters.

MAX_DRAWN = 24 << 20
"""Bytes of instructions run for all pages, a form as often as it is drawn: a brief of ours runs 30 KiB a page."""
MAX_PAGE = 2 << 20
MAX_TOLD = 20_000
"""Objects of shadings, patterns and the like, counted as often as they are referred to: ours use none."""
TOLD = ("/Shading", "/Pattern", "/ColorSpace", "/ExtGState", "/Properties")
MAX_NESTED = 256
"""`q`, marks or forms within each other; ours go five deep."""
MAX_FORMS = 12  # within each other, as where content is read
MAX_PICTURE_DOTS = 100_000_000  # twice the largest picture that content may have
DRAWS = re.compile(rb"/([^\s/\[\]()<>{}%]+)\s+Do\b")
NESTING = re.compile(rb"(?<![^\s\])>])(q|Q|BDC|BMC|EMC|BT|ET)(?=\s|$)")
STEPS = {b"q": 1, b"Q": -1, b"BDC": 1, b"BMC": 1, b"EMC": -1}


class Cost(Struct, frozen=True):
    """Bytes of instructions that are run, and how deep forms are drawn within each other."""

    size: int
    depth: int


def examined(pdf: pikepdf.Pdf) -> None:
    """Refuses a document whose pages no engine should be asked to draw. Raises `UnreadableError`."""
    examination = _Examination()
    try:
        for number, page in enumerate(pdf.pages, start=1):
            examination.page(page.obj, page_place(number))
    except (pikepdf.PdfError, *DAMAGE) as error:
        raise UnreadableError("PDF illisible\u00a0: un objet n’a pas la forme attendue") from error


class _Examination:
    """Counts what drawing costs; each form and font is looked at once."""

    def __init__(self) -> None:
        self.costs: dict[tuple[int, int], Cost] = {}
        self.fonts: set[tuple[int, int]] = set()
        self.left, self.told = MAX_DRAWN, 0

    def page(self, page: pikepdf.Object, place: str) -> None:
        """Adds what a page costs."""
        contents = page.get("/Contents")
        streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        data = b"\n".join(read_stream(each) for each in streams if isinstance(each, pikepdf.Stream))
        if len(data) > MAX_PAGE:
            raise UnreadableError(f"{place}\u00a0: plus de {MAX_PAGE >> 20}\u00a0Mio d’instructions")
        cost = self.run(data, page.get("/Resources"), frozenset(), place)
        for annotation in page.get("/Annots") or ():
            cost = Cost(cost.size + self.appearances(annotation, place), cost.depth)
        self.left -= cost.size
        if self.left < 0:
            raise UnreadableError("dessiner les pages du PDF prendrait un temps démesuré")

    def appearances(self, annotation: pikepdf.Object, place: str) -> int:
        """What the looks of an annotation cost."""
        looks = annotation.get("/AP") if isinstance(annotation, pikepdf.Dictionary) else None
        kinds: list[pikepdf.Object] = list(looks.values()) if isinstance(looks, pikepdf.Dictionary) else []
        forms = [form for kind in kinds for form in ([kind] if isinstance(kind, pikepdf.Stream) else kind.values())]
        return sum(self.form(form, frozenset(), place).size for form in forms if isinstance(form, pikepdf.Stream))

    def run(self, data: bytes, resources: object, path: frozenset[tuple[int, int]], place: str) -> Cost:
        """What running instructions costs, with the forms they draw."""
        _shallow(data, place)
        size, depth = len(data), 0
        if not isinstance(resources, pikepdf.Dictionary):
            return Cost(size, depth)
        self.characters(resources)
        for kind in TOLD:
            self.tell(resources.get(kind), 0, place)
        forms = resources.get("/XObject")
        if not isinstance(forms, pikepdf.Dictionary):
            return Cost(size, depth)
        for name, times in Counter(DRAWS.findall(data)).items():
            drawn = forms.get("/" + name.decode("latin-1"))
            if isinstance(drawn, pikepdf.Stream):
                cost = self.form(drawn, path, place)
                size, depth = size + times * cost.size, max(depth, cost.depth + 1)
        if depth > MAX_FORMS or size > MAX_DRAWN:
            raise UnreadableError(f"{place}\u00a0: des formulaires s’appellent sans fin")
        return Cost(size, depth)

    def form(self, form: pikepdf.Stream, path: frozenset[tuple[int, int]], place: str) -> Cost:
        """What drawing a form or an image costs. Raises `UnreadableError` for a form that draws itself."""
        if form.objgen in path or len(path) > MAX_FORMS:
            raise UnreadableError(f"{place}\u00a0: un formulaire se dessine lui-même")
        if form.objgen not in self.costs:
            if form.get("/Subtype") == "/Form":
                resources = form.get("/Resources")
                self.costs[form.objgen] = self.run(read_stream(form), resources, path | {form.objgen}, place)
            else:
                self.costs[form.objgen] = _picture(form, place)
        return self.costs[form.objgen]

    def tell(self, value: object, depth: int, place: str) -> None:
        """Counts what shadings and patterns are made of, as an engine follows them."""
        self.told += 1
        if depth > MAX_NESTED or self.told > MAX_TOLD:
            raise UnreadableError(f"{place}\u00a0: des dégradés ou des motifs démesurés")
        kids = value.values() if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)) else ()
        for kid in value if isinstance(value, pikepdf.Array) else kids:
            self.tell(kid, depth + 1, place)

    def characters(self, resources: pikepdf.Object) -> None:
        """Reads what the fonts' characters stand for, within bounds."""
        fonts = resources.get("/Font")
        for font in fonts.values() if isinstance(fonts, pikepdf.Dictionary) else ():
            if isinstance(font, pikepdf.Dictionary) and font.objgen not in self.fonts:
                self.fonts.add(font.objgen)
                read_font(font)


def _picture(picture: pikepdf.Stream, place: str) -> Cost:
    dots = abs(int(picture.get("/Width", 0)) * int(picture.get("/Height", 0)))
    if dots > MAX_PICTURE_DOTS:
        raise UnreadableError(f"{place}\u00a0: une image démesurée")
    return Cost(0, 0)


def _shallow(data: bytes, place: str) -> None:
    if data.count(b"q") + data.count(b"BMC") + data.count(b"BDC") <= MAX_NESTED:
        return
    depth = 0
    for match in NESTING.finditer(data):
        depth = max(0, depth + STEPS.get(match[1], 0))
        if depth > MAX_NESTED:
            raise UnreadableError(f"{place}\u00a0: des états ou des balises s’emboîtent trop profond")
