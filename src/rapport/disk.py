"""Files appear whole or not at all, and a file edited by hand is never overwritten."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from rapport.language.system_errors import refusal
from rapport.project.project import UsageError
from rapport.writing import (
    PUBLIC,
    ChangedError,
    LockedError,
    aside_of,
    before_of,
    leftovers,
    locked,
    remove,
    rename,
    restore,
    swap,
    write,
)

RECORD = ".written.json"
"""Beside the documents: the SHA-256 of each file as it was last written; two of them while it is being replaced."""
PATIENCE = 5.0
"""Seconds to wait for another command to end its writing, which takes a fraction of one."""


class KeptFile(Struct, frozen=True):
    """A file that differed from what was last written: its name, and the name it is kept under."""

    name: str
    kept_as: Path


class Rewriting(Struct, frozen=True):
    """What a file is to hold, and the bytes that it held when this was made of it."""

    old: bytes
    new: bytes


def write_all(folder: Path, files: Mapping[str, bytes], done: int = 0) -> tuple[KeptFile, ...]:
    """Writes files into a folder: first all aside, then each renamed into place; returns what was kept.

    `done` is how many documents the same command has replaced before, for what is said where this one is refused.

    Wherever it is killed, each file is whole, the old or the new, and none is taken for edited by hand.
    Raises UsageError, in French, where the folder cannot be written, the disk is full or a file is locked.
    """
    with alone(folder, "des documents"), explained(folder, done):
        record = _record(folder)
        rescued = _rescue(folder, files, record)
        with _aside({folder / name: data for name, data in files.items()}) as aside:
            _try_all(aside)
            expected = {name: f"{record.get(name, '')} {_digest(data)}".strip() for name, data in files.items()}
            _write_record(folder, {**record, **expected})
            kept = _replace(aside, {**record, **expected}, done)
        with contextlib.suppress(UsageError):  # what is recorded already says as much
            _write_record(folder, {**record, **{name: _digest(data) for name, data in files.items()}})
    return (*rescued, *kept)


@contextlib.contextmanager
def alone(folder: Path, what: str, patience: float = PATIENCE) -> Iterator[None]:
    """A folder, made if need be, for this program alone. Raises UsageError where another one writes `what` there."""
    with contextlib.ExitStack() as held:
        with explained(folder):
            folder.mkdir(parents=True, exist_ok=True)
            try:
                held.enter_context(locked(folder, patience))
            except LockedError:
                message = f"une autre commande y écrit {what}\u00a0; attendez qu’elle ait fini"
                raise UsageError(f"«\u00a0{folder}\u00a0»\u00a0: {message}") from None
        yield


def _try_all(paths: Iterable[Path]) -> None:
    """Opens every file that will be replaced: where one is locked, none is replaced."""
    for path in paths:
        if path.exists():
            with explained(path):
                path.open("r+b").close()


def _replace(aside: Mapping[Path, Path], record: Mapping[str, str], done: int) -> tuple[KeptFile, ...]:
    """Gives all files their names or none; what somebody has changed goes beside it."""
    replaced: dict[Path, Path | None] = {}
    try:
        for path, new in aside.items():
            with explained(path, done):
                replaced[path] = swap(new, path)
    except BaseException:
        for path in replaced:
            restore(path)
        raise
    return tuple(kept for path, before in replaced.items() if before for kept in _settle(path, before, record))


def _rescue(folder: Path, names: Iterable[str], record: Mapping[str, str]) -> list[KeptFile]:
    """What a killed program had replaced and not yet looked at."""
    paths = ((folder / name, before_of(folder / name)) for name in names)
    return [kept for path, before in paths if before.exists() for kept in _settle(path, before, record)]


def _settle(path: Path, before: Path, record: Mapping[str, str]) -> list[KeptFile]:
    """Removes what stood at a path, or puts it beside what stands there now where nobody else has written it."""
    digest = _digest(before.read_bytes())
    if digest in record.get(path.name, "").split() or (path.exists() and digest == _digest(path.read_bytes())):
        remove(before)
        return []
    kept = next(_free_names(path))
    rename(before, kept)
    return [KeptFile(path.name, kept)]


def is_as_written(path: Path) -> bool:
    """Whether a file is what was last written there, as far as is known."""
    return _digest(path.read_bytes()) in _record(path.parent).get(path.name, "").split()


def write_one(path: Path, data: bytes) -> None:
    """Writes one file whole or not at all; a pipe or a device is written to, not replaced.

    Raises UsageError as `write_all` does.
    """
    if path.exists() and not path.is_file():
        with explained(path):
            path.write_bytes(data)
        return
    with alone(path.parent, "un fichier"):
        place(path, data)


def place(path: Path, data: bytes, mode: int = PUBLIC) -> None:
    """Writes one file into a folder that this program holds. Raises UsageError."""
    with explained(path), _aside({path: data}, mode) as aside:
        rename(aside[path], path)


def rewrite(folder: Path, files: Mapping[Path, Rewriting]) -> None:
    """Rewrites files of a folder and the folders in it: none where one has changed or cannot be written.

    Raises UsageError; killed between two files, it leaves each whole.
    """
    with alone(folder, "aussi"), explained(folder), _aside({path: each.new for path, each in files.items()}) as aside:
        _try_all(aside)
        for path, each in files.items():
            if path.read_bytes() != each.old:
                raise _changed(path, 0)
        for done, (path, new) in enumerate(aside.items()):
            with explained(path, done):
                try:
                    rename(new, path, files[path].old)
                except ChangedError:
                    raise _changed(path, done) from None


def _changed(path: Path, done: int) -> UsageError:
    after = f"\u00a0; {_replaced(done)}" if done else ""
    return UsageError(f"«\u00a0{path.name}\u00a0» vient de changer\u00a0: recommencez{after}")


@contextlib.contextmanager
def _aside(files: Mapping[Path, bytes], mode: int = PUBLIC) -> Iterator[Mapping[Path, Path]]:
    """The files written under temporary names; any not renamed by the end are removed."""
    aside = {path: aside_of(path) for path in files}
    try:
        for path, data in files.items():
            for leftover in leftovers(path):
                remove(leftover)
            write(aside[path], (data,), mode)
        yield aside
    finally:
        for path in aside.values():
            path.unlink(missing_ok=True)


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
    place(folder / RECORD, json.dumps(record, indent=1, sort_keys=True).encode() + b"\n")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@contextlib.contextmanager
def explained(path: Path, done: int = 0) -> Iterator[None]:
    """Turns what the operating system refuses into one clear line; `done` files had been replaced before."""
    try:
        yield
    except OSError as error:
        raise refused(error, path, done) from error


def refused(error: OSError, path: Path, done: int = 0) -> UsageError:
    """What the operating system refuses in one clear line, and how many files had been replaced before."""
    after = f"\u00a0; {_replaced(done)}" if done else ""
    name = Path(error.filename2 or error.filename or path).name
    if error.errno == errno.ENOSPC:
        return UsageError(f"le disque est plein\u00a0: {_replaced(done)}")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY):
        hint = "fermez le fichier dans PowerPoint, ou vérifiez vos droits"
        return UsageError(f"écriture refusée\u00a0: «\u00a0{name}\u00a0» ({hint}){after}")
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return UsageError(f"«\u00a0{_in_the_way(path)}\u00a0» n’est pas un répertoire{after}")
    return UsageError(f"écriture impossible\u00a0: «\u00a0{name}\u00a0» ({refusal(error)}){after}")


def _replaced(done: int) -> str:
    match done:
        case 0:
            return "aucun document n’a été remplacé"
        case 1:
            return "un document a été remplacé"
        case _:
            return f"{done} documents ont été remplacés"


def _in_the_way(path: Path) -> Path:
    """The file that stands where a folder of the path should be."""
    return next((place for place in (path, *path.parents) if place.is_file()), path)
