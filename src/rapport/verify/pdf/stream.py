"""Streams of a PDF, decoded within bounds, and their instructions (ISO 32000-1, 7.8.2)."""

from __future__ import annotations

import zlib

import pikepdf

from rapport.verify.finding import UnreadableError

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


MAX_STREAM = 64 << 20


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
