"""The records of tasks done, beside the copies: what a campaign taken up again need not do."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import file_digest
from pathlib import Path

import msgspec

from rapport.pack.register import RegisterEntry
from rapport.project.campaign.task import CampaignTask, TaskRecord
from rapport.writing import ASIDE, PRIVATE, aside_of, remove, rename, write

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
