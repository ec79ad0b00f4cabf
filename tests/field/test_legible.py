"""Briefings by others as finished files: slides are read from afar, pages from near."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from io import BytesIO

import pypdfium2
import pytest
from pptx import Presentation
from pypdfium2 import raw

from field.editions import editions
from large_figures import rows_of_brief, rows_of_deck, unlike
from office_sizes import flat, sizes
from rapport.arrange.arrange import arrange
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from render.pdf.made_up import charter, fonts

NAMES = ("agriculture-ue", "budget-commune", "cop30", "oceans")
"""Those that say most: tables of seven columns, long units, notes, pictures, quotations."""
FEET = ("Pied de page", "Numéro", "Projet", "Mention de diffusion", "Exemplaire")
"""What nobody reads from afar: sources, numbers, the mark of a draft, who may read it."""


@cache
def deck(name: str) -> bytes:
    [made] = editions(name, "deck")
    return write_deck(arrange(made, charter(), fonts()).deck, charter()).data


@cache
def brief(name: str) -> bytes:
    [made] = editions(name)
    return draw_brief(made, charter(), fonts()).data


@pytest.mark.parametrize("name", NAMES)
def test_all_but_the_foot_of_a_slide_is_read_from_afar(name: str) -> None:
    """Tables of seven columns too; the cover's details are read by whoever opens the file."""
    found = [
        (number, size, text)
        for number, slide in enumerate(Presentation(BytesIO(deck(name))).slides, start=1)
        for shape in flat(slide.shapes)
        if number > 1 and not shape.name.startswith(FEET)
        for size, text in sizes(shape)
        if size < 18 and text.strip()
    ]
    assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_the_foot_is_not_under_twelve_points(name: str) -> None:
    slides = Presentation(BytesIO(deck(name))).slides
    assert min(size for slide in slides for shape in flat(slide.shapes) for size, _ in sizes(shape)) >= 12


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
def test_content_starts_at_one_height_for_each_number_of_lines_of_a_title(name: str) -> None:
    """Slides on which something goes on too; drawings stay where they were set."""
    tops: dict[int, set[int]] = defaultdict(set)
    for slide in list(Presentation(BytesIO(deck(name))).slides)[3:]:
        title, shapes = slide.shapes.title, slide.shapes
        under = [shape.top.pt for shape in shapes if shape.top.pt > title.top.pt + 30 and shape.height.pt >= 0]
        if not any(shape.has_chart or hasattr(shape, "image") for shape in shapes):
            tops[round(title.height.pt)].add(round(min(under)))
    assert {height: len(found) for height, found in tops.items()} == dict.fromkeys(tops, 1), dict(tops)


@pytest.mark.parametrize("name", NAMES)
def test_key_figures_of_a_row_have_one_size_in_both_files(name: str) -> None:
    rows = rows_of_deck(deck(name)), rows_of_brief(brief(name))
    assert all(rows)
    assert [*map(unlike, rows)] == [[], []]
