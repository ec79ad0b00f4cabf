"""`rapport open`: a pack, a brief or a deck without the password it was handed out under."""

from __future__ import annotations

import argparse
from pathlib import Path

from rapport.commands.delivery import bytes_of
from rapport.commands.unlocking import WRONG, Unlocking
from rapport.disk import place
from rapport.project.editions import file_name, untongued
from rapport.project.passwords import PROTECTED
from rapport.project.project import UsageError
from rapport.protect.passwords import PACK
from rapport.protect.signs import asks_for_password

OPENED = "-ouvert"
"""In the name of a document, after its own."""


def run(arguments: argparse.Namespace) -> int:
    """Writes the file beside the protected one, which stays, and prints its name. Raises UsageError."""
    path, data = arguments.file, bytes_of(arguments.file)
    if not asks_for_password(data):
        raise UsageError(f"«\u00a0{path}\u00a0» ne demande pas de mot de passe")
    found = Unlocking(arguments.key).opened(path.name, data, PACK)
    if not found.data:
        raise UsageError(f"«\u00a0{path}\u00a0»\u00a0: {WRONG}")
    target = _target(path)
    if target.exists() and target.read_bytes() != found.data:
        raise UsageError(f"«\u00a0{target}\u00a0» existe déjà, et c’est un autre fichier")
    place(target, found.data)
    print(target)
    return 0


def _target(path: Path) -> Path:
    """`evian-g7-pack.zip` for a pack, `evian-g7-007-inde-brief-ouvert.pdf` for a copy."""
    name, locale = untongued(path.name)
    if name.endswith(PROTECTED):
        return path.with_name(file_name(name.removesuffix(PROTECTED), "-pack.zip", locale))
    return path.with_name(f"{path.stem}{OPENED}{path.suffix}")
