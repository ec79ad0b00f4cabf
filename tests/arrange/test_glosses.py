"""Acronyms are told at the foot of the first slide that shows them and has room for it."""

from __future__ import annotations

from collections.abc import Callable

from editions import edition, section, source
from rapport.arrange.arrange import Arranged
from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.blocks.words import Bullets, Item
from rapport.edition.edition import Edition, EditionSection
from rapport.edition.text import Text, plain, words

Arrange = Callable[[Edition], Arranged]
ACRONYMS = (("PME", "petites et moyennes entreprises"), ("ONU", "Organisation des Nations unies"))
SMES, UN = (f"{key}\u00a0: {meaning}" for key, meaning in ACRONYMS)


def feet(arranged: Arrange, *sections: EditionSection) -> list[str]:
    """The foot of each slide after the cover and the list of sections."""
    slides = arranged(edition(*sections, acronyms=ACRONYMS)).deck.slides[2:]
    return [plain(slide.footer) for slide in slides]


def listing(key: str, title: str, *points: str) -> EditionSection:
    return section(key, title, Bullets(tuple(Item(words(point)) for point in points)))


def table(key: str, cell: str, under: Text) -> EditionSection:
    return section(
        key, "Un tableau", Table(words("Des mots"), (Column(words("Qui")),), (Row((Cell(words(cell)),)),), under)
    )


def test_each_is_told_once_at_the_first_slide_a_title_included(arranged: Arrange) -> None:
    first = listing("a", "Aider les PME", "Avec l’ONU")
    assert feet(arranged, first, listing("b", "La suite", "Les PME"), listing("c", "La fin", "L’ONU")) == [
        f"{SMES}\u202f; {UN}.",
        "Intelligence artificielle\u00a0: le bilan de la France",
        "Intelligence artificielle\u00a0: le bilan de la France",
    ]


def test_the_list_of_sections_tells_nothing(arranged: Arrange) -> None:
    named = section("a", "Un titre", Bullets((Item(words("Des mots")),)), name=words("Les PME"), kicker=())
    assert SMES not in "".join(feet(arranged, named))


def test_the_source_follows_and_is_whole(arranged: Arrange) -> None:
    assert feet(arranged, table("a", "Les PME", source("6"))) == [f"{SMES}. {plain(source('6'))}"]


def test_a_full_foot_leaves_it_to_the_next_slide(arranged: Arrange) -> None:
    long = words("Source\u00a0: " + "un très long rapport sur l’emploi des crédits, " * 5 + "p. 4.")
    full, after = feet(arranged, table("a", "Les PME", long), listing("b", "La suite", "Les PME"))
    assert SMES not in full
    assert full == plain(long)
    assert after == f"{SMES}."


def test_what_a_slide_says_in_full_is_not_told_again(arranged: Arrange) -> None:
    said = listing("a", "L’essentiel", "Les petites et moyennes entreprises (PME)")
    assert SMES not in "".join(feet(arranged, said, listing("b", "La suite", "Les PME")))
