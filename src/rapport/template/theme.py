"""Colours and faces of a theme as they come out: through the colour map of master and layout, with their changes."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element as Element
from msgspec import Struct

from rapport.look.palette import Colour, blended, of_channels, saturated, toned
from rapport.template.mend import A, P

BLACK, WHITE = Colour("#000000"), Colour("#FFFFFF")
PLAIN_MAP = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hlink": "hlink",
    "folHlink": "folHlink",
}
NAMED = {"black": BLACK, "white": WHITE, "red": Colour("#FF0000"), "blue": Colour("#0000FF"), "gray": Colour("#808080")}
"""Preset colours that templates are met with; another is taken for black."""
PER_CENT = 100_000
"""Office counts shares in thousandths of a per cent."""


class Scheme(Struct, frozen=True):
    """The colours of a master's theme by the names that slides call them, and its faces (empty where it names none)."""

    colours: Mapping[str, Colour]
    heading: str
    body: str
    grounds: tuple[Element, ...] = ()
    """Fills that a background may refer to by number."""

    def mapped(self, override: Mapping[str, str]) -> Scheme:
        """The scheme under another map of names, as a layout may have."""
        found = {name: self.colours[slot] for name, slot in override.items() if slot in self.colours}
        return Scheme({**self.colours, **found}, self.heading, self.body, self.grounds)


def scheme_of(theme: Element | None, master: Element) -> Scheme:
    """The scheme of a master; black on white where its theme says nothing."""
    slots: dict[str, Colour] = {"dk1": BLACK, "lt1": WHITE, "dk2": BLACK, "lt2": WHITE}
    node = theme.find(f"{A}themeElements/{A}clrScheme") if theme is not None else None
    plain = Scheme({}, "", "")
    for slot in node if node is not None else ():
        if isinstance(slot.tag, str) and len(slot):
            slots[etree.QName(slot).localname] = colour_of(slot[0], plain, BLACK)
    named = master.find(P + "clrMap")
    mapping = {**PLAIN_MAP, **(dict(named.attrib) if named is not None else {})}
    colours = {**slots, **{str(name): slots.get(str(slot), BLACK) for name, slot in mapping.items()}}
    return Scheme(colours, _face(theme, "majorFont"), _face(theme, "minorFont"), _grounds(theme))


def override_of(layout: Element) -> Mapping[str, str]:
    """The map of colours that a layout has of its own; empty where it takes its master's."""
    node = layout.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    return {str(name): str(slot) for name, slot in node.attrib.items()} if node is not None else {}


def _face(theme: Element | None, kind: str) -> str:
    node = theme.find(f"{A}themeElements/{A}fontScheme/{A}{kind}/{A}latin") if theme is not None else None
    return str(node.get("typeface", "")) if node is not None else ""


def _grounds(theme: Element | None) -> tuple[Element, ...]:
    node = theme.find(f"{A}themeElements/{A}fmtScheme/{A}bgFillStyleLst") if theme is not None else None
    return tuple(node) if node is not None else ()


def colour_of(node: Element, scheme: Scheme, placed: Colour) -> Colour:
    """What a colour element comes to; `placed` is the colour that stands for `phClr`."""
    colour = _named(node, scheme, placed)
    for change in node:
        if isinstance(change.tag, str):
            colour = _changed(colour, etree.QName(change).localname, _share(change.get("val")))
    return colour


def _named(node: Element, scheme: Scheme, placed: Colour) -> Colour:
    kind, value = etree.QName(node).localname, str(node.get("val", ""))
    if kind == "srgbClr" and len(value) == 6 and all(char in "0123456789abcdefABCDEF" for char in value):
        return Colour(f"#{value.upper()}")
    if kind == "sysClr":
        last = str(node.get("lastClr", ""))
        return Colour(f"#{last.upper()}") if len(last) == 6 else WHITE if value == "window" else BLACK
    if kind == "schemeClr":
        return placed if value == "phClr" else scheme.colours.get(value, placed)
    if kind == "scrgbClr":
        return of_channels(*(_share(node.get(name)) for name in "rgb"))
    return NAMED.get(value, BLACK)


def _changed(colour: Colour, change: str, share: float) -> Colour:
    if change == "lumMod":
        return toned(colour, share)
    if change == "lumOff":
        return toned(colour, 1.0, share)
    if change == "satMod":
        return saturated(colour, share)
    if change == "tint":
        return blended(colour, WHITE, share)
    return blended(colour, BLACK, share) if change == "shade" else colour


def _share(value: str | None) -> float:
    """A share as Office writes it: thousandths of a per cent, or with its sign."""
    text = str(value or "0")
    try:
        return float(text.removesuffix("%")) / 100 if text.endswith("%") else float(text) / PER_CENT
    except ValueError:
        return 1.0
