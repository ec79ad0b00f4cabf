"""Signatures of files, made with a key of the house: PAdES in a PDF, CMS beside a manifest."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

import aiohttp
from msgspec import Struct
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer, SimpleSigner
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError
from pyhanko.stamp import StaticStampStyle

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what is wrong is told here, once

FIELD = "Signature"
RESERVED, RESERVED_WITH_TIME = 16_384, 32_768
"""Bytes kept for a signature with its chain of certificates, in hexadecimal; and with a timestamp and its own."""
PATIENCE = 20
"""Seconds to wait for the time-stamping authority."""
METADATA = PdfSignatureMetadata(
    field_name=FIELD,
    subfilter=SigSeedSubFilter.PADES,
    md_algorithm="sha256",
    certify=True,
    docmdp_permissions=MDPPerm.NO_CHANGES,
)


DrawSeal = Callable[[str, tuple[float, float], str], tuple[bytes, tuple[float, float, float, float], str]]
"""Draws the seal of a signer for a page of some size, in a language: what a `SignatureSeal` is made of."""


class SigningError(ValueError):
    """A key that cannot be read, or whose passphrase is another one."""


class TimestampError(Exception):
    """Nobody attests the time at the address given."""


class SigningKey(Protocol):
    """A key that another process can be sent; it is opened there."""

    def signer(self) -> Signer:
        """What signs with it. Raises SigningError."""


class KeyFile(Struct, frozen=True):
    """A certificate with its private key (PKCS #12)."""

    data: bytes
    passphrase: bytes

    def signer(self) -> Signer:
        """What signs with it. Raises SigningError."""
        try:
            signer: Signer = SimpleSigner.load_pkcs12_data(self.data, other_certs=[], passphrase=self.passphrase)
        except ValueError as error:
            raise SigningError from error
        return signer


class Signing:
    """Signs with one key; `clock` is the address of a time-stamping authority (RFC 3161), empty for none."""

    def __init__(self, key: SigningKey, clock: str = "") -> None:
        """Raises SigningError."""
        self._key, self._clock = key, clock
        self._signer = key.signer()
        self._signer.embed_roots = False  # whoever verifies has the authority's; nothing would hold a copy of it

    def __reduce__(self) -> tuple[type[Signing], tuple[SigningKey, str]]:
        """How it is sent to another process: the key is opened again there."""
        return Signing, (self._key, self._clock)

    def pdf(self, data: bytes, password: str = "", seal: DrawSeal | None = None) -> bytes:
        """The PDF with a signature after its own bytes; `password` opens a protected one.

        It shows nothing without a `seal`. Raises TimestampError.
        """
        writer = IncrementalPdfFileWriter(io.BytesIO(data))
        if password:
            writer.encrypt(password)
        target, spec, style = io.BytesIO(), None if seal else SigFieldSpec(FIELD), None
        if seal is not None:
            language = str(writer.root.get("/Lang", ""))
            drawn = SignatureSeal(*seal(self._name, page_size(writer), language))
            add_sealed_field(writer, FIELD, drawn)
            style = drawn.style
        signer = PdfSigner(
            METADATA, self._signer, timestamper=self._timestamper(), stamp_style=style, new_field_spec=spec
        )
        reserved, existing = RESERVED_WITH_TIME if self._clock else RESERVED, seal is not None
        try:
            signer.sign_pdf(writer, output=target, bytes_reserved=reserved, existing_fields_only=existing)
        except (TimestampRequestError, aiohttp.ClientError, TimeoutError) as error:
            raise TimestampError from error
        return target.getvalue()

    def manifest(self, data: bytes) -> bytes:
        """A signature of the manifest, to stand beside it (CMS, RFC 5652, in DER). Raises TimestampError."""
        now = PdfCMSSignedAttributes(signing_time=datetime.now(UTC))  # noqa: TID251  # a signature says when it was made
        signed = self._signer.async_sign_general_data(
            data, "sha256", detached=True, signed_attr_settings=now, timestamper=self._timestamper()
        )
        try:
            return bytes(asyncio.run(signed).dump())
        except (TimestampRequestError, aiohttp.ClientError, TimeoutError) as error:
            raise TimestampError from error

    @property
    def _name(self) -> str:
        certificate = self._signer.signing_cert
        subject = certificate.subject if certificate else None
        return str(subject.native.get("common_name") or subject.human_friendly) if subject else ""

    def _timestamper(self) -> HTTPTimeStamper | None:
        """A new one each time: its connection lives no longer than the loop that asks."""
        return HTTPTimeStamper(self._clock, timeout=PATIENCE) if self._clock else None


class SignatureSeal(Struct, frozen=True):
    """What shows a signature: a PDF of one page, its place on the first page (from the lower left), and its words."""

    form: bytes
    box: tuple[float, float, float, float]
    words: str

    @property
    def style(self) -> StaticStampStyle:
        """How the field shows it: as it is, whole, without anything around."""
        filling = SimpleBoxLayoutRule(
            AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, Margins(), InnerScaling.STRETCH_FILL
        )
        return StaticStampStyle(
            background=_Page(self.form), border_width=0, background_opacity=1.0, background_layout=filling
        )


class _Page(PdfContent):
    """The page of a PDF as content of another one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        super().__init__()

    def render(self) -> bytes:
        form = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._data)))
        self.resources.xobject["/SignatureSeal"] = form
        left, bottom, right, top = form.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
        return b"/SignatureSeal Do"


def page_size(writer: IncrementalPdfFileWriter) -> tuple[float, float]:
    """The size of the first page."""
    page = writer.find_page_for_modification(0)[0].get_object()
    left, bottom, right, top = map(float, page["/MediaBox"])
    return right - left, top - bottom


def add_sealed_field(writer: IncrementalPdfFileWriter, name: str, seal: SignatureSeal) -> None:
    """A field on the first page where a signature will show, and its element, the last of the document."""
    left, bottom, right, top = map(round, seal.box)
    append_signature_field(writer, SigFieldSpec(name, on_page=0, box=(left, bottom, right, top)))
    reference = writer.root["/AcroForm"]["/Fields"].raw_get(-1)
    page, field = writer.find_page_for_modification(0)[0], reference.get_object()
    tree = writer.root["/StructTreeRoot"]
    first = tree.raw_get("/K")
    parent = first if isinstance(first, generic.IndirectObject) else first.raw_get(0)
    parent = parent if isinstance(parent.get_object(), generic.DictionaryObject) else parent.get_object().raw_get(0)
    held = {"/Type": pdf_name("/OBJR"), "/Obj": reference, "/Pg": page}
    said = {
        "/Type": pdf_name("/StructElem"), "/S": pdf_name("/Form"), "/P": parent, "/Pg": page,
        "/Alt": pdf_string(seal.words), "/K": _dictionary(held),
    }  # fmt: skip
    element, document, key = writer.add_object(_dictionary(said)), parent.get_object(), tree["/ParentTreeNextKey"]
    kids = document.raw_get("/K")
    if isinstance(kids.get_object() if isinstance(kids, generic.IndirectObject) else kids, generic.ArrayObject):
        document["/K"].append(element)
    else:
        document[pdf_name("/K")] = generic.ArrayObject([kids, element])
    numbers = tree["/ParentTree"]["/Nums"]
    numbers.extend((generic.NumberObject(key), element))
    tree[pdf_name("/ParentTreeNextKey")] = generic.NumberObject(key + 1)
    field[pdf_name("/StructParent")] = generic.NumberObject(key)
    field[pdf_name("/TU")] = pdf_string(seal.words)
    for changed in (document, document["/K"], numbers, tree, field):
        writer.update_container(changed)


def _dictionary(entries: dict[str, object]) -> generic.DictionaryObject:
    return generic.DictionaryObject({pdf_name(key): value for key, value in entries.items()})
