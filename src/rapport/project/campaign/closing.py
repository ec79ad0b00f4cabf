"""The end of a campaign: the registers of each briefing and one manifest, the same bytes whoever did the tasks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import file_digest
from heapq import merge
from importlib.metadata import version
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from rapport.pack.folder import CopyFolder
from rapport.pack.register import NAME as REGISTER
from rapport.pack.register import RegisterEntry
from rapport.project.campaign.records import Records, land
from rapport.project.campaign.task import CampaignTask, Shipment
from rapport.project.circulation import PAGE, write_registers
from rapport.project.signing import Signer
from rapport.verify.campaign import FORMAT
from rapport.verify.pack import NAME as MANIFEST
from rapport.verify.pack import SIGNATURE
from rapport.writing import locked, remove

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
