"""What a pack says of itself: its files with their fingerprints, and what the documents show."""

from __future__ import annotations

import json
from collections.abc import Iterable

from rapport.edition.imprint import Imprint
from rapport.pack.file import PackedFile
from rapport.pack.imprint import entries

NAME = "manifest.json"


def manifest(imprint: Imprint, files: Iterable[PackedFile]) -> PackedFile:
    """`manifest.json`: canonical JSON, the same for the same files."""
    listed = [{"name": file.name, "sha256": file.digest, "size": len(file.data)} for file in files]
    text = json.dumps({**entries(imprint), "files": listed}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return PackedFile(NAME, text.encode())
