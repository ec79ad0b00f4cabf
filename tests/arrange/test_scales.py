"""How small each role may be set, and which last words keep company: said role by role."""

from __future__ import annotations

import pytest

from rapport.arrange.evenness import accompanied
from rapport.arrange.piece import steps
from rapport.arrange.studio import SlideContext
from rapport.edition.text import plain, words

SIZES = (190, 160, 130, 104, 84, 64, 56, 50, 48, 42, 36, 30, 27, 24, 20, 18, 16, 14, 12)
FLOORS = """
cover_title 30
divider_title 36
statement 30
title 24
column_title 18
takeaway 18
message_number 36
message_title 18
key_figure 24
key_figure_unit 18
cover_meta 14
source 12
footer 12
folio 12
body 18
"""


@pytest.mark.parametrize("line", FLOORS.strip().splitlines())
def test_a_role_is_set_smaller_step_by_step_down_to_its_floor(line: str, studio: SlideContext) -> None:
    role, floor = line.split()
    own = role_size(role, studio)
    scale = [float(size) for size in steps(studio.look, role, 190)]
    assert [size for size in scale if size != own] == [size for size in SIZES if int(floor) <= size != own]


def role_size(role: str, studio: SlideContext) -> float:
    """The charter's own size, which stands in the scale too."""
    return float(getattr(studio.look.type, role).size)


@pytest.mark.parametrize(
    ("role", "most"),
    [
        ("title", 30),
        ("statement", 24),
        ("cover_subtitle", 30),
        ("callout", 30),
        ("key_figure_label", 20),
        ("body", 20),
        ("list_item", 20),
        ("message_text", 20),
        ("message_title", 16),
        ("takeaway", 12),
    ],
)
def test_the_last_word_keeps_company_where_both_are_not_too_long(role: str, most: int) -> None:
    def bound(length: int) -> bool:
        return "\u00a0" in plain(accompanied(words(f"Une cible pour {'a' * 5} {'b' * (length - 6)}"), role))

    assert bound(most)
    assert not bound(most + 1)


def test_texts_of_four_words_are_long_enough_to_keep_company() -> None:
    assert "\u00a0" in plain(accompanied(words("Une cible pour tous"), "title"))
    assert "\u00a0" not in plain(accompanied(words("Une cible atteinte"), "title"))
