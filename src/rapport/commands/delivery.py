"""Files that users name, read whole within bounds; finished documents -> files of their briefing, a line for each."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from rapport.artefact import Artefact
from rapport.commands.edits import together, told
from rapport.disk import KeptFile, write_all
from rapport.language.system_errors import refusal
from rapport.project.built import keep
from rapport.project.composition import Composition
from rapport.project.hand_edits import deck_in, deck_of, edited_since
from rapport.project.project import UsageError


def report(kept: KeptFile, made: Composition, new: Artefact) -> None:
    """Says where a file edited by hand now is, and which texts had been changed in it."""
    print(f"«\u00a0{kept.name}\u00a0» avait été modifié à la main\u00a0: gardé sous {kept.kept_as}", file=sys.stderr)
    if new.kind != "deck":
        return
    try:
        edited = edited_since(made, deck_of(new.data, kept.name), deck_in(kept.kept_as), kept.kept_as.parent)
    except UsageError as error:
        print(f"    {error}", file=sys.stderr)
        return
    for edits in together(edited.edits):
        print(f"    {told(edits)}", file=sys.stderr)


# Files that users name, read whole within bounds; finished documents -> files of their briefing, a line for each.

# Files that users name, read whole within bounds.

MAX_FILE = 512 << 20  # far above any pack with its photographs; a disk image would fill the memory


def built_bytes(path: Path) -> bytes:
    """The bytes of a file that the program makes: where it is missing, the error says how to make it."""
    if not path.exists():
        hint = "produisez-le d’abord\u00a0: rapport build"
        raise UsageError(f"fichier introuvable\u00a0: «\u00a0{path}\u00a0» ({hint})")
    return bytes_of(path)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file. Raises UsageError for one that is missing, no file (a device, a pipe, a folder) or huge."""
    try:
        if path.exists() and not path.is_file():
            raise UsageError(f"«\u00a0{path}\u00a0» n’est pas un fichier")
        if path.stat().st_size > MAX_FILE:
            raise UsageError(f"«\u00a0{path}\u00a0» dépasse {MAX_FILE >> 20}\u00a0Mio")
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error


REPORTING = "rapport.commands.delivery"
"""What tells of edits by hand, with the readers it takes: few builds find any."""


def deliver(made: Composition, drawn: Mapping[str, Artefact], output: Path, done: int = 0) -> int:
    """Writes all of a briefing's documents or none, says where they are and what edits by hand were kept.

    `done` is how many documents were written before for other briefings; returns it with these added.
    """
    folder = output / made.key
    kept = write_all(folder, {name: artefact.data for name, artefact in drawn.items()}, done)
    for name, artefact in drawn.items():
        if artefact.kind == "deck":
            keep(folder, made, artefact.data)
        print(folder / name)
    for item in kept:
        import_module(REPORTING).report(item, made, drawn[item.name])
    return done + len(drawn)
