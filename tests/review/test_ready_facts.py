"""What a typed number says, as the fact that an author is offered to paste."""

from __future__ import annotations

import pytest

from rapport.figures.claims import NOTHING, strays
from rapport.review.stray_numbers import value_lines


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("Il y a vingt-trois projets.", ["value: 23", 'words: "vingt-trois"']),
        ("Il y a près de vingt projets.", ["value: 20", "qualifier: nearly"]),
        ("Cela coûte un million d'euros.", ["value: 1000000", "unit: EUR"]),
        ("Cela coûte 2,6 millions d'euros.", ["value: 2600000", "unit: EUR"]),
        ("Cela coûte 2,60 euros.", ["value: 2.60", "unit: EUR"]),
        ("Cela coûte de 2 à 3 millions d'euros.", ["low: 2000000", "high: 3000000", "unit: EUR"]),
        ("Cela pèse 1 500,5 tonnes.", ["value: 1500.5", "unit: tonne"]),
        ("Cela ne dépasse pas, au plus, 40 % du total.", ["value: 40", "unit: percent"]),
        ("Un agent sur trois en a un.", ['words: "Un agent sur trois"']),
    ],
)
def test_a_number_is_offered_as_it_was_typed(typed: str, lines: list[str]) -> None:
    (stray,) = strays(typed, NOTHING)
    assert value_lines(stray) == lines
