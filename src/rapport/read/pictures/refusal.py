"""What readers of pictures raise, and why an SVG file is not used."""

from __future__ import annotations


class RefusedPictureError(Exception):
    """A picture that cannot be used: the code of the problem, its message and a hint."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(code, message, hint)
        self.code, self.message, self.hint = code, message, hint


class SvgError(Exception):
    """What cannot be drawn alike in both documents, and what to do about it, both in French."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


SIMPLIFY = "enregistrez-la en «\u00a0SVG simple\u00a0», textes et effets convertis en tracés"
