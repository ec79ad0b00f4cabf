"""Files made to hang a reader end in one clear sentence, quickly and in little memory, before any engine draws them."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from functools import cache

import pytest

from rapport.verify.accessibility.table import check_accessibility
from rapport.verify.deck.reader import read_deck
from rapport.verify.deck_linter.linter import lint
from rapport.verify.pdf.document import read_pdf
from rapport.verify.rebuilt.authenticity import check_rebuilt
from rapport.verify.trace import passages
from verify.hostile.starter import read_apart
from verify.malicious import ARCHIVES, PDFS, deck_of, one_page

LIMIT = 2.0
"""Seconds of processor: the wall clock of a busy machine says nothing."""
MEMORY = 300 << 10
"""KiB, the interpreter and its libraries included."""
HARMLESS = ("bookmarks that loop", "bookmarks that share", "a huge page", "a chain of actions", "entities")
"""What is followed no further than it can be: read, and found fault with where faults are told."""

FILES = {name: cache(make) for name, make in {**PDFS, **ARCHIVES}.items()}


def traced(data: bytes) -> None:
    list(passages(data))


def verified(data: bytes) -> None:
    if data.startswith(b"%PDF"):
        check_accessibility(data, read_pdf(data))
    else:
        read_deck(data)
        lint(data)


def compared(data: bytes) -> None:
    """Held to a document that it is not: the difference is told."""
    rebuilt = one_page(lambda _pdf: None) if data.startswith(b"%PDF") else deck_of(b"<a/>")
    assert check_rebuilt(data, rebuilt).findings


@pytest.mark.skipif("forkserver" not in multiprocessing.get_all_start_methods(), reason="not run: no fork server")
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("read", [traced, verified, compared])
def test_a_malicious_file_is_refused_quickly(name: str, read: Callable[[bytes], None]) -> None:
    reading = read_apart(read, FILES[name]())
    assert reading is not None, "did not end"
    assert "\n" not in reading.said
    assert not reading.said.startswith("!!")
    assert reading.seconds < LIMIT
    assert reading.memory < MEMORY
    assert reading.said or read is not verified or name in HARMLESS
