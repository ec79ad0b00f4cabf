"""The roles of our palette in the colours of a theme, on one ground: each as near to the theme as contrast allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from rapport.look.palette import (
    GRAPHIC_MINIMUM,
    TEXT_MINIMUM,
    Colour,
    ColourName,
    Palette,
    contrast,
    luminance,
    saturation_of,
    toned,
)
from rapport.template.theme import BLACK, WHITE, Scheme

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
