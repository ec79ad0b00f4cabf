"""Whether a file asks for a password or is signed, told without the libraries that open and judge it."""

from __future__ import annotations

import io
import zipfile

import pikepdf

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the container of an encrypted deck begins (MS-CFB, 2.2)."""
END = b"%%EOF"
"""How a revision of a PDF ends (ISO 32000-1, 7.5.5)."""
MEMBER = "contenu.zip"
"""The only member of a protected pack, which names nothing of what is inside."""


def asks_for_password(data: bytes) -> bool:
    """Whether a PDF, a deck or a pack opens with a password only; False for a file that cannot be read at all."""
    if data.startswith(b"%PDF"):
        return _pdf_asks(data)
    return data.startswith(COMPOUND_FILE) or is_protected_archive(data)


def is_signed(data: bytes) -> bool:
    """Whether a PDF has a signature after its own bytes; judging what it is worth is left to the verifier."""
    return data.startswith(b"%PDF") and data.count(END) > 1 and b"/ByteRange" in data


def unsigned(data: bytes) -> bytes:
    """The PDF as it was before it was signed: a signature is written after a document, which it leaves as it is."""
    if not is_signed(data):
        return data
    end = data.index(END) + len(END)
    return data[: end + 1] if data[end : end + 1] == b"\n" else data[:end]


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
