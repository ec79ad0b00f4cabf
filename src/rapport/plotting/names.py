"""Names of categories: beside rows, under columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from rapport.plots import Label
from rapport.plotting.setting import EDGE, PlotSetting, Words

ROW_SHARES, LAST_SHARE = (0.36, 0.44), 0.52
"""Of the width, what the names of rows may take; more only where they would be too high for their rows."""
COLUMN_AIR = 6.0
"""White between the names of neighbouring columns."""
MOST_LINES = 4
"""Lines that a name under a column may take."""
LEVEL_AIR = 2.0
"""White between names that stand on two levels."""


def row_names(names: Sequence[str], setting: PlotSetting, width: float, pitch: float) -> tuple[Words, ...]:
    """Names at the largest size at which no word is cut and each is no higher than a pitch (0: any height).

    Names are broken over lines before they are set smaller.
    """
    found: tuple[Words, ...] = ()
    sizes = sizes_of(setting.category, setting)
    ways = (*((size, share) for size in sizes for share in ROW_SHARES), *((size, LAST_SHARE) for size in sizes))
    for size, room in ((size, share * width) for size, share in ways):
        found = tuple(setting.words(name, size, width=room) for name in names)
        whole = all(setting.ruler.widest_word(name, size) <= room for name in names)
        if whole and (not pitch or all(name.height <= pitch for name in found)):
            break
    return found


class Shelf(Struct, frozen=True):
    """Where names of rows may stand: left of an abscissa, in rows of a pitch from `top`, between two edges."""

    right: float
    top: float
    pitch: float
    edges: tuple[float, float]


def names_beside(names: Sequence[Words], shelf: Shelf) -> tuple[Label, ...]:
    """Each name in the middle of its row; one that is higher than its row only where no other name stands."""
    found: dict[int, Label] = {}
    for at in sorted(range(len(names)), key=lambda at: (names[at].height > shelf.pitch, at)):
        middle = shelf.top + (at + 0.5) * shelf.pitch
        top = max(shelf.edges[0], min(middle - names[at].height / 2, shelf.edges[1] - names[at].height))
        label = replace(names[at].at(shelf.right, top, 1.0), role="category", index=at)
        if not any(label.box.overlaps(other.box, tolerance=0.01) for other in found.values()):
            found[at] = label
    return tuple(found[at] for at in sorted(found))


class Floor(Struct, frozen=True):
    """Where names may stand: under these places, between these ends, on so many lines; `pitch` parts the places.

    Of `dates`, which tell what is between them, every second stands rather than all on two levels.
    """

    places: tuple[float, ...]
    pitch: float
    left: float
    right: float
    lines: int = MOST_LINES
    dates: bool = False


class Under(Struct, frozen=True):
    """Names under a plot, from 0 down, in their size; `skip` is 1 where none is left out.

    Where they stand on two levels, or some are left out, no native axis sets them (`loose`).
    """

    labels: tuple[Label, ...]
    skip: int
    size: float
    loose: bool

    @property
    def height(self) -> float:
        """How high they are together."""
        return max((label.box.bottom for label in self.labels), default=0.0)


def names_under(names: Sequence[str], setting: PlotSetting, floor: Floor, size: float) -> Under:
    """Names at the largest size at which no word is cut: abreast, else on two levels, else with some left out."""
    ways = [(1, 1), *(() if floor.dates else ((1, 2),)), *((skip, 1) for skip in range(2, len(names) + 1))]
    for skip, levels in ways:
        step = skip * levels
        room = max(1.0, _room(step, floor.pitch))
        for each in sizes_of(size, setting):
            if any(setting.ruler.widest_word(name, each) > room for name in names[::skip]):
                continue
            labels = tuple(_placed(names, setting, floor, (each, room, skip, levels)))
            if max((len(label.lines) for label in labels), default=0) <= floor.lines and _apart(labels, floor):
                return Under(labels, skip, each, loose=step > 1)
    return Under((), max(2, len(names)), setting.least, loose=True)


def _room(step: int, pitch: float) -> float:
    """What a name may take: one wider than its column at the plot's edge is moved in, towards the next that stands."""
    return (pitch if step == 1 else (step + 0.5) / 1.5 * pitch) - COLUMN_AIR


def _placed(
    names: Sequence[str], setting: PlotSetting, floor: Floor, how: tuple[float, float, int, int]
) -> Iterator[Label]:
    """Every `skip`-th name under its place, moved in from the ends; of two levels, the second lies under the first."""
    size, room, skip, levels = how
    chosen = [(at, setting.words(names[at], size, width=room)) for at in range(0, len(names), skip)]
    lower = max((words.height for _, words in chosen[::levels]), default=0.0) + LEVEL_AIR
    for number, (at, words) in enumerate(chosen):
        x = floor.places[at]
        if skip == 1 or words.width <= floor.pitch:
            x = min(max(x, floor.left + words.width / 2), floor.right - words.width / 2)
        elif x + words.width / 2 > floor.right or x - words.width / 2 < floor.left:
            if number:
                continue  # one of every second, third... name that would leave the frame
            x = floor.left + words.width / 2
        y = lower if levels > 1 and number % levels else 0.0
        yield replace(words.at(x, y, 0.5), role="category", index=at)


def _apart(labels: Sequence[Label], floor: Floor) -> bool:
    """Whether neighbours on a level keep clear of each other and of the ends."""
    levels = {label.box.y for label in labels}
    within = all(label.box.x >= floor.left - 0.01 and label.box.right <= floor.right + 0.01 for label in labels)
    return within and all(
        one.box.right + EDGE <= other.box.x
        for level in levels
        for one, other in pairwise(label for label in labels if label.box.y == level)
    )


def sizes_of(size: float, setting: PlotSetting) -> list[float]:
    """Sizes of names from the largest."""
    return sorted({size, (size + setting.least) / 2, setting.least}, reverse=True)
