"""Signatures of files: made with a key of the house, and judged."""

from __future__ import annotations

import asyncio
import io
import logging
from datetime import UTC, datetime

from asn1crypto import cms
from asn1crypto.x509 import Certificate
from msgspec import Struct
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_cms import CMSSignedAttributes
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import async_validate_detached_cms
from pyhanko.sign.validation.status import SignatureCoverageLevel, StandardCMSSignatureStatus
from pyhanko_certvalidator import ValidationContext

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what is wrong is told here, once
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


class Signature(Struct, frozen=True):
    """A signature as judged: its signer's name and the time they claim, empty and None where they cannot be read.

    `intact` says that nothing changed since and nothing was added; `trusted` that the signer's certificate comes from
    an authority given and was valid at that time, or now where there is none.
    """

    signer: str = ""
    when: datetime | None = None
    intact: bool = False
    trusted: bool = False


def authorities(data: bytes) -> tuple[Certificate, ...]:
    """The certificates of a file, PEM or DER. Raises ValueError."""
    found = tuple(load_certs_from_pemder_data(data))
    if not found:
        raise ValueError("no certificate")
    return found


def pdf_signature(data: bytes, roots: tuple[Certificate, ...], password: str = "") -> Signature | None:
    """The signature of a PDF; None for one that has none."""
    try:
        reader = PdfFileReader(io.BytesIO(data))
        if password:
            reader.decrypt(password)
        signatures = reader.embedded_signatures
        if not signatures:
            return None
        status = validate_pdf_signature(signatures[0], _trusting(roots))
    except (PdfError, SignatureValidationError, ValueError):
        return Signature()
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE and len(signatures) == 1
    return _judged(status, whole=whole)


def manifest_signature(manifest: bytes, signature: bytes, roots: tuple[Certificate, ...]) -> Signature:
    """The signature that stands beside a manifest."""
    try:
        signed = cms.ContentInfo.load(signature, strict=True)["content"]
        status = asyncio.run(async_validate_detached_cms(manifest, signed, signer_validation_context=_trusting(roots)))
    except (SignatureValidationError, ValueError, TypeError, KeyError):
        return Signature()
    return _judged(status, whole=True)


def _trusting(roots: tuple[Certificate, ...]) -> ValidationContext:
    """Nothing is asked of the network: a certificate revoked since is not known to be."""
    return ValidationContext(trust_roots=list(roots), allow_fetching=False, revocation_mode="soft-fail")


def _judged(status: StandardCMSSignatureStatus, *, whole: bool) -> Signature:
    certificate = status.signing_cert
    return Signature(
        signer=_name(certificate),
        when=status.signer_reported_dt,
        intact=bool(status.intact and status.valid and whole),
        trusted=bool(status.trusted),
    )


def _name(certificate: Certificate) -> str:
    subject = certificate.subject.native
    return str(subject.get("common_name") or subject.get("organization_name") or certificate.subject.human_friendly)


# Signatures of files, made with a key of the house: PAdES in a PDF, CMS beside a manifest.


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
