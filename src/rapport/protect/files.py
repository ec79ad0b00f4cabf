"""How each kind of file opens with a password: PDF, deck, archive; by the ending of its name."""

from __future__ import annotations

import io
import re
import secrets
import zipfile
from collections.abc import Callable, Mapping

import msoffcrypto
import pikepdf
import pyzipper
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError
from msoffcrypto.format.ooxml import OOXMLFile

from rapport.protect.passwords import PRINT, WrongPasswordError
from rapport.protect.signs import MEMBER

LARGEST = 512 << 20
"""Bytes of the pack inside."""


def protect_archive(data: bytes, password: str) -> bytes:
    """The archive under a password, stored whole as the only member of another."""
    target = io.BytesIO()
    with pyzipper.AESZipFile(target, "w", compression=pyzipper.ZIP_STORED, encryption=pyzipper.WZ_AES) as outer:
        outer.setpassword(password.encode())
        outer.setencryption(pyzipper.WZ_AES, nbits=256)
        outer.writestr(MEMBER, data)
    return target.getvalue()


def open_archive(data: bytes, password: str) -> bytes:
    """The archive inside. Raises WrongPasswordError, for one that was altered too; ValueError for another file."""
    try:
        with pyzipper.AESZipFile(io.BytesIO(data)) as outer:
            outer.setpassword(password.encode())
            [member] = outer.infolist()
            if member.filename != MEMBER or member.file_size > LARGEST:
                raise ValueError("not a protected pack")
            return bytes(outer.read(member))
    except (zipfile.BadZipFile, pyzipper.BadZipFile) as error:
        raise ValueError("not a protected pack") from error
    except RuntimeError as error:  # what pyzipper raises for a wrong password
        raise WrongPasswordError from error


# Decks that open with a password: agile encryption (MS-OFFCRYPTO, 2.3.4.10), as PowerPoint writes it.


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


# PDF files that open with a password: AES-256 (ISO 32000-2, 7.6, revision 6), readable by screen readers.


RIGHTS = {
    name: pikepdf.Permissions(
        accessibility=True,
        extract=copies,
        modify_annotation=False,
        modify_assembly=False,
        modify_form=False,
        modify_other=False,
        print_lowres=prints,
        print_highres=prints,
    )
    for name, prints, copies in (("read", False, False), ("print", True, False), ("copy", True, True))
}
"""What a reader of good manners allows; who has the password has the text, whatever stands here."""

_CLAIMS = re.compile(
    rb"<pdfaid:\w+>[^<]*</pdfaid:\w+>\n?"
    rb"|<rdf:Description [^>]*xmlns:pdfaExtension=.*?</rdf:Description>\n?"
    rb'| xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
    re.DOTALL,
)
"""What says that a file is PDF/A, which no protected file is (ISO 19005-2, 6.1.3)."""


def protect_pdf(data: bytes, password: str, rights: str = PRINT) -> bytes:
    """The file under a password. Nobody has the owner's: it would open the file with every right."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _drop_archive_claims(pdf)
        lock = pikepdf.Encryption(user=password, owner=secrets.token_urlsafe(24), R=6, allow=RIGHTS[rights])
        return _saved(pdf, encryption=lock)


def open_pdf(data: bytes, password: str) -> bytes:
    """The file without its password, the same bytes whatever it was. Raises WrongPasswordError."""
    try:
        with pikepdf.open(io.BytesIO(data), password=password) as pdf:
            return _saved(pdf, deterministic_id=True)
    except pikepdf.PasswordError as error:
        raise WrongPasswordError from error


def _saved(pdf: pikepdf.Pdf, *, encryption: pikepdf.Encryption | bool = False, deterministic_id: bool = False) -> bytes:
    target = io.BytesIO()
    pdf.save(
        target,
        encryption=encryption,
        deterministic_id=deterministic_id,
        object_stream_mode=pikepdf.ObjectStreamMode.preserve,
    )
    return target.getvalue()


def _drop_archive_claims(pdf: pikepdf.Pdf) -> None:
    if "/Metadata" not in pdf.Root:
        return
    packet = pikepdf.Stream(pdf, _CLAIMS.sub(b"", pdf.Root.Metadata.read_bytes()))
    packet.Type, packet.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = packet


# How each kind of file is protected and opened, by the ending of its name.


PROTECT: Mapping[str, Callable[[bytes, str], bytes]] = {
    ".pdf": protect_pdf,
    ".pptx": protect_deck,
    ".zip": protect_archive,
}
OPEN: Mapping[str, Callable[[bytes, str], bytes]] = {".pdf": open_pdf, ".pptx": open_deck, ".zip": open_archive}


def protected(name: str, data: bytes, password: str, rights: str = PRINT) -> bytes:
    """A file under a password: other bytes each time, since each has salts of its own; `rights` are a PDF's."""
    if _ending(name) == ".pdf":
        return protect_pdf(data, password, rights)
    return PROTECT[_ending(name)](data, password)


def opened(name: str, data: bytes, password: str) -> bytes:
    """A file without its password. Raises WrongPasswordError; ValueError for a file that we did not make."""
    return OPEN[_ending(name)](data, password)


def _ending(name: str) -> str:
    return name[name.rindex(".") :]
