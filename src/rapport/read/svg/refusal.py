"""Why an SVG file is not used."""

from __future__ import annotations


class SvgError(Exception):
    """What cannot be drawn alike in both documents, and what to do about it, both in French."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


SIMPLIFY = "enregistrez-la en «\u00a0SVG simple\u00a0», textes et effets convertis en tracés"
