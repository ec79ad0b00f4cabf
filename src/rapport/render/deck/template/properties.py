"""What the file says of itself: core, application and custom properties (ECMA-376 part 2, 8.3; part 1, 22.2, 22.3)."""

from __future__ import annotations

from rapport.formats.ooxml.markup import EMPTY, Markup, document, element, text
from rapport.slides.deck import Deck

_CORE = {
    "xmlns_cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns_dc": "http://purl.org/dc/elements/1.1/",
    "xmlns_dcterms": "http://purl.org/dc/terms/",
    "xmlns_xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_VARIANTS = _OFFICE + "docPropsVTypes"
_CUSTOM_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format identifier of all custom properties (22.3.2.2)."""

CONTENT_DIGEST = "ContentDigest"
"""The custom property that names the content the deck was made from."""


def core(deck: Deck, identifier: Markup) -> bytes:
    """Title, subject, issuer, keywords, language, version and the deck's own date; what is empty is left out.

    `identifier` names a numbered copy.
    """
    moment = f"{deck.date}T00:00:00Z"
    return document(
        element(
            "cp:coreProperties",
            _simple("dc:title", deck.title),
            _simple("dc:subject", deck.subject),
            _simple("dc:creator", deck.issuer),
            _simple("cp:keywords", ", ".join(deck.keywords)),
            _simple("cp:lastModifiedBy", deck.issuer),
            element("cp:revision", text("1")),
            element("dcterms:created", text(moment), xsi_type="dcterms:W3CDTF"),
            element("dcterms:modified", text(moment), xsi_type="dcterms:W3CDTF"),
            _simple("dc:language", deck.language),
            _simple("cp:version", deck.version),
            identifier,
            **_CORE,
        )
    )


def application(deck: Deck) -> bytes:
    """Counts that file managers show."""
    notes = sum(1 for slide in deck.slides if slide.speech or slide.sources)
    return document(
        element(
            "Properties",
            element("TotalTime", text("0")),
            element("Application", text("rapport")),
            element("PresentationFormat", text("16:9")),
            element("Slides", text(str(len(deck.slides)))),
            element("Notes", text(str(notes))),
            element("HiddenSlides", text("0")),
            _simple("Company", deck.issuer),
            xmlns=_OFFICE + "extended-properties",
        )
    )


def custom(deck: Deck) -> bytes:
    """The digest of the content, by which a later build knows its own work."""
    value = element("vt:lpwstr", text(deck.content_digest))
    return document(
        element(
            "Properties",
            element("property", value, fmtid=_CUSTOM_SET, pid=2, name=CONTENT_DIGEST),
            xmlns=_OFFICE + "custom-properties",
            xmlns_vt=_VARIANTS,
        )
    )


def _simple(name: str, value: str) -> Markup:
    return element(name, text(value)) if value else EMPTY
