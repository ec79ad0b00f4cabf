"""The PDF objects that embed a font of glyphs: subset program, descriptor, widths and CMaps (ISO 32000-1, 9.7)."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol

import uharfbuzz as hb
from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFStream, PDFZCompress

from rapport.formats.pdf.tags.serial import number

# CMap files: from codes to text (ToUnicode) or to glyphs (ISO 32000-1, 9.7.5 and 9.10.3).

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> def
/CMapName /{name} def
/CMapType {kind} def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_LINES = 100
"""A section has at most 100 lines (Adobe Technical Note 5411)."""


def to_unicode(texts: Sequence[str]) -> bytes:
    """The ToUnicode CMap of a font whose code n (from 1) stands for texts[n - 1]."""
    rows = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in enumerate(texts, 1)]
    head = _HEAD.format(ordering="UCS", name="Adobe-Identity-UCS", kind=2)
    return (head + "".join(_sections("bfchar", rows)) + _TAIL).encode()


def to_glyphs(name: str, glyphs: Sequence[int]) -> bytes:
    """A CMap whose code n (from 1) selects the glyph (as CID) glyphs[n - 1]."""
    rows = [f"<{code:04X}> {glyph}" for code, glyph in enumerate(glyphs, 1)]
    head = _HEAD.format(ordering="Identity", name=name, kind=1)
    return (head + "".join(_sections("cidchar", rows)) + _TAIL).encode()


def _sections(operator: str, rows: list[str]) -> Iterator[str]:
    for start in range(0, len(rows), _LINES):
        lines = rows[start : start + _LINES]
        yield f"{len(lines)} begin{operator}\n" + "\n".join(lines) + f"\nend{operator}\n"


# What a font descriptor says of a face (ISO 32000-1, 9.8).

_STEM = 80
"""Vertical stem width: no table gives it, and readers use it only for a missing font program."""


class DescriptorMetrics(Struct, frozen=True):
    """Lengths in thousandths of the em, the angle in degrees counter-clockwise from the vertical."""

    name: str
    box: tuple[int, ...]
    italic_angle: int
    ascent: int
    descent: int
    cap_height: int
    stem: int = _STEM


def read_metrics(face: hb.Face) -> DescriptorMetrics:
    """The metrics of a face; its PostScript name without the characters that a PDF name cannot hold."""
    font = hb.Font(face)
    scale = 1000 / face.upem
    extents = font.get_font_extents("ltr")
    box = struct.unpack_from(">4h", face.reference_table("head").data, 36)
    angle: int = struct.unpack_from(">l", face.reference_table("post").data, 4)[0]
    cap_height = font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
    return DescriptorMetrics(
        name=_printable(face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Face"),
        box=tuple(round(value * scale) for value in box),
        italic_angle=round(angle / 65536),
        ascent=round(extents.ascender * scale),
        descent=round(extents.descender * scale),
        cap_height=round(cap_height * scale),
    )


def _printable(name: str) -> str:
    return "".join(character for character in name if character.isalnum() or character == "-")


# The PDF objects of a composite font with two-byte codes (ISO 32000-1, 9.7; ISO 19005-2, 6.2.11).

Advance = Callable[[int], float]
"""From an original glyph id to its width in thousandths of the em."""

_SYMBOLIC = 4  # bit 3 of the flags (ISO 32000-1, table 123)
_SYSTEM = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"


class GlyphCodes(Protocol):
    """Codes from 1: which glyph each selects, and what it stands for."""

    @property
    def glyphs(self) -> tuple[int, ...]: ...

    @property
    def texts(self) -> tuple[str, ...]: ...


class _Indirect(PDFDictionary):
    """A dictionary that is an object of its own wherever it is used."""

    __RefOnly__ = 1


def composite_font(face: hb.Face, codes: GlyphCodes, advance: Advance, weight: int = 0) -> PDFDictionary:
    """The Type 0 font of the glyphs in `codes`, with its descendant, program and CMaps; see `subset` for the weight."""
    program = subset(face, sorted(set(codes.glyphs)), weight)
    metrics = read_metrics(face)
    base = f"/{_subset_tag(program.data)}+{metrics.name}"
    build = _cff if "CFF " in face.table_tags else _true_type
    descendant, file, encoding = build(codes, program, advance)
    descendant |= {"Type": "/Font", "BaseFont": base, "CIDSystemInfo": _SYSTEM, "DW": 0}
    descendant["FontDescriptor"] = _descriptor(base, metrics, file)
    font = {"Type": "/Font", "Subtype": "/Type0", "BaseFont": base, "Encoding": encoding}
    font |= {"DescendantFonts": PDFArray([_Indirect(descendant)]), "ToUnicode": _stream(to_unicode(codes.texts))}
    return _Indirect(font)


def _true_type(codes: GlyphCodes, program: FontProgram, advance: Advance) -> tuple[dict[str, Any], dict[str, Any], Any]:
    glyphs = b"".join(program.glyphs[glyph].to_bytes(2, "big") for glyph in codes.glyphs)
    widths = _widths(advance(glyph) for glyph in codes.glyphs)
    descendant = {"Subtype": "/CIDFontType2", "CIDToGIDMap": _stream(b"\0\0" + glyphs), "W": widths}
    return descendant, {"FontFile2": _stream(program.data, Length1=len(program.data))}, "/Identity-H"


def _cff(codes: GlyphCodes, program: FontProgram, advance: Advance) -> tuple[dict[str, Any], dict[str, Any], Any]:
    # CFF outlines have no CIDToGIDMap (9.7.4.2): the CMap leads straight to the subset's glyph ids
    kept = sorted(program.glyphs.items(), key=lambda pair: pair[1])[1:]
    descendant = {"Subtype": "/CIDFontType0", "W": _widths(advance(glyph) for glyph, _ in kept)}
    name = "Rapport-Glyphs"
    cmap = _stream(
        to_glyphs(name, [program.glyphs[glyph] for glyph in codes.glyphs]),
        Type="/CMap", CMapName=f"/{name}", CIDSystemInfo=_SYSTEM,
    )  # fmt: skip
    return descendant, {"FontFile3": _stream(program.data, Subtype="/OpenType")}, cmap


def _descriptor(base: str, metrics: DescriptorMetrics, file: dict[str, Any]) -> PDFDictionary:
    entries = {"Type": "/FontDescriptor", "FontName": base, "Flags": _SYMBOLIC, "FontBBox": PDFArray(metrics.box)}
    entries |= {"ItalicAngle": metrics.italic_angle, "Ascent": metrics.ascent, "Descent": metrics.descent}
    return _Indirect({**entries, "CapHeight": metrics.cap_height, "StemV": metrics.stem, **file})


def _widths(advances: Iterable[float]) -> str:
    return f"[1[{' '.join(map(number, advances))}]]"


def _stream(content: bytes, **entries: Any) -> PDFStream:
    return PDFStream(PDFDictionary(entries), content, [PDFZCompress])


def _subset_tag(program: bytes) -> str:
    """Six capitals that tell subsets of one face apart (9.6.4)."""
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


_DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "JSTF", "kern", "DSIG", "FFTM", "name", "OS/2", "post", "cmap", "gasp")
"""Tables that only a text engine reads: a PDF reader goes by glyph ids and the widths in the font dictionary."""


class FontProgram(Struct, frozen=True):
    """A subset font file, and the glyph id that each original one has in it."""

    data: bytes
    glyphs: dict[int, int]


def subset(face: hb.Face, glyphs: Iterable[int], weight: int = 0) -> FontProgram:
    """The font program with these glyphs, those they are composed of and .notdef, renumbered without gaps.

    Of a variable font, at one weight: PDF knows no other. 0 is for a font of one weight.
    Takes 0.3 ms for a text face, so nothing is cached. Hinting is left out: PDF readers draw unhinted at the
    resolutions of today, and it is a third of the bytes.
    """
    request = hb.SubsetInput()
    request.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    request.glyph_set.update(glyphs)
    request.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    if weight:
        request.pin_all_axes_to_default(face)
        request.pin_axis_location(face, "wght", weight)
    plan = hb.SubsetPlan(face, request)
    return FontProgram(plan.execute().blob.data, dict(plan.old_to_new_glyph_mapping.items()))
