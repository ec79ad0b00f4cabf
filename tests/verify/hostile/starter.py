"""Reads one file in a process of its own, begun by a small one: its peak of memory is its own, not the suite's."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.queues import SimpleQueue

import pytest
from msgspec import Struct

from rapport.formats.unreadable import UnreadableError

READERS = ("rapport.verify.accessibility.table", "rapport.verify.deck_linter.linter", "rapport.verify.trace")
PATIENCE = 120
"""Seconds on the clock after which a reading has not ended, on however busy a machine."""


class Reading(Struct, frozen=True):
    """What was said of a file, the seconds of processor it took, and the peak of memory in KiB."""

    said: str
    seconds: float
    memory: int


def read_apart(read: Callable[[bytes], None], data: bytes) -> Reading | None:
    """Reads a file as `read` does; None where it did not end."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(READERS))
    answer: SimpleQueue[Reading] = context.SimpleQueue()
    child = context.Process(target=_measure, args=(read, data, answer))
    child.start()
    child.join(PATIENCE)
    if child.is_alive():
        child.kill()
    return None if answer.empty() else answer.get()


def _measure(read: Callable[[bytes], None], data: bytes, answer: SimpleQueue[Reading]) -> None:
    resource = pytest.importorskip("resource")
    start = time.process_time()
    try:
        read(data)
        said = ""
    except UnreadableError as error:
        said = str(error)
    except BaseException as error:
        said = f"!! {error!r}"
    answer.put(Reading(said, time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
