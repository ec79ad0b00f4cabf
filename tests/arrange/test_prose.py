"""A section of prose alone has a slide of what its sentences say."""

from __future__ import annotations

from collections.abc import Callable

from editions import edition, section
from rapport.arrange.arrange import Arranged
from rapport.arrange.piece import points_of
from rapport.edition.blocks.words import Paragraph
from rapport.edition.edition import Edition
from rapport.edition.text import plain, words

LONE = "La France a levé des fonds. M. Dupont le dit\u202f! Le reste suit."


def test_the_first_sentence_of_each_paragraph() -> None:
    points = points_of((words("Un premier fait. Et sa suite."), words("Un second fait. Et encore.")))
    assert [plain(item.text) for item in points.items] == ["Un premier fait.", "Un second fait."]


def test_the_sentences_of_a_lone_paragraph_none_cut_at_an_initial() -> None:
    points = points_of((words(LONE),))
    assert [plain(item.text) for item in points.items][:1] == ["La France a levé des fonds."]
    assert "M." not in [plain(item.text) for item in points.items]


def test_its_message_and_notes_stay(arranged: Callable[[Edition], Arranged]) -> None:
    made = arranged(edition(section("a", "Un message", Paragraph(words(LONE))))).deck.slides[-1]
    assert plain(made.title.paragraphs[0].text) == "Un message"
    assert made.layout == "content"
    assert LONE in [plain(text) for text in made.speech]
