"""What the file says of itself, settings of the show and of the editor's window."""

from __future__ import annotations

from rapport.formats.ooxml.markup import EMPTY, SLIDE_NAMESPACES, Markup, document, element, text
from rapport.render.deck.text import colour
from rapport.slides.deck import Deck

# Settings of the slide show and of the editor's window (ECMA-376 part 1, 19.2.1.24 and 19.2.3).


def presentation_properties() -> bytes:
    """All slides, in order, at the speaker's pace."""
    show = element(
        "p:showPr",
        element("p:present"),
        element("p:sldAll"),
        element("p:penClr", colour("accent")),
        showNarration=1,
        useTimings=0,
    )
    return document(element("p:presentationPr", show, **SLIDE_NAMESPACES))


def view_properties() -> bytes:
    """The deck opens on its slides, fitted to the window."""
    return document(
        element(
            "p:viewPr",
            element("p:normalViewPr", element("p:restoredLeft", sz=15000), element("p:restoredTop", sz=80000)),
            element("p:slideViewPr", element("p:cSldViewPr", _view(fitted=1), element("p:guideLst"))),
            element("p:notesTextViewPr", _view()),
            element("p:gridSpacing", cx=76200, cy=76200),
            **SLIDE_NAMESPACES,
            lastView="sldView",
        )
    )


def _view(fitted: int | None = None) -> Markup:
    scale = element("p:scale", element("a:sx", n=1, d=1), element("a:sy", n=1, d=1))
    return element("p:cViewPr", scale, element("p:origin", x=0, y=0), varScale=fitted)


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
TEMPLATE, TEMPLATE_DIGEST = "Template", "TemplateDigest"
"""Those that name the template and the bytes of its file."""


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
            element("PresentationFormat", text("16:9")) if deck.template is None else EMPTY,
            element("Slides", text(str(len(deck.slides)))),
            element("Notes", text(str(notes))),
            element("HiddenSlides", text("0")),
            _simple("Company", deck.issuer),
            xmlns=_OFFICE + "extended-properties",
        )
    )


def custom(deck: Deck) -> bytes:
    """The digest of the content, by which a later build knows its own work, and the template that it fills."""
    named = {CONTENT_DIGEST: deck.content_digest}
    if deck.template:
        named |= {TEMPLATE: deck.template.name, TEMPLATE_DIGEST: deck.template.digest}
    return document(
        element(
            "Properties",
            *(
                element("property", element("vt:lpwstr", text(value)), fmtid=_CUSTOM_SET, pid=number, name=name)
                for number, (name, value) in enumerate(named.items(), start=2)
            ),
            xmlns=_OFFICE + "custom-properties",
            xmlns_vt=_VARIANTS,
        )
    )


def _simple(name: str, value: str) -> Markup:
    return element(name, text(value)) if value else EMPTY
