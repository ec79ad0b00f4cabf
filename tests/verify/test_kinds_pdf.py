"""No change to a finished brief passes for it, whatever carries the change; saving it otherwise does."""

from __future__ import annotations

from functools import cache

import pikepdf
import pytest

from rapport.formats.unreadable import UnreadableError
from rapport.verify.accessibility.table import check_accessibility
from rapport.verify.pdf.document import read_pdf
from rapport.verify.rebuilt.authenticity import check_rebuilt
from rapport.verify.rebuilt.pdf import is_same
from verify.documents import documents
from verify.kinds_pdf import KINDS, SAVES, changed, untouched

SEEDS = [pytest.param(range(1, 9)), pytest.param(range(9, 60), marks=pytest.mark.nightly)]
"""Places for each kind of change."""

CODES = {
    "a white box": "rebuilt-picture",
    "glyphs exchanged": "rebuilt-picture",
    "font replaced": "rebuilt-fonts",
    "text that shows nothing": "rebuilt-content",
    "recoloured": "rebuilt-content",
    "hidden layer": "rebuilt-layers",
    "turned": "rebuilt-frame",
    "link elsewhere": "rebuilt-annotations",
    "annotation FreeText": "rebuilt-annotations",
    "bookmark title": "rebuilt-bookmarks",
    "bookmark elsewhere": "rebuilt-bookmarks",
    "page labels": "rebuilt-bookmarks",
    "opens with a script": "rebuilt-actions",
    "language": "rebuilt-metadata",
    "title": "rebuilt-metadata",
    "archive mark": "rebuilt-metadata",
    "read as": "rebuilt-tags",
    "attached": "rebuilt-attachments",
    "form": "rebuilt-forms",
    "page lost": "rebuilt-pages",
}


@cache
def brief() -> bytes:
    return documents("evian-g7").brief


def differs(data: bytes) -> bool:
    try:
        return not is_same(data, brief())
    except UnreadableError:
        return True


@pytest.mark.parametrize("seeds", SEEDS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_change_is_caught(kind: str, seeds: range) -> None:
    missed = [seed for seed in seeds if not differs(changed(brief(), KINDS[kind], seed))]
    assert missed == []


@pytest.mark.parametrize("kind", CODES)
def test_a_change_is_told_as_what_it_is(kind: str) -> None:
    check = check_rebuilt(changed(brief(), KINDS[kind], 3), brief())
    assert CODES[kind] in {finding.code for finding in check.findings}
    assert check.note.startswith("enregistré par")


def test_a_password_of_the_owner_is_told() -> None:
    locked = changed(brief(), untouched, 0, encryption=pikepdf.Encryption(owner="x", user=""))
    assert "rebuilt-protection" in {finding.code for finding in check_rebuilt(locked, brief()).findings}


@pytest.mark.parametrize("way", SAVES)
def test_saving_otherwise_changes_nothing(way: str) -> None:
    check = check_rebuilt(changed(brief(), untouched, 0, **SAVES[way]), brief())
    assert check.findings == ()
    assert check.note.endswith("sans rien changer")


@pytest.mark.parametrize(
    "kind",
    [
        "annotation FreeText",
        "link to a program",
        "link that is a script",
        "a script after a link",
        "attached",
        "form",
        "hidden layer",
        "link with looks",
    ],
)
def test_what_runs_or_covers_is_named_without_the_content(kind: str) -> None:
    data = changed(brief(), KINDS[kind], 1)
    (check,) = (each for each in check_accessibility(data, read_pdf(data)) if each.name == "pdf-actions")
    assert check.findings
