"""People in a row."""

from __future__ import annotations

from collections.abc import Callable

from editions import edition, section
from rapport.arrange.arrange import Arranged
from rapport.edition.blocks.surroundings import People, Person
from rapport.edition.edition import Edition
from rapport.edition.text import words
from rapport.slides.elements import Panel


def test_portraits_are_low_where_the_words_under_high_ones_would_not_fit(
    arranged: Callable[[Edition], Arranged],
) -> None:
    said = words("Une position qui se dit en bien des mots, " * 6)
    person = Person(words("Jeanne Martin"), words("mar-tin"), words("ministre de l’économie"), said, "JM")
    made = arranged(edition(section("a", "Titre", People((person,) * 4))))
    portraits = [element for element in made.deck.slides[-1].elements if isinstance(element, Panel)]
    assert [float(portrait.box.height) for portrait in portraits] == [90.0] * 4
    assert "slide-overflow" not in [problem.code for problem in made.problems]
