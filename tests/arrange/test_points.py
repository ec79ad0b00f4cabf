"""Points that have a slide to themselves: how large they are, how far apart."""

from __future__ import annotations

from collections.abc import Callable

from editions import edition, section
from rapport.arrange.arrange import Arranged
from rapport.edition.blocks.words import Bullets, Item
from rapport.edition.edition import Edition
from rapport.edition.text import words
from sketch import boxes, texts


def test_what_stands_under_few_points_grows_with_them(arranged: Callable[[Edition], Arranged]) -> None:
    block = Bullets((Item(words("Un point"), (words("un détail"),)),), words("Nos demandes"))
    slide = arranged(edition(section("a", "Titre", block))).deck.slides[-1]
    assert texts(slide)[1:] == ["50: Nos demandes", "64: Un point", "50: un détail"]


def test_few_paragraphs_are_spread_over_their_slide(arranged: Callable[[Edition], Arranged]) -> None:
    block = Bullets((Item(words("Un premier point")), Item(words("Un second"))))
    made = arranged(edition(section("a", "Titre", block)))
    _, second = boxes(made.deck.slides[-1])[1].paragraphs
    assert second.space_before > second.leading
    assert made.problems == ()
