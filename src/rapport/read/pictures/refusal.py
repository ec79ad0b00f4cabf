"""What readers of pictures raise."""

from __future__ import annotations


class RefusedPictureError(Exception):
    """A picture that cannot be used: the code of the problem, its message and a hint."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(code, message, hint)
        self.code, self.message, self.hint = code, message, hint
