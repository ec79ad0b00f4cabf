"""Whether a file holds anything that its audience may not see, in any text it carries, wherever it hides."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from itertools import accumulate
from typing import Any

import pikepdf
import pypdfium2
from lxml import etree
from msgspec import Struct

from rapport.formats.office.archive import open_archive, parse
from rapport.formats.unreadable import DAMAGE, UnreadableError, quoted
from rapport.verify.pdf.document import open_pdf
from rapport.verify.pdf.seen import page_text
from rapport.verify.report import Check, Finding, page_place

# The texts of a PDF that a reader, a search engine or a curious hand could find in it.

Part = tuple[str, bytes, str]
"""A text, the bytes of a file inside (often none), and where they stand."""
_END = b"%%EOF"
_FACE = ("/Length1", "/N")
"""Keys of a face's file or a colour profile."""
_PHOTOGRAPHS = ("/DCTDecode", "/JPXDecode")
"""Codings of pictures that are files of their own."""


def pdf_parts(data: bytes) -> Iterator[Part]:
    """What the pages show, those of no page tree too; every string and stream; each earlier revision of the file.

    Raises UnreadableError for what is no sound PDF.
    """
    yield from _revision(data, "")
    end = data.find(_END)
    while 0 <= end < len(data) - len(_END) - 8:
        yield from _earlier(data[: end + len(_END)])
        end = data.find(_END, end + 1)


def _earlier(data: bytes) -> Iterator[Part]:
    """A revision that a later one replaced; nothing where the bytes so far make no file."""
    try:
        yield from _revision(data, "révision antérieure")
    except UnreadableError:
        return


def _revision(data: bytes, place: str) -> Iterator[Part]:
    with open_pdf(data) as pdf:
        try:
            for number, text in enumerate(_page_texts(pdf), start=1):
                yield text, b"", place or page_place(number)
            for number, page in enumerate(pdf.pages, start=1):
                yield _said_in(page), b"", place or page_place(number)
            for item in pdf.objects:
                yield from _object(item, place or "objets du PDF")
            yield from _object(pdf.trailer, place or "métadonnées")
        except (pikepdf.PdfError, pypdfium2.PdfiumError, *DAMAGE) as error:
            raise UnreadableError("PDF illisible\u00a0: un objet n’a pas la forme attendue") from error


def _page_texts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The text of every page object, whether the page tree still leads to it or not."""
    known = {page.obj.objgen for page in pdf.pages}
    for item in list(pdf.objects):
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Page" and item.objgen not in known:
            pdf.pages.append(pikepdf.Page(item))
    whole = BytesIO()
    pdf.save(whole)
    with pypdfium2.PdfDocument(whole.getvalue()) as document:
        for page in document:
            yield page_text(page)


def _object(item: Any, place: str) -> Iterator[Part]:
    """The strings and names in an object, what it points to aside; a stream's bytes."""
    pending = [item]
    while pending:
        value = pending.pop()
        if isinstance(value, pikepdf.Stream):
            yield _said_in(value) if value.get("/Subtype") == "/Form" else "", _stream(value), place
        if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
            pending += [each for _key, each in value.items() if not getattr(each, "is_indirect", False)]
            yield " ".join(str(key) for key in value), b"", place
        elif isinstance(value, pikepdf.Array):
            pending += [each for each in value if not getattr(each, "is_indirect", False)]
        elif isinstance(value, (pikepdf.String, pikepdf.Name)):
            yield str(value), b"", place


def _stream(stream: pikepdf.Stream) -> bytes:
    """Its bytes, unpacked; a photograph's as its camera wrote them, with their remarks; none of what holds no words."""
    if stream.get("/Subtype") == "/Image":
        return stream.read_raw_bytes() if str(stream.get("/Filter")) in _PHOTOGRAPHS else b""
    if any(key in stream for key in _FACE):
        return b""
    try:
        return stream.read_bytes()
    except (pikepdf.PdfError, *DAMAGE):
        return stream.read_raw_bytes()


def _said_in(drawing: pikepdf.Stream | pikepdf.Page) -> str:
    """What marks in a drawing say in place of what it shows (ISO 32000-1, 14.9.4)."""
    try:
        instructions = pikepdf.parse_content_stream(drawing)
    except (pikepdf.PdfError, *DAMAGE):
        return ""
    marks = (operand for each in instructions for operand in each.operands if isinstance(operand, pikepdf.Dictionary))
    return "\n".join(str(value) for mark in marks for _key, value in mark.items() if isinstance(value, pikepdf.String))


# Every text that a file carries, wherever it hides: pages, notes, alternatives, metadata, attachments, revisions.

DEEPEST = 4
"""Files in files: a workbook in a deck in a pack is three."""
_TAG = re.compile(r"<[^>]*>")
_NAMED = re.compile(r"[0-9]{1,6}")


class Carrier(Struct, frozen=True):
    """A text and what carries it: "page 3", "ppt/notesSlides/notesSlide4.xml", "pièce jointe faits.csv"."""

    text: str
    place: str


def carriers(data: bytes, place: str = "", depth: int = 0) -> Iterator[Carrier]:
    """The texts of a file, then of the files in it. Raises UnreadableError for what is damaged or made to harm."""
    if depth > DEEPEST:
        raise UnreadableError("des fichiers dans des fichiers, sans fin")
    if b"%PDF-" in data[:1024]:
        for found, inside, where in pdf_parts(data):
            yield Carrier(found, _joined(place, where))
            if inside:
                yield from carriers(inside, _joined(place, where), depth + 1)
    elif data.startswith(b"PK"):
        yield from _zipped(data, place, depth)
    else:
        yield from _plain(data, place)


