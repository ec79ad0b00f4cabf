"""What restricts a document has its place on the first slide."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from editions import COVER, edition
from rapport.arrange.arrange import arrange
from rapport.edition.text import words
from rapport.edition.walk import texts
from rapport.look.charter import Charter
from rapport.read.faces import installed_fonts

EMBARGO = "Sous embargo jusqu’au mercredi 18\u00a0février 2026 à 18\u00a0h\u00a030 (Europe/Paris)"


@pytest.mark.parametrize("marking", ["", "Diffusion restreinte"])
def test_an_embargo_with_day_hour_and_zone_fits(charter: Charter, marking: str) -> None:
    cover = replace(COVER, marking=words(marking), embargo=words(EMBARGO))
    arranged = arrange(edition(cover=cover), charter, installed_fonts())
    assert arranged.problems == ()
    assert any(EMBARGO in text for text in texts(arranged.deck.slides[0]))
