"""What the speaker says of slides that no author wrote notes for: whole sentences."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from rapport.edition.edition import Furniture
from rapport.edition.text import Text, plain, words

_SLOT = "\0"


def sentence(phrase: str, text: Text, furniture: Furniture) -> Text:
    """A named phrase around a text, whose spans it keeps."""
    before, _, after = furniture(phrase, _SLOT).partition(_SLOT)
    return (*words(before), *text, *words(after))


def listed(texts: Iterable[Text]) -> Text:
    """Texts in a row, without their links."""
    joined: Text = ()
    for text in texts:
        bare = tuple(replace(span, link="") for span in text)
        joined = (*joined, *words(", "), *bare) if joined else bare
    return joined


def ended(text: Text) -> Text:
    """The text with a full stop, unless it has an end of its own; empty stays empty."""
    return text if not text or plain(text)[-1] in ".!?…" else (*text, *words("."))
