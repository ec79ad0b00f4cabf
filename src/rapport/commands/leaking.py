"""Whether documents hold anything beside what they show, with the registers of the folders where copies lie."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from rapport.edition.text import plain, strings, texts
from rapport.language.languages import furniture
from rapport.language.locales import LOCALES
from rapport.pack.register import ENCODING, NAME, read_register
from rapport.project.composition import Composition
from rapport.verify.leaks.check import NAME as LEAKS
from rapport.verify.leaks.check import TITLE, Handed, Others, check_leaks
from rapport.verify.report import Check

PHRASES = tuple(furniture(locale)["copy"] for locale in LOCALES)


class Leaking:
    """Looks into documents; the register of a folder is read once."""

    def __init__(self) -> None:
        self._others = cache(_others)

    def check(self, data: bytes, made: Composition, number: int = 0, folder: Path | None = None) -> Check:
        """A document of a composition, as copy `number` shows it; `folder` is where the copies lie."""
        editions = made.brief, made.deck
        shown = (*strings(editions), *texts(editions), plain(made.plan.restriction))
        return check_leaks(data, Handed(number, shown, PHRASES, self._others(folder) if number and folder else None))

    def of_pack(self, files: Mapping[str, bytes], made: Composition) -> Check:
        """All documents of a pack together: they are nobody's copies."""
        checks = [(name, self.check(data, made)) for name, data in files.items() if name.endswith((".pdf", ".pptx"))]
        found = (
            replace(each, place=f"{name}, {each.place}".rstrip(", ")) for name, one in checks for each in one.findings
        )
        return Check(LEAKS, TITLE, sum(check.count for _, check in checks), tuple(found))


def _others(folder: Path) -> Others:
    """Everyone whom the register of a folder names; nobody where there is none that can be read."""
    try:
        return Others(entry.recipient for entry in read_register((folder / NAME).read_text(encoding=ENCODING)))
    except (OSError, ValueError):
        return Others(())
