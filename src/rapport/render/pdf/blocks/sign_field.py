"""A sign for each fact, a row for each group: the picture that a document's own facts make."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rapport.edition.edition import CoverRow
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box as Area
from rapport.look.geometry import Pt
from rapport.render.pdf.blocks.context import Context
from rapport.render.pdf.blocks.note_book import baseline
from rapport.render.pdf.blocks.setting import Voice, text_boxes
from rapport.render.pdf.composer.vertical import Child, stacked
from rapport.render.pdf.display.item import SignMark

PITCHES = (54.0, 48.0, 42.0, 36.0, 30.0, 26.0, 22.0, 18.0, 15.0, 12.0, 10.0)
"""From one sign to the next, in points: the largest that lets all rows fit is taken."""
DIAMETER = 0.56
"""Share of the pitch that a sign fills."""
NAME_GAP = 4.0
"""White under a name that is higher than its signs."""
FLAT = 0.82
"""Height of a row that goes on, as a share of the pitch."""


class SignField(Struct, frozen=True):
    """The signs, which are ornament, and the names of the rows."""

    signs: tuple[SignMark, ...]
    names: tuple[Child, ...]


def sign_field(context: Context, rows: Sequence[CoverRow], room: Area, element: Element) -> SignField:
    """The signs in `room`, the names in the margin column, white on the cover's ground; statuses unknown to the
    charter have no sign.
    """
    known = [[each.key for each in row.statuses if each.key in context.charter.statuses] for row in rows]
    voice = Voice(context.look.type.cover_kicker, context.look.grid.margin, None)
    names = [text_boxes(context, row.name, _own(voice, element)) for row in rows]
    high = [len(boxes) * voice.style.leading for boxes in names]
    pitch, step = _pitch([len(row) for row in known], high, room)
    marks: list[SignMark] = []
    children: list[Child] = []
    y = float(room.y)
    for keys, boxes, height in zip(known, names, high, strict=True):
        lines = _lines(keys, pitch, room.width)
        diameter = DIAMETER * pitch
        for number, line in enumerate(lines):
            for at, key in enumerate(line):
                area = Area(Pt(room.x + at * pitch), Pt(y + number * FLAT * pitch), Pt(diameter), Pt(diameter))
                marks.append(_mark(context, key, area))
        middle = y + diameter / 2 - baseline(voice.style) + 0.33 * voice.style.size
        children.append(Child(max(float(room.y) - diameter, middle), stacked(boxes)))
        y += max((len(lines) - 1) * FLAT * pitch + step, height + NAME_GAP)
    return SignField(tuple(marks), tuple(children))


def _own(voice: Voice, element: Element) -> Voice:
    """The voice for a row of its own."""
    return Voice(voice.style, voice.strip, element.child("P"))


def _lines(keys: Sequence[str], pitch: float, width: float) -> list[Sequence[str]]:
    abreast = max(1, int((width + (1 - DIAMETER) * pitch) / pitch))
    return [keys[first : first + abreast] for first in range(0, len(keys), abreast)] or [()]


def _pitch(counts: Sequence[int], names: Sequence[float], room: Area) -> tuple[float, float]:
    """The pitch of the signs and that of the rows, which share what is left of the height; no sign is left alone."""
    for pitch in PITCHES:
        abreast = max(1, int((room.width + (1 - DIAMETER) * pitch) / pitch))
        further = sum(-(-count // abreast) - 1 for count in counts if count) * FLAT * pitch
        wanted = max(1.9 * pitch, max(names, default=0.0) + NAME_GAP)
        step = min(wanted, (room.height - further) / max(1, len(counts)))
        lonely = any(count > abreast and count % abreast == 1 for count in counts)
        if step >= max(FLAT * pitch, min(names, default=0.0)) and not lonely:
            break
    return pitch, step


def _mark(context: Context, key: str, area: Area) -> SignMark:
    signs = context.charter.signs
    stroke = max(signs.stroke_minimum, min(context.look.cover.sign_stroke, 0.08 * area.width))
    return SignMark(context.charter.statuses[key].sign, area, Pt(stroke), signs.colour_on_accent)
