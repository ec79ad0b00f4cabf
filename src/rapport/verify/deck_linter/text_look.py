"""How texts look once all they inherit is counted: size, face, colour, and the ground under them."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from functools import lru_cache

from lxml.etree import _Element as Element
from msgspec import Struct

from rapport.formats.office.package import NAMES, attribute
from rapport.verify.deck_linter.deck_file import A, P, PackagePart, ShapeBox, SlideFile, box_of, placeholder_of, text_of

_DEFAULT_SIZE = 18.0
"""Points, where nothing says otherwise."""
_TITLES = frozenset(("title", "ctrTitle"))
_FURNITURE = frozenset(("dt", "ftr", "sldNum"))
_TRUE = frozenset(("1", "true"))


class DeckRun(Struct, frozen=True):
    """A run, the shape it stands in, its size in points, its weight, and its colour (None: that of the defaults)."""

    text: str
    shape: Element
    size: float
    bold: bool
    colour: Element | None


@lru_cache(64)
def runs_of(slide: SlideFile) -> tuple[DeckRun, ...]:
    """Every run of a slide that has words, in reading order; several rules ask for them."""
    return tuple(_runs(slide))


def _runs(slide: SlideFile) -> Iterator[DeckRun]:
    for shape in slide.part.root.iter(P + "sp", P + "graphicFrame"):
        chain = _inherited(shape, slide)
        for paragraph in shape.iter(A + "p"):
            properties = paragraph.find("a:pPr", NAMES)
            level = int(attribute(properties, "lvl") or 0)
            styles = [style for style in (_level(source, level) for source in chain) if style is not None]
            yield from (
                _run(run, shape, styles) for run in paragraph.iter(A + "r", A + "fld") if text_of(run).strip(" ")
            )


def _run(run: Element, shape: Element, styles: list[Element]) -> DeckRun:
    own = run.find("a:rPr", NAMES)
    sources = ([own] if own is not None else []) + styles
    size = next((float(source.get("sz")) / 100 for source in sources if source.get("sz")), _DEFAULT_SIZE)
    weight = next((source.get("b") for source in sources if source.get("b")), "0")
    fills = (source.find("a:solidFill", NAMES) for source in sources)
    colour = next((fill[0] for fill in fills if fill is not None and len(fill)), None)
    return DeckRun(text_of(run), shape, size, weight in _TRUE, colour)


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


def layout_placeholder(holder: Element, layout: PackagePart) -> Element | None:
    """The layout's shape that a slide's placeholder stands for."""
    wanted, kind = attribute(holder, "idx"), attribute(holder, "type")
    for shape in layout.root.iter(P + "sp"):
        other = placeholder_of(shape)
        if other is not None and attribute(other, "idx") == wanted and (wanted or attribute(other, "type") == kind):
            return shape
    return None


def _master_placeholder(holder: Element, master: PackagePart) -> Element | None:
    kind = attribute(holder, "type")
    wanted = "title" if kind in _TITLES else kind if kind in _FURNITURE else "body"
    shapes = ((shape, placeholder_of(shape)) for shape in master.root.iter(P + "sp"))
    return next((shape for shape, other in shapes if attribute(other, "type") == wanted), None)


def _style_name(holder: Element) -> str:
    kind = attribute(holder, "type")
    if kind in _TITLES:
        return "titleStyle"
    return "otherStyle" if kind in _FURNITURE else "bodyStyle"


# Colours as they are seen: scheme names through the master's map and the theme, and the ground under a text.

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

WHITE: Colour = (1.0, 1.0, 1.0)
_PERCENT = 100_000  # ST_Percentage counts thousandths of a percent


def seen(colour: Element, slide: SlideFile) -> Colour | None:
    """The colour of `a:schemeClr` or `a:srgbClr`; None for kinds that decks of ours do not use."""
    kind = colour.tag.rpartition("}")[2]
    if kind == "srgbClr":
        base = _rgb(attribute(colour, "val"))
    elif kind == "schemeClr":
        base = _scheme(attribute(colour, "val"), slide)
    else:
        return None
    return _modified(base, colour) if base is not None else None


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(512)
def ground(shape: Element, slide: SlideFile) -> Colour | None:
    """The colour under the middle of a shape: its own fill, that of what lies under it, else the background."""
    own = _fill(shape, slide)
    box = place_of(shape, slide)
    if own is not None or box is None:
        return own or _background(slide)
    below = [other for other, place in _below(shape, slide) if place is not None and _covers(place, box)]
    fills = (_fill(other, slide) for other in reversed(below))
    return next((fill for fill in fills if fill is not None), _background(slide))


def place_of(shape: Element, slide: SlideFile) -> ShapeBox | None:
    """Where a shape stands, by itself or by its layout."""
    own = box_of(shape)
    holder = placeholder_of(shape)
    if own is not None or holder is None:
        return own
    inherited = layout_placeholder(holder, slide.layout)
    found = box_of(inherited) if inherited is not None else None
    of_master = _master_placeholder(holder, slide.master) if found is None else None
    return box_of(of_master) if of_master is not None else found


def _below(shape: Element, slide: SlideFile) -> Iterator[tuple[Element, ShapeBox | None]]:
    """What is drawn before a shape, each with its place: master and layout, then the slide's own shapes."""
    for part in (slide.master, slide.layout):
        yield from _ornaments(part.root)
    for other, place in _drawn(slide.part.root):
        if other is shape:
            return
        yield other, place


