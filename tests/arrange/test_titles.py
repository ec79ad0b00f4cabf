"""Titles that are met once only, and say what their slides hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from editions import ACHIEVED, edition, figure, points, section, table
from rapport.arrange.arrange import Arranged
from rapport.arrange.titles import _name, _unquoted
from rapport.edition.blocks.figures import Comparison, KeyFigures, Side
from rapport.edition.blocks.words import Bullets, Callout, Glossary, GlossaryEntry, Item, Question, Questions
from rapport.edition.edition import Block, Edition
from rapport.edition.text import plain, words
from rapport.slides.deck import Slide
from sketch import texts, title

Arrange = Callable[[Edition], Arranged]


def titles(arranged: Arrange, *blocks: Block) -> list[str]:
    """The titles of a section's slides."""
    return [title(slide) for slide in arranged(edition(section("a", "Un titre", *blocks))).deck.slides[2:]]


def test_a_table_that_goes_on_names_its_rows(arranged: Arrange) -> None:
    first, second = titles(arranged, table(9))
    assert first == "Un titre"
    assert second.startswith("Un titre\u00a0– Ligne 6 mot mot, Ligne 7")


def test_a_comparison_that_goes_on_is_numbered(arranged: Arrange) -> None:
    """Its rows are about nothing: a row has one thing of each side."""
    sides = tuple(
        Side(words(name), words(""), tuple(words(f"{name} {number}, d’une longueur certaine") for number in range(14)))
        for name in ("Ici", "Là")
    )
    assert titles(arranged, Comparison(sides))[:2] == ["Un titre", "Un titre\u00a0(2)"]


def test_questions_name_the_first_one(arranged: Arrange) -> None:
    asked = Questions(tuple(Question(words(f"Question {number} ?"), words("Oui.")) for number in range(1, 5)))
    assert titles(arranged, asked) == ["Un titre", "Un titre\u00a0– Question 3\u00a0?"]


def test_a_long_text_names_its_slide_by_its_first_clauses(arranged: Arrange) -> None:
    long = points("Un campus en chantier, avec notamment quatre entreprises de France et d’ailleurs, et d’autres")
    assert titles(arranged, table(1), long)[1] == "Un titre\u00a0– Un campus en\u00a0chantier"


def test_a_second_visual_of_a_section_goes_by_its_own_name(arranged: Arrange) -> None:
    assert titles(arranged, points("Un point"), table(2)) == ["Un titre", "Les montants"]


def test_what_says_nothing_new_is_numbered(arranged: Arrange) -> None:
    same = points("Le même")
    assert [name.replace("\u00a0", " ") for name in titles(arranged, same, table(1), same, table(1), same)] == [
        "Un titre",
        "Les montants",
        "Un titre – Le même",
        "Les montants – Ligne 1 mot mot",
        "À retenir",
    ]


def test_what_has_a_title_of_its_own_begins_a_slide_and_titles_it(arranged: Arrange) -> None:
    """Unless both share one slide; the title is not said again under itself."""
    terms = tuple(GlossaryEntry(words(f"T{number}"), words("Une définition")) for number in range(6))
    sources = Bullets(tuple(Item(words(f"Une source nommée {number}")) for number in range(5)), words("Sources"))
    content = edition(section("a", "Annexe", Glossary(terms, words("Sigles")), sources))
    first, second = arranged(content).deck.slides[2:]
    assert (title(first), title(second)) == ("Annexe", "Sources")
    assert [words_of(first)[1], words_of(second)[1]] == ["Sigles", "Une source nommée\u00a00"]


def test_a_part_that_goes_on_says_so(arranged: Arrange) -> None:
    terms = tuple(GlossaryEntry(words(f"T{number}"), words("Une définition")) for number in range(6))
    sources = Bullets(tuple(Item(words(f"Une source nommée {number}")) for number in range(9)), words("Sources"))
    assert titles(arranged, Glossary(terms, words("Sigles")), sources)[1:] == ["Sources", "Sources (suite)"]


def test_a_question_too_long_to_be_a_title_is_not_cut(arranged: Arrange) -> None:
    asked = Questions((Question(words("Pourquoi la question posée ici est-elle si longue ? " * 2), words("Oui.")),))
    assert titles(arranged, table(1), asked)[1] == "Questions-réponses"


