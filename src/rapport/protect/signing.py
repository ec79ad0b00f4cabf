"""Signatures of files, made with a key of the house: PAdES in a PDF, CMS beside a manifest."""

from __future__ import annotations

import asyncio
import io
from datetime import UTC, datetime

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_cms import CMSSignedAttributes

FIELD = "Signature"
RESERVED = 16_384
"""Bytes kept for a signature with its chain of certificates, in hexadecimal."""
METADATA = PdfSignatureMetadata(
    field_name=FIELD,
    subfilter=SigSeedSubFilter.PADES,
    md_algorithm="sha256",
    certify=True,
    docmdp_permissions=MDPPerm.NO_CHANGES,
)


class SigningError(ValueError):
    """A key that cannot be read, or whose passphrase is another one."""


class Signing:
    """Signs with one key: a certificate with its private key (PKCS #12)."""

    def __init__(self, key: bytes, passphrase: bytes) -> None:
        """Raises SigningError."""
        try:
            signer = SimpleSigner.load_pkcs12_data(key, other_certs=[], passphrase=passphrase)
        except ValueError as error:
            raise SigningError from error
        self._key, self._passphrase = key, passphrase
        signer.embed_roots = False  # whoever verifies has the authority's certificate; nothing would hold a copy of it
        self._signer = signer

    def __reduce__(self) -> tuple[type[Signing], tuple[bytes, bytes]]:
        """How it is sent to another process: the key is read again there."""
        return Signing, (self._key, self._passphrase)

    def pdf(self, data: bytes, password: str = "") -> bytes:
        """The PDF with a signature of no appearance after its own bytes; `password` opens a protected one."""
        writer = IncrementalPdfFileWriter(io.BytesIO(data))
        if password:
            writer.encrypt(password)
        target = io.BytesIO()
        field = SigFieldSpec(FIELD)
        PdfSigner(METADATA, signer=self._signer, new_field_spec=field).sign_pdf(
            writer, output=target, bytes_reserved=RESERVED
        )
        return target.getvalue()

    def manifest(self, data: bytes) -> bytes:
        """A signature of the manifest, to stand beside it (CMS, RFC 5652, in DER)."""
        now = CMSSignedAttributes(signing_time=datetime.now(UTC))  # noqa: TID251  # a signature says when it was made
        signed = asyncio.run(
            self._signer.async_sign_general_data(data, "sha256", detached=True, signed_attr_settings=now)
        )
        return bytes(signed.dump())
