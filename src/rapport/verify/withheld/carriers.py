"""Every text that a file carries, wherever it hides: pages, notes, alternatives, metadata, attachments, revisions."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree
from msgspec import Struct

from rapport.verify.archive import open_archive
from rapport.verify.finding import UnreadableError
from rapport.verify.markup import parse
from rapport.verify.withheld.pdf import pdf_parts

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
