"""Passwords: made, judged, and kept in a table of their own."""

from __future__ import annotations

import csv
import io
import math
import secrets
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""32 signs that are told apart when read aloud or copied by hand: neither l nor o, neither 0 nor 1."""
GROUPS, GROUP = 4, 5
"""20 signs of 5 bits: 100 bits, where archives derive their key in 1,000 rounds only (WinZip AE-2)."""
LONGEST = 127
"""Bytes of UTF-8 that PDF's AES-256 takes (ISO 32000-2, 7.6.4.3.3)."""
ENOUGH = 60.0
"""Bits under which a password is told to be weak: within reach of a machine that tries every one."""
READ, PRINT, COPY = "read", "print", "copy"
"""What readers of a protected PDF let do who opens it: read it, print it too, copy its words too."""
PACK = 0
"""The number under which the password of a pack stands, or of a file with all copies."""
COLUMNS = ("Exemplaire", "Destinataire", "Mot de passe")


class Password(Struct, frozen=True):
    """The password of a numbered copy and whose copy that is; number 0 is the pack's own."""

    number: int
    recipient: str
    word: str


def generated() -> str:
    """A new password, in groups for those who type it."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))


def composed(word: str) -> str:
    """A password as every opener understands it: letters and accents in one (Unicode's normal form C)."""
    return unicodedata.normalize("NFC", word)


def bits(word: str) -> float:
    """How hard a password is to guess, at the most: its signs, those repeated counted twice only, of their kinds."""
    kinds = ((str.islower, 26), (str.isupper, 26), (str.isdigit, 10))
    alphabet = sum(size for kind, size in kinds if any(map(kind, word)))
    alphabet += 33 * any(not sign.isalnum() for sign in word)
    return min(len(word), 2 * len(set(word))) * math.log2(max(2, alphabet))


def written(passwords: Iterable[Password]) -> bytes:
    """The table of passwords, as office suites open it."""
    target = io.StringIO(newline="")
    rows = csv.writer(target, delimiter=";", lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows((each.number, each.recipient, each.word) for each in passwords)
    return target.getvalue().encode("utf-8-sig")


def read(data: bytes) -> tuple[Password, ...]:
    """The passwords of a table, or of a key: a line that holds a pack's. Raises ValueError for another file."""
    try:
        text = data.decode("utf-8-sig")
        key = text.rstrip("\r\n")
        if key and "\n" not in key and key != ";".join(COLUMNS):
            return (Password(0, "", composed(key)),)
        return tuple(_rows(text))
    except (csv.Error, UnicodeDecodeError, ValueError) as error:
        raise ValueError("not a table of passwords") from error


def _rows(text: str) -> Iterator[Password]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    if tuple(next(rows, ())) != COLUMNS:
        raise ValueError("other columns")
    for number, recipient, word in rows:
        yield Password(int(number), recipient, composed(word))


# The one thing that may go wrong when a protected file is opened.


class WrongPasswordError(ValueError):
    """The password is not that of the file, or the file was altered since it was protected."""
