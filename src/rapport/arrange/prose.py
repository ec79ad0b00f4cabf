"""Prose -> the points of a slide, in its author's words; what the speaker says of slides without notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from rapport.edition.blocks.words import Bullets, Item
from rapport.edition.edition import Furniture
from rapport.edition.text import Text, plain, words

MOST_POINTS, MOST_WORDS = 4, 50
SENTENCE_END: Final = re.compile(
    r"(?<=[^\W\d_]{3}[.!?\u2026])[\u0020\u00a0]+(?=[^\W\da-z_]|\u00ab)|(?<=[\d\u00bb%][.!?\u2026])[\u0020\u00a0]+(?=[^\W\da-z_]|\u00ab)"
)
"""After a word of three letters, a number or a closing mark: an abbreviation or an initial ends no sentence."""


def points_of(paragraphs: Iterable[Text]) -> Bullets:
    """The first sentence of each paragraph, or of a lone paragraph its sentences, as far as a slide goes."""
    texts = tuple(text for text in paragraphs if plain(text))
    sentences = [next(_sentences(text)) for text in texts] if len(texts) > 1 else list(_sentences(texts[0]))
    kept: list[Text] = []
    for sentence in sentences[:MOST_POINTS]:
        if kept and sum(map(_length, kept)) + _length(sentence) > MOST_WORDS:
            break
        kept.append(sentence)
    origin = next((span.origin for span in texts[0] if span.origin.file), texts[0][0].origin)
    return Bullets(tuple(Item(sentence) for sentence in kept), origin=origin)


def _length(text: Text) -> int:
    return len(plain(text).split(" "))


def _sentences(text: Text) -> Iterator[Text]:
    start, whole = 0, plain(text)
    for found in SENTENCE_END.finditer(whole):
        yield _part(text, start, found.start())
        start = found.end()
    yield _part(text, start, len(whole))


def _part(text: Text, start: int, end: int) -> Text:
    """The spans between two places; a figure is never cut."""
    found, place = [], 0
    for span in text:
        left, right = max(start - place, 0), min(end - place, len(span.text))
        if left < right:
            found.append(replace(span, text=span.text[left:right]))
        place += len(span.text)
    return tuple(found)


# What the speaker says of slides that no author wrote notes for: whole sentences.

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
