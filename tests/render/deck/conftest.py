"""Decks written once for the tests of a module, and the judge of their validity."""

from __future__ import annotations

import pytest

import decks
from judges import ooxml
from rapport.look.charter import Charter
from rapport.render.deck.writer import write_deck


@pytest.fixture(scope="session")
def office_errors() -> ooxml.Judge:
    """Microsoft's validator; without it the test is not run."""

    def errors(data: bytes, extension: ooxml.Extension) -> tuple[ooxml.Error, ...]:
        try:
            return ooxml.errors(data, extension)
        except ooxml.NotInstalledError:
            pytest.skip("not run: Microsoft's Open XML validator is not installed")

    return errors


@pytest.fixture(scope="module")
def whole(charter: Charter) -> bytes:
    """A deck of every layout, element and chart."""
    return write_deck(decks.whole_deck(), charter).data
