"""Colours and faces of a theme as they come out, and the roles of our palette in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element
from msgspec import Struct

from rapport.look.palette import (
    GRAPHIC_MINIMUM,
    TEXT_MINIMUM,
    Colour,
    ColourName,
    Palette,
    blended,
    contrast,
    luminance,
    of_channels,
    saturated,
    saturation_of,
    toned,
)
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


# The roles of our palette in the colours of a theme, on one ground: each as near to the theme as contrast allows.

MARGIN = 1.02
"""How far past the least contrast a colour goes: programs round colours each their way."""
EASY = 7.0
"""Contrast that text of the theme's own is taken at without looking further (WCAG 2.2, 1.4.6)."""
ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
DULL = 0.15
"""Distance between channels under which a colour is a grey, and no accent."""

Change = tuple[float, float]
LIGHTER: tuple[Change, ...] = ((0.5, 0.5), (0.6, 0.4), (0.65, 0.35), (0.75, 0.25), (0.85, 0.15), (1.0, 0.0))
"""Towards white: what Office calls « lighter » by 50, 40, 35, 25 and 15 %."""
DARKER: tuple[Change, ...] = ((0.5, 0.0), (0.6, 0.0), (0.65, 0.0), (0.75, 0.0), (0.85, 0.0), (1.0, 0.0))
DEEPER: tuple[Change, ...] = ((1.0, 0.0), (0.75, 0.0), (0.6, 0.0), (0.5, 0.0), (0.35, 0.0))
PALER: tuple[Change, ...] = ((1.0, 0.0), (0.8, 0.2), (0.6, 0.4), (0.4, 0.6), (0.2, 0.8))
"""Towards black, then from the colour itself towards black and white: in steps as Office has them."""


class Tint(Struct, frozen=True):
    """A colour and the markup that says it in the theme."""

    colour: Colour
    markup: str


class Tinted(Struct, frozen=True):
    """The palette on a ground, its markup by role, and the roles for which the theme had no colour that shows."""

    palette: Palette
    markup: Mapping[ColourName, str]
    mended: tuple[ColourName, ...]
    accent: str
    """The theme's name of the accent; empty where none serves."""


def tinted(scheme: Scheme, ground: Colour) -> Tinted:
    """Every role on a ground."""
    base = _ground(scheme, ground)
    is_dark = luminance(ground) < 0.18
    ink = _ink(scheme, base)
    paper = next(_shown(base, PAPERS_DARK if is_dark else PAPERS_LIGHT, (ink.colour,), TEXT_MINIMUM), base)
    grounds = (base.colour, paper.colour)
    muted = DARKER if luminance(ink.colour) > 0.5 else LIGHTER
    grey = next(_shown(ink, muted, grounds, TEXT_MINIMUM), ink)
    context = next(_shown(ink, muted, grounds, GRAPHIC_MINIMUM), grey)
    name, accent = _accent(scheme, grounds, is_dark)
    accent = accent or ink
    tint = next(_shown(accent, TINTS_DARK if is_dark else TINTS_LIGHT, (accent.colour,), GRAPHIC_MINIMUM), base)
    rule = _tone(base, (0.65, 0.0) if not is_dark else (0.6, 0.4))
    found: dict[ColourName, Tint] = {
        "ink": ink, "grey": grey, "context": context, "rule": rule, "accent": accent, "tint": tint, "paper": paper,
        "white": base,
    }  # fmt: skip
    mended: list[ColourName] = [] if name else ["accent"]
    if ink.colour not in (scheme.colours["tx1"], scheme.colours["bg1"]):
        mended.append("ink")
    palette = Palette(**{role: tint.colour for role, tint in found.items()})
    return Tinted(palette, {role: tint.markup for role, tint in found.items()}, tuple(mended), name)


PAPERS_LIGHT: tuple[Change, ...] = ((0.95, 0.0), (0.97, 0.0))  # of white: « darker » by 5 %, and less
PAPERS_DARK: tuple[Change, ...] = ((0.9, 0.1), (0.95, 0.05), (0.75, 0.0), (0.85, 0.0))  # of black: nothing is darker
TINTS_LIGHT: tuple[Change, ...] = ((0.4, 0.6), (0.2, 0.8), (0.1, 0.9))  # Office's « lighter » by 60 and 80 %, and more
TINTS_DARK: tuple[Change, ...] = ((0.5, 0.0), (0.35, 0.0), (0.25, 0.0), (0.15, 0.0))  # « darker » by 50 %, and more


def legible(scheme: Scheme, ground: Colour) -> Tint:
    """The colour of plain text on a ground."""
    return _ink(scheme, _ground(scheme, ground))


