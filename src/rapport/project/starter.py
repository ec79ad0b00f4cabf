"""A complete small project, for a folder that holds none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from rapport.model.partial_date import PartialDate
from rapport.project.skeleton import Form
from rapport.read.charter.charter import default_charter

FOLDER = "first_project"
COMMON = "common"
"""What every first project holds, beside the briefing and the sections of its form."""
HIDDEN = {"gitignore": ".gitignore"}
"""Names that a package's build would pass by as they are."""


def starter(key: str, date: PartialDate, form: Form = "dossier") -> Mapping[str, str]:
    """The text of each file by its path in the project: a briefing of this key, date and form, with all it needs."""
    year = int(str(date)[:4])
    words = {"KEY": key, "DATE": str(date), "PREVIOUS": str(year - 1), "NEXT": str(year + 1)}
    root = files("rapport.project") / FOLDER
    found = (*_files(root / COMMON), *_files(root / form))
    texts = {_filled(HIDDEN.get(path, path), words): _filled(text, words) for path, text in found}
    return {**texts, "assets/charter.yaml": default_charter().read_text(encoding="utf-8")}


def _filled(text: str, words: Mapping[str, str]) -> str:
    for name, word in words.items():
        text = text.replace(name, word)
    return text


def _files(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _files(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry.read_text(encoding="utf-8")
