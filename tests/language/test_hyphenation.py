"""Words, and where they may be broken."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.language.line_ends import LEFT, RIGHT, break_points

CASES = Path(__file__).with_name("cases") / "hyphenation_cases.tsv"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def broken(word: str, language: str = "fr") -> str:
    for at in reversed(break_points(word, language)):
        word = f"{word[:at]}-{word[at:]}"
    return word


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["word"])
def test_collected_cases(row: dict[str, str]) -> None:
    assert broken(row["word"]) == row["recommended"].partition("  (")[0]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("d’intelligence", "d’in-tel-li-gence"),
        ("l'énergie", "l'éner-gie"),
        ("quelqu’un", "quel-qu’un"),
        ("«intelligence»,", "«in-tel-li-gence»,"),
        ("communication.", "com-mu-ni-ca-tion."),
        ("deuxième", "deuxième"),
        ("Intelligence", "Intelligence"),
        ("l’État", "l’État"),
        ("2,6", "2,6"),
        ("start-up", "start-up"),
        ("information-clé", "information-clé"),
        ("brief_v1.pdf", "brief_v1.pdf"),
        ("et/ou", "et/ou"),
        ("info\u00adrmation", "info\u00adrmation"),
        ("", ""),
    ],
)
def test_guards(word: str, expected: str) -> None:
    assert broken(word) == expected


def test_british_words_have_their_own_patterns() -> None:
    assert broken("government", "en") == "gov-ern-ment"


def test_a_language_without_patterns_is_an_error() -> None:
    with pytest.raises(KeyError):
        break_points("wort", "xx")


@given(st.text(alphabet="abcdeéilmnoprstuxy’-A1.", max_size=20))
def test_breaks_stand_well_inside_the_word(word: str) -> None:
    for at in break_points(word, "fr"):
        left, right = word[:at], word[at:]
        assert sum(map(str.isalpha, left)) >= LEFT
        assert sum(map(str.isalpha, right)) >= RIGHT
        assert "’" not in left[-2:]
        assert word.islower()
        assert "-" not in word


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_word_that_is_part_of_a_figure_stays_whole(language: str) -> None:
    for word in ("million", "millions", "milliards", "billion,", "trillion"):
        assert broken(word, language) == word
