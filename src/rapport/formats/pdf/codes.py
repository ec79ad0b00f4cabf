"""Codes of a composite font: which glyph each selects and what it stands for (ISO 32000-1, 9.7.5 and 9.10.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


class CodeTable:
    """Two-byte codes from 1, in the order of first use.

    The pair decides: a glyph that serves both U+0020 and U+00A0, or both U+2010 and U+2011, has two codes, so
    that the text read back is the text that was written.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: int, text: str) -> int:
        """The code of `glyph` standing for `text`; raises ValueError for .notdef (ISO 19005-2, 6.2.11.8)."""
        pair = (glyph, text)
        code = self._codes.get(pair)
        if code is None:
            if glyph == 0:
                raise ValueError(f"the font has no glyph for {text!r}")
            code = self._codes[pair] = len(self._codes) + 1
        return code

    @property
    def glyphs(self) -> tuple[int, ...]:
        """The glyph of each code from 1."""
        return tuple(glyph for glyph, _ in self._codes)

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each code from 1."""
        return tuple(text for _, text in self._codes)
