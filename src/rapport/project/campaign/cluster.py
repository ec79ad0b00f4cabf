"""Workers of a cluster (Dask): the shipment travels to each once, tasks and what came of them are small."""

from __future__ import annotations

import contextlib
import logging
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from threading import Lock
from urllib.parse import urlsplit

from distributed import Client, Future, wait
from distributed.client import FutureCancelledError, FuturesCancelledError
from distributed.scheduler import KilledWorker

from rapport.project.campaign.task import CampaignTask, Shipment, TaskOutcome
from rapport.project.campaign.workshop import Workshop
from rapport.project.project import UsageError

AHEAD = 4
"""Tasks in hand for each thread of a worker: more than one, for each takes its way through the scheduler."""
PATIENCE = 10
"""Seconds to wait for the scheduler and for a first worker."""
LAST = 30
"""Seconds to wait, once interrupted, for what is in hand."""
PAUSE, SURE = 0.2, 2
"""Seconds between two looks at the workers, and how many times in a row none is at work."""
logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)  # what is wrong is told here, once
NEAR = ("127.0.0.1", "localhost", "::1")
KILLER = "elle a arrêté les travailleurs qui l’ont faite"


def check_address(address: str, shipment: Shipment) -> None:
    """A scheduler's address, where what protects copies may travel. Raises UsageError for another one."""
    parts = urlsplit(address)
    if parts.scheme not in ("tcp", "tls") or not parts.hostname:
        raise UsageError(f"--scheduler\u00a0: «\u00a0{address}\u00a0» n’est pas une adresse (tcp://machine:8786)")
    if shipment.protection is not None and parts.scheme != "tls" and parts.hostname not in NEAR:
        message = "mots de passe et clés n’y voyageraient pas à couvert\u00a0: donnez une adresse tls://"
        raise UsageError(f"--scheduler {address}\u00a0: {message}")


def on_cluster(shipment: Shipment, tasks: Sequence[CampaignTask], address: str) -> Generator[TaskOutcome, None, None]:
    """Does tasks on the workers of a scheduler. When closed, it waits for what is in hand, and asks for no more.

    Raises UsageError where nobody answers there, or no longer.
    """
    check_address(address, shipment)
    try:
        client = Client(address, timeout=PATIENCE, name="rapport campaign")
    except (OSError, ValueError) as error:
        raise UsageError(f"--scheduler {address}\u00a0: personne ne répond") from error
    try:
        with contextlib.suppress(TimeoutError):
            client.wait_for_workers(1, timeout=PATIENCE)
        if not client.scheduler_info(n_workers=-1)["workers"]:
            raise UsageError(f"--scheduler {address}\u00a0: aucun travailleur (dask worker {address})")
        yield from _Dispatch(client, shipment, tasks).outcomes()
    except (FutureCancelledError, FuturesCancelledError, OSError) as error:
        raise UsageError(
            f"--scheduler {address}\u00a0: l’ordonnanceur ou ses travailleurs ne répondent plus"
        ) from error
    finally:
        with contextlib.suppress(Exception):
            client.close(timeout=PATIENCE)


class _Dispatch:
    """Tasks on their way to the workers of a client, and back."""

    def __init__(self, client: Client, shipment: Shipment, tasks: Sequence[CampaignTask]) -> None:
        self.client, self.shipment = client, shipment
        self._waiting = deque(tasks)
        self._in_hand: dict[Future[TaskOutcome], CampaignTask] = {}

    def outcomes(self) -> Iterator[TaskOutcome]:
        [sent] = self.client.scatter([self.shipment], broadcast=True, hash=False)
        try:
            while self._waiting or self._in_hand:
                self._send(sent)
                done, _ = wait(list(self._in_hand), return_when="FIRST_COMPLETED")
                for future in done:
                    yield self._outcome(future)
                    del self._in_hand[future]
        finally:
            self._end()

    def _send(self, shipment: Future[Shipment]) -> None:
        room = AHEAD * max(1, sum(self.client.nthreads().values()))
        while self._waiting and len(self._in_hand) < room:
            task = self._waiting.popleft()
            future = self.client.submit(perform_with, shipment, task, key=task.name, pure=False)
            self._in_hand[future] = task

    def _outcome(self, future: Future[TaskOutcome]) -> TaskOutcome:
        name = self._in_hand[future].name
        if future.status == "cancelled":
            raise FutureCancelledError(future.key, "scheduler-connection-lost")
        error = future.exception()
        if isinstance(error, KilledWorker):
            return TaskOutcome(name, KILLER)
        outcome: TaskOutcome = future.result()
        return outcome

    def _end(self) -> None:
        """Cancels what has not begun and waits for what has: nobody writes once the folder is released."""
        if self.client.status != "running" or not self._in_hand:
            return
        with contextlib.suppress(Exception):
            self.client.cancel(list(self._in_hand))
            names = {task.name for task in self._in_hand.values()}
            idle, end = 0, time.monotonic() + LAST
            while idle < SURE and time.monotonic() < end:
                time.sleep(PAUSE)  # a task that was on its way begins, or does not
                idle = 0 if any(names.intersection(each) for each in self.client.run(at_work).values()) else idle + 1


# On a worker.


_known: list[tuple[Shipment, Workshop]] = []
_turn = Lock()
_at_work: set[str] = set()


def at_work() -> list[str]:
    """The tasks that this worker is at."""
    return sorted(_at_work)


def perform_with(shipment: Shipment, task: CampaignTask) -> TaskOutcome:
    """Does a task of a shipment; what was drawn for the task before is kept."""
    with _turn:
        if not _known or _known[0][0] is not shipment:
            _known[:] = [(shipment, Workshop(shipment))]
        workshop = _known[0][1]
        _at_work.add(task.name)
    try:
        return workshop.perform(task)
    finally:
        _at_work.discard(task.name)