def words_of(slide: Slide) -> list[str]:
    """What a slide says, its kicker first, without sizes."""
    return [text.split(": ", 1)[1] for text in texts(slide)]


def test_a_clause_titles_a_slide_but_a_point_is_not_said_twice(arranged: Arrange) -> None:
    clause = "La première moitié de tout ce qui est dit ici même"
    found = titles(arranged, table(1), points(f"{clause} : la seconde moitié, assez longue"), table(2), points(clause))
    assert [name.replace("\u00a0", " ") for name in found] == ["Un titre", clause, "Les montants", "À retenir"]


def test_a_callout_does_not_title_the_points_over_it(arranged: Arrange) -> None:
    warning = Callout(words("Attention"), words("Ce n’est pas tout."))
    assert titles(arranged, table(9), points("Un point", "Un autre"), warning)[2] != "Attention"


def test_a_long_list_of_rows_is_named_by_its_ends(arranged: Arrange) -> None:
    long = "Un titre si long qu’il ne laisse aucune place à ce que tient la diapositive qui le suit, même sur deux"
    deck = arranged(edition(section("a", long, table(9)))).deck
    assert title(deck.slides[3]).replace("\u00a0", " ") == "De « Ligne 6 mot mot » à « Ligne 9 mot mot »"


def test_many_key_figures_are_said_by_what_they_are(arranged: Arrange) -> None:
    """Their labels read on from their numbers, « de trésorerie »: in a row they would be no title."""
    labels = ("recettes", "dépenses", "de trésorerie", "pour l’insertion")
    tiles = KeyFigures(tuple(figure("", str(at), "", label, ACHIEVED) for at, label in enumerate(labels, start=1)), ())
    assert titles(arranged, points("Un point"), tiles) == ["Un titre", "Chiffres clés"]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("«\u00a0Nous tenons parole.\u00a0»", "Nous tenons parole."),
        ("“We keep our word.”", "We keep our word."),
        ("Il dit : «\u00a0Nous tenons parole.\u00a0»", "Il dit : «\u00a0Nous tenons parole.\u00a0»"),
        ("«\u00a0Nous tenons parole\u00a0», dit-il", "«\u00a0Nous tenons parole\u00a0», dit-il"),
    ],
)
def test_a_quotation_that_is_all_of_a_title_stands_in_it_without_its_marks(said: str, left: str) -> None:
    assert plain(_unquoted(words(said))) == left
    assert plain(_unquoted((*words(said[:4]), *words(said[4:])))) == left


SIXTY = "Les soixante signes que voici tiennent tout juste dans titre"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Un point.", "Un point"),
        ("Un point\u00a0:", "Un point"),
        (SIXTY, SIXTY),
        (f"{SIXTY}s", "Les soixante signes que voici tiennent tout juste dans…"),
        (f"{SIXTY} pour qui les compte", "Les soixante signes que voici tiennent tout juste dans…"),
        ("Douze signes, puis tout ce qu’il faut de mots afin que la phrase soit trop longue", "Douze signes"),
        (
            "Onze signes, puis tout ce qu’il faut de mots afin que la phrase en soit trop longue",
            "Onze signes, puis tout ce qu’il faut de mots afin que la…",
        ),
        (
            "Il dit «\u00a0nous tenons, tous ensemble\u00a0» à qui le veut (et à ceux qui ne veulent pas)",
            "Il dit «\u00a0nous tenons, tous ensemble\u00a0» à qui le veut",
        ),
    ],
)
def test_a_name_is_the_start_of_a_text_up_to_a_pause_or_a_word(text: str, name: str) -> None:
    assert plain(_name(words(text))) == name
    for at in (at for at, char in enumerate(text[:50]) if char == " "):
        assert plain(_name((*words(text[:at]), *words(text[at:])))) == name


def test_forty_characters_of_what_a_slide_holds_stand_after_its_title_and_no_more(arranged: Arrange) -> None:
    assert titles(arranged, table(1), points("i" * 40))[1] == f"Un titre\u00a0– {'i' * 40}"
    assert titles(arranged, table(1), points("i" * 41))[1] == "À retenir"
