"""XML that would read files, reach the network or fill the memory is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.formats.office.archive import MAX_NODES, MAX_SIZE, parse
from rapport.formats.unreadable import UnreadableError

ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "ha">{ENTITIES}]><a>&e11;</a>'

SECRET = Path("/etc/passwd").as_uri()
HOSTILE = {
    "reading a file": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "FILE">]><a>&x;</a>'.replace("FILE", SECRET),
    "reaching the network": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>',
    "billion laughs": LAUGHS,
    "in an attribute": '<!DOCTYPE a [<!ENTITY x "y">]><a b="&x;"/>',
    "a parameter entity": '<!DOCTYPE a [<!ENTITY % p SYSTEM "FILE">%p;]><a/>'.replace("FILE", SECRET),
    "bad": "<a><b></a>",
    "empty": "",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_hostile_markup_is_refused(name: str, encoding: str) -> None:
    with pytest.raises(UnreadableError, match=r"interdite|mal formé"):
        parse(HOSTILE[name].encode(encoding), "slide1.xml")


def test_no_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("le secret")
    markup = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'
    with pytest.raises(UnreadableError) as refusal:
        parse(markup.encode(), "slide1.xml")
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("depth", [300, 5000])
def test_deep_nesting_does_not_exhaust_the_stack(depth: int) -> None:
    with pytest.raises(UnreadableError, match="mal formé"):
        parse(("<a>" * depth + "</a>" * depth).encode(), "slide1.xml")


def test_a_vast_part_is_refused() -> None:
    with pytest.raises(UnreadableError, match="trop grande"):
        parse(b"<a>" + b" " * (64 << 20) + b"</a>", "slide1.xml")


def test_sound_markup_is_read() -> None:
    assert parse(b"<a>d\xc3\xa9j\xc3\xa0</a>", "slide1.xml").text == "déjà"


@pytest.mark.parametrize("begun", ["<!", "+ADwAIQ-"])
def test_a_document_type_is_refused_however_its_letters_are_written(begun: str) -> None:
    markup = f'<?xml version="1.0" encoding="utf-7"?>{begun}DOCTYPE a [<!ELEMENT a ANY>]><a/>'
    with pytest.raises(UnreadableError, match="interdite"):
        parse(markup.encode("ascii"), "slide1.xml")


def test_xml_as_large_as_is_allowed_is_read_and_no_larger_one() -> None:
    largest = b"<a>" + b" " * (MAX_SIZE - 7) + b"</a>"
    assert parse(largest, "slide1.xml").tag == "a"
    with pytest.raises(UnreadableError, match="trop grande"):
        parse(largest + b" ", "slide1.xml")


def test_xml_of_as_many_elements_as_are_allowed_is_read_and_of_no_more() -> None:
    fullest = b"<a>" + b"<b/>" * (MAX_NODES - 2) + b"</a>"
    assert len(parse(fullest, "slide1.xml")) == MAX_NODES - 2
    with pytest.raises(UnreadableError, match="trop grande"):
        parse(fullest.replace(b"<b/>", b"<b/><b/>", 1), "slide1.xml")
