"""A callout: text on paper beside an accent bar."""

from __future__ import annotations

from rapport.arrange.fitting import fit
from rapport.arrange.page import box
from rapport.arrange.piece import Piece
from rapport.arrange.studio import Studio
from rapport.edition.blocks.callout import Callout
from rapport.edition.text import Text, plain, strong, words
from rapport.look.box import Box
from rapport.slides.elements import Element, Panel, TextBox

_CLOSING = ".:!?…"


def callout_text(callout: Callout) -> Text:
    """Heading and text in one paragraph, the heading strong and closed by a full stop."""
    if not callout.title:
        return callout.text
    stop = "" if plain(callout.title)[-1:] in _CLOSING else "."
    return (*strong((*callout.title, *words(stop))), *words(" "), *callout.text)


def callout_height(callout: Callout, width: float, studio: Studio) -> float:
    """Height of the callout over a width, at its full size if that takes no more lines than the charter allows."""
    look = studio.look
    padding = look.callout.padding
    inner = box(0, 0, width - padding.left - padding.right, look.callout.max_lines * look.type.callout.leading)
    paragraphs = fit((Piece(callout_text(callout), "callout"),), inner, studio)
    return studio.measure.height(paragraphs, inner.width) + padding.top + padding.bottom


def callout_box(callout: Callout, place: Box, studio: Studio) -> tuple[Element, ...]:
    """Ground, bar and text."""
    look = studio.look
    bar = box(place.x, place.y, look.rules.callout_bar.weight, place.height)
    inner = place.within(look.callout.padding)
    paragraphs = fit((Piece(callout_text(callout), "callout"),), inner, studio)
    return (
        Panel(place, look.callout.ground),
        Panel(bar, look.rules.callout_bar.colour),
        TextBox(studio.names("callout"), inner, paragraphs, anchor="middle"),
    )
