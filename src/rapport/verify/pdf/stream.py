"""Streams of a PDF, decoded within bounds; their instructions (ISO 32000-1, 7.8.2) and what codes stand for (9.10)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import chain, groupby
from struct import unpack

import pikepdf
from msgspec import Struct

from rapport.formats.unreadable import UnreadableError

# The instructions of a content stream (ISO 32000-1, 7.8.2).

MARKS = "BT ET Tf Tj TJ ' \" BMC BDC EMC Do q Q S s f F f* B B* b b* sh BI ID EI"
COLOURS = "cm rg g k re m l c n Tm Td TD Tr"
OPERATORS = f"{MARKS} {COLOURS}"
"""What tells which text and painting stands in which mark, and what tells their colours."""

Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
Instructions = tuple[tuple[str, Instruction], ...]


def instructions_of(content: pikepdf.Page | pikepdf.Stream, place: str) -> Instructions:
    """The instructions of a page or a form, each after its operator. Raises UnreadableError, which names the place."""
    try:
        found = pikepdf.parse_content_stream(content, OPERATORS)
    except pikepdf.PdfError as error:
        raise UnreadableError(f"{place}\u00a0: contenu illisible") from error
    return tuple([(str(instruction.operator), instruction) for instruction in found])


MAX_STREAM = 64 << 20  # a picture of 4,000 by 5,000 dots has 60 MB


def read_stream(stream: pikepdf.Stream) -> bytes:
    """The decoded bytes of a stream. Raises `UnreadableError` for one too large or that cannot be decoded."""
    filters = stream.get("/Filter")
    plain = stream.get("/DecodeParms") is None
    if plain and filters in (pikepdf.Name.FlateDecode, pikepdf.Array([pikepdf.Name.FlateDecode])):
        return _inflate(stream.read_raw_bytes())
    if isinstance(filters, pikepdf.Array) and len(filters) > 1:
        raise UnreadableError("un flux du PDF est compressé plusieurs fois")
    try:
        return stream.read_bytes()
    except pikepdf.PdfError as error:
        raise UnreadableError("un flux du PDF ne peut pas être décodé") from error


def _inflate(data: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        decoded = inflater.decompress(data, MAX_STREAM)
    except zlib.error as error:
        raise UnreadableError("un flux du PDF est abîmé") from error
    if inflater.unconsumed_tail:
        raise UnreadableError(f"un flux du PDF dépasse {MAX_STREAM >> 20}\u00a0Mio une fois décompressé")
    return decoded


# What the codes of a PDF font stand for (ISO 32000-1, 9.10).


SECTION = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
TOKEN = re.compile(rb"<([0-9A-Fa-f \t\r\n]*)>|(\[)|(\])")
LARGEST_RANGE = 0x10000
MOST = 2 * LARGEST_RANGE
"""Codes with a meaning in one font: two bytes make half as many."""
MAX_MAP = 4 << 20  # 65,536 codes at some 40 bytes


class FontCodes(Struct, frozen=True, eq=False):
    """How a font's strings are read: bytes per code and the characters of each code.

    `unmapped` replaces a code without characters: U+FFFD, so that a missing ToUnicode shows. A code is one byte or two.
    """

    name: str
    width: int
    characters: dict[int, str]
    unmapped: str = "\ufffd"

    def decode(self, string: bytes) -> str:
        return "".join(self._read(string))

    def decode_turned(self, string: bytes) -> str:
        """The characters of words whose first glyph is the last that is read."""
        words = groupby(self._read(string), str.isspace)
        return "".join("".join(word if is_space else [*word][::-1]) for is_space, word in words)

    def _read(self, string: bytes) -> list[str]:
        codes = string if self.width == 1 else unpack(f">{len(string) // 2}H", string[: len(string) // 2 * 2])
        return [self.characters.get(code, self.unmapped) for code in codes]


def read_font(font: pikepdf.Dictionary) -> FontCodes:
    """The codes of a font dictionary. Without ToUnicode a simple font is read as Windows Latin 1, others as nothing."""
    composite = font.get("/Subtype") == "/Type0"
    name = str(font.get("/BaseFont", "")).lstrip("/")
    stream = font.get("/ToUnicode")
    if isinstance(stream, pikepdf.Stream):
        return FontCodes(name, 2 if composite else 1, _mapping(read_stream(stream)))
    latin = {code: bytes([code]).decode("cp1252", "replace") for code in range(256)}
    return FontCodes(name, 2, {}) if composite else FontCodes(name, 1, latin)


def _mapping(cmap: bytes) -> dict[int, str]:
    """The characters of each code. Raises `UnreadableError` for a map larger than any font needs."""
    mapping: dict[int, str] = {}
    if len(cmap) > MAX_MAP:
        raise UnreadableError("la table des caractères d’une police est démesurée")
    readers = {b"bfchar": _chars, b"bfrange": _ranges}
    sections = (readers[kind](body) for kind, body in SECTION.findall(cmap) if kind in readers)
    for count, (code, text) in enumerate(chain.from_iterable(sections)):
        if count > MOST:
            raise UnreadableError("la table des caractères d’une police est démesurée")
        mapping[code] = text
    return mapping


def _chars(body: bytes) -> Iterator[tuple[int, str]]:
    values = [_bytes(token[1] or b"") for token in TOKEN.finditer(body)]
    for code, text in zip(values[::2], values[1::2], strict=False):
        yield int.from_bytes(code, "big"), _text(text)


def _ranges(body: bytes) -> Iterator[tuple[int, str]]:
    tokens = iter(TOKEN.finditer(body))
    for first in tokens:
        last, target = next(tokens, None), next(tokens, None)
        if last is None or target is None:
            return
        low = int.from_bytes(_bytes(first[1] or b""), "big")
        high = int.from_bytes(_bytes(last[1] or b""), "big")
        if high - low > LARGEST_RANGE:
            raise UnreadableError("la table des caractères d’une police est démesurée")
        if target[2]:
            yield from zip(range(low, high + 1), tuple(_list(tokens)), strict=False)
        else:
            yield from _run(low, high, _bytes(target[1] or b""))


def _list(tokens: Iterator[re.Match[bytes]]) -> Iterator[str]:
    for token in tokens:
        if token[3]:
            return
        yield _text(_bytes(token[1] or b""))


def _run(low: int, high: int, target: bytes) -> Iterator[tuple[int, str]]:
    """Characters that follow each other: only the last code unit counts up."""
    start = _text(target)
    for code in range(low, high + 1 if start else low):
        yield code, start[:-1] + chr(min(ord(start[-1]) + code - low, 0x10FFFF))


def _bytes(digits: bytes) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", digits)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _text(value: bytes) -> str:
    return value.decode("utf-16-be", "replace")
