"""Decks that are damaged or made to harm give one clear finding, never an error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.verify.deck.chart import cells_of
from rapport.verify.deck.presentation import ChartSheet
from rapport.verify.verify import verify_deck
from verify.documents import SHORT, documents
from verify.mutations_deck import Members, members, packed

SECRET = Path("/etc/passwd").as_uri()
XXE = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "{SECRET}">]>'.encode()


def entity(found: Members) -> None:
    name = next(name for name in found if name.startswith("ppt/slides/slide"))
    found[name] = XXE + found[name].partition(b"?>")[2].replace(b"<a:t>", b"<a:t>&x;", 1)


def without_slide(found: Members) -> None:
    del found["ppt/slides/slide2.xml"]


def without_main(found: Members) -> None:
    del found["_rels/.rels"]


def empty_slide(found: Members) -> None:
    found["ppt/slides/slide1.xml"] = b""


def bad_relation(found: Members) -> None:
    name = "ppt/_rels/presentation.xml.rels"
    found[name] = found[name].replace(b"slides/slide1.xml", b"../../../../etc/passwd")


def vast_chart(found: Members) -> None:
    name = next(name for name in found if name.startswith("ppt/charts/chart"))
    found[name] = found[name].replace(b'<c:ptCount val="', b'<c:ptCount val="9999999')


def bad_value(found: Members) -> None:
    name = next(name for name in found if name.startswith("ppt/charts/chart"))
    head, mark, tail = found[name].rpartition(b"<c:numCache>")
    found[name] = head + mark + tail.replace(b"<c:v>", b"<c:v>x", 1)


def bad_workbook(found: Members) -> None:
    name = next(name for name in found if name.endswith(".xlsx"))
    found[name] = found[name][:200]


HOSTILE: tuple[Callable[[Members], None], ...] = (
    entity,
    without_slide,
    without_main,
    empty_slide,
    bad_relation,
    vast_chart,
    bad_value,
    bad_workbook,
)


@pytest.mark.parametrize("change", HOSTILE, ids=lambda change: change.__name__)
def test_a_hostile_deck_is_a_failed_verification(change: Callable[[Members], None]) -> None:
    made = documents(SHORT)
    found = members(made.deck)
    change(found)
    (finding,) = verify_deck(packed(found), made.plan, made.deck_edition, made.content).verification.findings
    assert finding.code == "unreadable"
    assert "root:" not in finding.message


def test_a_part_that_only_the_linter_reads_is_a_finding() -> None:
    made = documents(SHORT)
    found = members(made.deck)
    found["[Content_Types].xml"] = b"x" + found["[Content_Types].xml"]
    (finding,) = verify_deck(packed(found), made.plan, made.deck_edition, made.content).verification.findings
    assert finding.message == "XML mal formé dans «\u00a0[Content_Types].xml\u00a0»"


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("ppt/slides/_rels/slide1.xml.rels", b'/slideLayout"', b'/other"', "une partie n’a pas la forme attendue"),
        ("ppt/slideMasters/_rels/slideMaster1.xml.rels", b'/theme"', b'/other"', "n’a pas la forme attendue"),
        ("ppt/slides/slide2.xml", b'<a:off x="', b'<a:off x="z', "cette règle n’a pu être suivie jusqu’au bout"),
    ],
)
def test_a_part_of_another_form_is_a_finding(part: str, old: bytes, new: bytes, said: str) -> None:
    made = documents(SHORT)
    found = members(made.deck)
    assert old in found[part]
    found[part] = found[part].replace(old, new)
    findings = verify_deck(packed(found), made.plan, made.deck_edition, made.content).verification.findings
    assert any(said in finding.message for finding in findings)


def test_a_pdf_is_no_deck() -> None:
    made = documents(SHORT)
    (finding,) = verify_deck(made.brief, made.plan, made.deck_edition, made.content).verification.findings
    assert finding.code == "unreadable"


@settings(max_examples=40)
@given(which=st.integers(0, 10_000), place=st.floats(0, 1), size=st.integers(1, 200), filler=st.binary(max_size=20))
def test_a_damaged_part_is_a_finding_never_an_error(which: int, place: float, size: int, filler: bytes) -> None:
    made = documents(SHORT)
    found = members(made.deck)
    name = sorted(found)[which % len(found)]
    start = int(place * len(found[name]))
    found[name] = found[name][:start] + filler + found[name][start + size :]
    assert verify_deck(packed(found), made.plan, made.deck_edition, made.content).verification.checks


@pytest.mark.parametrize("reference", ["'Données'!$A$1:$ZZZ$999999", "#REF!", "", "A1", "'Autre'!$A$1"])
def test_a_reference_out_of_bounds_gives_nothing(reference: str) -> None:
    assert cells_of(reference, (ChartSheet("Données", (("A1", "x"),)),)) == ()
