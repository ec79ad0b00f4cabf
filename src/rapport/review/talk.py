"""How long a deck takes to be spoken."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.text import plain
from rapport.language.dates import reading_minutes, spoken_words
from rapport.slides.deck import Deck


class Talk(Struct, frozen=True):
    """The slides of a deck, and the words and whole minutes that its notes are; no minute where nothing is said."""

    slides: int
    words: int
    minutes: int


def talk_of(plan: Deck) -> Talk:
    """What the speaker says over all slides, without their sources."""
    said = " ".join(plain(text) for slide in plan.slides for text in slide.speech)
    count = spoken_words(said)
    return Talk(len(plan.slides), count, reading_minutes(said) if count else 0)
