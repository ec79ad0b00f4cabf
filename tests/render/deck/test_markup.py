"""Text goes out escaped, and what XML cannot hold does not go out."""

from __future__ import annotations

from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from rapport.formats.ooxml.markup import EMPTY, document, element, guid, join, number, text

CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")


@given(st.text(CHARACTERS), st.text(CHARACTERS))
def test_any_words_come_back(content: str, attribute: str) -> None:
    root = etree.fromstring(document(element("a", element("b", text(content), name=attribute))))
    assert root.findtext("b") == content
    assert root[0].get("name") == attribute


def test_an_attribute_keeps_its_line_breaks() -> None:
    root = etree.fromstring(document(element("a", descr="un\ndeux\ttrois")))
    assert root.get("descr") == "un\ndeux\ttrois"


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe"])
def test_a_character_outside_of_xml_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match=r"cannot be written in XML"):
        text(f"avant{character}après")
    with pytest.raises(ValueError, match=r"cannot be written in XML"):
        element("a", name=character)


def test_names_take_prefixes_and_nothing_is_left_out_by_mistake() -> None:
    assert element("a:x", r_id="rId1", val=0, none=None, empty="") == '<a:x r:id="rId1" val="0" empty=""/>'
    assert join((EMPTY, element("a"), EMPTY)) == "<a/>"


def test_identifiers_depend_on_what_they_name() -> None:
    assert guid("section", 1) == guid("section", 1) != guid("section", 2)
    assert guid("section", 1) == guid("section", 1).upper()
    assert 0 < number("slide", "cover") < 2**31
    namespace = UUID("c1a3f6de-6f0b-5b0e-9c55-0f1d8b7a2e44")
    assert guid("section", "é", 1) == f"{{{uuid5(namespace, 'section/é/1')}}}".upper()