@lru_cache(64)
def _ornaments(root: Element) -> tuple[tuple[Element, ShapeBox | None], ...]:
    """What a master or a layout draws itself."""
    return tuple((shape, place) for shape, place in _drawn(root) if placeholder_of(shape) is None)


@lru_cache(64)
def _drawn(root: Element) -> tuple[tuple[Element, ShapeBox | None], ...]:
    """The shapes of a part in the order of drawing, each with its place: asked for once for every run of text."""
    return tuple((shape, box_of(shape)) for shape in root.iter(P + "sp", P + "graphicFrame"))


def _covers(lower: ShapeBox, upper: ShapeBox) -> bool:
    x, y = (upper.left + upper.right) // 2, (upper.top + upper.bottom) // 2
    return lower.left <= x <= lower.right and lower.top <= y <= lower.bottom


def _fill(shape: Element, slide: SlideFile) -> Colour | None:
    colour = shape.find("p:spPr/a:solidFill/*", NAMES)
    return seen(colour, slide) if colour is not None else None


def _background(slide: SlideFile) -> Colour | None:
    for part in (slide.part, slide.layout, slide.master):
        background = part.root.find("p:cSld/p:bg", NAMES)
        if background is not None:
            colour = background.find("p:bgPr/a:solidFill/*", NAMES)
            return seen(colour, slide) if colour is not None else None
    return WHITE


def _scheme(name: str, slide: SlideFile) -> Colour | None:
    mapped = attribute(slide.master.root.find("p:clrMap", NAMES), name) or name
    entry = _theme_entry(slide.theme, mapped)
    if entry is None:
        return None
    return _rgb(attribute(entry, "lastClr") or attribute(entry, "val"))


def _theme_entry(theme: PackagePart, name: str) -> Element | None:
    return theme.root.find(f"a:themeElements/a:clrScheme/a:{name}/*", NAMES)


def _rgb(value: str) -> Colour | None:
    try:
        red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
    except ValueError:
        return None
    return red, green, blue


def _modified(colour: Colour, element: Element) -> Colour:
    """`a:lumMod` and `a:lumOff`, which Office counts on hue, lightness and saturation."""
    hue, light, saturation = colorsys.rgb_to_hls(*colour)
    for modifier in element:
        share = int(attribute(modifier, "val") or 0) / _PERCENT
        kind = modifier.tag.rpartition("}")[2]
        light = light * share if kind == "lumMod" else light + share if kind == "lumOff" else light
    return colorsys.hls_to_rgb(hue, min(1.0, light), saturation)


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
