"""How much of a calendar's width each of its moments takes."""

from __future__ import annotations

from editions import ACHIEVED, moment
from rapport.arrange.blocks.timeline import MomentWords, _needs
from rapport.arrange.studio import SlideContext


def test_a_short_moment_after_a_long_one_has_half_of_its_place_and_a_long_one_all_of_its_own(
    studio: SlideContext,
) -> None:
    short, long = (moment((name, name), (name, name), ACHIEVED) for name in ("2", "Anticonstitutionnellement"))
    told = MomentWords("full", 0, dates_whole=True)
    [narrow], [wide] = _needs((short,), told, studio), _needs((long,), told, studio)
    assert wide > 2 * narrow
    assert _needs((long, short), told, studio) == (wide / 2, wide / 2)
    assert _needs((short, long), told, studio) == (narrow / 2, wide)
    assert _needs((long, short, short), told, studio) == (wide / 2, wide / 2, narrow)
