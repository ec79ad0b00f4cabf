"""Names of files that mean the same everywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.pack.folder import copy_name, safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Délégation indienne", "delegation-indienne"),
        ("Mme Zoé Çelik-Œuvrard, Turquie", "mme-zoe-celik-oeuvrard-turquie"),
        ("Groß & Søn — Łódź", "gross-son-lodz"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\system32", "c-windows-system32"),
        ("Inde\u202egpj.exe", "inde-gpj.exe"),
        ("1.0", "1.0"),
        ("1..0.", "1.0"),
        ("CON", "con-"),
        ("aux.txt", "aux.txt-"),
        ("Ελένη", ""),
        ("...", ""),
        ("x" * 300, "x" * 60),
    ],
)
def test_what_a_text_becomes(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_copies_sort_by_number() -> None:
    names = [copy_name("evian-g7", number, label) for number, label in ((7, "Inde"), (12, "Ελένη"), (1200, "CON"))]
    assert names == ["evian-g7-007-inde", "evian-g7-012", "evian-g7-1200-con"]


@given(st.text(max_size=300))
def test_no_text_makes_a_name_that_some_system_refuses(text: str) -> None:
    name = safe_name(text)
    assert re.fullmatch(r"(?!(con|prn|aux|nul|com\d|lpt\d)(\.|$))([a-z0-9]([a-z0-9.-]*[a-z0-9-])?)?", name)
    assert ".." not in name
    assert len(name) <= 61
