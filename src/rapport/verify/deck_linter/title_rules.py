"""What screen readers go by: titles (EN 301 549, 10.2.4.2 and 10.2.4.6) and alternative texts (10.1.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from rapport.verify.deck.package import attribute
from rapport.verify.deck_linter.deck_file import (
    DeckFile,
    LintRule,
    P,
    Remark,
    SlideFile,
    all_shapes,
    each_slide,
    is_decorative,
    placeholder_of,
    properties_of,
    text_of,
)
from rapport.verify.finding import quoted

_SEEN_ONLY = tuple(P + name for name in ("pic", "graphicFrame", "cxnSp", "grpSp"))
_FILE_NAME = re.compile(r"[^ ]+\.(png|jpe?g|gif|svg|bmp|tiff?|emf|wmf|webp|pptx|xlsx|pdf)", re.IGNORECASE)


def missing_alternatives(slide: SlideFile) -> Iterator[Remark]:
    """Pictures, charts, tables, groups and lines are described, or marked as decorative."""
    for shape in all_shapes(slide):
        if shape.tag in _SEEN_ONLY and not _description(shape) and not is_decorative(shape):
            yield Remark("pas de texte de remplacement", slide.place(shape))


def file_names(slide: SlideFile) -> Iterator[Remark]:
    """The name of a file describes nothing, and tells where it came from."""
    for shape in all_shapes(slide):
        if _FILE_NAME.fullmatch(_description(shape)):
            message = f"le texte de remplacement est un nom de fichier\u00a0: {quoted(_description(shape))}"
            yield Remark(message, slide.place(shape))


def described_ornaments(slide: SlideFile) -> Iterator[Remark]:
    """An ornament that is described: one of the two is wrong."""
    for shape in all_shapes(slide):
        if is_decorative(shape) and _description(shape):
            yield Remark("forme décorative munie d’un texte de remplacement", slide.place(shape))


def _description(shape: Element) -> str:
    return attribute(properties_of(shape), "descr").strip(" ")


ALTERNATIVES = (
    LintRule("alternative-missing", each_slide(missing_alternatives)),
    LintRule("alternative-file-name", each_slide(file_names)),
    LintRule("alternative-on-ornament", each_slide(described_ornaments)),
)


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
    LintRule("title-missing", each_slide(missing_title)),
    LintRule("title-several", each_slide(several_titles)),
    LintRule("title-first", each_slide(title_first)),
    LintRule("title-repeated", repeated_titles),
)
