"""The texts of a document, whoever wrote it last, each with its place; and the stamps of copies found in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

import pikepdf
from msgspec import Struct
from msgspec.structs import replace

from rapport.formats.office.archive import Archive, open_archive, parse
from rapport.formats.unreadable import DAMAGE, UnreadableError
from rapport.verify.pdf.document import examined_once
from rapport.verify.pdf.seen import reads_leftwards, seen_pages
from rapport.verify.report import page_place, slide_place

# The texts of a document, of whatever kind and whoever wrote it last, each with its place.

METADATA = "métadonnées"
MAX_DEPTH = 2
"""Archives within each other: a pack, or a folder of packs."""
MAX_BYTES = 512 << 20
_SLIDE = re.compile(r"ppt/(slides/slide|notesSlides/notesSlide)(\d+)\.xml")
_PROPERTIES = ("docProps/core.xml", "meta.xml")
_OFFICE = ("[Content_Types].xml", "mimetype")
"""What archives of office suites hold (ISO/IEC 29500-2, ISO/IEC 26300-3); other archives are folders of documents."""
_TAG = re.compile(r"<[^>]*>")


class TracedPassage(Struct, frozen=True):
    """A text and where it stands: "page 3", "diapositive 5", "métadonnées"; empty for a document without pages."""

    text: str
    place: str


def passages(data: bytes) -> Iterator[TracedPassage]:
    """The texts of a PDF, of an office document, of the documents in an archive, or of a plain text.

    Raises UnreadableError for what is damaged or made to harm, and for archives in archives more than two deep.
    """
    yield from _passages(data, 0, [MAX_BYTES])


def _passages(data: bytes, depth: int, left: list[int]) -> Iterator[TracedPassage]:
    """The same at a depth of archives; `left` counts the bytes that all of them together may still hold."""
    left[0] -= len(data)
    if left[0] < 0:
        raise UnreadableError(f"plus de {MAX_BYTES >> 20}\u00a0Mio à lire")
    if b"%PDF-" in data[:1024]:
        yield from _pdf(data)
    elif data.startswith(b"PK"):
        yield from _zipped(open_archive(data), depth, left)
    else:
        yield TracedPassage(_decoded(data), "")


def _pdf(data: bytes) -> Iterator[TracedPassage]:
    examined_once(data)
    for number, page in enumerate(seen_pages(data), start=1):
        yield TracedPassage(page.text, page_place(number))
    yield from _packet(data)


def _packet(data: bytes) -> Iterator[TracedPassage]:
    """What a PDF says of itself, where it still says anything."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            packet = pdf.Root.Metadata.read_bytes().decode("utf-8", "replace")
    except (pikepdf.PdfError, RuntimeError, *DAMAGE):
        return
    text = _TAG.sub("\n", packet).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    yield TracedPassage(text, METADATA)


def _zipped(archive: Archive, depth: int, left: list[int]) -> Iterator[TracedPassage]:
    left[0] -= sum(map(len, archive.members.values()))
    if left[0] < 0:
        raise UnreadableError(f"plus de {MAX_BYTES >> 20}\u00a0Mio à lire")
    if any(name in archive for name in _OFFICE):
        for name in archive:
            if name.endswith(".xml"):
                yield from _part(archive[name], name)
        return
    if depth == MAX_DEPTH:
        raise UnreadableError("des archives s’emboîtent plus de deux fois")
    for name in archive:
        if name.lower().endswith((".pdf", ".pptx", ".txt")):
            found = _passages(archive[name], depth + 1, left)
            yield from (replace(passage, place=f"{name} {passage.place}") for passage in found)


def _part(data: bytes, name: str) -> Iterator[TracedPassage]:
    """The paragraphs of a part; nothing where it cannot be read: others may."""
    try:
        root = parse(data, name)
    except UnreadableError:
        return
    place = METADATA if name in _PROPERTIES else _place(name)
    if place == METADATA:
        yield from (TracedPassage("".join(node.itertext()), place) for node in root)
    for node in root.iter("{*}p"):
        yield TracedPassage("".join(node.itertext()), place)


def _place(name: str) -> str:
    match = _SLIDE.fullmatch(name)
    if match is None:
        return ""
    return slide_place(int(match[2])) if match[1].startswith("slides") else f"commentaires\u00a0{match[2]}"


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


# Stamps of copies, found in texts that other programs have had in their hands.

LONGEST = 160
"""Characters of a name: what goes on after that is another text on the same line."""
_SLOT = re.compile(r"\{(\d)\}")
_LOOSE = {
    " ": r"[ \t\r\n]*",
    "°": "[°o]",
    **dict.fromkeys("-‐‑‒–—―−", "[-‐‑‒–—―−]+"),
}
"""Signs that programs change: spaces are lost or doubled, dashes become hyphens, ° a letter."""
_GROUPS = {"1": r"(?P<number>\d{1,9})", "2": rf"(?P<name>[^\r\n]{{1,{LONGEST}}})"}


class Sighting(Struct, frozen=True):
    """A stamp that was read: the number of the copy, the name as it stands there, and all its places."""

    number: int
    name: str
    places: tuple[str, ...]


def sightings(texts: Iterable[TracedPassage], phrases: Sequence[str]) -> tuple[Sighting, ...]:
    """The stamps in the texts, by number, each once. `phrases` are those of stamps: {1} is the number, {2} the name.

    Words read from the right come from pages in an order that each program finds its own way: metadata say theirs.
    """
    patterns = [_pattern(phrase) for phrase in phrases]
    found: dict[tuple[int, str], list[str]] = {}
    names: dict[tuple[int, str], str] = {}
    for passage in texts:
        for number, name in _stamps(passage.text, patterns):
            key = number, "".join(sorted(folded(name))) if reads_leftwards(name) else folded(name)
            places = found.setdefault(key, [])
            names[key] = name if passage.place == METADATA else names.get(key, name)
            if passage.place and passage.place not in places[-1:]:
                places.append(passage.place)
    return tuple(Sighting(key[0], names[key], tuple(places)) for key, places in sorted(found.items()))


def _stamps(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, str]]:
    plain = unicodedata.normalize("NFKC", text)
    for pattern in patterns:
        for match in pattern.finditer(plain):
            name = match["name"].strip(" \t")
            if folded(name):
                yield int(match["number"]), name


def _pattern(phrase: str) -> re.Pattern[str]:
    """The phrase as a pattern for normalised text."""
    pieces = _SLOT.split(phrase)
    literals = ("".join(map(_loose, unicodedata.normalize("NFKC", piece))) for piece in pieces[::2])
    groups = [_GROUPS[slot] for slot in pieces[1::2]]
    pairs = zip(literals, (*groups, ""), strict=True)
    return re.compile("".join(literal + group for literal, group in pairs), re.IGNORECASE)


def _loose(sign: str) -> str:
    return _LOOSE.get(sign, re.escape(sign))


def folded(name: str) -> str:
    """A name as two readings of it are compared: letters and digits alone."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isalnum())
