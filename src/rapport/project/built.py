"""Decks as they were made, kept beside the documents: what a deck edited by hand is compared with."""

from __future__ import annotations

from pathlib import Path

from rapport.disk import write_one
from rapport.project.composition import Composition
from rapport.writing import remove

FOLDER = ".built"
MOST = 12
"""Decks kept of each briefing: some weeks of its versions."""


def keep(folder: Path, made: Composition, data: bytes) -> None:
    """Keeps a deck that was made from a composition; the oldest beyond those kept go. Raises UsageError."""
    path = _path(folder, made.content.digest, made)
    write_one(path, data)
    others = sorted(path.parent.glob("*.pptx"), key=lambda each: (each.stat().st_mtime_ns, each.name))
    for old in others[:-MOST]:
        remove(old)


def kept(folder: Path, digest: str, made: Composition) -> bytes | None:
    """The deck that was made as a composition is, from the content of a digest; None where it is not kept."""
    path = _path(folder, digest, made)
    return path.read_bytes() if digest.isalnum() and path.is_file() else None


def _path(folder: Path, digest: str, made: Composition) -> Path:
    """Its own for each audience: all are made from one content."""
    audience = "" if made.audience == "internal" else f"{made.audience}-"
    return folder / FOLDER / f"{digest[:16]}-{audience}{'draft' if made.brief.draft else 'final'}.pptx"
