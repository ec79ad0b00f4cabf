"""Files of the content folder -> text, refusing what cannot be content."""

from __future__ import annotations

from pathlib import Path

from rapport.language.system_errors import refusal
from rapport.origin import Origin
from rapport.problem import Problem

LARGEST_FILE = 1_000_000
"""Bytes; a content file of a few thousand pages is smaller."""


def read_text(path: Path, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file in UTF-8, with or without a byte-order mark; None and the fault where it cannot be read."""
    place = Origin(name)
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            return None, (
                Problem("file-too-large", f"le fichier pèse {size // 1_000_000} Mo", place, "limite\u00a0: 1 Mo"),
            )
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"), ()
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        hint = "enregistrez le fichier en UTF-8"
        return None, (Problem("file-encoding", "le fichier n’est pas en UTF-8", Origin(name, line, 1), hint),)
    except OSError as error:
        return None, (Problem("file-unreadable", f"lecture impossible\u00a0: {refusal(error)}", place),)


def yaml_files(folder: Path) -> tuple[Path, ...]:
    """The YAML files of a folder and of its subfolders, in order of path; links out of the folder are left out."""
    root = folder.resolve()
    found = (path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml") and path.is_file())
    return tuple(sorted(path for path in found if path.resolve().is_relative_to(root)))
