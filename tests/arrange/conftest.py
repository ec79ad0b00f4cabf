"""Arranging with the program's own charter and faces."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from editions import FURNITURE, NAMES
from rapport.arrange.arrange import Arranged, arrange
from rapport.arrange.studio import SlideContext, TextMeasure
from rapport.edition.edition import Edition
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.read.faces import installed_fonts


@pytest.fixture(scope="session")
def fonts() -> FontSet:
    return installed_fonts()


@pytest.fixture(scope="session")
def studio(charter: Charter, fonts: FontSet) -> SlideContext:
    return SlideContext(charter.deck, charter.signs, TextMeasure(fonts, charter.deck.list.indent), FURNITURE, NAMES)


@pytest.fixture(scope="session")
def arranged(charter: Charter, fonts: FontSet) -> Callable[[Edition], Arranged]:
    """Arranges an edition."""
    return lambda edition: arrange(edition, charter, fonts)
