"""Where a task is done, on whatever machine: copies are made, protected, landed, and the task's record written."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock

from rapport.disk import refused
from rapport.pack.register import RegisterEntry
from rapport.project.campaign.records import Records, land
from rapport.project.campaign.task import CampaignTask, Shipment, TaskOutcome, TaskRecord
from rapport.project.circulation import deliver
from rapport.project.copies import Copies
from rapport.project.editions import Variant
from rapport.project.project import UsageError

HOPELESS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""What the system refuses one task, and would all others: a full disk, one that is not to be written."""


class Workshop:
    """Does tasks of one shipment, one at a time; documents that copies are made of are drawn once."""

    def __init__(self, shipment: Shipment) -> None:
        self.shipment = shipment
        self._records = Records(Path(shipment.folder))
        self._copies = cache(self._made)
        self._alone = Lock()  # a worker of a cluster may have several threads; our libraries are used from one

    def perform(self, task: CampaignTask) -> TaskOutcome:
        """Makes the copies of a task and says so; what keeps it from being done is told, not raised."""
        fault = self._unfit()
        if fault:
            return TaskOutcome(task.name, fault, fatal=True)
        try:
            with self._alone:
                if self._records.of(task.name) is None:
                    self._records.write(TaskRecord(task.name, tuple(self._entries(task))))
        except OSError as error:
            return TaskOutcome(task.name, str(refused(error, Path(self.shipment.folder))), error.errno in HOPELESS)
        except UsageError as error:
            return TaskOutcome(task.name, str(error))
        return TaskOutcome(task.name)

    def _entries(self, task: CampaignTask) -> Iterator[RegisterEntry]:
        copies = self._copies(task.variant)
        folder = _Landing(Path(self.shipment.folder) / task.variant.key)
        for recipient in task.recipients:
            yield from deliver(folder, copies, recipient, self.shipment.protection)

    def _made(self, variant: Variant) -> Copies:
        return Copies(self.shipment.editions[variant], self.shipment.house, rebuilt=self.shipment.rebuilt)

    def _unfit(self) -> str:
        """Why this worker cannot work for the campaign; empty where it can."""
        own = version("rapport")
        if own != self.shipment.program:
            return f"un travailleur a la version {own} du programme, la campagne la {self.shipment.program}"
        if not self._records.seen:
            return f"un travailleur ne voit pas le répertoire «\u00a0{self.shipment.folder}\u00a0»"
        return ""


class _Landing:
    """The folder of a briefing's copies, as they are put there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, chunks: Sequence[bytes | bytearray]) -> bool:
        land(self._folder / name, *chunks)
        return True
