"""What a campaign costs: plain, protected and rebuilt copies, each beside the bare work that it cannot do without.

    python benchmarks/campaign.py [--copies N] [--protected N] [--rebuilt N] [--memory N]

Ways that are compared take turns in one run. What one process does is counted in its CPU time, so that others at work
do not count; what two do, in seconds that pass: that is worth measuring on a machine that does nothing else, whose load
is printed. There, the CPU time that two workers took beside that of one says what they could do at best. The engine's
cost is that of tasks for nobody, in a pool of two processes and on a cluster of two, beside a bare pool's.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

import pikepdf
from benchmarks.copies import recipient
from msgspec.structs import replace
from msoffcrypto.format.ooxml import OOXMLFile

from rapport.project.campaign.local import METHOD, in_processes
from rapport.project.campaign.records import Closing, Records
from rapport.project.campaign.task import CampaignTask, Shipment, task_of
from rapport.project.composition import compose
from rapport.project.copies import Copies
from rapport.project.editions import Variant
from rapport.project.project import Project, house_of, reading_of
from rapport.project.protection import Protection
from rapport.protect.passwords import generated

try:
    import distributed
    import psutil

    from rapport.project.campaign.cluster import on_cluster
except ModuleNotFoundError:
    distributed = psutil = None

ROOT = Path(__file__).parents[1]
KEY = "evian-g7"
ROUNDS = 3
EMPTY = 1_000
"""Tasks for nobody."""


def shipment(folder: Path, words: int = 0, *, rebuilt: bool = False) -> Shipment:
    """What copies of this project's briefing are made of; `words` is how many of them have a password."""
    project = Project(ROOT / "content", ROOT / "assets")
    house = house_of(project)
    made = compose(reading_of(project).content, KEY, house, "draft").to_draw()
    protection = Protection({number: generated() for number in range(1, words + 1)}) if words else None
    return Shipment(version("rapport"), str(folder), house, {Variant(KEY): made}, rebuilt, protection)


def tasks(count: int, size: int) -> tuple[CampaignTask, ...]:
    """Tasks of some size for so many recipients."""
    left = map(recipient, range(count))
    found = []
    while batch := tuple(islice(left, size)):
        found.append(task_of("bench", Variant(KEY), batch, {}))
    return tuple(found)


def begun(sent: Shipment, folder: Path) -> Shipment:
    """The same into a folder that is ready."""
    Records(folder).begin([KEY])
    return replace(sent, folder=str(folder))


def campaign(sent: Shipment, planned: Sequence[CampaignTask], workers: int = 1) -> Callable[[Path], None]:
    """Makes a campaign as the command does, registers and manifest included."""

    def run(folder: Path) -> None:
        ready = begun(sent, folder)
        for outcome in in_processes(ready, planned, workers):
            if outcome.fault:
                raise RuntimeError(outcome.fault)
        Closing(Records(folder), ready, planned).write("bench", None)

    return run


def plain_writing(data: Sequence[bytes], count: int) -> Callable[[Path], None]:
    """Writes files of the same sizes and nothing else."""

    def write(folder: Path) -> None:
        for index in range(count):
            for kind, each in enumerate(data):
                (folder / f"{index}-{kind}").write_bytes(each)

    return write


def bare_encryption(pdf: bytes, deck: bytes, words: Sequence[str]) -> Callable[[Path], None]:
    """Encrypts the same documents with the libraries alone, and writes them."""

    def run(folder: Path) -> None:
        for index, word in enumerate(words):
            with pikepdf.open(io.BytesIO(pdf)) as file:
                lock = pikepdf.Encryption(user=word, owner=f"{word}!", R=6)
                file.save(folder / f"{index}.pdf", encryption=lock)
            target = io.BytesIO()
            OOXMLFile(io.BytesIO(deck)).encrypt(word, target)
            (folder / f"{index}.pptx").write_bytes(target.getvalue())

    return run


def timed(*works: Callable[[Path], None], clock: Callable[[], float] = process_time) -> tuple[float, ...]:
    """Seconds of each in the middle one of some rounds, by how the last compares with the first; they take turns."""
    rounds = [tuple(once(work, clock) for work in works) for _ in range(ROUNDS)]
    return sorted(rounds, key=lambda seconds: seconds[-1] / seconds[0])[ROUNDS // 2]


def once(work: Callable[[Path], None], clock: Callable[[], float] = process_time) -> float:
    """Seconds of one round."""
    with tempfile.TemporaryDirectory(dir=ROOT / "output") as folder:
        start = clock()
        work(Path(folder))
        return clock() - start


def cpu_of_workers(sent: Shipment, planned: Sequence[CampaignTask], workers: int) -> float:
    """CPU seconds that the workers of a campaign took, their beginning included."""
    spent: dict[int, float] = {}

    def run(folder: Path) -> None:
        for _ in in_processes(begun(sent, folder), planned, workers):
            for each in psutil.Process().children(recursive=True):
                spent[each.pid] = sum(each.cpu_times()[:2])

    once(run)
    return sum(spent.values())


def nothing(number: int) -> int:
    """A task of a bare pool."""
    return number


def bare_pool(_folder: Path) -> None:
    """As many tasks for nobody in a pool that does nothing else."""
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(METHOD)) as pool:
        for future in [pool.submit(nothing, number) for number in range(EMPTY)]:
            future.result()


def for_nobody() -> tuple[CampaignTask, ...]:
    """Tasks without a copy, of which the engine's own work is left: sending, recording, telling."""
    return tuple(CampaignTask(f"{number:064x}", Variant(KEY), ()) for number in range(EMPTY))


