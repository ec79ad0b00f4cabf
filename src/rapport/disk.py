"""Files appear whole or not at all, and a file edited by hand is never overwritten."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from rapport.language.system_errors import refusal
from rapport.project.project import UsageError

RECORD = ".written.json"
"""Beside the documents: the SHA-256 of each file as it was last written."""


class Kept(Struct, frozen=True):
    """A file that differed from what was last written: its name, and the name it is kept under."""

    name: str
    kept_as: Path


def write_all(folder: Path, files: Mapping[str, bytes]) -> tuple[Kept, ...]:
    """Writes files into a folder: first all aside, then each renamed into place; returns what was kept.

    Raises UsageError, in French, where the folder cannot be written, the disk is full or a file is locked; nothing is
    then left half-written.
    """
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        record = _record(folder)
        aside = _write_aside(folder, files)
        try:
            _try_all(folder, files)
            kept = tuple(_keep(folder / name, data, record) for name, data in files.items())
            for name, path in aside.items():
                with explained(folder / name):
                    path.replace(folder / name)
        finally:
            for path in aside.values():
                path.unlink(missing_ok=True)
        _write_record(folder, {**record, **{name: _digest(data) for name, data in files.items()}})
    return tuple(item for item in kept if item is not None)


def _try_all(folder: Path, names: Iterable[str]) -> None:
    """Opens every file that will be replaced: where one is locked, none is replaced."""
    for path in (folder / name for name in names):
        if path.exists():
            with explained(path):
                path.open("r+b").close()


def is_as_written(path: Path) -> bool:
    """Whether a file is what was last written there, as far as is known."""
    return _digest(path.read_bytes()) == _record(path.parent).get(path.name)


def write_one(path: Path, data: bytes) -> None:
    """Writes one file whole or not at all; a pipe or a device is written to, not replaced.

    Raises UsageError as `write_all` does.
    """
    with explained(path):
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = _write_aside(path.parent, {path.name: data})[path.name]
        try:
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)


def _write_aside(folder: Path, files: Mapping[str, bytes]) -> dict[str, Path]:
    aside = {name: folder / f".{name}.{os.getpid()}.tmp" for name in files}
    try:
        for name, data in files.items():
            aside[name].write_bytes(data)
    except BaseException:
        for path in aside.values():
            path.unlink(missing_ok=True)
        raise
    return aside


def _keep(path: Path, data: bytes, record: Mapping[str, str]) -> Kept | None:
    """Puts a file that someone has changed beside the new one."""
    if not path.exists():
        return None
    digest = _digest(path.read_bytes())
    if digest in (record.get(path.name), _digest(data)):
        return None
    kept = next(_free_names(path))
    path.replace(kept)
    return Kept(path.name, kept)


def _free_names(path: Path) -> Iterator[Path]:
    number = 0
    while True:
        number += 1
        candidate = path.with_name(f"{path.stem}.edited-{number}{path.suffix}")
        if not candidate.exists():
            yield candidate


def _record(folder: Path) -> dict[str, str]:
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(digest) for name, digest in record.items()} if isinstance(record, dict) else {}


def _write_record(folder: Path, record: Mapping[str, str]) -> None:
    data = json.dumps(record, indent=1, sort_keys=True).encode() + b"\n"
    aside = _write_aside(folder, {RECORD: data})[RECORD]
    aside.replace(folder / RECORD)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what the operating system refuses into one clear line."""
    try:
        yield
    except OSError as error:
        raise UsageError(_reason(error, path)) from error


def _reason(error: OSError, path: Path) -> str:
    name = Path(error.filename2 or error.filename or path).name
    if error.errno == errno.ENOSPC:
        return "le disque est plein\u00a0: aucun document n’a été remplacé"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY):
        return (
            f"écriture refusée\u00a0: «\u00a0{name}\u00a0» (fermez le fichier dans PowerPoint, ou vérifiez vos droits)"
        )
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return f"«\u00a0{_in_the_way(path)}\u00a0» n’est pas un dossier"
    return f"écriture impossible\u00a0: «\u00a0{name}\u00a0» ({refusal(error)})"


def _in_the_way(path: Path) -> Path:
    """The file that stands where a folder of the path should be."""
    return next((place for place in (path, *path.parents) if place.is_file()), path)
