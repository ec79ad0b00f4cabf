"""A difference between what a document says and what it should say."""

from __future__ import annotations

from msgspec import Struct

from rapport.origin import NOWHERE, Origin

SPACES = " \u00a0\u202f"


class Finding(Struct, frozen=True):
    """One difference: a stable code (`figure-value`), a French message, and where it stands in the document.

    `place` is for a reader ("page 3", "diapositive 5, forme « Titre »"), empty for the document as a whole; `origin`
    is the place in the content that says otherwise, `NOWHERE` where there is none.
    """

    code: str
    message: str
    place: str = ""
    origin: Origin = NOWHERE

    def __str__(self) -> str:
        place = f"{self.place}\u00a0: " if self.place else ""
        origin = f" ({self.origin})" if self.origin.file else ""
        return f"{place}{self.code}\u00a0: {self.message}{origin}"


class UnreadableError(Exception):
    """A document refused before it is read: damaged, or made to harm. The message is one French sentence."""


DAMAGE = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What following a part gives that is not of the form it should have."""


def quoted(text: str, limit: int = 60) -> str:
    """The text between guillemets, shortened in its middle where it is long."""
    if len(text) > limit:
        text = f"{text[: limit // 2].rstrip(SPACES)} … {text[-(limit // 3) :].lstrip(SPACES)}"
    return f"«\u00a0{text}\u00a0»"


def page_place(page: int) -> str:
    """The place of a page, counted from 1; empty for 0, which stands for no page."""
    return f"page\u00a0{page}" if page else ""


def slide_place(slide: int, shape: str = "") -> str:
    """The place of a shape on a slide, counted from 1."""
    place = f"diapositive\u00a0{slide}"
    return f"{place}, forme {quoted(shape)}" if shape else place
