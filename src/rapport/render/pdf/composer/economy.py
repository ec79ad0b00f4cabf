"""Which sections share pages, and how closely they are set: pages neither half empty nor crowded.

A section opens a page of its own. Where that would leave a page rather empty, the sections around it are tried
together, closer or wider; the cheapest way through a run of sections is taken, as words are broken into lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from rapport.render.pdf.composer.composer import Composer
from rapport.render.pdf.composer.fitting import Density, SectionPassage, beginning
from rapport.render.pdf.composer.page import TOLERANCE, TypeArea
from rapport.render.pdf.composer.vertical import GalleyOpening, Matter
from rapport.render.pdf.composer.weighed import WeighedPages

ENOUGH, FULL = 0.74, 0.9
"""Shares of a page's height: under the first it looks empty, beyond the second more would not look better.

Readers see an empty page under 0.7, and boxes reach a little below their ink.
"""
LEAST_ROOM, LEAST_MATTER = 0.28, 0.12
"""Shares of a page: what must be left for a section to begin there, and what must follow its opening."""
MOST_TOGETHER = 4
"""Sections that are tried together."""
RUN = 16
"""Sections that are weighed against each other before the first of them is drawn."""

PAGE, EMPTY, COMPANY, DIVIDED = 0.35, 1.0, 0.06, 0.6
"""Costs of a page, of one used too little, of a section that does not open a page, of one that needlessly turns it."""
LACKING = 3.0
"""Cost of all the height of a page."""
LAST = 0.15
"""Share of the cost of an empty page that the last page of a part bears: its end is seen to be one."""


class Way(Struct, frozen=True):
    """How the sections of a group are set: density, share of the white between things, and what that costs.

    `most` is the share of a page that passage number `evened` fills before the next one is begun.
    """

    density: Density
    share: float
    cost: float
    most: float = 1.0
    evened: int = 0


USUAL = Way("usual", 1.0, 0.0)
CLOSER = (Way("usual", 0.75, 0.04), Way("usual", 0.5, 0.08))
COMPACT = (Way("compact", 1.0, 0.1), Way("compact", 0.75, 0.14), Way("compact", 0.5, 0.2))
OPEN = Way("open", 1.0, 0.05)
EVEN, EVENED = (0.95, 0.9, 0.85, 0.8, 0.76), 0.2
"""Shares of a page that a section may fill so that the next page has its part, and what such white costs."""

Effort = int
"""What may be tried: 0 for less white, 1 for other densities, 2 for white at the foot too."""
STEPS: tuple[tuple[int, Effort], ...] = ((0, 1), (1, 1), (2, 1), (1, 2))
"""How many neighbours of an empty page join in, and what may be tried then, until no page is empty."""


class PageSheet(Struct, frozen=True):
    """What pages are made up on: the frame, and the white above a section that joins another one."""

    frame: TypeArea
    gap: float


class PagePlan(Struct, frozen=True):
    """A group of passages set one way, at a cost.

    It is sound if no page but an exempt last one is rather empty and no section is divided needlessly.
    """

    group: tuple[SectionPassage, ...]
    way: Way
    cost: float
    sound: bool
    last: float
    """The share of its last page that is used."""
    pages: int


def economical(
    passages: Iterable[SectionPassage], sheet: PageSheet, weighed: WeighedPages | None = None
) -> Iterator[Matter]:
    """The matter of the passages, each of them opening a page or joining the one before it."""
    for run in _runs(passages):
        if run[0].rest is not None:
            yield from _long(run[0])
        else:
            for plan in Planner(run, sheet, weighed).plans():
                for passage in plan.group:
                    passage.choose(plan.way.density)
                for number, passage in enumerate(plan.group):
                    yield from _matter(passage, number, plan.way, sheet)


def _runs(passages: Iterable[SectionPassage]) -> Iterator[list[SectionPassage]]:
    """Passages that are weighed together: long ones by themselves, none beyond the end of a part."""
    run: list[SectionPassage] = []
    for passage in passages:
        apart = passage.rest is not None or passage.alone
        if run and apart:
            yield run
            run = []
        run.append(passage)
        if apart or passage.ends_part or len(run) == RUN:
            yield run
            run = []
    if run:
        yield run


def _long(passage: SectionPassage) -> Iterator[Matter]:
    passage.choose("usual")
    yield GalleyOpening(passage.name)
    yield from passage.galleys("usual")
    yield from passage.rest or ()


class Planner:
    """Divides a run of passages into groups; what is tried grows only where pages would be empty without it."""

    def __init__(self, run: Sequence[SectionPassage], sheet: PageSheet, weighed: WeighedPages | None = None) -> None:
        self._run = run
        self._sheet = sheet
        self._before = weighed
        self._efforts = [0] * len(run)
        self._found: dict[tuple[int, int, Effort], PagePlan] = {}
        self._tried: dict[tuple[int, int, Way], PagePlan] = {}
        self._begun: dict[tuple[int, int, Density, float, float, int], Composer] = {}
        self._shares: dict[tuple[int, Density, float, int], float] = {}

    def plans(self) -> tuple[PagePlan, ...]:
        """The groups of the cheapest division."""
        chosen = self._cheapest()
        for reach, effort in STEPS:
            if all(plan.sound for plan in chosen):
                break
            self._strive(chosen, reach, effort)
            chosen = self._cheapest()
        return chosen

    def _strive(self, chosen: Sequence[PagePlan], reach: int, effort: Effort) -> None:
        """Allow more for the passages of unsound groups, and for so many of their neighbours."""
        start = 0
        for plan in chosen:
            end = start + len(plan.group)
            if not plan.sound:
                for index in range(max(0, start - reach), min(len(self._run), end + reach)):
                    self._efforts[index] = max(self._efforts[index], effort)
            start = end

    def _cheapest(self) -> tuple[PagePlan, ...]:
        ways: list[tuple[float, tuple[PagePlan, ...]]] = [(0.0, ())]
        for end in range(1, len(self._run) + 1):
            found = []
            for start in range(max(0, end - MOST_TOGETHER), end):
                if end - start == 1 or self._worth_joining(start, end):
                    plan = self._best(start, end)
                    cost, before = ways[start]
                    found.append((cost + plan.cost, (*before, plan)))
            ways.append(min(found, key=lambda way: way[0]))
        return ways[-1][1]

    def _worth_joining(self, start: int, end: int) -> bool:
        """Whether some passage of a group leaves a page rather empty when it stands alone."""
        alone = (self._best(index, index + 1) for index in range(start, end))
        return any(not plan.sound or plan.last < 1 - ENOUGH for plan in alone)

    def _best(self, start: int, end: int) -> PagePlan:
        """The cheapest way to set a group; other ways than the usual one are tried where that one wastes paper."""
        effort = min(self._efforts[start:end])
        if (start, end, effort) not in self._found:
            self._found[start, end, effort] = self._search(start, end, effort)
        return self._found[start, end, effort]

    def _search(self, start: int, end: int, effort: Effort) -> PagePlan:
        best = self._plan(start, end, USUAL)
        tail = best.pages > 1 and best.last < 1 - ENOUGH
        for way in _ways(end - start, effort):
            if best.sound and not tail:
                break
            plan = self._plan(start, end, way)
            best = min(best, plan, key=lambda each: each.cost)
            tail = tail and plan.pages >= best.pages
        return best

    def _plan(self, start: int, end: int, way: Way) -> PagePlan:
        if (start, end, way) not in self._tried:
            self._tried[start, end, way] = self._remembered(start, end, way)
        return self._tried[start, end, way]

    def _remembered(self, start: int, end: int, way: Way) -> PagePlan:
        """The plan that the same passages had before, where that is known."""
        group = tuple(self._run[start:end])
        if self._before is None or not all(passage.content for passage in group):
            return self._weighed(start, end, way)
        frame, ends = self._sheet.frame, group[-1].ends_part
        key = (tuple(passage.content for passage in group), way, ends, frame.top, frame.height, self._sheet.gap)
        if key not in self._before.found:
            plan = self._weighed(start, end, way)
            self._before.found[key] = (plan.cost, plan.sound, plan.last, plan.pages)
        return PagePlan(group, way, *self._before.found[key])

    def _weighed(self, start: int, end: int, way: Way) -> PagePlan:
        group, made = tuple(self._run[start:end]), self._composed(start, end, way)
        pages = made.pages
        shares = [page.used for page in pages]
        costs = [_emptiness(share) for share in shares]
        ends = group[-1].ends_part  # which ends the run as well
        costs[-1] *= LAST if ends else 1.0
        empty = any(share < ENOUGH for share in (shares[:-1] if ends else shares))
        divided = self._divided(start, made) if end - start > 1 and len(pages) > 1 else 0
        cost = PAGE * len(pages) + sum(costs) + COMPANY * (len(group) - 1) + DIVIDED * divided + way.cost
        return PagePlan(group, way, cost, not empty and not divided, shares[-1], len(pages))

    def _composed(self, start: int, end: int, way: Way) -> Composer:
        """The pages of a group made up; groups that begin alike share their beginning."""
        most = self._most(start, way) if way.evened < end - start else 1.0
        key = (start, end, way.density, way.share, most, way.evened if most < 1.0 else 0)
        if key not in self._begun:
            many = end - start > 1
            composer = self._composed(start, end - 1, way).fork() if many else Composer(self._sheet.frame)
            for item in _matter(self._run[end - 1], end - 1 - start, replace(way, most=most), self._sheet):
                composer.add(item)
            self._begun[key] = composer
        return self._begun[key]

    def _most(self, start: int, way: Way) -> float:
        """The share that the evened passage may fill; the largest that makes the same pages."""
        if way.most == 1.0:
            return 1.0
        key = (start, way.density, way.most, way.evened)
        if key not in self._shares:
            larger = self._most(
                start, replace(way, most=min((share for share in EVEN if share > way.most), default=1.0))
            )
            made = self._composed(start, start + way.evened + 1, replace(way, most=larger))
            frame = self._sheet.frame
            same = made.reach <= frame.top + way.most * frame.height + TOLERANCE
            self._shares[key] = larger if same else way.most
        return self._shares[key]

    def _divided(self, start: int, made: Composer) -> int:
        """How many passages stand on two pages although one would hold them."""
        return sum(
            count > 1 and self._plan(index, index + 1, USUAL).pages == 1
            for index, count in enumerate(made.stands, start)
        )


def _ways(count: int, effort: Effort) -> Iterator[Way]:
    """The ways to set so many passages, the usual one left out, in the order in which they are tried."""
    yield from CLOSER
    if effort and count == 1:
        yield OPEN
    if effort:
        yield from COMPACT
    if effort > 1:
        for evened in range(count):
            yield from (Way(density, 1.0, EVENED, most, evened) for most in EVEN for density in ("usual", "open"))


def _matter(passage: SectionPassage, number: int, way: Way, sheet: PageSheet) -> Iterator[Matter]:
    """What passage `number` of a group set that way is made up of."""
    galleys, height = passage.galleys(way.density, way.share), sheet.frame.height
    room = max(beginning(galleys, LEAST_MATTER * height), LEAST_ROOM * height) if number else inf
    most = way.most if number == way.evened else 1.0
    yield GalleyOpening(passage.name, room, way.share * sheet.gap, most)
    yield from galleys


def _emptiness(share: float) -> float:
    lacking = max(0.0, FULL - share)
    return 4 * lacking**2 + (EMPTY + LACKING * (ENOUGH - share) if share < ENOUGH else 0.0)
