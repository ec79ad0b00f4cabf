"""Decks as they were made, kept beside the documents: what a deck edited by hand is compared with."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from rapport.audience import Audience
from rapport.disk import write_one
from rapport.project.composition import Composition
from rapport.writing import remove

FOLDER = ".built"
Release = Literal["draft", "final"]
RELEASES: tuple[Release, ...] = ("draft", "final")
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


def release_of(folder: Path, digest: str, audience: Audience) -> Release | None:
    """As what a deck was made from the content of a digest, whatever its slides now say; None where both were kept."""
    found = [each for each in RELEASES if digest.isalnum() and _named(folder, digest, audience, each).is_file()]
    return found[0] if len(found) == 1 else None


def _path(folder: Path, digest: str, made: Composition) -> Path:
    return _named(folder, digest, made.audience, "draft" if made.brief.draft else "final")


def _named(folder: Path, digest: str, audience: Audience, release: Release) -> Path:
    """Its own for each audience: all are made from one content."""
    return folder / FOLDER / f"{digest[:16]}-{'' if audience == 'internal' else f'{audience}-'}{release}.pptx"
