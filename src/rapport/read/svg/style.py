"""Presentation attributes (SVG 1.1, 6.1) -> how shapes are painted."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace
from PIL import ImageColor

from rapport.edition.picture import Cap, Join
from rapport.read.pictures.refusal import SIMPLIFY, SvgError
from rapport.read.svg.path import length

EFFECTS = ("filter", "mask", "clip-path", "stroke-dasharray", "marker", "marker-start", "marker-mid", "marker-end")
OPACITIES = ("opacity", "fill-opacity", "stroke-opacity")
_CAPS: Mapping[str, Cap] = {"butt": "butt", "round": "round", "square": "square"}
_JOINS: Mapping[str, Join] = {"miter": "miter", "round": "round", "bevel": "bevel"}


class PaintStyle(Struct, frozen=True):
    """What a shape inherits: `#RRGGBB` or empty inside and along its outline, and the outline's form."""

    inside: str = "#000000"
    outline: str = ""
    weight: float = 1.0
    cap: Cap = "butt"
    join: Join = "miter"
    even_odd: bool = False
    shown: bool = True


def declared(attributes: Mapping[str, str]) -> dict[str, str]:
    """The attributes of an element with what its `style` declares over them."""
    pairs = (part.partition(":") for part in attributes.get("style", "").split(";"))
    style = {name.strip(): value.strip() for name, colon, value in pairs if colon}
    return {**attributes, **style}


def styled(style: PaintStyle, attributes: Mapping[str, str]) -> PaintStyle:
    """The style of an element within one of another style. Raises SvgError for what both media do not draw alike."""
    _refuse_effects(attributes)
    rule, hidden = attributes.get("fill-rule"), attributes.get("visibility")
    return replace(
        style,
        inside=_colour(attributes.get("fill", ""), style.inside),
        outline=_colour(attributes.get("stroke", ""), style.outline),
        weight=length(attributes, "stroke-width", style.weight),
        cap=_CAPS.get(attributes.get("stroke-linecap", ""), style.cap),
        join=_JOINS.get(attributes.get("stroke-linejoin", ""), style.join),
        even_odd=style.even_odd if rule in (None, "inherit") else rule == "evenodd",
        shown=style.shown if hidden in (None, "inherit") else hidden == "visible",
    )


def _refuse_effects(attributes: Mapping[str, str]) -> None:
    for name in EFFECTS:
        if attributes.get(name, "none") not in ("none", "inherit"):
            raise SvgError(f"effet «\u00a0{name}\u00a0»", SIMPLIFY)
    for name in OPACITIES:
        if attributes.get(name, "1") not in ("1", "1.0", "100%", "inherit"):
            raise SvgError(f"transparence «\u00a0{name}\u00a0»", "donnez à chaque forme une couleur pleine")


def _colour(text: str, inherited: str) -> str:
    if text in ("", "inherit"):
        return inherited
    if text in ("none", "transparent"):
        return ""
    if text == "currentColor":
        return "#000000"
    try:
        channels = ImageColor.getrgb(text)
    except ValueError:
        raise SvgError(f"couleur «\u00a0{text[:40]}\u00a0»", "donnez à chaque forme une couleur pleine") from None
    if channels[3:] not in ((), (255,)):
        raise SvgError(f"transparence «\u00a0{text[:40]}\u00a0»", "donnez à chaque forme une couleur pleine")
    return "#{:02X}{:02X}{:02X}".format(*channels[:3])
