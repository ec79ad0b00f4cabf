"""Settings of the slide show and of the editor's window (ECMA-376 part 1, 19.2.1.24 and 19.2.3)."""

from __future__ import annotations

from rapport.formats.ooxml.markup import SLIDE_NAMESPACES, Markup, document, element
from rapport.render.deck.colours import colour


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
