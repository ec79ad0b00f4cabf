"""What is left of a typed text to look for numbers in: its words, each where it was typed."""

from __future__ import annotations

import pytest

from rapport.review.stray_numbers import bare_words


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("Nos {levees:short} en 2025[^note].", "Nos ·············· en 2025·······."),
        ("Un **gras**, un *penché*, un `code 3`.", "Un __gras__, un _penché_, un ·code 3·."),
        ("Voir [le texte](https://a.fr/12) et [@bilan § 14].", "Voir [le texte]················· et ·············."),
        ("Le {#fonds} de [Impact Summit 2]{lang=en}.", "Le ········ de [Impact Summit 2]·········."),
    ],
)
def test_what_is_called_and_what_is_marked_leaves_its_place_empty(typed: str, bare: str) -> None:
    assert bare_words(typed).replace("\x00", "·").replace("\u200b", "_") == bare