def _ground(scheme: Scheme, ground: Colour) -> Tint:
    names = ("bg1", "bg2", "tx1", "tx2", *ACCENTS)
    name = next((name for name in names if scheme.colours.get(name) == ground), "")
    return _scheme(name, ground) if name else _plain(ground)


def _ink(scheme: Scheme, base: Tint) -> Tint:
    """The theme's own text where that is read with ease, else what is read best, else black or white."""
    own = [_scheme(name, scheme.colours[name]) for name in ("tx1", "bg1", "tx2", "bg2") if name in scheme.colours]
    easy = next((tint for tint in own if contrast(tint.colour, base.colour) >= EASY), None)
    best = max(own, key=lambda tint: contrast(tint.colour, base.colour))
    if easy or contrast(best.colour, base.colour) >= TEXT_MINIMUM * 1.2:
        return easy or best
    return max((_plain(BLACK), _plain(WHITE)), key=lambda tint: contrast(tint.colour, base.colour))


def _accent(scheme: Scheme, grounds: tuple[Colour, ...], is_dark: bool) -> tuple[str, Tint | None]:
    """The first accent that shows as it is or a shade off, else the first that shows darker or paler."""
    names = [name for name in ACCENTS if saturation_of(scheme.colours.get(name, BLACK)) > DULL]
    tones = PALER if is_dark else DEEPER
    for changes in (tones[:2], tones):
        for name in names:
            tint = next(_shown(_scheme(name, scheme.colours[name]), changes, grounds, TEXT_MINIMUM), None)
            if tint:
                return name, tint
    return "", None


def _shown(tint: Tint, changes: tuple[Change, ...], grounds: tuple[Colour, ...], least: float) -> Iterator[Tint]:
    """The tones of a colour that show on all grounds, in order."""
    for change in changes:
        tone = _tone(tint, change)
        if all(contrast(tone.colour, ground) >= least * MARGIN for ground in grounds):
            yield tone


def _tone(tint: Tint, change: Change) -> Tint:
    modified, offset = change
    if change == (1.0, 0.0):
        return tint
    colour = toned(tint.colour, modified, offset)
    if "schemeClr" not in tint.markup or "lumMod" in tint.markup:
        return _plain(colour)
    parts = f'<a:lumMod val="{round(modified * 100_000)}"/>'
    parts += f'<a:lumOff val="{round(offset * 100_000)}"/>' if offset else ""
    return Tint(colour, tint.markup.replace("/>", f">{parts}</a:schemeClr>"))


def _scheme(name: str, colour: Colour) -> Tint:
    return Tint(colour, f'<a:schemeClr val="{name}"/>')


def _plain(colour: Colour) -> Tint:
    return Tint(colour, f'<a:srgbClr val="{colour.removeprefix("#").upper()}"/>')


# Faces that templates name: whether their widths are known, and how much room words in them ask for.

ARIAL, TIMES, COURIER, VERDANA, CALIBRI = (
    "Liberation Sans",
    "Liberation Serif",
    "Liberation Mono",
    "DejaVu Sans",
    "Carlito",
)
SUBSTITUTES: Mapping[str, str] = {
    **dict.fromkeys(("arial", "helvetica", "helvetica neue", "arimo", "liberation sans", "nimbus sans"), ARIAL),
    **dict.fromkeys(("times new roman", "times", "tinos", "liberation serif", "nimbus roman"), TIMES),
    **dict.fromkeys(("courier new", "courier", "cousine", "liberation mono"), COURIER),
    **dict.fromkeys(("verdana", "dejavu sans", "bitstream vera sans"), VERDANA),
    **dict.fromkeys(("calibri", "carlito"), CALIBRI),
}
"""Faces -> free ones of the same widths, nearly so for Verdana, which programs and our measures go by."""
SPREADS: Mapping[str, float] = {ARIAL: 1.0, TIMES: 1.0, CALIBRI: 1.0, COURIER: 1.27, VERDANA: 1.21}
"""How much wider words are than those that are measured, the wider of our face and Arial; 1 for narrower ones."""
UNKNOWN = 1.05
"""The margin for a face whose widths nobody here knows."""


class FaceUse(Struct, frozen=True):
    """A face and how it is measured: `substitute` has its widths, empty for none; `spread` is the room it is given."""

    name: str
    substitute: str
    spread: float


def face_use(name: str, ours: str) -> FaceUse:
    """How words in a face are measured; `ours` is the family that the program has at hand."""
    if not name or name == ours:
        return FaceUse(name or ours, ours, 1.0)
    substitute = SUBSTITUTES.get(name.lower(), "")
    return FaceUse(name, substitute, SPREADS.get(substitute, UNKNOWN))
