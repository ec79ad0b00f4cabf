"""`rapport watch`: builds at each save and says in a line what came of it."""

from __future__ import annotations

import argparse
import asyncio
import io
import sys
import time
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from pathlib import Path

from rapport.commands import build
from rapport.commands.diagnostics import projects_of, show, summary
from rapport.preview.watching import saves
from rapport.problem import ContentError
from rapport.project.beside import Beside
from rapport.project.drafting import draft
from rapport.project.project import Project, UsageError

SHOWN = 10
"""Faults shown at a time: more would push the first one off the screen."""


def run(arguments: argparse.Namespace) -> int:
    """Builds now and at each save, until Ctrl-C, which is its ordinary end. Raises UsageError for a missing folder."""
    if not arguments.content.is_dir():
        raise UsageError(
            f"répertoire introuvable\u00a0: «\u00a0{arguments.content}\u00a0» (commencez\u00a0: rapport new NOM)"
        )
    with suppress(KeyboardInterrupt):
        asyncio.run(_follow(projects_of(arguments), arguments.briefings))
    print("Suivi arrêté.", file=sys.stderr)
    return 0


async def _follow(projects: Sequence[Project], briefings: Sequence[str]) -> None:
    folders = tuple(folder.absolute() for folder in (projects[0].content, projects[0].assets))
    async for saved in saves(folders, asyncio.Event()):
        await asyncio.to_thread(_built, projects, briefings, _named(saved.paths))


def _named(paths: frozenset[Path]) -> str:
    """The files saved, few of them by name."""
    names = sorted(path.name for path in paths)
    return ", ".join(names) if len(names) < 4 else f"{len(names)}\u00a0fichiers"


def _built(projects: Sequence[Project], briefings: Sequence[str], saved: str) -> None:
    """One build and its line on standard output; faults go to standard error, as those of `build` do.

    While a file is no YAML, the documents of the last build stay.
    """
    start = time.perf_counter()
    cause = f"{saved}\u00a0: " if saved else ""
    try:
        every = [draft(project, briefings, readable=True) for project in projects]
        warnings = tuple(dict.fromkeys(problem for prepared in every for problem in prepared.warnings))
        show(warnings[:SHOWN])
        with redirect_stdout(io.StringIO()):  # the names of the documents do not change
            for prepared in every:
                build.write(prepared, projects[0].output, Beside())
    except ContentError as error:
        show(error.problems[:SHOWN])
        outcome = f"{summary(error.problems)}, documents inchangés"
    except UsageError as error:
        outcome = str(error)
    else:
        seconds = f"{time.perf_counter() - start:.1f}".replace(".", ",")
        told = f", {summary(warnings)}" if warnings else ""
        outcome = f"produit en {seconds}\u00a0s{told}"
    print(f"{cause}{outcome}", flush=True)
