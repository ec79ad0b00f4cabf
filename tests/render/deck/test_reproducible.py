"""Archives whose bytes depend on their content alone."""

from __future__ import annotations

import io
import zipfile

import pytest

from rapport.artefact import Seal
from rapport.formats.ooxml.zip import Member, archive

MEMBERS = tuple(
    Member(name, name.encode() * 50)
    for name in ("slide10.xml", "slide9.xml", "_rels/.rels", "chart.xlsx", "[Content_Types].xml", "slide1.xml")
)


def test_the_package_comes_first_and_numbers_count() -> None:
    names = zipfile.ZipFile(io.BytesIO(archive(MEMBERS).data)).namelist()
    assert names == ["[Content_Types].xml", "_rels/.rels", "chart.xlsx", "slide1.xml", "slide9.xml", "slide10.xml"]


def test_order_of_arrival_does_not_count() -> None:
    assert archive(MEMBERS) == archive(reversed(MEMBERS))


def test_neither_date_nor_system_are_told() -> None:
    for entry in zipfile.ZipFile(io.BytesIO(archive(MEMBERS).data)).infolist():
        assert (entry.date_time, entry.create_system, entry.extra) == ((1980, 1, 1, 0, 0, 0), 0, b"")


def test_a_name_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match=r"twice in the archive: slide1\.xml"):
        archive((*MEMBERS, MEMBERS[-1]))


def test_compressed_kinds_are_stored() -> None:
    entries = zipfile.ZipFile(io.BytesIO(archive(MEMBERS).data)).infolist()
    assert [entry.filename for entry in entries if entry.compress_type == zipfile.ZIP_STORED] == ["chart.xlsx"]


EXCHANGEABLE = Member("slide1.xml", b"before" * 90 + b"[name]" + b"after" * 90, (540, 546))


def test_what_can_be_exchanged_stands_last_and_as_it_is() -> None:
    made = archive((*MEMBERS[:-1], EXCHANGEABLE))
    assert zipfile.ZipFile(io.BytesIO(made.data)).namelist()[-1] == "slide1.xml"
    (stretch,) = made.stretches
    assert made.data[stretch.start : stretch.start + stretch.length] == b"[name]"
    assert len(made.data) < len(archive(MEMBERS).data) + 60, "what is around it is compressed"


def test_bytes_exchanged_under_a_new_checksum_are_read_back() -> None:
    made = archive((*MEMBERS[:-1], EXCHANGEABLE))
    (stretch,) = made.stretches
    data = bytearray(made.data)
    data[stretch.start : stretch.start + stretch.length] = b"(Zo\xc3\xa9)"[:6]
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() == "slide1.xml"
    Seal(stretch.start, stretch.length, stretch.checksums, stretch.seed, stretch.tail).renew(data)
    read = zipfile.ZipFile(io.BytesIO(data)).read("slide1.xml")
    assert read == b"before" * 90 + b"(Zo\xc3\xa9)"[:6] + b"after" * 90


@pytest.mark.parametrize(
    ("member", "fault"),
    [
        (Member("a.xml", bytes(70_000), (0, 70_000)), "too many plain bytes"),
        (Member("é.xml", b""), "ascii"),
    ],
)
def test_what_the_format_does_not_hold_is_refused(member: Member, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        archive((member,))
