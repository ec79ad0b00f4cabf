"""Workers on this machine: processes of their own, replaced where one is killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection

from rapport.project.campaign.task import CampaignTask, Shipment, TaskOutcome
from rapport.project.campaign.workshop import Workshop

AHEAD = 2
"""Tasks in hand for each worker: one is done while the next one waits."""
KILLER = "le programme qui la faisait s’est arrêté deux fois\u00a0: mémoire insuffisante, ou arrêt par le système"
METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
"""How workers begin: four fifths of the time that "spawn" takes go into imports, which a server of forks does once."""

Tasks = Sequence[CampaignTask]


def in_processes(shipment: Shipment, tasks: Tasks, count: int) -> Generator[TaskOutcome, None, None]:
    """Does tasks in `count` processes, in this one where that is 1. When closed, it ends what is in hand, no more.

    Where a process is killed, what it may have been at is done again alone: a task that kills a second time is told.
    """
    if count == 1:
        workshop = Workshop(shipment)
        yield from map(workshop.perform, tasks)
        return
    left: Tasks = tasks
    while left:
        rest, suspects = yield from _together(shipment, left, count)
        for suspect in suspects:
            _, killers = yield from _together(shipment, (suspect,), 1)
            yield from (TaskOutcome(each.name, KILLER) for each in killers)
        left = rest


def _together(shipment: Shipment, tasks: Tasks, count: int) -> Generator[TaskOutcome, None, tuple[Tasks, Tasks]]:
    """Does tasks until all are done or a process is killed; returns those not begun, and those that were in hand."""
    context = multiprocessing.get_context(METHOD)
    if METHOD == "forkserver":
        context.set_forkserver_preload([Workshop.__module__])
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_begin, initargs=(shipment,))
    waiting, in_hand = deque(tasks), dict[Future[TaskOutcome], CampaignTask]()
    try:
        while waiting or in_hand:
            while waiting and len(in_hand) < AHEAD * count:
                in_hand[pool.submit(_perform, waiting[0])] = waiting[0]
                waiting.popleft()
            done, _ = wait(in_hand, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
                del in_hand[future]
    except BrokenProcessPool:
        return tuple(waiting), tuple(in_hand.values())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return (), ()


# In a worker's process.

_workshops: list[Workshop] = []


def _begin(shipment: Shipment) -> None:
    """Ctrl-C is for whoever began the campaign, who lets each worker end what it is at; nobody outlives him."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _workshops.append(Workshop(shipment))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _perform(task: CampaignTask) -> TaskOutcome:
    return _workshops[0].perform(task)
