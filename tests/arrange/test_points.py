"""The sizes of points that have a slide to themselves."""

from __future__ import annotations

from collections.abc import Callable

from editions import edition, section
from rapport.arrange.arrange import Arranged
from rapport.edition.blocks.words import Bullets, Item
from rapport.edition.edition import Edition
from rapport.edition.text import words
from sketch import texts


def test_what_stands_under_few_points_grows_with_them(arranged: Callable[[Edition], Arranged]) -> None:
    block = Bullets((Item(words("Un point"), (words("un détail"),)),), words("Nos demandes"))
    slide = arranged(edition(section("a", "Titre", block))).deck.slides[-1]
    assert texts(slide)[1:] == ["42: Nos demandes", "48: Un point", "36: un détail"]
