"""Names of categories: beside rows, under columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapport.plotting.setting import Setting, Words

ROW_SHARES = (0.36, 0.44, 0.52)
"""Of the width, what the names of rows may take; more only where they would be too high for their rows."""
COLUMN_AIR = 6.0
"""White between the names of neighbouring columns."""
MOST_LINES = 4
"""Lines that a name under a column may take."""


def row_names(names: Sequence[str], setting: Setting, width: float, pitch: float) -> tuple[Words, ...]:
    """Names at the largest size at which no word is cut and each is no higher than a pitch (0: any height)."""
    found: tuple[Words, ...] = ()
    for room, size in ((share * width, size) for share in ROW_SHARES for size in sizes_of(setting.category, setting)):
        found = tuple(setting.words(name, size, width=room) for name in names)
        whole = all(setting.ruler.widest_word(name, size) <= room for name in names)
        if whole and (not pitch or all(name.height <= pitch for name in found)):
            break
    return found


def column_names(
    names: Sequence[str], setting: Setting, pitch: float, size: float, lines: int = MOST_LINES
) -> tuple[tuple[Words | None, ...], int, float]:
    """Names under a plot: at the largest size at which no word is cut, else every second one, every third...

    Also how many apart they are, and their size.
    """
    for skip in range(1, len(names) + 1):
        room = max(1.0, _room(skip, pitch))
        for each in sizes_of(size, setting):
            if all(setting.ruler.widest_word(name, each) <= room for name in names[::skip]):
                found = tuple(_every(names, setting, skip, (each, room)))
                if max(len(name.lines) for name in found if name) <= lines or skip == len(names):
                    return found, skip, each
    return (None,) * len(names), max(1, len(names)), setting.least


def _room(skip: int, pitch: float) -> float:
    """What a name may take: one wider than its column at the plot's edge is moved in, towards the next that stands."""
    return (pitch if skip == 1 else (skip + 0.5) / 1.5 * pitch) - COLUMN_AIR


def _every(names: Sequence[str], setting: Setting, skip: int, how: tuple[float, float]) -> Iterator[Words | None]:
    size, room = how
    for at, name in enumerate(names):
        yield setting.words(name, size, width=room) if at % skip == 0 else None


def sizes_of(size: float, setting: Setting) -> list[float]:
    """Sizes of names from the largest."""
    return sorted({size, (size + setting.least) / 2, setting.least}, reverse=True)
