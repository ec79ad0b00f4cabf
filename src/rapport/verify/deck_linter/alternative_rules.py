"""Alternative texts (EN 301 549, 10.1.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from rapport.verify.deck.package import attribute
from rapport.verify.deck_linter.deck_file import P, SlideFile, all_shapes, is_decorative, properties_of
from rapport.verify.deck_linter.rule import Remark, Rule, each_slide
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


RULES = (
    Rule("alternative-missing", each_slide(missing_alternatives)),
    Rule("alternative-file-name", each_slide(file_names)),
    Rule("alternative-on-ornament", each_slide(described_ornaments)),
)
