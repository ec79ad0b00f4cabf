"""Briefings by others as finished files: slides are read from afar, pages from near."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pypdfium2
import pytest
from pypdfium2 import raw

from field.editions import editions
from large_figures import rows_of_brief, rows_of_deck, unlike
from legible import all_sizes, small, tops, uneven
from rapport.arrange.arrange import arrange
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from render.pdf.made_up import charter, fonts

NAMES = ("agriculture-ue", "budget-commune", "cop30", "oceans")
"""Those that say most: tables of seven columns, long units, notes, pictures, quotations."""


@cache
def deck(name: str) -> bytes:
    [made] = editions(name, "deck")
    return write_deck(arrange(made, charter(), fonts()).deck, charter()).data


@cache
def brief(name: str) -> bytes:
    [made] = editions(name)
    return draw_brief(made, charter(), fonts()).data


@pytest.mark.parametrize("name", NAMES)
def test_slides_are_read_from_afar_and_start_alike(name: str) -> None:
    """Tables of seven columns too; the cover's details are read by whoever opens the file. Where something goes on too,
    content starts at one height for each number of lines of a title; drawings stay where they were set.
    """
    assert small(deck(name), cover=False) == []
    assert min(all_sizes(deck(name))) >= 12
    assert uneven(tops(deck(name), drawings=False)) == {}


@pytest.mark.parametrize("name", NAMES)
def test_no_word_on_paper_is_under_nine_points(name: str) -> None:
    """But for calls of notes and indices, a letter or two that are raised or lowered."""
    small = []
    for number, page in enumerate(pypdfium2.PdfDocument(BytesIO(brief(name))), start=1):
        text = page.get_textpage()
        for at in range(text.count_chars()):
            size = raw.FPDFText_GetFontSize(text.raw, at)
            if size < 9 and text.get_text_range(at, 4).isalpha():
                small.append((number, round(size, 1), text.get_text_range(at, 12)))
    assert small == []


@pytest.mark.parametrize("name", NAMES)
def test_key_figures_of_a_row_have_one_size_in_both_files(name: str) -> None:
    rows = rows_of_deck(deck(name)), rows_of_brief(brief(name))
    assert all(rows)
    assert [*map(unlike, rows)] == [[], []]
