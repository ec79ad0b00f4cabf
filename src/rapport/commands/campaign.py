"""`rapport campaign`: the copies of several briefings, in each language, for all recipients, by many workers."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import cast

from rapport.commands.diagnostics import project_of, show
from rapport.commands.unproved import refuse
from rapport.disk import alone, explained
from rapport.problem import ContentError, Problem, errors
from rapport.project.campaign.local import in_processes
from rapport.project.campaign.planning import Planning
from rapport.project.campaign.records import Closing
from rapport.project.campaign.task import CampaignTask, Shipment, TaskOutcome
from rapport.project.copies import prove_first_copies
from rapport.project.progress import Countdown, followed
from rapport.project.project import Project, UsageError, house_of, reading_of
from rapport.project.proofs import ProofError
from rapport.read.campaign import read_plan, unknown_briefings
from rapport.read.counting import counted
from rapport.verify.pack import NAME as MANIFEST

Outcomes = Generator[TaskOutcome, None, None]
SHOWN = 10
"""Tasks that could not be done, told one by one."""
FIRST_COPIES_FOLLOWED = partial(followed, noun="preuve des premiers exemplaires", few=1)


def run(arguments: argparse.Namespace) -> int:
    """Makes a campaign, or lists its tasks; nothing is written before plan, content and recipients are sound."""
    if arguments.scheduler and arguments.workers:
        raise UsageError("--workers ne va pas avec --scheduler\u00a0: les travailleurs sont les siens")
    planning = _planning(arguments.plan, project_of(arguments))
    tasks = planning.tasks()
    done = {task.name for task in tasks if planning.records.is_done(task)} if planning.records.begun else set()
    left = tuple(task for task in tasks if task.name not in done)
    if arguments.dry_run:
        return _listed(tasks, done)
    if planning.records.begun and not arguments.resume:
        state = f"{len(done)} tâches faites sur {len(tasks)}"
        message = f"la campagne y est commencée ({state})\u00a0: --resume la reprend, --output en commence une autre"
        raise UsageError(f"«\u00a0{planning.folder}\u00a0»\u00a0: {message}")
    shipment = planning.shipment()
    try:
        prove_first_copies(planning.receiving(left), FIRST_COPIES_FOLLOWED)
    except ProofError as error:
        return refuse(error, "aucun exemplaire n’est écrit")
    with alone(planning.folder, "une campagne", patience=0), explained(planning.folder):
        planning.records.begin(planning.plan.briefings)
        if planning.write_table():
            print(planning.table)
        ending = Closing(planning.records, shipment, tasks)
        if left:
            ending.withdraw()
            for task in left:
                planning.records.forget(task)
            _do(partial(_outcomes, shipment, left, arguments.scheduler, arguments.workers), left, len(done))
        planning.records.prune(tasks)
        _warn(ending.write(planning.name, planning.signing))
    print(planning.folder / MANIFEST)
    return 0


def _planning(file: Path, project: Project) -> Planning:
    """The plan, sound. Raises ContentError for the faults of plan, list and content, all at once; UsageError."""
    found = read_plan(file)
    if found.plan is None:
        raise ContentError(found.problems)
    reading = reading_of(project)
    unknown = tuple(unknown_briefings(found.plan, sorted(reading.content.briefings)))
    if unknown:
        raise ContentError((*found.problems, *reading.problems, *unknown))
    planning = Planning(project, house_of(project), found.plan, file)
    _say((*found.problems, *dict.fromkeys(planning.problems())))
    return planning


def _say(problems: Sequence[Problem]) -> None:
    """Shows warnings. Raises ContentError where one is more than that."""
    found = counted(problems)
    if errors(found):
        raise ContentError(found)
    show(found)


def _listed(tasks: Sequence[CampaignTask], done: set[str]) -> int:
    """Lists the tasks and what remains to be done."""
    for task in tasks:
        print(f"{'faite  ' if task.name in done else 'à faire'}  {task.label}")
    copies = sum(len(task.recipients) for task in tasks)
    print(f"{len(tasks)} tâches, dont {len(done)} faites\u00a0; {copies} exemplaires")
    return 0


def _do(begin: Callable[[], Outcomes], tasks: Sequence[CampaignTask], before: int) -> None:
    """Does the tasks. Raises UsageError where some could not be done, with their names."""
    left = {task.name: task for task in tasks}
    faults: list[tuple[CampaignTask, str]] = []
    try:
        with (
            Countdown("exemplaires", sum(len(task.recipients) for task in tasks)) as progress,
            closing(begin()) as outcomes,
        ):
            for outcome in outcomes:
                task = left.pop(outcome.task)
                faults += [(task, outcome.fault)] if outcome.fault else []
                progress.add(len(task.recipients))
                if outcome.fatal:
                    break
    finally:
        if left or faults:
            total = before + len(tasks)
            state = f"campagne inachevée\u00a0: {total - len(left) - len(faults)} tâches faites sur {total}"
            _tell(faults, f"{state}\u00a0; --resume la reprend")
    if faults:
        raise UsageError("des tâches n’ont pu être faites, dites ci-dessus")


def _tell(faults: Sequence[tuple[CampaignTask, str]], state: str) -> None:
    """Names tasks that could not be done, and says how far the campaign has come."""
    for task, fault in faults[:SHOWN]:
        print(f"{task.label}\u00a0: {fault}", file=sys.stderr)
    if len(faults) > SHOWN:
        print(f"    et {len(faults) - SHOWN}\u00a0autres tâches", file=sys.stderr)
    print(state, file=sys.stderr)


def _outcomes(
    shipment: Shipment, tasks: Sequence[CampaignTask], scheduler: str | None, workers: int | None
) -> Outcomes:
    """What comes of the tasks, in any order."""
    if scheduler:
        cluster = import_module("rapport.project.campaign.cluster")
        return cast("Outcomes", cluster.on_cluster(shipment, tasks, scheduler))
    return in_processes(shipment, tasks, min(workers or os.cpu_count() or 1, len(tasks)))


def _warn(strangers: Sequence[str]) -> None:
    """Files of an earlier list would be handed out by mistake; but they may have been already, so they are kept."""
    by_folder = Counter(name.partition("/")[0] for name in strangers)
    for folder, count in by_folder.items():
        print(f"hors registre, d’un plan antérieur\u00a0: {count} fichiers de «\u00a0{folder}\u00a0»", file=sys.stderr)
