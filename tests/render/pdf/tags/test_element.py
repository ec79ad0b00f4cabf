"""Elements take their place: blocks when they are made, inline elements when they are drawn."""

from __future__ import annotations

from rapport.formats.pdf.tags.tree import Element


def tags(element: Element) -> list[str]:
    return [kid.tag for kid in element.kids if isinstance(kid, Element)]


def test_blocks_stand_in_the_order_they_were_made() -> None:
    document = Element("Document")
    document.child("H1")
    document.child("P")
    assert tags(document) == ["H1", "P"]


def test_inline_elements_stand_in_the_order_they_were_drawn() -> None:
    block = Element("P")
    span, link = block.inline("Span"), block.inline("Link")
    assert tags(block) == []
    link.place()
    span.place()
    link.place()
    assert tags(block) == ["Link", "Span"]


def test_placing_a_link_places_its_reference_and_the_note_after_it() -> None:
    block = Element("P")
    reference, note = block.inline("Reference"), block.inline("Note")
    reference.follower = note
    link = reference.inline("Link")
    link.place()
    assert tags(block) == ["Reference", "Note"]
    assert tags(reference) == ["Link"]


def test_attributes_of_one_owner_add_up() -> None:
    cell = Element("TD").annotate("Table", ColSpan=2).annotate("Table", RowSpan=3).annotate("Layout", Width=10.0)
    assert cell.attributes == {"Table": {"ColSpan": 2, "RowSpan": 3}, "Layout": {"Width": 10.0}}


def test_entries_are_the_elements_own() -> None:
    figure = Element("Document").child("Figure", alt="Une courbe", language="en")
    assert (figure.alt, figure.language, figure.identifier) == ("Une courbe", "en", "")
