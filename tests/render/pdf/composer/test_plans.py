"""Which sections share pages, and how they are set to fill them: made-up sections, the plan told for each row of them.

Where a difference is meant, the file takes the plans that were told.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest

from rapport.render.pdf.composer.composer import Composer
from rapport.render.pdf.composer.economy import RUN, PagePlan, Planner, economical
from rapport.render.pdf.composer.fitting import Density, SectionPassage
from rapport.render.pdf.composer.vertical import KEEP, Galley, Glue, Lane, TypeArea, VerticalBox, paragraph
from rapport.render.pdf.composer.ways import PageSheet, WeighedPages
from told import assert_told

SHEET = PageSheet(TypeArea(top=70, bottom=770, note_gap=9), 28)
DENSITIES: dict[Density, tuple[float, float]] = {
    "usual": (15, 180),
    "compact": (14, 180),
    "dense": (14, 130),
    "open": (17, 200),
    "tall": (15, 230),
    "taller": (15, 300),
}
"""The height of a line and of a drawing, in points."""
ROWS = 104


def passage(name: str, parts: str) -> SectionPassage:
    """A section with an opening, lines, drawings (`#`) and what stands in the margin (`!`)."""

    def galleys(density: Density) -> tuple[Galley, ...]:
        line, drawing = DENSITIES[density]
        found = [Galley("full", (VerticalBox(67), Glue(18), KEEP))]
        for part in parts.split():
            lane: Lane = "margin" if part == "!" else "text"
            lines = [VerticalBox(line) for _ in range(int(part))] if part.isdigit() else []
            boxes = paragraph(lines) if lines else [VerticalBox(drawing if part == "#" else 90)]
            found.append(Galley(lane, (Glue(8), *boxes, Glue(12))))
        return tuple(found)

    return SectionPassage(name, galleys, lambda _density: None)


def rows() -> Iterator[list[str]]:
    """Rows of sections of all lengths: what is in each follows from its number alone."""
    for number in count(1):
        chance = (number * 7919 + at * 104729 + at * at * 1299709 for at in count(1))
        yield [
            " ".join(
                ("#" if draw % 5 == 0 else "!" if draw % 7 == 0 else str(2 + draw % 13))
                for draw in islice(chance, 1 + next(chance) % 5)
            )
            for _ in range(2 + number % 4)
        ]


def made(row: list[str], ends_part: bool) -> list[SectionPassage]:
    passages = [passage(chr(ord("A") + at), parts) for at, parts in enumerate(row)]
    passages[-1].ends_part = ends_part
    return passages


def _plan(plan: PagePlan) -> str:
    names, way = "".join(each.name for each in plan.group), plan.way
    apart = f" up to {way.most:g}" if way.most < 1 else f" {way.own}" if way.own else ""
    own = f", {names[way.apart]}{apart}" if apart else ""
    judged = "sound" if plan.sound else "empty" if plan.empty else "rather empty"
    pages = f"{plan.pages} page{'s' if plan.pages > 1 else ''}, the last {plan.last:.3f}"
    return f"  {names}: {way.density} with {way.share:g} of its white{own}: {pages}, {judged}, {plan.cost:.3f}"


def told() -> Iterator[str]:
    for number, row in enumerate(islice(rows(), ROWS)):
        yield " | ".join(row) + (" (end of a part)" if number % 2 else "")
        yield from map(_plan, Planner(made(row, ends_part=bool(number % 2)), SHEET).plans())


def test_sections_share_pages_as_they_did(tmp_path: Path) -> None:
    said = "".join(f"{line}\n" for line in told())
    assert_told(said, Path(__file__).parent / "told" / "plans.txt", tmp_path)


@pytest.mark.parametrize(
    ("height", "sound", "empty"), [(518, True, False), (517, False, False), (504, False, False), (503, False, True)]
)
def test_a_page_under_three_quarters_is_rather_empty_and_lacking_more_it_looks_so(
    height: float, sound: bool, empty: bool
) -> None:
    drawing = (Galley("text", (VerticalBox(height),)),)
    [plan] = Planner([SectionPassage("A", lambda _density: drawing, lambda _density: None)], SHEET).plans()
    assert (plan.last, plan.sound, plan.empty) == (height / 700, sound, empty)


def numbered(row: list[str], weighed: WeighedPages) -> list[SectionPassage]:
    """Sections that are known again by what they say."""
    passages = made(row, ends_part=False)
    for each, parts in zip(passages, row, strict=True):
        each.content = weighed.number(parts)
    return passages


def plans(passages: list[SectionPassage], sheet: PageSheet, weighed: WeighedPages | None = None) -> list[str]:
    return list(map(_plan, Planner(passages, sheet, weighed).plans()))


def test_pages_weighed_before_are_not_made_up_again() -> None:
    row, weighed = ["12 14 6", "12 13 4 11 8", "11 4 13"], WeighedPages()
    found = plans(numbered(row, weighed), SHEET, weighed)
    assert found == plans(made(row, ends_part=False), SHEET)
    again = numbered(row, weighed)
    for each in again:
        each.setting = lambda density: pytest.fail(f"set anew: {density}")
    assert plans(again, SHEET, weighed) == found


def test_what_says_something_else_or_stands_on_other_pages_is_weighed_anew() -> None:
    row, weighed = ["12 14 6", "12 13 4 11 8", "11 4 13"], WeighedPages()
    plans(numbered(row, weighed), SHEET, weighed)
    other = [*row[:2], "11 4"]
    assert plans(numbered(other, weighed), SHEET, weighed) == plans(made(other, ends_part=False), SHEET)
    lower = PageSheet(TypeArea(top=70, bottom=670, note_gap=9), 28)
    assert plans(numbered(row, weighed), lower, weighed) == plans(made(row, ends_part=False), lower)


def test_a_part_ends_its_run_and_so_do_sixteen_sections() -> None:
    short = [passage("A", "2") for _ in range(RUN + 1)]
    assert len(list(Composer(SHEET.frame).compose(economical(short, SHEET)))) < RUN
    short[0].ends_part = True
    first, *_ = Composer(SHEET.frame).compose(economical(short, SHEET))
    assert len(first.placed) == len(passage("A", "2").galleys("usual")) + 1
