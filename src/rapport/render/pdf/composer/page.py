"""A page being made up, and the same once nothing more can come."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.render.pdf.composer.vertical import Footnote, Lane, VerticalBox


class TypeArea(Struct, frozen=True):
    """The room for content of every page, `top` to `bottom` measured from its upper edge, in points.

    `note_gap` is the white between content and the first note, the rule included. `run_on_share` is how much of a page
    a note begun before it may take.
    """

    top: float
    bottom: float
    note_gap: float
    run_on_share: float = 0.75

    @property
    def height(self) -> float:
        return self.bottom - self.top


class PlacedBox(Struct, frozen=True):
    """A box in its place: `y` is its top, measured from the upper edge of the page."""

    box: VerticalBox
    y: float
    lane: Lane
    repeated: bool = False
    """Drawn again at the top of a page: an artifact, since its first drawing is the content."""
    lent: float = 0.0
    """White that has been taken from above it."""


class Page(Struct, frozen=True):
    """A finished page: `number` from 1, the name for its running head, its boxes in order, the lines at its foot."""

    number: int
    name: str
    placed: tuple[PlacedBox, ...]
    foot: tuple[PlacedBox, ...]
    foot_rule: float
    """Where the rule above the notes stands; meaningless without notes."""


class OpenPage(Struct):
    """A page that still takes boxes and notes."""

    number: int
    frame: TypeArea
    name: str = ""
    most: float = 1.0
    """The share of its height that may be filled."""
    placed: list[PlacedBox] = field(default_factory=list)
    foot: list[VerticalBox] = field(default_factory=list)
    left_over: list[VerticalBox] = field(default_factory=list)
    """Lines of notes that only the next page can take."""
    full_foot: bool = False
    """Whether a note has been divided here: no other may begin after it."""
    reach: float = 0.0
    """The lowest edge of what stands above the foot."""
    limit: float = 0.0
    """Where content must end."""

    def __post_init__(self) -> None:
        self.reach = max(self.reach, self.frame.top)
        self.limit = self.frame.bottom - self._foot_height(self.foot)

    def copy(self) -> OpenPage:
        """The same page, to be filled apart."""
        other = copy(self)
        other.placed, other.foot, other.left_over = self.placed.copy(), self.foot.copy(), self.left_over.copy()
        return other

    @property
    def used(self) -> float:
        """The share of its height that is used, notes included."""
        used = self.reach + self._foot_height(self.foot) - self.frame.top
        if used < WELL * self.frame.height:
            used += sum(white for _, white in self._returned())
        return used / self.frame.height

    def _foot_height(self, lines: Sequence[VerticalBox]) -> float:
        return self.frame.note_gap + sum(line.height for line in lines) if lines else 0.0

    def fits(self, bottom: float, notes: Sequence[Footnote]) -> bool:
        """Whether content down to `bottom` and all lines of the notes it calls have room."""
        limit = self.limit
        if notes:
            if self.full_foot:
                return False
            lines = [*self.foot, *(line for note in notes for line in note.lines)]
            limit = self.frame.bottom - self._foot_height(lines)
        lowest = self.frame.top + self.most * self.frame.height
        return max(bottom, self.reach) <= min(limit, lowest) + TOLERANCE

    def put(self, *placed: PlacedBox) -> None:
        """Put boxes in their places, each under the one before."""
        self.placed += placed
        self.reach = max(self.reach, placed[-1].y + placed[-1].box.height)

    def take_notes(self, lines: Sequence[VerticalBox], share: float = 1.0) -> None:
        """Add lines to the foot as far as they fit within `share` of the page; the rest is left over."""
        ceiling = max(self.reach, self.frame.bottom - share * self.frame.height)
        for line in lines:
            bottom = self.frame.bottom - self._foot_height([*self.foot, line])
            self.full_foot = self.full_foot or bottom < ceiling - TOLERANCE
            (self.left_over if self.full_foot else self.foot).append(line)
        self.limit = self.frame.bottom - self._foot_height(self.foot)

    def hand_over(self) -> tuple[VerticalBox, ...]:
        """Give up the lines that are left over; empty when the foot holds all."""
        lines = tuple(self.left_over)
        self.left_over.clear()
        return lines

    def finished(self) -> Page:
        """The page as it will be drawn: its notes at the foot of the frame, or near the text of a short page."""
        y = self.frame.bottom - sum(line.height for line in self.foot)
        white = self._returned()
        reach = self.reach + sum(more for _, more in white)
        placed = [
            replace(box, y=box.y + sum(more for top, more in white if top <= box.y)) if white else box
            for box in self.placed
        ]
        if reach - self.frame.top < SHORT * self.frame.height and not self.full_foot:
            y = min(y, reach + 1.5 * self.frame.note_gap)
        rule, foot = y, []
        for line in self.foot:
            foot.append(PlacedBox(line, y, "full"))
            y += line.height
        return Page(self.number, self.name, tuple(placed), tuple(foot), rule)

    def _returned(self) -> list[tuple[float, float]]:
        """The white that comes back: under which ordinates it is added, and how much, as far as the page has room.

        It comes where white crosses the whole page, so that what stands side by side moves alike.
        """
        if not any(box.lent for box in self.placed):
            return []
        found, bottom = [], self.frame.top
        for box in sorted(self.placed, key=lambda each: each.y):
            if box.lent and box.y > bottom - TOLERANCE:
                found.append((box.y, box.lent))
            bottom = max(bottom, box.y + box.box.height)
        lowest = min(self.limit, self.frame.top + self.most * self.frame.height)
        wanted = sum(lent for _, lent in found)
        share = min(1.0, max(0.0, lowest - self.reach) / wanted) if wanted else 0.0
        return [(top, share * lent) for top, lent in found] if share else []


SHORT = 0.8
"""Share of a page under which its text is short: notes at the foot would be lost to it."""

WELL = 0.9
"""Share of a page that is well used: white that comes back to it makes no difference to its weight."""

TOLERANCE = 0.01
"""Lengths in points that differ by less are the same: sums of floats never agree to the last bit."""
