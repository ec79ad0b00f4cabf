"""How a run of text is set, once all it inherits is counted (ECMA-376 part 1, 19.3.1.36 and 21.1.2)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml.etree import _Element as Element
from msgspec import Struct

from rapport.verify.deck.package import NAMES, attribute
from rapport.verify.deck_linter.deck_file import A, P, Part, SlideFile, placeholder_of, text_of

_DEFAULT_SIZE = 18.0
"""Points, where nothing says otherwise."""
_TITLES = frozenset(("title", "ctrTitle"))
_FURNITURE = frozenset(("dt", "ftr", "sldNum"))
_TRUE = frozenset(("1", "true"))


class Run(Struct, frozen=True):
    """A run, the shape it stands in, its size in points, its weight, and its colour (None: that of the defaults)."""

    text: str
    shape: Element
    size: float
    bold: bool
    colour: Element | None


@lru_cache(64)
def runs_of(slide: SlideFile) -> tuple[Run, ...]:
    """Every run of a slide that has words, in reading order; several rules ask for them."""
    return tuple(_runs(slide))


def _runs(slide: SlideFile) -> Iterator[Run]:
    for shape in slide.part.root.iter(P + "sp", P + "graphicFrame"):
        chain = _inherited(shape, slide)
        for paragraph in shape.iter(A + "p"):
            properties = paragraph.find("a:pPr", NAMES)
            level = int(attribute(properties, "lvl") or 0)
            styles = [style for style in (_level(source, level) for source in chain) if style is not None]
            yield from (
                _run(run, shape, styles) for run in paragraph.iter(A + "r", A + "fld") if text_of(run).strip(" ")
            )


def _run(run: Element, shape: Element, styles: list[Element]) -> Run:
    own = run.find("a:rPr", NAMES)
    sources = ([own] if own is not None else []) + styles
    size = next((float(source.get("sz")) / 100 for source in sources if source.get("sz")), _DEFAULT_SIZE)
    weight = next((source.get("b") for source in sources if source.get("b")), "0")
    fills = (source.find("a:solidFill", NAMES) for source in sources)
    colour = next((fill[0] for fill in fills if fill is not None and len(fill)), None)
    return Run(text_of(run), shape, size, weight in _TRUE, colour)


def _level(source: Element, level: int) -> Element | None:
    """The run properties that a list style gives to a level."""
    return source.find(f"a:lvl{level + 1}pPr/a:defRPr", NAMES)


def _inherited(shape: Element, slide: SlideFile) -> list[Element]:
    """List styles from the nearest to the farthest."""
    found = [shape.find("p:txBody/a:lstStyle", NAMES)]
    holder = placeholder_of(shape)
    if holder is not None:
        of_layout = layout_placeholder(holder, slide.layout)
        found += [of_layout.find("p:txBody/a:lstStyle", NAMES)] if of_layout is not None else []
        of_master = _master_placeholder(holder, slide.master)
        found += [of_master.find("p:txBody/a:lstStyle", NAMES)] if of_master is not None else []
        found.append(slide.master.root.find(f"p:txStyles/p:{_style_name(holder)}", NAMES))
    found.append(slide.default_text)
    return [style for style in found if style is not None]


def layout_placeholder(holder: Element, layout: Part) -> Element | None:
    """The layout's shape that a slide's placeholder stands for."""
    wanted, kind = attribute(holder, "idx"), attribute(holder, "type")
    for shape in layout.root.iter(P + "sp"):
        other = placeholder_of(shape)
        if other is not None and attribute(other, "idx") == wanted and (wanted or attribute(other, "type") == kind):
            return shape
    return None


def _master_placeholder(holder: Element, master: Part) -> Element | None:
    kind = attribute(holder, "type")
    wanted = "title" if kind in _TITLES else kind if kind in _FURNITURE else "body"
    shapes = ((shape, placeholder_of(shape)) for shape in master.root.iter(P + "sp"))
    return next((shape for shape, other in shapes if attribute(other, "type") == wanted), None)


def _style_name(holder: Element) -> str:
    kind = attribute(holder, "type")
    if kind in _TITLES:
        return "titleStyle"
    return "otherStyle" if kind in _FURNITURE else "bodyStyle"
