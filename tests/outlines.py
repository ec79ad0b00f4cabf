"""A package of outlines as small as can be, in the form of the one that the program reads."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

from rapport.edition.picture import Ring
from rapport.read.outlines import CODE, DATA, PACKAGE

HEXAGON: Ring = ((-4.0, 48.0), (2.0, 51.0), (8.0, 49.0), (7.0, 44.0), (3.0, 42.5), (-1.5, 43.5), (-4.0, 48.0))
ISLAND: Ring = ((8.6, 41.4), (9.5, 41.4), (9.5, 43.0), (8.6, 43.0), (8.6, 41.4))
FAR: Ring = ((-54.0, 2.0), (-51.5, 2.0), (-51.5, 5.5), (-54.0, 5.5), (-54.0, 2.0))
SQUARE: Ring = ((-70.0, -30.0), (-40.0, -30.0), (-40.0, 0.0), (-70.0, 0.0), (-70.0, -30.0))
COUNTRIES = {"FR": (FAR, HEXAGON, ISLAND), "BR": (SQUARE,)}


def write_outlines(folder: Path) -> Path:
    """Writes the package into a folder, to be put on the path of modules."""
    package = folder / PACKAGE
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("", encoding="utf-8")
    shapes, index = bytearray(100), bytearray(100)
    for number, rings in enumerate(COUNTRIES.values(), start=1):
        record = _record(rings)
        index += struct.pack(">II", len(shapes) // 2, len(record) // 2)
        shapes += struct.pack(">II", number, len(record) // 2) + record
    with ZipFile(package / f"{DATA}.zip", "w") as archive:
        for ending, data in (("shp", shapes), ("shx", index), ("dbf", _table())):
            archive.writestr(f"{DATA}.{ending}", bytes(data))
    return folder


def _record(rings: Sequence[Ring]) -> bytes:
    points = [value for ring in rings for point in ring for value in point]
    starts = [sum(len(ring) for ring in rings[:at]) for at in range(len(rings))]
    head = struct.pack("<I4d2I", 5, 0.0, 0.0, 0.0, 0.0, len(rings), len(points) // 2)
    return head + struct.pack(f"<{len(starts)}I", *starts) + struct.pack(f"<{len(points)}d", *points)


def _table() -> bytes:
    """Two columns: a name that nobody asks for, and the code."""
    columns = b"".join(
        name.encode("ascii").ljust(11, b"\0") + b"C" + bytes(4) + bytes([width]) + bytes(15)
        for name, width in (("NAME", 6), (CODE, 4))
    )
    rows = b"".join(b" " + b"Pays".ljust(6) + code.encode("ascii").ljust(4) for code in COUNTRIES)
    return struct.pack("<BBBBIHH20x", 3, 26, 1, 1, len(COUNTRIES), 33 + len(columns), 11) + columns + b"\r" + rows
