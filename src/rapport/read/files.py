"""Files of the content folder -> text, refusing what cannot be content; YAML without its authors' remarks."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

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
    inside = (path for path in found if not path.is_symlink() or path.resolve().is_relative_to(root))
    return tuple(sorted(inside, key=lambda path: path.parts))  # paths of Windows would compare without their case


# YAML without its authors' remarks: what follows a `#` outside of any text.

REMARK = re.compile(r"[ \t]*(?<!\S)#[^\n]*")
HEADER = re.compile(r"^([|>][-+0-9]*)[ \t]+#[^\n]*")
"""The head of a block of text, where a remark may stand too (YAML 1.2, 8.1.1)."""


def without_remarks(text: str) -> tuple[str, int]:
    """A sound YAML file without its remarks, line for line, and how many there were."""
    kept: list[str] = []
    end = count = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        start, stop = token.start_mark.index, token.end_mark.index
        if start >= end:
            between, found = REMARK.subn("", text[end:start])
            own, more = HEADER.subn(r"\1", text[start:stop]) if _is_block(token) else (text[start:stop], 0)
            kept += [between, own]
            count += found + more
            end = stop
    rest, found = REMARK.subn("", text[end:])
    return "".join((*kept, rest)), count + found


def _is_block(token: object) -> bool:
    return isinstance(token, yaml.ScalarToken) and token.style in ("|", ">")


def without_entries(text: str, keys: frozenset[str]) -> str:
    """A file of entries, each beginning a line with its key, without some of them."""
    kept, dropping = [], False
    for line in text.splitlines(keepends=True):
        if line.strip(" \t\r\n") and not line.startswith((" ", "\t")):
            dropping = line.partition(":")[0].strip(" \"'") in keys
        if not dropping:
            kept.append(line)
    return "".join(kept)
