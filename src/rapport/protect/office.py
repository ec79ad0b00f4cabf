"""Decks that open with a password: agile encryption (MS-OFFCRYPTO, 2.3.4.10), as PowerPoint writes it."""

from __future__ import annotations

import io

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError
from msoffcrypto.format.ooxml import OOXMLFile

from rapport.protect.wrong_password import WrongPasswordError


def protect_deck(data: bytes, password: str) -> bytes:
    """The deck under a password: opened with it, it is the same bytes again."""
    target = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(password, target)
    return target.getvalue()


def open_deck(data: bytes, password: str) -> bytes:
    """The deck without its password. Raises WrongPasswordError, for one that was altered too."""
    target = io.BytesIO()
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        file.load_key(password=password, verify_password=True)
        file.decrypt(target, verify_integrity=True)
    except (DecryptionError, FileFormatError, InvalidKeyError, OSError, ValueError) as error:
        raise WrongPasswordError from error
    return target.getvalue()
