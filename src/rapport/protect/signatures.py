"""Signatures of files, judged: PAdES in a PDF, CMS beside a manifest."""

from __future__ import annotations

import asyncio
import io
import logging
from datetime import datetime

from asn1crypto import cms
from asn1crypto.x509 import Certificate
from msgspec import Struct
from msgspec.structs import replace
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
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
    an authority given and was valid at that time, or now where there is none. `clock` is who else attests the time,
    empty for nobody; `on_time` says that this too comes from an authority given.
    """

    signer: str = ""
    when: datetime | None = None
    intact: bool = False
    trusted: bool = False
    clock: str = ""
    on_time: bool = False


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
        status = validate_pdf_signature(signatures[0], _trusting(roots), ts_validation_context=_trusting(roots))
    except (PdfError, SignatureValidationError, ValueError):
        return Signature()
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE and len(signatures) == 1
    return _judged(status, whole=whole)


def manifest_signature(manifest: bytes, signature: bytes, roots: tuple[Certificate, ...]) -> Signature:
    """The signature that stands beside a manifest."""
    try:
        signed = cms.ContentInfo.load(signature, strict=True)["content"]
        own, clock = _trusting(roots), _trusting(roots)
        judged = async_validate_detached_cms(
            manifest, signed, signer_validation_context=own, ts_validation_context=clock
        )
        status = asyncio.run(judged)
    except (SignatureValidationError, ValueError, TypeError, KeyError):
        return Signature()
    return _judged(status, whole=True)


def _trusting(roots: tuple[Certificate, ...]) -> ValidationContext:
    """Nothing is asked of the network: a certificate revoked since is not known to be."""
    return ValidationContext(trust_roots=list(roots), allow_fetching=False, revocation_mode="soft-fail")


def _judged(status: StandardCMSSignatureStatus, *, whole: bool) -> Signature:
    clock = status.timestamp_validity
    judged = Signature(
        signer=_name(status.signing_cert),
        when=status.signer_reported_dt,
        intact=bool(status.intact and status.valid and whole),
        trusted=bool(status.trusted),
    )
    if clock is None:
        return judged
    if not (clock.intact and clock.valid):
        return replace(judged, intact=False)
    return replace(judged, when=clock.timestamp, clock=_name(clock.signing_cert), on_time=bool(clock.trusted))


def _name(certificate: Certificate) -> str:
    subject = certificate.subject.native
    return str(subject.get("common_name") or subject.get("organization_name") or certificate.subject.human_friendly)
