"""The records of tasks done, beside the copies: what a campaign taken up again need not do."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import file_digest
from heapq import merge
from importlib.metadata import version
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import msgspec

from rapport.pack.folder import CopyFolder
from rapport.pack.register import NAME as REGISTER
from rapport.pack.register import RegisterEntry
from rapport.project.campaign.task import CampaignTask, Shipment, TaskRecord
from rapport.project.circulation import PAGE, write_registers
from rapport.project.signing import Signer
from rapport.verify.campaign import FORMAT
from rapport.verify.pack import NAME as MANIFEST
from rapport.verify.pack import SIGNATURE
from rapport.writing import ASIDE, PRIVATE, aside_of, locked, remove, rename, write

CAMPAIGNS = "campaigns"
"""The folder of campaigns among the documents."""
FOLDER, KEY = ".tasks", "key"
ENDING = ".json"


def land(path: Path, *chunks: bytes | bytearray, mode: int = 0o666) -> None:
    """Writes a file whole or not at all, into a folder where nobody else writes it. Raises OSError."""
    aside = aside_of(path)
    try:
        write(aside, chunks, mode)
        rename(aside, path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


class Records:
    """The records of a campaign's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._own = folder / FOLDER

    def begin(self, briefings: Iterable[str]) -> None:
        """Makes the folders, and clears what a killed program has left half-written. Raises OSError."""
        for folder in (self._own, *(self.folder / key for key in briefings)):
            folder.mkdir(parents=True, exist_ok=True)
            for leftover in list(folder.glob(f".*{ASIDE}")):
                remove(leftover)

        if not (self._own / KEY).exists():
            land(self._own / KEY, self.key, mode=PRIVATE)

    @property
    def seen(self) -> bool:
        """Whether the folder is there: a worker of another machine may not see it."""
        return self._own.is_dir()

    @property
    def begun(self) -> bool:
        """Whether a task has been done here."""
        return self.seen and any(path.suffix == ENDING for path in self._own.iterdir())

    def forget(self, task: CampaignTask) -> None:
        """Removes the record of a task whose files are not as it says. Raises OSError."""
        remove(self._path(task.name))

    @cached_property
    def key(self) -> bytes:
        """A secret of this folder, with which passwords are told apart and not told. Raises OSError."""
        path = self._own / KEY
        return path.read_bytes() if path.exists() else secrets.token_bytes(32)

    def write(self, record: TaskRecord) -> None:
        """Says that a task is done, once its files are there. Raises OSError."""
        land(self._path(record.task), msgspec.json.encode(record))

    def of(self, task: str) -> TaskRecord | None:
        """The record of a task; None where it has none, or one that is damaged."""
        try:
            return msgspec.json.decode(self._path(task).read_bytes(), type=TaskRecord)
        except (OSError, msgspec.DecodeError):
            return None

    def is_done(self, task: CampaignTask) -> bool:
        """Whether a task has its record, and each of its files is as it was made."""
        record = self.of(task.name)
        return record is not None and all(self._is_whole(entry) for entry in record.entries)

    def path_of(self, entry: RegisterEntry) -> Path:
        """Where a copy lands: a folder for each briefing."""
        return self.folder / entry.briefing / entry.file

    def prune(self, tasks: Iterable[CampaignTask]) -> None:
        """Removes the records of tasks that are no longer in the plan. Raises OSError."""
        known = {f"{task.name}{ENDING}" for task in tasks} | {KEY}
        for path in [each for each in self._own.iterdir() if each.name not in known]:
            remove(path)

    def entries(self, tasks: Iterable[CampaignTask]) -> Iterator[RegisterEntry]:
        """The entries of some tasks, one record after the other. Raises OSError where one is gone."""
        for task in tasks:
            record = self.of(task.name)
            if record is None:
                raise FileNotFoundError(2, os.strerror(2), str(self._path(task.name)))
            yield from record.entries

    def _path(self, task: str) -> Path:
        return self._own / f"{task}{ENDING}"

    def _is_whole(self, entry: RegisterEntry) -> bool:
        try:
            with self.path_of(entry).open("rb") as file:
                return file_digest(file, "sha256").hexdigest() == entry.digest
        except OSError:
            return False


# The end of a campaign: the registers of each briefing and one manifest, the same bytes whoever did the tasks.

NUMBER = attrgetter("number")


class Closing:
    """Writes what tells of a campaign once all is done; nothing is held for each copy but its line."""

    def __init__(self, records: Records, shipment: Shipment, tasks: Sequence[CampaignTask]) -> None:
        self.records, self.shipment = records, shipment
        self._briefings = {key: tuple(each) for key, each in groupby(tasks, lambda task: task.variant.key)}

    def withdraw(self) -> None:
        """Removes registers and manifest, which would tell of what is being replaced. Raises OSError."""
        for path in (*self._registers(), *(self.records.folder / name for name in (MANIFEST, SIGNATURE))):
            if path.exists():
                remove(path)

    def write(self, name: str, signing: Signer | None) -> tuple[str, ...]:
        """Writes the registers, then the manifest, signed where a key is given; returns the files none of them lists.

        Raises OSError, where a file that a task made is no longer there too.
        """
        strangers: list[str] = []
        for key, tasks in self._briefings.items():
            with locked(self.records.folder / key):
                folder = CopyFolder(self.records.folder / key)
                copies = (tuple(each) for _, each in groupby(self._in_order(tasks), NUMBER))
                brief = self.shipment.editions[tasks[0].variant].brief
                write_registers(folder, brief, self.shipment.house.charter, copies)
                known = {entry.file for entry in self.records.entries(tasks)}
                strangers += [f"{key}/{file}" for file in folder.strangers() if file not in known]
        path = self.records.folder / MANIFEST
        land(path, manifest_of(name, self._listed()))
        if signing is not None:
            land(path.with_name(SIGNATURE), signing.manifest(path.read_bytes()))
        return tuple(strangers)

    def _in_order(self, tasks: Iterable[CampaignTask]) -> Iterator[RegisterEntry]:
        """The entries of a briefing by number, those of all its editions together."""
        editions = [tuple(each) for _, each in groupby(tasks, attrgetter("variant"))]
        return merge(*map(self.records.entries, editions), key=NUMBER)

    def _listed(self) -> Iterator[Mapping[str, object]]:
        for key, tasks in self._briefings.items():
            for entry in self._in_order(tasks):
                size = self.records.path_of(entry).stat().st_size
                yield {"name": f"{key}/{entry.file}", "sha256": entry.digest, "size": size}
        for path in self._registers():
            with path.open("rb") as file:
                digest = file_digest(file, "sha256").hexdigest()
            name = path.relative_to(self.records.folder).as_posix()
            yield {"name": name, "sha256": digest, "size": path.stat().st_size}

    def _registers(self) -> Iterator[Path]:
        yield from (self.records.folder / key / name for key in self._briefings for name in (REGISTER, PAGE))


def manifest_of(name: str, listed: Iterable[Mapping[str, object]]) -> bytes:
    """Canonical JSON, a file a line."""
    lines = (json.dumps(each, ensure_ascii=False, sort_keys=True) for each in listed)
    head = {"campaign": name, "format": FORMAT, "rapport": version("rapport")}
    files = ",\n  ".join(lines)
    begun = json.dumps(head, ensure_ascii=False, indent=1, sort_keys=True).removesuffix("\n}")
    return f'{begun},\n "files": [\n  {files}\n ]\n}}\n'.encode()
