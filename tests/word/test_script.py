"""What reviewers read: every kind of block with its words and its figures, each once and in order."""

from __future__ import annotations

from typing import get_args

import pytest

import editions
from decks import picture
from rapport.edition.blocks.figures import Image
from rapport.edition.blocks.surroundings import Map, People, Person, Place
from rapport.edition.blocks.words import (
    ContactEntry,
    Contacts,
    Glossary,
    GlossaryEntry,
    Heading,
    Paragraph,
    Question,
    Questions,
    Quote,
    StatusKey,
)
from rapport.edition.edition import Block
from rapport.edition.text import Status, plain, words
from rapport.word.blocks import lines, script
from rapport.word.document import ScriptTable

ACHIEVED = Status("achieved", "Réalisé")
BLOCKS: tuple[Block, ...] = (
    editions.KEY_FIGURES,
    editions.CHART,
    editions.TABLE,
    editions.CALLOUT,
    editions.TIMELINE,
    editions.COMPARISON,
    editions.MESSAGES,
    editions.points("Un point", "Un autre"),
    Paragraph(words("Une phrase.")),
    Heading(words("Un intertitre")),
    Quote(words("« Nous tenons parole. »"), words("La porteuse")),
    Questions((Question(words("Et après ?"), words("La suite."), more=(words("Limite : rien."),)),)),
    Image(picture(), "Un carré", words("Vu du ciel")),
    Map((), 1.0, (Place(words("Évian"), words("le sommet"), ACHIEVED, 0.4, 0.5),), "Une carte", words("Les lieux")),
    People((Person(words("A. Martin"), (), words("Cheffe de projet"), words("Elle tient à la clarté."), "AM"),)),
    Glossary((GlossaryEntry(words("IA"), words("intelligence artificielle")),)),
    Contacts((ContactEntry(words("A. Martin"), words("Cheffe de projet"), (words("a.martin@example.fr"),)),)),
    StatusKey(words("Statuts"), (), ((ACHIEVED, words("c’est fait")),)),
)


def said(*blocks: Block) -> list[str]:
    edition = editions.edition(editions.section("s", "Titre", *blocks))
    return ["".join(span.text for span in line.text) for line in lines(script(edition))]


def test_every_kind_of_block_is_tried() -> None:
    assert {type(block) for block in BLOCKS} == set(get_args(Block))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_a_block_says_something_and_each_of_its_lines_once(block: Block) -> None:
    edition = editions.edition(editions.section("s", "Titre", block))
    found = list(lines(script(edition)))
    assert len(found) > len(said())
    assert [line.number for line in found] == list(range(1, len(found) + 1))
    assert all("".join(span.text for span in line.text).strip() for line in found)


def test_a_figure_is_said_with_its_number_and_is_locked() -> None:
    edition = editions.edition(editions.section("s", "Titre", editions.KEY_FIGURES, editions.CHART))
    grids = [part for part in script(edition) if isinstance(part, ScriptTable)]
    amounts = [row[0][0] for row in grids[0].rows]
    first = editions.KEY_FIGURES.figures[0]
    assert amounts[0].text == first.printed
    assert plain(first.printed) == "plus de 2,6\u00a0Md€"
    assert all(span.evidence is not None for line in amounts for span in line.text)
    values = [line.text[0].text for row in grids[1].rows[1:] for cell in row[1:] for line in cell]
    assert values == [
        point.label
        for points in zip(*(series.points for series in editions.CHART.series), strict=True)
        for point in points
        if point.label
    ]


def test_a_date_and_its_moment_are_said_once() -> None:
    found = said(editions.TIMELINE)
    moments = ["".join(span.text for span in moment.text) for moment in editions.TIMELINE.moments]
    assert [found.count(moment) for moment in moments] == [1] * len(moments)
