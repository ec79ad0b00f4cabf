"""Which sections share pages, and how closely they are set: pages neither half empty nor crowded.

A section opens a page of its own. Where that would leave a page rather empty, the sections around it are tried
together, closer or wider; the cheapest way through a run of sections is taken, as words are broken into lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.render.pdf.composer.composer import TOLERANCE, Composer
from rapport.render.pdf.composer.fitting import Density, SectionPassage
from rapport.render.pdf.composer.vertical import Galley, GalleyOpening, Matter
from rapport.render.pdf.composer.ways import (
    COMPANY,
    DIVIDED,
    ENOUGH,
    EVEN,
    GREATEST,
    LAST,
    NEAR,
    PAGE,
    USUAL,
    Effort,
    PageSheet,
    Way,
    WeighedPages,
    continuous_ways,
    emptiness,
    opened,
    ways,
)

MOST_TOGETHER = 4
"""Sections that are tried together."""
RUN = 16
"""Sections that are weighed against each other before the first of them is drawn."""

STEPS: tuple[tuple[int, Effort], ...] = ((0, 1), (1, 1), (2, 1), (1, 2), (1, 3), (2, 3))
"""How many neighbours of an empty page join in, and what may be tried then, until no page is empty."""


_Pages = tuple[int, tuple[Density, ...], float, float, int]
"""What tells on the pages of a group: its start, the densities of its passages, the share of white, what is apart."""


class PagePlan(Struct, frozen=True):
    """A group of passages set one way, at a cost.

    It is sound if no page but an exempt last one is rather empty and no section is divided needlessly; `empty` if such
    a page lacks so much that readers see it.
    """

    group: tuple[SectionPassage, ...]
    way: Way
    cost: float
    empty: bool
    sound: bool
    last: float
    """The share of its last page that is used."""
    pages: int


def _wanting(plan: PagePlan, effort: Effort) -> bool:
    """Whether a plan is worth an effort: the greatest is made against empty pages alone."""
    return not plan.sound if effort < GREATEST else plan.empty


def economical(
    passages: Iterable[SectionPassage], sheet: PageSheet, weighed: WeighedPages | None = None
) -> Iterator[Matter]:
    """The matter of the passages, each of them opening a page or joining the one before it."""
    for run in _runs(passages):
        if run[0].rest is not None:
            yield from _long(run[0])
        else:
            for plan in Planner(run, sheet, weighed).plans():
                for number, passage in enumerate(plan.group):
                    passage.choose(plan.way.of(number))
                for number, passage in enumerate(plan.group):
                    yield from opened(passage, number, plan.way, sheet)


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
        self._begun: dict[_Pages, Composer] = {}
        self._weights: dict[_Pages, tuple[tuple[float, ...], tuple[int, ...]]] = {}
        self._shares: dict[tuple[int, Density, float, int], float] = {}

    def plans(self) -> tuple[PagePlan, ...]:
        """The groups of the cheapest division."""
        chosen = self._cheapest()
        for reach, effort in STEPS:
            if not any(_wanting(plan, effort) for plan in chosen):
                break
            self._strive(chosen, reach, effort)
            chosen = self._cheapest()
        return chosen

    def _strive(self, chosen: Sequence[PagePlan], reach: int, effort: Effort) -> None:
        """Allow more for the passages of groups that want it, and for so many of their neighbours."""
        start = 0
        for plan in chosen:
            end = start + len(plan.group)
            if _wanting(plan, effort):
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
        for way in ways(end - start, effort):
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
            self._before.found[key] = (plan.cost, plan.empty, plan.sound, plan.last, plan.pages)
        return PagePlan(group, way, *self._before.found[key])

    def _weighed(self, start: int, end: int, way: Way) -> PagePlan:
        group, (shares, stands) = tuple(self._run[start:end]), self._weights_of(start, end, way)
        costs = [emptiness(share) for share in shares]
        ends = group[-1].ends_part  # which ends the run as well
        costs[-1] *= LAST if ends else 1.0
        least = min(shares[:-1] if ends else shares, default=1.0)
        divided = self._divided(start, stands) if end - start > 1 and len(shares) > 1 else 0
        cost = PAGE * len(shares) + sum(costs) + COMPANY * (len(group) - 1) + DIVIDED * divided + way.cost
        return PagePlan(
            group, way, cost, least < ENOUGH - NEAR, least >= ENOUGH and not divided, shares[-1], len(shares)
        )

    def _weights_of(self, start: int, end: int, way: Way) -> tuple[tuple[float, ...], tuple[int, ...]]:
        """The shares of its pages that a group uses, and on how many of them each passage stands."""
        key = self._pages(start, end, way)
        if key not in self._weights:
            made = self._composed(start, end, way)
            self._weights[key] = tuple([page.used for page in made.pages]), made.stands
        return self._weights[key]

    def _composed(self, start: int, end: int, way: Way) -> Composer:
        """The pages of a group made up; groups that begin alike share their beginning."""
        way, key = self._told(start, end, way), self._pages(start, end, way)
        if key not in self._begun:
            many = end - start > 1
            composer = self._composed(start, end - 1, way).fork() if many else Composer(self._sheet.frame)
            for item in opened(self._run[end - 1], end - 1 - start, way, self._sheet):
                composer.add(item)
            self._begun[key] = composer
        return self._begun[key]

    def _pages(self, start: int, end: int, way: Way) -> _Pages:
        """What tells on the pages of a group set that way."""
        told = self._told(start, end, way)
        densities = tuple([each.same(told.of(number)) for number, each in enumerate(self._run[start:end])])
        return start, densities, told.share, told.most, told.apart if told.most < 1.0 else 0

    def _told(self, start: int, end: int, way: Way) -> Way:
        """The way as far as it tells on the pages of a group: the same for all that make the same ones."""
        if way.apart >= end - start:
            return Way(way.density, way.share, 0.0)
        most = self._most(start, way)
        at = way.apart if way.own or most < 1.0 else 0
        return Way(way.density, way.share, 0.0, most, way.own, at)

    def _most(self, start: int, way: Way) -> float:
        """The share that the passage set apart may fill; the largest that makes the same pages."""
        if way.most == 1.0:
            return 1.0
        key = (start, way.density, way.most, way.apart)
        if key not in self._shares:
            larger = self._most(
                start, replace(way, most=min((share for share in EVEN if share > way.most), default=1.0))
            )
            made = self._composed(start, start + way.apart + 1, replace(way, most=larger))
            frame = self._sheet.frame
            same = made.reach <= frame.top + way.most * frame.height + TOLERANCE
            self._shares[key] = larger if same else way.most
        return self._shares[key]

    def _divided(self, start: int, stands: Sequence[int]) -> int:
        """How many passages stand on two pages although one would hold them."""
        return sum(
            count > 1 and self._plan(index, index + 1, USUAL).pages == 1 for index, count in enumerate(stands, start)
        )


# A note: sections one under the other, none of which opens a page.


def continuous(head: Sequence[Matter], passages: Sequence[SectionPassage], sheet: PageSheet) -> Iterator[Matter]:
    """The head and the sections under it, set in the way in which their pages are best used."""
    if any(passage.rest is not None for passage in passages):
        yield from head
        for passage in passages:
            passage.choose("compact")
            yield from passage.galleys("compact")
            yield from passage.rest or ()
        return
    way = min(continuous_ways(), key=lambda tried: tried.cost + _cost((*head, *_following(passages, tried)), sheet))
    for passage in passages:
        passage.choose(way.density)
    yield from head
    yield from _following(passages, way)


def _following(passages: Iterable[SectionPassage], way: Way) -> Iterator[Galley]:
    for passage in passages:
        yield from passage.galleys(way.density, way.share)


def _cost(matter: Iterable[Matter], sheet: PageSheet) -> float:
    composer = Composer(sheet.frame)
    for item in matter:
        composer.add(item)
    *costs, last = (emptiness(page.used) for page in composer.pages)
    return PAGE * len(composer.pages) + sum(costs) + LAST * last
