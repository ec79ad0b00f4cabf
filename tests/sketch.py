"""The plan of a deck as text, to be read in tests."""

from __future__ import annotations

from rapport.edition.text import plain
from rapport.slides.deck import Deck, Slide
from rapport.slides.elements import Element, ElementGroup, SlideParagraph, TableFrame, TextBox


def outline(deck: Deck) -> str:
    """A line per slide: number, layout, title."""
    return "\n".join(f"{slide.number} {slide.layout}: {title(slide)}".replace("\n", " / ") for slide in deck.slides)


def title(slide: Slide) -> str:
    return plain(slide.title.paragraphs[0].text)


def texts(slide: Slide) -> list[str]:
    """Each paragraph of each text box with its size, in reading order; "18: Le texte"."""
    return [told(paragraph) for box in boxes(slide) for paragraph in box.paragraphs]


def told(paragraph: SlideParagraph) -> str:
    return f"{paragraph.size:g}: {plain(paragraph.text)}{plain(paragraph.unit)}"


def boxes(slide: Slide) -> list[TextBox]:
    """The text boxes of a slide, those in groups included; the title is not among them."""
    return [leaf for element in slide.elements for leaf in leaves(element) if isinstance(leaf, TextBox)]


def tables(slide: Slide) -> list[TableFrame]:
    return [element for element in slide.elements if isinstance(element, TableFrame)]


def leaves(element: Element) -> tuple[Element, ...]:
    return element.elements if isinstance(element, ElementGroup) else (element,)


def everything_said(deck: Deck) -> str:
    """All words of the deck: titles, texts, tables, feet and notes."""
    said: list[str] = []
    for slide in deck.slides:
        paragraphs = [*slide.title.paragraphs, *(item for box in boxes(slide) for item in box.paragraphs)]
        cells = [cell for table in tables(slide) for row in table.rows for cell in row.cells]
        paragraphs += [item for cell in cells for item in cell.paragraphs]
        said += [plain(item.text) + plain(item.unit) for item in paragraphs]
        said += [plain(text) for text in (*slide.speech, *slide.sources, slide.footer)]
    return "\n".join(said)
