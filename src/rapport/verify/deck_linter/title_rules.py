"""Titles: a slide is found by its own (EN 301 549, 10.2.4.2 and 10.2.4.6)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from rapport.verify.deck.package import attribute
from rapport.verify.deck_linter.deck_file import DeckFile, SlideFile, placeholder_of, text_of
from rapport.verify.deck_linter.rule import Remark, Rule, each_slide
from rapport.verify.finding import quoted

_TITLES = frozenset(("title", "ctrTitle"))


def missing_title(slide: SlideFile) -> Iterator[Remark]:
    """Every slide has a title, and it is not empty."""
    if not any(text_of(shape).strip(" ") for shape in _titles(slide)):
        yield Remark("diapositive sans titre", slide.place())


def several_titles(slide: SlideFile) -> Iterator[Remark]:
    """A slide has one title."""
    if len(_titles(slide)) > 1:
        yield Remark("diapositive à plusieurs titres", slide.place())


def title_first(slide: SlideFile) -> Iterator[Remark]:
    """The title is read first."""
    titles = _titles(slide)
    if titles and slide.shapes[0] is not titles[0]:
        yield Remark("le titre n’est pas lu en premier", slide.place())


def repeated_titles(deck: DeckFile) -> Iterator[Remark]:
    """Titles tell slides apart."""
    seen: dict[str, int] = {}
    for slide in deck.slides:
        title = " ".join(text_of(shape) for shape in _titles(slide))
        if title in seen:
            yield Remark(f"même titre que la diapositive {seen[title]}\u00a0: {quoted(title)}", slide.place())
        elif title:
            seen[title] = slide.number


def _titles(slide: SlideFile) -> list[Element]:
    return [shape for shape in slide.shapes if attribute(placeholder_of(shape), "type") in _TITLES]


RULES = (
    Rule("title-missing", each_slide(missing_title)),
    Rule("title-several", each_slide(several_titles)),
    Rule("title-first", each_slide(title_first)),
    Rule("title-repeated", repeated_titles),
)
