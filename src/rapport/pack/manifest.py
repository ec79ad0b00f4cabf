"""What a pack says of itself: its files with their fingerprints, and what the documents show."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from rapport.audience import AUDIENCES, Audience
from rapport.edition.imprint import FactShown, Imprint, ImprintPassage


class PackedFile(Struct, frozen=True):
    """A file as it will stand in a pack: its name, which holds no folder, and its bytes."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


DATE = (1980, 1, 1, 0, 0, 0)
"""The first date a zip archive can hold: nothing in a pack depends on the clock."""
UNIX = 3
READABLE = 0o100644
"""An ordinary file, which whoever unpacks it may read: Python's default is its owner alone (APPNOTE, 4.4.15)."""


def archive(files: Iterable[PackedFile]) -> bytes:
    """A zip archive of the files, in their order, stored as they are: documents are compressed already."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for file in files:
            entry = zipfile.ZipInfo(file.name, DATE)
            entry.create_system, entry.external_attr = UNIX, READABLE << 16
            target.writestr(entry, file.data)
    return buffer.getvalue()


NAME = "manifest.json"


def manifest(imprint: Imprint, files: Iterable[PackedFile], edited: Iterable[str] = ()) -> PackedFile:
    """`manifest.json`: canonical JSON, the same for the same files. `edited` names those that somebody has edited."""
    listed = [{"name": file.name, "sha256": file.digest, "size": len(file.data)} for file in files]
    marked = {"edited": sorted(edited)} if edited else {}
    text = (
        json.dumps({**entries(imprint), "files": listed, **marked}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    )
    return PackedFile(NAME, text.encode())


FORMAT = 1
LARGEST = 16 << 20
"""Bytes of a manifest: no briefing says as much."""
NAMES = ("briefing", "version", "date", "content", "rapport")


class ImprintError(ValueError):
    """The manifest of another program, of another format, or damaged."""


def entries(imprint: Imprint) -> dict[str, Any]:
    """The imprint as the manifest's entries, plain values in the order of their kind."""
    return {
        "format": FORMAT,
        "briefing": imprint.briefing,
        "version": imprint.version,
        "date": imprint.date,
        "content": imprint.content,
        "rapport": imprint.program,
        "audience": imprint.audience,
        **({"locale": imprint.locale} if imprint.locale else {}),
        "facts": [asdict(fact) for fact in imprint.facts],
        "passages": [asdict(passage) for passage in imprint.passages],
    }


def read_imprint(data: bytes) -> Imprint:
    """The imprint in the bytes of a manifest. Raises ImprintError."""
    if len(data) > LARGEST:
        raise ImprintError("too large")
    try:
        value = json.loads(data.decode("utf-8"))
        if value["format"] != FORMAT:
            raise ImprintError("unknown format")
        facts = tuple(FactShown(**_frozen(entry)) for entry in value["facts"])
        passages = tuple(ImprintPassage(**_frozen(entry)) for entry in value["passages"])
        briefing, version, date, content, program = (str(value[name]) for name in NAMES)
        return Imprint(
            briefing, version, date, content, program, facts, passages, _audience(value), str(value.get("locale", ""))
        )
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError, KeyError, TypeError) as error:
        raise ImprintError("no manifest of a pack") from error


def _audience(value: Any) -> Audience:
    """For whom a pack is; one of before there were audiences holds all."""
    named = value.get("audience", AUDIENCES[0])
    for audience in AUDIENCES:
        if audience == named:
            return audience
    raise ImprintError("unknown audience")


def _frozen(entry: Any) -> dict[str, Any]:
    """An entry whose lists are tuples of strings or of numbers. Raises TypeError for any other value."""
    if not isinstance(entry, dict):
        raise TypeError(entry)
    return {name: _value(value) for name, value in entry.items()}


def _value(value: Any) -> str | int | tuple[str, ...] | tuple[int, ...]:
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, list) and all(isinstance(item, (str, int)) for item in value):
        return tuple(value)
    raise TypeError(value)