def on_two(sent: Shipment) -> Callable[[Path], None]:
    """The engine's own work in two processes."""

    def run(folder: Path) -> None:
        for outcome in in_processes(begun(sent, folder), for_nobody(), 2):
            assert not outcome.fault

    return run


def on_dask(sent: Shipment, address: str) -> Callable[[Path], None]:
    """The engine's own work on a cluster."""

    def run(folder: Path) -> None:
        for outcome in on_cluster(begun(sent, folder), for_nobody(), address):
            assert not outcome.fault

    return run


def largest_memory(count: int) -> float:
    """Mebibytes of a process that makes so many copies."""
    command = [sys.executable, "-m", "benchmarks.campaign", "--show-memory", str(count)]
    return float(subprocess.run(command, capture_output=True, check=True, text=True, cwd=ROOT).stdout)


def show_memory(count: int) -> None:
    """What `largest_memory` reads."""
    once(lambda folder: campaign(shipment(folder), tasks(count, 50))(folder))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def row(name: str, seconds: float, count: int, said: str = "") -> None:
    """A line of the table."""
    print(f"{name:44} {seconds:8.2f} s  {seconds / count * 1e3:9.3f} ms each  {said}", flush=True)


def main(counts: argparse.Namespace) -> None:
    """Print the table."""
    load = os.getloadavg()[0]
    print(f"load {load:.1f} on {os.cpu_count()} processors{', others were at work' if load > 0.5 else ''}")
    plainly = shipment(Path())
    ready = Copies(plainly.editions[Variant(KEY)], plainly.house)
    documents = tuple(copy.data for _, copy in ready.of(recipient(0), ready.stamp(recipient(0))))
    copies_rows(counts, plainly, documents)
    engine_rows(plainly)
    rebuilt_rows(counts.rebuilt)
    for number in (100, counts.memory) if counts.memory else ():
        print(f"memory, {number:6} copies {largest_memory(number):14.1f} MiB", flush=True)


def copies_rows(counts: argparse.Namespace, plainly: Shipment, documents: tuple[bytes, ...]) -> None:
    """Copies that are stamped, in one process: what the first one costs, which draws the documents, and the others."""
    count, first = counts.copies, campaign(plainly, tasks(1, 1))
    bare, drawn, ours = timed(plain_writing(documents, count), first, campaign(plainly, tasks(count, 50)))
    row("documents drawn, a campaign of one copy", drawn, 1)
    row("two files of a copy, written plainly", bare, count)
    share = (ours - drawn) / bare
    row("a campaign of plain copies, drawing aside", ours - drawn, count, f"×{share:.2f}  (promised: 2)")
    count = counts.protected
    guarded, words = shipment(Path(), count), [generated() for _ in range(count)]
    bare, ours = timed(bare_encryption(*documents, words), campaign(guarded, tasks(count, 10)))
    row("encrypted by pikepdf and msoffcrypto alone", bare, count)
    share = (ours - drawn) / bare
    row("a campaign of protected copies, drawing aside", ours - drawn, count, f"×{share:.2f}  (promised: 1.5)")


def cpu_of(work: Callable[[Path], None]) -> float:
    """CPU seconds of this process and of all that it began, which are looked at while they live."""
    spent: dict[int, float] = {}
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.05):
            for each in psutil.Process().children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    spent[each.pid] = sum(each.cpu_times()[:2])

    watching = threading.Thread(target=watch)
    watching.start()
    own = once(work)
    ended.set()
    watching.join()
    return own + sum(spent.values())


def engine_rows(plainly: Shipment) -> None:
    """What the engine costs for each task, wherever it is done."""
    bare, ours = timed(bare_pool, on_two(plainly), clock=perf_counter)
    row("tasks for nobody, a bare pool of two", bare, EMPTY)
    row("tasks for nobody, two processes", ours, EMPTY, f"+{(ours - bare) / EMPTY * 1e3:.2f} ms  (promised: 5)")
    if psutil is not None:
        extra = (cpu_of(on_two(plainly)) - cpu_of(bare_pool)) / EMPTY * 1e3
        print(f"the same in CPU time {'':35} +{extra:.2f} ms each  (promised: 5)", flush=True)
    if distributed is not None:
        with distributed.LocalCluster(2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:
            bare, ours = timed(bare_pool, on_dask(plainly, cluster.scheduler_address), clock=perf_counter)
        row("tasks for nobody, a cluster of two", ours, EMPTY, f"+{(ours - bare) / EMPTY * 1e3:.2f} ms  (promised: 5)")


def rebuilt_rows(count: int) -> None:
    """Copies drawn anew by one worker and by two."""
    anew, planned = shipment(Path(), rebuilt=True), tasks(count, 4)
    two, one = timed(campaign(anew, planned, 2), campaign(anew, planned), clock=perf_counter)
    row("rebuilt copies, one worker", one, count)
    row("rebuilt copies, two workers", two, count, f"{one / two:.2f} times as fast  (promised: 1.7)")
    if psutil is not None:
        alone, together = once(campaign(anew, planned)), cpu_of_workers(anew, planned, 2)
        row("the same in CPU time, one worker", alone, count)
        row("the same in CPU time, two workers", together, count, f"at best {2 * alone / together:.2f} times as fast")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="What a campaign costs.")
    parser.add_argument("--copies", type=int, default=1_000)
    parser.add_argument("--protected", type=int, default=100)
    parser.add_argument("--rebuilt", type=int, default=40)
    parser.add_argument("--memory", type=int, default=2_000)
    parser.add_argument("--show-memory", type=int, default=0)
    given = parser.parse_args()
    if given.show_memory:
        show_memory(given.show_memory)
    else:
        main(given)
