"""Acronyms are found as authors write them, signs and spaces included."""

from __future__ import annotations

import pytest

from rapport.resolve.acronyms import acronyms_in

KEYS = ("R&D", "CO2", "UE-27", "AI Act", "PME", "UE")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La R&D des PME", ["R&D", "PME"]),
        ("le CO2", ["CO2"]),
        ("l’AI\u00a0Act de l’UE\u201127", ["AI Act", "UE-27"]),
        ("l’UE, une SUPME, R&DX", ["UE"]),
    ],
)
def test_acronyms_are_found(text: str, found: list[str]) -> None:
    assert [key for _start, _end, key in acronyms_in(text, KEYS)] == found
