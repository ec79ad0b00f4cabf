"""The part of a font program that a document needs."""

from __future__ import annotations

from collections.abc import Iterable

import uharfbuzz as hb
from msgspec import Struct

_DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "JSTF", "kern", "DSIG", "FFTM", "name", "OS/2", "post", "cmap", "gasp")
"""Tables that only a text engine reads: a PDF reader goes by glyph ids and the widths in the font dictionary."""


class Program(Struct, frozen=True):
    """A subset font file, and the glyph id that each original one has in it."""

    data: bytes
    glyphs: dict[int, int]


def subset(face: hb.Face, glyphs: Iterable[int]) -> Program:
    """The font program with these glyphs, those they are composed of and .notdef, renumbered without gaps.

    Takes 0.3 ms for a text face, so nothing is cached. Hinting is left out: PDF readers draw unhinted at the
    resolutions of today, and it is a third of the bytes.
    """
    request = hb.SubsetInput()
    request.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    request.glyph_set.update(glyphs)
    request.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    plan = hb.SubsetPlan(face, request)
    return Program(plan.execute().blob.data, dict(plan.old_to_new_glyph_mapping.items()))
