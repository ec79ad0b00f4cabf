"""Archives whose bytes depend on their content alone."""

from __future__ import annotations

import io
import zipfile

import pytest

from rapport.render.deck.reproducible import Member, archive, stretch_of

MEMBERS = tuple(
    Member(name, name.encode() * 50)
    for name in ("slide10.xml", "slide9.xml", "_rels/.rels", "chart.xlsx", "[Content_Types].xml", "slide1.xml")
)


def test_the_package_comes_first_and_numbers_count() -> None:
    names = zipfile.ZipFile(io.BytesIO(archive(MEMBERS))).namelist()
    assert names == ["[Content_Types].xml", "_rels/.rels", "chart.xlsx", "slide1.xml", "slide9.xml", "slide10.xml"]


def test_order_of_arrival_does_not_count() -> None:
    assert archive(MEMBERS) == archive(reversed(MEMBERS))


def test_neither_date_nor_system_are_told() -> None:
    for entry in zipfile.ZipFile(io.BytesIO(archive(MEMBERS))).infolist():
        assert (entry.date_time, entry.create_system, entry.extra) == ((1980, 1, 1, 0, 0, 0), 0, b"")


def test_a_name_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match=r"twice in the archive: slide1\.xml"):
        archive((*MEMBERS, MEMBERS[-1]))


def test_compressed_kinds_are_stored() -> None:
    entries = zipfile.ZipFile(io.BytesIO(archive(MEMBERS))).infolist()
    assert [entry.filename for entry in entries if entry.compress_type == zipfile.ZIP_STORED] == ["chart.xlsx"]


def test_a_stored_member_is_found_in_the_archive() -> None:
    data = archive(MEMBERS, stored=("slide9.xml",))
    stretch = stretch_of(data, "slide9.xml")
    assert data[stretch.start : stretch.start + stretch.length] == b"slide9.xml" * 50
    checksum = zipfile.ZipFile(io.BytesIO(data)).getinfo("slide9.xml").CRC.to_bytes(4, "little")
    assert {data[place : place + 4] for place in stretch.checksums} == {checksum}


def test_a_compressed_member_cannot_be_exchanged() -> None:
    with pytest.raises(ValueError, match=r"slide9\.xml is compressed"):
        stretch_of(archive(MEMBERS), "slide9.xml")
