"""No change to a finished deck passes for it, whatever carries the change; zipping or writing it otherwise does."""

from __future__ import annotations

import io
from functools import cache

import pptx
import pytest

from rapport.formats.unreadable import UnreadableError
from rapport.verify.deck_linter.linter import lint
from rapport.verify.rebuilt.authenticity import check_rebuilt
from rapport.verify.rebuilt.deck import deck_differences
from verify.documents import SHORT, documents
from verify.kinds_deck import KINDS, changed, written_otherwise, zipped_otherwise

SEEDS = [pytest.param(range(1, 9)), pytest.param(range(9, 60), marks=pytest.mark.nightly)]
"""Places for each kind of change."""

CODES = {
    "a box": "rebuilt-slide",
    "text for newer programs": "rebuilt-slide",
    "axis cut": "rebuilt-chart",
    "workbook macro": "rebuilt-chart",
    "notes": "rebuilt-notes",
    "a layout covers": "rebuilt-template",
    "symbols": "rebuilt-template",
    "keywords": "rebuilt-metadata",
    "a program within": "rebuilt-document",
}


@cache
def deck() -> bytes:
    return documents(SHORT).deck


def differs(data: bytes) -> bool:
    try:
        return bool(deck_differences(data, deck()).findings)
    except UnreadableError:
        return True


@pytest.mark.parametrize("seeds", SEEDS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_change_is_caught(kind: str, seeds: range) -> None:
    missed = [seed for seed in seeds if not differs(changed(deck(), KINDS[kind], seed))]
    assert missed == []


@pytest.mark.parametrize("kind", CODES)
def test_a_change_is_told_as_what_it_is(kind: str) -> None:
    check = check_rebuilt(changed(deck(), KINDS[kind], 3), deck())
    assert CODES[kind] in {finding.code for finding in check.findings}


@pytest.mark.parametrize("save", [zipped_otherwise, written_otherwise])
def test_writing_it_otherwise_changes_nothing(save: object) -> None:
    check = check_rebuilt(save(deck()), deck())  # type: ignore[operator]
    assert check.findings == ()
    assert check.note.endswith("sans rien changer")


def test_python_pptx_changes_nothing() -> None:
    target = io.BytesIO()
    pptx.Presentation(io.BytesIO(deck())).save(target)
    assert check_rebuilt(target.getvalue(), deck()).findings == ()


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("a program", "package-click"),
        ("a macro", "package-click"),
        ("a program within", "package-part"),
        ("a document within", "package-part"),
        ("workbook macro", "package-part"),
        ("workbook link", "package-part"),
    ],
)
def test_what_runs_is_named_without_the_content(kind: str, code: str) -> None:
    assert code in {finding.code for finding in lint(changed(deck(), KINDS[kind], 1))}
