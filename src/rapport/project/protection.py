"""Copies and packs put under their passwords and out of them. Loaded where there is one: its libraries are an extra."""

from __future__ import annotations

from hashlib import sha256

from msgspec import Struct

from rapport.pack.press import Copy
from rapport.project.signing import Signer
from rapport.protect.files import opened, protected
from rapport.protect.passwords import PACK, PRINT, WrongPasswordError

__all__ = ["Protection", "as_unlocked", "protected", "unlocked"]


class Protection(Struct, frozen=True):
    """The password of each numbered copy that has one, and the key that signs their PDF files, None for none.

    `rights` are what readers of PDF files let do.
    """

    words: dict[int, str]
    signing: Signer | None = None
    rights: str = PRINT

    def sealed(self, number: int, name: str, copy: Copy) -> Copy:
        """The copy as it is handed out: under its recipient's password, where there is one, and signed last."""
        word, data = self.words.get(number, ""), bytes(copy.data)
        if word:
            data = protected(name, data, word, self.rights)
        if self.signing is not None and name.endswith(".pdf"):
            data = self.signing.pdf(data, word)
        return Copy(data, b"", sha256(data).hexdigest())

    def shut(self, name: str, data: bytes) -> bytes:
        """What holds all copies, as it goes to the printer: under the pack's own password, where there is one."""
        word = self.words.get(PACK, "")
        return protected(name, data, word) if word else data


def unlocked(name: str, data: bytes, password: str) -> bytes | None:
    """The file without its password; None where that is another one, or the file was altered."""
    try:
        return opened(name, data, password)
    except WrongPasswordError:
        return None


def as_unlocked(name: str, data: bytes) -> bytes:
    """A document as it is once it has been under a password: what a protected copy of it is compared with."""
    return opened(name, protected(name, data, "any"), "any")
