"""No-break spaces are written as `~`, forced lines as `/`."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.arrange.evenness import accompanied, parted_at_colon, with_articles, with_figures
from rapport.edition.text import Evidence, Span, Text, plain, words


def shown(text: Text) -> str:
    return plain(text).replace("\u00a0", "~").replace("\n", "/")


@pytest.mark.parametrize(
    ("text", "role", "bound"),
    [
        ("La Coalition réunit ses membres pour une IA plus sobre", "title", "… une IA plus~sobre"),
        ("Les start-up lèvent des fonds", "message_title", "… lèvent des~fonds"),
        ("Une cible pour chaque taille d’entreprise", "takeaway", "… chaque taille d’entreprise"),  # too wide a pair
        ("Un objectif commun", "message_title", "Un objectif commun"),  # too short a text
        ("", "title", ""),
    ],
)
def test_the_last_word_takes_the_one_before_with_it(text: str, role: str, bound: str) -> None:
    assert shown(accompanied(words(text), role)).endswith(bound.removeprefix("… "))


def test_spans_keep_what_they_mean() -> None:
    text = (Span("Des fonds levés en "), Span("2025", "strong"), Span("."))
    assert accompanied(text, "title") == (Span("Des fonds levés en\u00a0"), Span("2025", "strong"), Span("."))


def test_articles_go_with_their_nouns_in_large_sentences() -> None:
    text = words("La France défend une IA accessible à tous, et encadrée.")
    assert shown(with_articles(text)) == "La~France défend une~IA accessible à~tous, et~encadrée."


def test_a_cover_title_breaks_by_sense() -> None:
    assert shown(parted_at_colon(words("Le bilan\u00a0: un an après\u00a0: suite"))) == "Le bilan~:/un an après~: suite"
    assert shown(parted_at_colon(words("Le bilan de 12:30"))) == "Le bilan de 12:30"


def test_a_figure_stays_whole_in_a_title() -> None:
    levees = Span("plus de 2,6\u00a0milliards d’euros", evidence=Evidence("levees", "full"))
    text = (*words("Nos start-up ont levé "), levees, *words(" en 2025"))
    assert shown(with_figures(text)) == "Nos start-up ont levé plus~de~2,6~milliards~d’euros en 2025"
    long = replace(levees, text="environ 2,6\u00a0milliards d’euros constants de 2020")
    assert with_figures((long,)) == (long,)
    for length, kept in ((30, True), (31, False)):
        figure = replace(levees, text="un ".ljust(length, "x"))
        assert ("\u00a0" in with_figures((figure,))[0].text) is kept
