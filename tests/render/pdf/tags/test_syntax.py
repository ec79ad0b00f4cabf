"""Values in PDF syntax."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.formats.pdf.tags.serial import ascii_string, attribute, name, number, text_string, uri_string


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (12.0, "12"), (100, "100"), (-0.0001, "0"), (0.1239, "0.124"), (-7.5, "-7.5"), (1e6, "1000000")],
)
def test_numbers_have_three_decimals_at_most(value: float, written: str) -> None:
    assert number(value) == written


@given(st.text())
def test_text_is_read_back_from_utf_16(text: str) -> None:
    assert bytes.fromhex(text_string(text)[5:-1].decode()).decode("utf-16-be") == text


def test_names_hold_any_character() -> None:
    assert name("text/plain") == b"/text#2Fplain"
    assert name("Écran (1)") == b"/#C3#89cran#20#281#29"


def test_strings_escape_their_delimiters() -> None:
    assert ascii_string(r"a(b)\c") == rb"(a\(b\)\\c)"


def test_addresses_are_percent_encoded_once() -> None:
    assert uri_string("https://example.org/été 1?q=a%20b#x") == b"(https://example.org/%C3%A9t%C3%A9%201?q=a%20b#x)"


def test_attributes() -> None:
    assert attribute("Column") == b"/Column"
    assert attribute((1.0, 2.5)) == b"[1 2.5]"
    assert attribute(("é",)) == b"[<FEFF00E9>]"
