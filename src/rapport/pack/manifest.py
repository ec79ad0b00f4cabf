"""What a pack says of itself: its files with their fingerprints, and the content they were made from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from rapport.pack.file import PackedFile

NAME = "manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Imprint:
    """Briefing and version, the SHA-256 of its content, the program's version, the facts shown with their values."""

    briefing: str
    version: str
    content: str
    program: str
    facts: tuple[tuple[str, str], ...] = ()


def manifest(imprint: Imprint, files: Iterable[PackedFile]) -> PackedFile:
    """`manifest.json`: canonical JSON, the same for the same files."""
    value = {
        "format": FORMAT,
        "briefing": imprint.briefing,
        "version": imprint.version,
        "content": imprint.content,
        "rapport": imprint.program,
        "files": [{"name": file.name, "sha256": file.digest, "size": len(file.data)} for file in files],
        "facts": [{"fact": fact, "value": value} for fact, value in imprint.facts],
    }
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return PackedFile(NAME, text.encode())
