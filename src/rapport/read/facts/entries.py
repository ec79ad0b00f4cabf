"""The entries of a file of facts as texts: what each says and where, and the file with some of them replaced."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from msgspec import Struct

from rapport.model.scalar import Scalar
from rapport.read.facts.table import FIELDS
from rapport.read.yaml_nodes import LocatedDict, read_yaml

_BREAKS = re.compile("[\x85\u2028\u2029\ufeff]")


class TypedFact(Struct, frozen=True):
    """A fact in its file: the texts of its fields, its first line and the one after its last, counted from 0."""

    fields: Mapping[str, str]
    first: int
    stop: int


def entries_of(text: str) -> Mapping[str, TypedFact]:
    """The entries of a file without faults, in its order; empty for one that holds no mapping."""
    tree, _problems = read_yaml("", text.replace("\r\n", "\n"))
    if not isinstance(tree, LocatedDict):
        return {}
    lines = text.split("\n")
    starts = [origin.line - 1 for origin in tree.key_origins.values()] + [len(lines)]
    return {
        key: TypedFact(_fields(tree[key]), start, _stop(lines, start, following))
        for key, start, following in zip(tree.key_origins, starts, starts[1:], strict=False)
        if isinstance(tree[key], LocatedDict)
    }


def _fields(tree: LocatedDict) -> dict[str, str]:
    return {name: tree[name].text for name in FIELDS if isinstance(tree.get(name), Scalar)}


def _stop(lines: list[str], start: int, following: int) -> int:
    """The line after the entry's last; what comes before the next one, blank or comment, is not the entry's."""
    stop = following
    while stop > start + 1 and (not lines[stop - 1].strip() or lines[stop - 1].startswith("#")):
        stop -= 1
    return stop


def replaced(text: str, changes: Mapping[str, Mapping[str, str]]) -> str:
    """The file with each changed entry rewritten in place and new ones at the end; all other bytes stay."""
    found = entries_of(text)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    for key, entry in reversed(list(found.items())):
        if key in changes:
            written = _written(key, changes[key], end).split("\n")
            last = lines[entry.stop - 1 : entry.stop]
            lines[entry.first : entry.stop] = written if last and entry.stop < len(lines) else _trimmed(written, end)
    new = [_written(key, fields, end) for key, fields in changes.items() if key not in found]
    kept = "\n".join(lines)
    return _appended(kept, new, end)


def _trimmed(written: list[str], end: str) -> list[str]:
    """The lines of an entry that ends a file without a line end."""
    return [*written[:-1], written[-1].removesuffix(end[:-1])]


def _appended(text: str, entries: list[str], end: str) -> str:
    if not entries:
        return text
    body = text if text.endswith("\n") else text + end
    return body + "".join(f"{end}{entry}\n" for entry in entries)


def _written(key: str, fields: Mapping[str, str], end: str) -> str:
    """An entry, its last line without its line feed."""
    rows = [f"{key}:", *(f"  {name}: {scalar(fields[name])}" for name in FIELDS if fields.get(name))]
    return end.join(rows) + end[:-1]


def scalar(text: str) -> str:
    """A text as YAML, plain where that says the same."""
    tree, problems = read_yaml("", f"  k: {text}\n")
    plain = tree.get("k") if isinstance(tree, LocatedDict) else None
    if isinstance(plain, Scalar) and not problems and (plain.text, plain.style, plain.lost) == (text, "plain", ""):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """A text between double quotes, as YAML reads it back."""
    return _BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
