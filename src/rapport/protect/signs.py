"""Whether a file asks for a password, told without the libraries that open it."""

from __future__ import annotations

import io
import zipfile

import pikepdf

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the container of an encrypted deck begins (MS-CFB, 2.2)."""
MEMBER = "contenu.zip"
"""The only member of a protected pack, which names nothing of what is inside."""


def asks_for_password(data: bytes) -> bool:
    """Whether a PDF, a deck or a pack opens with a password only; False for a file that cannot be read at all."""
    if data.startswith(b"%PDF"):
        return _pdf_asks(data)
    return data.startswith(COMPOUND_FILE) or is_protected_archive(data)


def _pdf_asks(data: bytes) -> bool:
    try:
        pikepdf.open(io.BytesIO(data)).close()
    except pikepdf.PasswordError:
        return True
    except pikepdf.PdfError:
        return False
    return False


def is_protected_archive(data: bytes) -> bool:
    """Whether an archive is a protected pack."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as outer:
            members = outer.infolist()
    except zipfile.BadZipFile:
        return False
    return [member.filename for member in members] == [MEMBER] and bool(members[0].flag_bits & 1)
