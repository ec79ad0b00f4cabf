"""Streams of a PDF, decoded within bounds."""

from __future__ import annotations

import zlib

import pikepdf

from rapport.verify.finding import UnreadableError

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
