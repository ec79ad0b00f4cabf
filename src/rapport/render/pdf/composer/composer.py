"""Page make-up in one pass: galleys in, finished pages out as soon as nothing more can come to them.

Two columns run side by side, each with its own place on its own page; matter of the full width waits for both. A page
takes the next group of boxes if it has room for them and for all lines of the notes they call, else the group opens
the next page: so white is left at the foot, and nothing is ever moved twice. Only a group that already stands at the
top of a page may leave the end of its notes to the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from math import inf
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.render.pdf.composer.vertical import (
    BoxGroup,
    Footnote,
    Galley,
    GalleyOpening,
    Glue,
    Lane,
    Matter,
    PlacedBox,
    TypeArea,
    VerticalBox,
)


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
        self.reach, self.limit = self.frame.top, self.frame.bottom

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


Column = Literal["margin", "text"]


class ColumnPlace(Struct, frozen=True):
    """Where a column goes on: the page's index, the ordinate, and the white wanted there; `fresh` at a page's top.

    `full` is that white with what has been taken from it.
    """

    page: int
    y: float
    gap: float = 0.0
    full: float = 0.0
    fresh: bool = True

    def further(self, other: ColumnPlace) -> ColumnPlace:
        """The later of two places, with the larger of both whites where they meet."""
        first, last = sorted((self, other), key=lambda place: (place.page, place.y))
        near = first.page == last.page and first.y + first.gap > last.y + last.gap
        if not near:
            return last
        return replace(last, gap=first.y + first.gap - last.y, full=max(first.y + first.full - last.y, last.full))


def _apart(place: ColumnPlace, white: Glue) -> ColumnPlace:
    """The place with at least that white wanted there."""
    return replace(place, gap=max(place.gap, white.height), full=max(place.gap, place.full, white.height + white.lent))


def _standing(galley: Galley, place: ColumnPlace) -> list[PlacedBox]:
    """The boxes of a galley that stands undivided at or after a place."""
    placed: list[PlacedBox] = []
    y, gap, full, fresh = place.y, place.gap, place.full, place.fresh
    for leads, own, taken, box in galley.boxes:
        top, lent = y + own, taken
        if fresh:
            top, lent = y, 0.0
        elif leads:
            top = y + max(gap, own)
            lent = max(0.0, y + max(full, own + taken) - top)
        placed.append(PlacedBox(box, top, galley.lane, lent=lent))
        y, gap, full, fresh = top + box.height, 0.0, 0.0, False
    return placed


class Composer:
    """Makes up the pages of one document; `compose` may be called once.

    For who tries several ways on from a place, `add` takes matter, `fork` goes on apart from here, `pages` are those
    so far, and `stands` says on how many of them the matter of each opening stands. `reach` is the lowest edge of what
    has been placed since the last opening; infinite where notes have passed to a page that is still to come.
    """

    def __init__(self, frame: TypeArea, first_page: int = 1) -> None:
        self._frame = frame
        self._first = first_page
        self._pages: dict[int, OpenPage] = {}
        self._name, self._most = "", 1.0
        top = ColumnPlace(0, frame.top)
        self._places: dict[Column, ColumnPlace] = {"margin": top, "text": top}
        self._called: set[str] = set()
        self._emitted = 0
        self._stands: list[set[int]] = [set()]
        self.reach = frame.top

    def compose(self, matter: Iterable[Matter]) -> Iterator[Page]:
        """The pages, in order. Matter is asked for only when the pages before it are made up."""
        for item in matter:
            self.add(item)
            yield from self._done(self._earliest())
        yield from self._done(max(self._pages, default=-1) + 1)

    def add(self, item: Matter) -> None:
        """Makes up what comes next."""
        if isinstance(item, GalleyOpening):
            self._open(item)
        else:
            self._set(item)

    def fork(self) -> Composer:
        """Another that goes on from here."""
        other = copy(self)
        other.part()
        return other

    def part(self) -> None:
        """Leave to whoever this was copied from what that one may still change; finished pages are shared."""
        earliest = self._earliest()
        self._pages = {index: page if index < earliest else page.copy() for index, page in self._pages.items()}
        self._places, self._called = dict(self._places), set(self._called)
        self._stands = [*self._stands[:-1], set(self._stands[-1])]

    @property
    def pages(self) -> tuple[OpenPage, ...]:
        """The pages that have not been given out yet, in order."""
        return tuple(self._pages[index] for index in sorted(self._pages))

    @property
    def stands(self) -> tuple[int, ...]:
        """For each opening so far, how many pages have something of its matter."""
        return tuple(map(len, self._stands[1:]))

    def _earliest(self) -> int:
        return min(self._places["margin"].page, self._places["text"].page)

    def _done(self, before: int) -> Iterator[Page]:
        while self._emitted < before:
            yield self._page(self._emitted).finished()
            del self._pages[self._emitted]
            self._emitted += 1

    def _page(self, index: int) -> OpenPage:
        if index not in self._pages:
            self._pages[index] = OpenPage(self._first + index, self._frame, self._name, self._most)
        return self._pages[index]

    # sections

    def _open(self, opening: GalleyOpening) -> None:
        place = self._joined()
        used = self._page(place.page).placed or not place.fresh
        self._name, self._most = opening.name, opening.most
        if used and place.y + opening.gap + opening.room > self._page(place.page).limit + TOLERANCE:
            place = self._next(place)
        elif used:
            place = _apart(place, Glue(opening.gap, opening.lent))
        page = self._page(place.page)
        page.name = f"{page.name} · {opening.name}" if page.placed else opening.name
        page.most = opening.most
        self._stands.append(set())
        self.reach = self._frame.top
        self._places = {"margin": place, "text": place}

    # galleys

    def _set(self, galley: Galley) -> None:
        start = self._start(galley.lane)
        place = self._put_whole(galley, start)
        if place is None:
            place = start
            for group in galley.groups:
                place = self._place(group, galley.lane, place)
        place = _apart(place, galley.trailing_gap)
        if galley.lane != "margin":
            self._places["text"] = place
        if galley.lane != "text":
            self._places["margin"] = place

    def _start(self, lane: Lane) -> ColumnPlace:
        if lane == "full":
            return self._joined()
        text = self._places["text"]
        if lane == "text":
            return text
        # what stands in the margin goes with the text that follows it: never on an earlier page
        return self._places["margin"].further(ColumnPlace(text.page, self._frame.top))

    def _joined(self) -> ColumnPlace:
        return self._places["margin"].further(self._places["text"])

    def _next(self, place: ColumnPlace) -> ColumnPlace:
        return ColumnPlace(place.page + 1, self._frame.top)

    def _put_whole(self, galley: Galley, place: ColumnPlace) -> ColumnPlace | None:
        """Place a galley that the page has room for as a whole, as most do; None where its groups are to be asked for.

        It comes to stand where they would, one by one.
        """
        if not galley.simple:
            return None
        page, gap = self._page(place.page), 0.0 if place.fresh else max(place.gap, galley.groups[0].gaps[0])
        if not page.fits(place.y + gap + galley.extent + TOLERANCE, ()):
            return None
        page.put(*_standing(galley, place))
        self._stands[-1].add(place.page)
        self.reach = max(self.reach, page.reach)
        last = page.placed[-1]
        return ColumnPlace(place.page, last.y + last.box.height, fresh=False)

    def _place(self, group: BoxGroup, lane: Lane, place: ColumnPlace) -> ColumnPlace:
        """Place a group at or after `place`; returns where the column goes on."""
        while True:
            page = self._page(place.page)
            start = place.y if place.fresh else place.y + max(place.gap, group.gaps[0])
            reprise = group.boxes[0].reprise if place.fresh else None
            bottom = start + group.height + (reprise.height if reprise else 0.0)
            if page.fits(bottom, self._new_notes(group)):
                return self._put(group, lane, place, start)
            if place.fresh and not page.foot:
                return self._force(group, lane, place)
            place = self._next(place)

    def _force(self, group: BoxGroup, lane: Lane, place: ColumnPlace) -> ColumnPlace:
        """Place a group that not even an empty page can hold."""
        reprise = group.boxes[0].reprise
        bottom = place.y + group.height + (reprise.height if reprise else 0.0)
        if bottom <= self._frame.bottom + TOLERANCE or len(group.boxes) == 1:
            return self._put(group, lane, place, place.y)
        for single in group.singles():
            place = self._place(single, lane, place)
        return place

    def _put(self, group: BoxGroup, lane: Lane, place: ColumnPlace, y: float) -> ColumnPlace:
        page = self._page(place.page)
        reprise = group.boxes[0].reprise
        if place.fresh and reprise:
            page.put(PlacedBox(reprise, y, lane, repeated=True))
            y += reprise.height
        above = place.y + max(place.full, group.gaps[0] + group.lent[0]) - y if not place.fresh else 0.0
        for number, (gap, lent, box) in enumerate(zip(group.gaps, group.lent, group.boxes, strict=True)):
            y += gap if number else 0.0
            page.put(PlacedBox(box, y, lane, lent=lent if number else max(0.0, above)))
            y += box.height
        self._stands[-1].add(place.page)
        self.reach = max(self.reach, page.reach)
        self._call(place.page, group)
        return ColumnPlace(place.page, y, fresh=False)

    # notes

    def _new_notes(self, group: BoxGroup) -> tuple[Footnote, ...]:
        """The notes that no page has taken yet: a note called twice stands at its first call."""
        if not group.notes:
            return ()
        found = {note.key: note for note in group.notes if note.key not in self._called}
        return tuple(found.values())

    def _call(self, index: int, group: BoxGroup) -> None:
        """Bring the notes of a group to the foot of its page, what has no room there to the feet of the next ones."""
        notes = self._new_notes(group)
        if not notes:
            return
        self._called.update(note.key for note in notes)
        page = self._page(index)
        page.take_notes([line for note in notes for line in note.lines])
        while left_over := page.hand_over():
            index += 1
            self.reach = inf
            page = self._page(index)
            page.take_notes(left_over, self._frame.run_on_share)
