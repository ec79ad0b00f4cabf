"""Files as they were handed over: opened with the passwords at hand, and examined before anything reads them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapport.project.passwords import encryption, read_passwords
from rapport.protect.passwords import PACK
from rapport.protect.signs import asks_for_password
from rapport.verify.report import Check, Finding
from rapport.verify.verify import unreadable_pdf

NAME, TITLE = "password", "Mot de passe"
MISSING = "protégé par un mot de passe\u00a0: rapport verify --passwords FICHIER"
WRONG = "le mot de passe n’est pas celui de ce fichier, ou le fichier a été altéré"


class UnlockedFile(Struct, frozen=True):
    """A file out of its password where it had one; `fault` says why it may not be read, None where it may.

    `signatures` are the checks of those that stood after it.
    """

    name: str
    data: bytes
    protected: bool = False
    fault: Check | None = None
    signatures: tuple[Check, ...] = ()


class Unlocking:
    """Opens files with the passwords of a table, by the numbers of their copies; a key's one word opens all."""

    def __init__(self, table: Path | None) -> None:
        self.table = table

    def opened(self, name: str, data: bytes, number: int) -> UnlockedFile:
        """A file that asks for no password as it is. Raises UsageError for a table that cannot be read."""
        file = self._unlocked(name, data, number)
        if file.fault is not None or not name.endswith(".pdf"):
            return file
        return replace(file, fault=unreadable_pdf(file.data))

    def _unlocked(self, name: str, data: bytes, number: int) -> UnlockedFile:
        if not asks_for_password(data):
            return UnlockedFile(name, data)
        word = self.word(number)
        if not word:
            return UnlockedFile(name, b"", protected=True, fault=Check(NAME, TITLE, 1, unproved=MISSING))
        bare = encryption().unlocked(name, data, word)
        if bare is None:
            return UnlockedFile(
                name, b"", protected=True, fault=Check(NAME, TITLE, 1, (Finding("password-wrong", WRONG),))
            )
        return UnlockedFile(name, bare, protected=True)

    def word(self, number: int) -> str:
        """The password of a copy; empty for none."""
        return self._words.get(number, self._words.get(PACK, ""))

    @cached_property
    def _words(self) -> dict[int, str]:
        return {each.number: each.word for each in read_passwords(self.table)} if self.table else {}


def as_opened(name: str, data: bytes) -> bytes:
    """A document as it is once it has been under a password."""
    return bytes(encryption().as_unlocked(name, data))
