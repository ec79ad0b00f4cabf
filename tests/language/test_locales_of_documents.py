"""Documents in every locale that the languages have, by data alone; and whichever was made first in a process."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from briefing_tree import ASSETS, COMPLETE
from commands.test_translate import TRANSLATED, text_of
from content_tree import write_tree
from rapport.api import Project, build, verify

LOCALES = ("fr_FR", "en_GB", "fr_CH", "en_US")


def made(folder: Path, locale: str) -> dict[str, bytes]:
    return build(Project(folder / "content", ASSETS, locale=locale), "evian")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    write_tree(tmp_path, {**COMPLETE, **TRANSLATED})
    return tmp_path


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("fr_FR", ["2,6 milliards d’euros", "10 février 2026", "80 %"]),
        ("fr_CH", ["2,6 milliards d’euros", "10 février 2026"]),
        ("en_GB", ["€2.6 billion", "10 February 2026", "80%"]),
        ("en_US", ["€2.6 billion", "February 10, 2026", "80%"]),
    ],
)
def test_a_locale_is_printed_and_proved(content: Path, locale: str, said: list[str]) -> None:
    files = made(content, locale)
    brief = next(data for name, data in files.items() if name.endswith(".pdf"))
    shown = text_of(brief)
    assert [words for words in said if words not in shown] == []
    proofs = verify(Project(content / "content", ASSETS, locale=locale), "evian", files)
    assert [str(finding) for proof in proofs for finding in proof.findings] == []


def test_no_locale_leaks_into_another_whatever_comes_first(content: Path) -> None:
    alone = {locale: made(content, locale) for locale in LOCALES}
    for order in permutations(LOCALES, 2):
        assert [made(content, locale) == alone[locale] for locale in order] == [True, True], order
