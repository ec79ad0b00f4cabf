"""PDF files that open with a password: AES-256 (ISO 32000-2, 7.6, revision 6), readable by screen readers."""

from __future__ import annotations

import io
import re
import secrets

import pikepdf

from rapport.protect.wrong_password import WrongPasswordError

RIGHTS = pikepdf.Permissions(
    accessibility=True,
    extract=False,
    modify_annotation=False,
    modify_assembly=False,
    modify_form=False,
    modify_other=False,
    print_lowres=True,
    print_highres=True,
)
"""What a reader of good manners allows; who has the password has the text, whatever stands here."""

_CLAIMS = re.compile(
    rb"<pdfaid:\w+>[^<]*</pdfaid:\w+>\n?"
    rb"|<rdf:Description [^>]*xmlns:pdfaExtension=.*?</rdf:Description>\n?"
    rb'| xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
    re.DOTALL,
)
"""What says that a file is PDF/A, which no protected file is (ISO 19005-2, 6.1.3)."""


def protect_pdf(data: bytes, password: str) -> bytes:
    """The file under a password. Nobody has the owner's: it would open the file with every right."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _drop_archive_claims(pdf)
        lock = pikepdf.Encryption(user=password, owner=secrets.token_urlsafe(24), R=6, allow=RIGHTS)
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
    packet = pikepdf.Stream(pdf, _CLAIMS.sub(b"", pdf.Root.Metadata.read_bytes()))
    packet.Type, packet.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = packet
