"""What checks go by besides the content itself."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from rapport.model.content import Content
from rapport.model.partial_date import PartialDate


class Knowledge(Struct, frozen=True):
    """The keys written anywhere, those of faulty entries included: what is called by one of them is not unknown.

    `now` is the day on which to judge the content; None for each briefing's own date.
    """

    facts: Collection[str]
    sources: Collection[str]
    sections: Collection[str]
    now: PartialDate | None = None


def knowledge_of(content: Content) -> Knowledge:
    """What is known where every entry is sound."""
    return Knowledge(content.facts, content.sources, content.sections)