def _joined(place: str, where: str) -> str:
    return f"{place}, {where}" if place and where else place or where


def _zipped(data: bytes, place: str, depth: int) -> Iterator[Carrier]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        yield Carrier(_decoded(archive.comment), _joined(place, "commentaire de l’archive"))
        for info in archive.infolist():
            yield Carrier(f"{info.filename}\n{_decoded(info.comment)}\n{_decoded(info.extra)}", _joined(place, "noms"))
    members = open_archive(data)
    for name in members:
        yield from carriers(members[name], _joined(place, name), depth + 1)


def _plain(data: bytes, place: str) -> Iterator[Carrier]:
    """Markup as its words and its attributes; then, as of any other bytes, all that can be read in them."""
    if data.lstrip(b" \t\r\n")[:1] == b"<":
        yield from _markup(data, place)
    text = data.decode("utf-8", "ignore")
    yield Carrier(text, place)
    for encoding in ("utf-16-le", "utf-16-be") if "\0" in text else ():
        yield Carrier(data.decode(encoding, "ignore"), place)
    if "\ufffd" in data.decode("utf-8", "replace"):
        yield Carrier(data.decode("cp1252", "ignore"), place)


def _markup(data: bytes, place: str) -> Iterator[Carrier]:
    yield Carrier(_unescaped(_TAG.sub("", data.decode("utf-8", "replace"))), place)
    try:
        root = parse(data, place)
    except UnreadableError:
        return
    yield Carrier("".join(root.itertext()), place)
    for node in root.iter(etree.Element):
        yield from (Carrier(str(value), place) for value in node.attrib.values() if not _NAMED.fullmatch(str(value)))


def _unescaped(text: str) -> str:
    for code, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(code, sign)
    return re.sub(r"&#(x[0-9a-fA-F]+|[0-9]+);", _numbered, text)


def _numbered(match: re.Match[str]) -> str:
    code = int(match[1][1:], 16) if match[1][0] == "x" else int(match[1])
    return chr(code) if code < 0x110000 else ""


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "ignore")


# Whether a file holds anything that its audience may not see.

WINDOW = 24
"""Letters and figures that nobody writes twice by chance: four or five French words."""
RUN = 6
"""Windows in a row, so that a text which only goes on by chance as a hidden one does, for a letter or two, is none."""
LEAST = 10
"""Of a text too short for such a run, how much there must be for it to be looked for whole."""
_WORD = re.compile(r"[^\W_]+")
_CLAUSE = re.compile(r"[.,;:!?…]+(?=[ \n\u00a0\u202f]|$)|[\n()«»–—]")


class Withheld(Struct, frozen=True):
    """What may not be seen: its windows of letters, its texts too short for one, and where to begin to quote them."""

    windows: frozenset[str]
    shorts: tuple[str, ...]

    @property
    def size(self) -> int:
        """How much is looked for."""
        return len(self.windows) + len(self.shorts)


def withheld(hidden: Iterable[str], shown: Iterable[str]) -> Withheld:
    """What stands in `hidden` texts and in none of those `shown`, clause by clause.

    Two texts that are shown one after the other may say together what a hidden one does: `shown` is in reading order.
    """
    said = "".join(letters(text) for text in shown)
    allowed = frozenset(_windows(said))
    clauses = {letters(clause) for text in hidden for clause in _CLAUSE.split(text)}
    windows = {window for clause in clauses for window in _windows(clause)} - allowed
    shorts = (clause for clause in clauses if LEAST <= len(clause) < WINDOW + RUN - 1 and clause not in said)
    return Withheld(frozenset(windows), tuple(sorted(shorts)))


def check_withheld(data: bytes, secrets: Withheld, audience: str) -> Check:
    """One finding for each carrier that gives something away. An unreadable file fails too."""
    title = "Rien qui ne soit pour ce public"
    try:
        found = tuple(_findings(carriers(data), secrets, audience))
    except UnreadableError as error:
        found = (Finding("unreadable", str(error)),)
    return Check("audience", title, secrets.size, found)


def _findings(found: Iterable[Carrier], secrets: Withheld, audience: str) -> Iterator[Finding]:
    told: set[tuple[str, str]] = set()
    for carrier in found:
        leak = _leak(carrier.text, secrets)
        if leak and (carrier.place, leak) not in told:
            told.add((carrier.place, leak))
            message = f"{quoted(leak)} n’est pas destiné au public visé ({audience})"
            yield Finding("audience-leak", message, carrier.place)


def _leak(text: str, secrets: Withheld) -> str:
    """What a text gives away first, empty for nothing."""
    said, run = letters(text), 0
    for start, window in enumerate(_windows(said)):
        run = run + 1 if window in secrets.windows else 0
        if run == RUN:
            return said[start - RUN + 1 : start + 2 * WINDOW]
    near = [short for short in secrets.shorts if short in said]
    return next(whole(near, text), "") if near else ""


def whole(shorts: Iterable[str], text: str) -> Iterator[str]:
    """Those of the short texts that begin and end where words of a text do: others are there by chance."""
    lengths = [len(letters(word)) for word in _WORD.findall(text)]
    ends = frozenset(accumulate(lengths, initial=0))
    said = letters(text)
    for short in shorts:
        places = (match.start() for match in re.finditer(re.escape(short), said))
        if any(at in ends and at + len(short) in ends for at in places):
            yield short


def _windows(text: str) -> Iterator[str]:
    return (text[start : start + WINDOW] for start in range(len(text) - WINDOW + 1))


@lru_cache(1 << 14)
def letters(text: str) -> str:
    """A text as letters and figures alone, small and unaccented: no break, hyphen, space or case hides it."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())
