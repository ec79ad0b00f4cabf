"""The fixed words of a language that documents need: one frozen value per language, complete by construction."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Vocabulary(Struct, frozen=True):
    """Words by key. Every language has the same keys (a test holds them to it).

    `qualifiers` go before a figure, `statuses` beside it; `conjunctions` join the end of a list; `range` joins two
    figures, `from_to` is a pattern for two slots; `axis` titles an axis, `number` is what one counts;
    `shapes` are the names of what stands in a deck; `furniture` are the phrases
    that layout fills (numbered slots), `reports` those of the pages we write about our own documents.
    """

    qualifiers: Mapping[str, str]
    statuses: Mapping[str, str]
    conjunctions: Mapping[str, str]
    range: str
    from_to: str
    axis: str
    number: str
    shapes: Mapping[str, str]
    furniture: Mapping[str, str]
    reports: Mapping[str, str]
