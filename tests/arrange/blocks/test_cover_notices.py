"""What restricts a document has its place on the first slide."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from editions import COVER, edition
from rapport.arrange.arrange import arrange
from rapport.edition.edition import CoverRow
from rapport.edition.text import Status, texts, words
from rapport.look.charter import Charter
from rapport.model.fact import STATUSES
from rapport.read.faces import installed_fonts

EMBARGO = "Sous embargo jusqu’au mercredi 18\u00a0février 2026 à 18\u00a0h\u00a030 (Europe/Paris)"


@pytest.mark.parametrize("marking", ["", "Diffusion restreinte"])
def test_an_embargo_with_day_hour_and_zone_fits(charter: Charter, marking: str) -> None:
    cover = replace(COVER, marking=words(marking), embargo=words(EMBARGO))
    arranged = arrange(edition(cover=cover), charter, installed_fonts())
    assert arranged.problems == ()
    assert any(EMBARGO in text for text in texts(arranged.deck.slides[0]))


def test_rows_of_signs_share_what_notices_and_a_long_key_leave(charter: Charter) -> None:
    """Four subjects, every status, a marking and an embargo: the names still have their lines, side by side."""
    statuses = tuple(Status(key, key.capitalize()) for key in STATUSES)
    rows = tuple(CoverRow(words(name), statuses * 2) for name in ("Population", "Immobilier", "Moyens", "Relevé"))
    restricted = replace(COVER, marking=words("Diffusion restreinte"), embargo=words(EMBARGO))
    cover = replace(restricted, rows=rows, statuses=statuses)
    arranged = arrange(edition(cover=cover), charter, installed_fonts())
    assert arranged.problems == ()
    shown = " ".join(texts(arranged.deck.slides[0]))
    assert all(name in shown for name in ("Population", "Immobilier", "Moyens", "Relevé"))
