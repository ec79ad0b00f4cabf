"""A small project with a campaign of its copies, run as its author would, and what stops one on its way."""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
from msgspec import Struct

from briefing_tree import project
from rapport.pack.press import Copy

REBUILT = "briefings: [evian]\nrecipients: liste.csv\ncopies: rebuilt\n"
PATIENCE = 120
"""Seconds: a busy machine is slow, and nothing here waits in vain."""


def table(count: int) -> str:
    """A list of recipients of three audiences."""
    audiences = ("interne", "partenaires", "presse")
    rows = (f"Délégation {number};{audiences[number % 3]}" for number in range(count))
    return "\n".join(("nom;public visé", *rows)) + "\n"


class Scene(Struct, frozen=True):
    """A project, its list of recipients and a plan in a folder."""

    folder: Path

    @classmethod
    def of(cls, folder: Path, plan: str = REBUILT, recipients: str = table(30)) -> Scene:
        project(folder)
        (folder / "liste.csv").write_text(recipients, encoding="utf-8")
        (folder / "plan.yaml").write_text(plan, encoding="utf-8")
        return cls(folder)

    def words(self, *options: str, output: str = "output") -> list[str]:
        """The command line of the campaign."""
        places = project_options(self.folder, output)
        return ["campaign", str(self.folder / "plan.yaml"), *places, *options]

    def made(self, output: str = "output") -> Path:
        return self.folder / output / "campaigns" / "plan"

    def begin(self, *options: str, output: str = "output") -> subprocess.Popen[str]:
        """The campaign in a process group of its own; files take what it says, which an orphan would keep open."""
        words = [sys.executable, "-m", "rapport", *self.words(*options, output=output)]
        with (self.folder / "said.txt").open("w", encoding="utf-8") as said:
            return subprocess.Popen(words, stdout=said, stderr=said, text=True, start_new_session=True)

    @property
    def said(self) -> str:
        return (self.folder / "said.txt").read_text(encoding="utf-8")

    def done(self, output: str = "output") -> list[str]:
        """The tasks that have their record."""
        return sorted(path.name for path in (self.made(output) / ".tasks").glob("*.json"))


def project_options(folder: Path, output: str) -> list[str]:
    assets = Path(__file__).parents[1] / "assets"
    return ["--content", str(folder / "content"), "--assets", str(assets), "--output", str(folder / output)]


def files(folder: Path) -> dict[str, str]:
    """What is handed out, by name, with its digest."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".tasks" not in path.parts)
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def until(true: Callable[[], object], what: str) -> None:
    """Waits for something that will be so."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.02)


def workers(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """The processes that do the tasks of a campaign: the leaves below it that are no helper of Python's."""
    found = psutil.Process(process.pid).children(recursive=True)
    parents = {each.ppid() for each in found}
    return [each for each in found if each.pid not in parents and "resource_tracker" not in " ".join(each.cmdline())]


def ended(process: subprocess.Popen[str]) -> int:
    return process.wait(PATIENCE)


@contextlib.contextmanager
def cluster(folder: Path, port: int) -> Iterator[Cluster]:
    """A scheduler and two workers of Dask on this machine, ended by their own numbers."""
    made = Cluster(folder, port, [])
    try:
        made.start("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-show")
        for _ in range(2):
            made.start("worker", made.address, "--nthreads", "1", "--local-directory", str(folder / "dask"))
        yield made
    finally:
        for process in made.processes:
            process.terminate()
        for process in made.processes:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(20)
            process.kill()


class Cluster(Struct, frozen=True):
    """The processes of a cluster, its scheduler first."""

    folder: Path
    port: int
    processes: list[subprocess.Popen[bytes]]

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def start(self, *words: str) -> None:
        dask = str(Path(sys.executable).with_name("dask"))
        with (self.folder / f"dask-{self.port}-{len(self.processes)}.log").open("wb") as log:
            self.processes.append(
                subprocess.Popen([dask, *words, "--no-dashboard"], stdout=log, stderr=log, start_new_session=True)
            )

    def workers(self) -> list[psutil.Process]:
        """The processes that do tasks, below the nannies that watch them."""
        found = [each for nanny in self.processes[1:] for each in psutil.Process(nanny.pid).children(recursive=True)]
        return [each for each in found if "spawn_main" in " ".join(each.cmdline())]


class Deadly(Struct, frozen=True):
    """A protection that kills whoever protects a copy of some number."""

    number: int

    def sealed(self, number: int, _name: str, copy: Copy) -> Copy:
        if number == self.number:
            os.kill(os.getpid(), signal.SIGKILL)
        return copy

    def shut(self, _name: str, data: bytes) -> bytes:
        return data
