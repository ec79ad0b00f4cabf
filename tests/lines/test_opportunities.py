from itertools import pairwise

import pytest

from rapport.lines.words import is_address, written_breaks


def parted(word: str) -> str:
    """The word with a bar wherever it may be broken."""
    cuts = [0, *(each.at for each in written_breaks(word)), len(word)]
    return "|".join(word[start:end] for start, end in pairwise(cuts))


@pytest.mark.parametrize(
    "word",
    [
        "sommet",
        "vice-|président",
        "franco-|britannique,",
        "start-up",  # two letters never stand alone on the next line
        "a-t-il",
        "consommeront-ils",  # nor does a pronoun after its verb
        "rendez-vous",
        "peut-|être",
        "covid-19",
        "G7-Évian",
        "2024–2025",  # a range is read at once
        "2021-2024",
        "Paris–|Delhi",
        "–5",
        "l’après-|guerre",
        "110\u00a0000\u00a0agents",
        "non\u2011dit",
    ],
)
def test_words_break_where_they_are_written_in_parts(word: str) -> None:
    assert parted(word.replace("|", "")) == word


@pytest.mark.parametrize(
    "address",
    [
        "https://|www.example.org/|bilan-|un-|an/|page|?annee|=2026|&lang|=fr|#note",
        "www.example.org/|dossier",
        "example.org/|a/b",
        "redaction@|example.org",
    ],
)
def test_addresses_break_after_slashes_and_before_marks(address: str) -> None:
    assert is_address(address.replace("|", ""))
    assert parted(address.replace("|", "")) == address


@pytest.mark.parametrize("word", ["et/ou", "km/h", "M.", "U.E.", "1.5", "fin.»"])
def test_other_words_are_no_addresses(word: str) -> None:
    assert not is_address(word)
    assert written_breaks(word) == ()
