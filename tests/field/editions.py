"""Briefings written by others, as editions: units typed as symbols are taken for their keys."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rapport.edition.edition import Edition
from rapport.model.located import Medium
from rapport.read.content import read_content
from rapport.resolve.edition import resolve

ROOT = Path(__file__).resolve().parents[2]
FIELD = ROOT / "tests" / "field" / "briefings"
NAMES = sorted(path.name for path in FIELD.iterdir())
SYMBOLS = {"€/t": "EUR/tonne"}
"""Units that `check` asks a key for, which every author would then type."""
UNIT = re.compile(r'(unit: *)"?(€/t)"?')


@cache
def editions(name: str, medium: Medium = "brief") -> tuple[Edition, ...]:
    """The briefs of a project, or its decks."""
    return tuple(_editions(name, medium))


def _editions(name: str, medium: Medium) -> Iterator[Edition]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / name
        shutil.copytree(FIELD / name, place)
        for file in (place / "content").rglob("*.y*ml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(UNIT.sub(lambda found: found[1] + SYMBOLS[found[2]], text), encoding="utf-8")
        assets = place / "assets"
        assets.mkdir(exist_ok=True)
        for file in (ROOT / "assets").iterdir():
            if file.is_file() and not (assets / file.name).exists():
                shutil.copy(file, assets)
        content = read_content(place / "content", assets).content
        for key in content.briefings:
            yield resolve(content, key, medium)
