"""Character codes of an embedded font: one for each glyph and the text it stands for."""

from __future__ import annotations


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
