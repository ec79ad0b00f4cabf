"""Any value, in any of its usual French spellings, is read back as the same value."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rapport.figures.reader import scan

SPACE = st.sampled_from(("\u00a0", "\u202f", " "))
WHOLE = st.integers(min_value=0, max_value=10**12)
SMALL = st.decimals(min_value=0, max_value=999, places=1)
SCALES = st.sampled_from((("million", "M", 6), ("milliard", "Md", 9)))
QUALIFIERS = st.sampled_from(
    (("", ""), ("plus de ", "more-than"), ("au moins ", "at-least"), ("environ ", "about"), ("moins de ", "less-than"))
)
UNITS = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze")
TEENS = ("treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf")
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}


def grouped(value: int, space: str) -> str:
    return f"{value:,}".replace(",", space)


def in_letters(value: int) -> str:
    """A number below a million in letters, the way of France (orthography of 1990: hyphens throughout a hundred)."""
    if value >= 1000:
        head = "" if value < 2000 else in_letters(value // 1000) + " "
        tail = f" {in_letters(value % 1000)}" if value % 1000 else ""
        return f"{head}mille{tail}"
    if value >= 100:
        head = "" if value < 200 else in_letters(value // 100) + " "
        plural = "s" if value % 100 == 0 and value > 100 else ""
        tail = f" {in_letters(value % 100)}" if value % 100 else ""
        return f"{head}cent{plural}{tail}"
    return below_hundred(value)


def below_hundred(value: int) -> str:
    if value < 20:
        return (UNITS + TEENS)[value]
    if value < 70:
        ten, unit = divmod(value, 10)
        joint = " et " if unit == 1 else "-"
        return TENS[ten] + (joint + UNITS[unit] if unit else "")
    if value < 80:
        return "soixante" + (" et onze" if value == 71 else f"-{below_hundred(value - 60)}")
    return "quatre-vingts" if value == 80 else f"quatre-vingt-{below_hundred(value - 80)}"


@given(value=WHOLE, space=SPACE, noun=st.sampled_from(("agents", "projets", "entreprises")))
def test_whole_numbers_in_figures(value: int, space: str, noun: str) -> None:
    text = f"plus de {grouped(value, space)}\u00a0{noun}"
    if 1900 <= value <= 2099:
        return  # a year, unless it is grouped
    (reading,) = scan(text, "fr").figures
    assert (reading.low, reading.high) == (Decimal(value), Decimal(value))
    assert (reading.unit, reading.qualifier) == ("", "more-than")


@given(value=SMALL, scale=SCALES, qualifier=QUALIFIERS, short=st.booleans())
def test_amounts_of_money(value: Decimal, scale: tuple[str, str, int], qualifier: tuple[str, str], short: bool) -> None:
    name, symbol, exponent = scale
    digits = str(value).replace(".", ",")
    plural = "s" if value >= 2 else ""
    unit = f"{symbol}€" if short else f"{name}{plural} d’euros"
    (reading,) = scan(f"{qualifier[0]}{digits}\u00a0{unit}", "fr").figures
    assert (reading.low, reading.unit, reading.qualifier) == (value.scaleb(exponent), "EUR", qualifier[1])
    assert reading.step == Decimal(10) ** (exponent - 1)


@given(value=st.integers(min_value=2, max_value=999_999))
def test_numbers_in_letters(value: int) -> None:
    (reading,) = scan(f"on compte {in_letters(value)} projets", "fr").figures
    assert (reading.low, reading.certain) == (Decimal(value), True)


@given(low=st.integers(1, 400), width=st.integers(1, 400), unit=st.sampled_from(("MW", "ans", "%")))
def test_ranges(low: int, width: int, unit: str) -> None:
    for text in (f"de {low} à {low + width}\u00a0{unit}", f"entre {low} et {low + width}\u00a0{unit}"):
        (reading,) = scan(text, "fr").figures
        assert reading.high - reading.low == width * reading.low / low


@given(text=st.text(alphabet="0123456789,. \u00a0\u202f%€MdGW-–àde’uncmilrstvg", max_size=60))
def test_any_text_is_read_without_fault_and_without_overlap(text: str) -> None:
    found = scan(text, "fr")
    read = [(figure.start, figure.end) for figure in found.figures] + [(date.start, date.end) for date in found.dates]
    assert all(start < end for start, end in read)
    assert all(first[1] <= second[0] for first, second in pairwise(sorted(read)))
