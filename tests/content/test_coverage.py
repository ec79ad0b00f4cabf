"""Every paragraph of the source stands in the documents: `coverage.tsv` says where, and is held to it."""

from __future__ import annotations

import csv
from collections.abc import Mapping

import pytest
from msgspec import Struct

from content.texts import HERE, facts_of, said, spaced
from rapport.edition.edition import Edition
from rapport.figures.reader import scan
from rapport.model.content import Content


class Statement(Struct, frozen=True):
    """What a paragraph says, the facts or words that say it in the documents, and which documents those are."""

    paragraph: int
    statement: str
    facts: tuple[str, ...]
    words: str
    documents: str

    def missing(self, edition: Edition) -> list[str]:
        """What an edition lacks of it."""
        facts = [fact for fact in self.facts if fact not in facts_of(edition)]
        return facts if spaced(self.words) in said(edition) else [*facts, self.words]


def statements() -> list[Statement]:
    with (HERE / "coverage.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [
            Statement(
                int(row["paragraph"]), row["statement"], tuple(row["facts"].split()), row["words"], row["documents"]
            )
            for row in rows
        ]


@pytest.mark.parametrize("statement", statements(), ids=lambda item: f"§ {item.paragraph} {item.statement}")
def test_what_the_source_states_stands_in_its_documents(statement: Statement, editions: Mapping[str, Edition]) -> None:
    assert statement.facts or statement.words
    missing = {name: statement.missing(edition) for name, edition in editions.items()}
    briefs, decks = ([each for name, each in missing.items() if name.endswith(kind)] for kind in ("-brief", "-deck"))
    assert briefs == [[], []]
    if statement.documents == "all":
        assert decks == [[], []]
    elif statement.documents == "every-brief-a-deck":
        assert [] in decks
    else:
        assert statement.documents == "briefs"


def test_no_paragraph_is_left_out(paragraphs: Mapping[int, str]) -> None:
    assert {statement.paragraph for statement in statements()} == set(paragraphs)


def test_no_fact_is_left_out(content: Content) -> None:
    assert {fact for statement in statements() for fact in statement.facts} == set(content.facts)


def test_every_fact_stands_in_both_briefs_and_in_one_deck_at_least(
    content: Content, editions: Mapping[str, Edition]
) -> None:
    for name, edition in editions.items():
        if name.endswith("-brief"):
            missing = set(content.facts) - facts_of(edition)
            assert missing == set(), name
    decks = [facts_of(edition) for name, edition in editions.items() if name.endswith("-deck")]
    assert set(content.facts) - frozenset().union(*decks) == {"global-ai-index", "voie-rapide"}


def test_a_fact_prints_what_its_paragraph_prints(content: Content, paragraphs: Mapping[int, str]) -> None:
    for key, fact in content.facts.items():
        number = int(fact.locator.text.removeprefix("§ "))
        assert fact.printed is not None, key
        assert plainly(fact.printed.text) in plainly(paragraphs[number]), key


def plainly(text: str) -> str:
    """Letters and figures; the source types "75%" and « 80 % » by turns."""
    return spaced(text).replace(" ", "")


WITHOUT_A_FACT = {
    "10": "moins de dix personnes, dans la définition de la très petite entreprise",
    "2": "« une seconde » et les titres",
    "7": "les sept puissances du G7",
    "12": "les douze mois écoulés",
    "1": "« un an », « une première »",
    "0": "",
}
"""Numbers of the source that are no fact of their own."""


def test_every_figure_of_the_source_is_a_fact(content: Content, paragraphs: Mapping[int, str]) -> None:
    for number, text in paragraphs.items():
        printed = [plainly(fact.printed.text) for fact in content.facts.values() if fact.printed is not None]
        known = {value for fact in content.facts.values() for value in fact.bounds or ()}
        for figure in scan(text, "fr").figures:
            accounted = figure.low in known or any(plainly(figure.text) in text for text in printed)
            assert accounted or str(figure.low) in WITHOUT_A_FACT, f"§ {number}: {figure.text}"
