"""Finished documents -> files in the folder of their briefing, and a line for each."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from rapport.artefact import Artefact
from rapport.commands.edits import changes
from rapport.disk import Kept, write_all
from rapport.project.composition import Composition


def deliver(made: Composition, drawn: Mapping[str, Artefact], output: Path) -> None:
    """Writes all of a briefing's documents or none, says where they are and what edits by hand were kept."""
    folder = output / made.key
    kept = write_all(folder, {name: artefact.data for name, artefact in drawn.items()})
    for name in drawn:
        print(folder / name)
    for item in kept:
        _report(item, made)


def _report(kept: Kept, made: Composition) -> None:
    """Says where a file edited by hand now is, and which texts had been changed in it."""
    print(f"«\u00a0{kept.name}\u00a0» avait été modifié à la main\u00a0: gardé sous {kept.kept_as}", file=sys.stderr)
    for line in changes(kept.kept_as.read_bytes(), made):
        print(f"    {line}", file=sys.stderr)
