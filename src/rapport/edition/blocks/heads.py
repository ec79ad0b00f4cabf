"""Heads of a table that stand over those of several columns."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.text import Text


class UpperHead(Struct, frozen=True):
    """A head over the columns from `first` to before `end`; its text is empty over a column that has none."""

    text: Text
    first: int
    end: int


def heads_over(names: Iterable[Text]) -> tuple[UpperHead, ...]:
    """The heads by the name over each column, neighbours of one name under one; none where no column has a name."""
    heads: list[UpperHead] = []
    for at, name in enumerate(names):
        if heads and name and name == heads[-1].text:
            heads[-1] = replace(heads[-1], end=at + 1)
        else:
            heads.append(UpperHead(name, at, at + 1))
    return tuple(heads) if any(head.text for head in heads) else ()
