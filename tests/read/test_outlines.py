"""Outlines of countries: read from the package as it is, told where it or the country is missing."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from outlines import COUNTRIES, FAR, HEXAGON, write_outlines
from rapport.model.scalar import Key
from rapport.origin import Origin
from rapport.read import outlines
from rapport.read.outlines import PACKAGE, read_outline

PLACE = Origin("content/sections/carte.yaml", 5, 20)


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    """What one test has read is nothing to the next."""
    outlines.country_records.cache_clear()
    yield
    outlines.country_records.cache_clear()


def test_the_rings_of_a_country(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(write_outlines(tmp_path)))
    for code, rings in COUNTRIES.items():
        assert read_outline(Key(code.lower(), PLACE)) == (rings, ())


def test_a_territory_with_a_code_of_its_own_is_cut_out_of_its_country(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(write_outlines(tmp_path)))
    assert read_outline(Key("GF", PLACE)) == ((FAR,), ())
    assert read_outline(Key("RE", PLACE))[1][0].code == "map-country-unknown"


def test_a_country_that_nobody_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(write_outlines(tmp_path)))
    rings, (problem,) = read_outline(Key("ZZ", PLACE))
    assert (rings, problem.code, problem.origin) == ((), "map-country-unknown", PLACE)


def test_without_the_package_its_installation_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    rings, (problem,) = read_outline(Key("FR", PLACE))
    assert (rings, problem.code) == ((), "map-outlines-missing")
    assert "rapport[maps]" in problem.hint


def test_a_package_that_is_not_as_we_know_it_is_no_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(write_outlines(tmp_path)))
    next((tmp_path / PACKAGE).glob("*.zip")).write_bytes(b"no archive")
    assert [problem.code for problem in read_outline(Key("FR", PLACE))[1]] == ["map-outlines-missing"]


@pytest.mark.skipif(find_spec(PACKAGE) is None, reason="not run: the outlines of countries are not installed")
def test_the_outline_of_france_is_that_of_france() -> None:
    rings, problems = read_outline(Key("FR", PLACE))
    assert problems == ()
    longest = max(rings, key=len)
    assert len(longest) > 100 * len(HEXAGON)
    assert any(abs(x + 4.8) < 0.1 and abs(y - 48.4) < 0.2 for x, y in longest)  # Brest
