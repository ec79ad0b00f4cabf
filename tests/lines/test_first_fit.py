from collections.abc import Callable

from rapport.lines.points import Breakpoint
from rapport.lines.total_fit import Fill, first_fit

Typeset = Callable[..., list[str]]


def test_each_line_takes_what_it_can(typeset: Typeset) -> None:
    assert typeset("Un an après le sommet de Paris, les engagements tiennent.", 120.0, "ragged") == [
        "Un an après le sommet de",
        "Paris, les engagements",
        "tiennent.",
    ]


def test_a_ragged_line_is_left_short_rather_than_hyphenated(typeset: Typeset) -> None:
    assert typeset("Le sommet de Paris simplification", 110.0, "ragged") == ["Le sommet de Paris", "simplification"]


def test_but_not_rather_empty(typeset: Typeset) -> None:
    assert typeset("Le sommet simplification", 85.0, "ragged") == ["Le sommet simplifi-", "cation"]


def hyphens(*widths: float) -> list[Breakpoint]:
    """One word whose parts have the given widths, its hyphens of no width."""
    made = [Breakpoint(0, 0, 0, 0, 0, 0, 0, "space", 0, 0)]
    for at, width in enumerate(widths, 1):
        sums = (made[-1].width + width, 0.0, 0.0)
        kind = "hyphen" if at < len(widths) else "space"
        made.append(Breakpoint(*sums, 0.0, *sums, kind, 0, at))  # type: ignore[arg-type]
    return made


def test_a_third_hyphen_in_a_row_is_refused() -> None:
    assert first_fit(hyphens(30, 30, 30), Fill(40.0)) == tuple(hyphens(30, 30, 30))
    assert first_fit(hyphens(30, 30, 30, 30), Fill(40.0)) == ()


def test_forced_a_line_takes_what_fits_none() -> None:
    assert first_fit(hyphens(50), Fill(40.0)) == ()
    assert first_fit(hyphens(50), Fill(40.0, forced=True)) == tuple(hyphens(50))
