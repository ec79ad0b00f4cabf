"""`rapport check`: every fault of the content at once, what does not fit on its slide included."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from itertools import chain

from msgspec import Struct

from rapport.commands.diagnostics import project_of, release_of, show, show_json, summary
from rapport.language.dates import WORDS_A_MINUTE, write_duration
from rapport.language.locales import FRENCH
from rapport.problem import ContentError, Problem, Severity, errors
from rapport.project.composition import compose_to_read, concerning, problems_of
from rapport.project.drafting import UNDRAWABLE, mended
from rapport.project.editions import edition_for, narrower_editions
from rapport.project.project import Project, chosen, house_of, reading_of
from rapport.read.counting import counted
from rapport.read.translations.translated import Progress, progress
from rapport.remembered import Remembered
from rapport.resolve.edition import Release
from rapport.review.open_points import open_points
from rapport.review.talk import Talk, talk_of


def run(arguments: argparse.Namespace) -> int:
    """Shows the problems; 1 where there are faults, 0 where there are none or only warnings."""
    return report(found(project_of(arguments), arguments.briefings, release_of(arguments)), arguments.format)


class Found(Struct, frozen=True):
    """All problems, in order of place; by briefing, how long its deck takes to be spoken, how far it is translated."""

    problems: tuple[Problem, ...]
    talks: Mapping[str, Talk] = {}
    translations: Mapping[str, Progress] = {}


def report(found: Found, form: str) -> int:
    """Shows problems as lines, with their count and the lengths of the talks, or as JSON; returns the exit code."""
    if form == "json":
        show_json(found.problems)
    else:
        show(found.problems, sys.stdout)
        print(summary(found.problems))
        for key, talk in found.talks.items():
            print(_spoken(key, talk))
        for key, progress in found.translations.items():
            print(_translated(key, progress))
    return int(errors(found.problems))


def _spoken(key: str, talk: Talk) -> str:
    minutes = write_duration(talk.minutes, FRENCH)
    words = f"{talk.words}\u00a0mots à {WORDS_A_MINUTE} par minute"
    return f"{key}\u00a0: {talk.slides}\u00a0diapositives, {minutes} à voix haute ({words})"


def _translated(key: str, progress: Progress) -> str:
    missing = f"{progress.missing}\u00a0à traduire" if progress.missing else "tous traduits"
    return f"{key}\u00a0: {progress.texts}\u00a0textes, {missing}"


def found(project: Project, briefings: Sequence[str], release: Release) -> Found:
    """What there is to say of the content; faults of its texts and of its slides come together."""
    reading = reading_of(project)
    try:
        house = house_of(project)
    except ContentError as error:
        return Found((*reading.problems, *error.problems))
    try:
        whole = mended(reading)
        keys = chosen(whole, briefings) if whole.briefings else ()
        content = edition_for(whole, keys, project.audience)
        memory = Remembered()  # most sections are the same to all audiences
        made = {key: compose_to_read(content, key, house, release, memory) for key in keys}
        others = narrower_editions(whole, keys, project.audience)
        narrower = [compose_to_read(seen, key, house, release, memory) for seen in others for key in seen.briefings]
        composed = [problems_of(each, house, memory=memory) for each in (*made.values(), *narrower)]
    except UNDRAWABLE:
        if not reading.faulty:
            raise
        return Found(reading.problems)
    severity: Severity = "error" if release == "final" else "warning"
    open_ = () if reading.faulty else (open_points(content, key, (), severity) for key in keys)
    read = concerning(reading.problems, whole, briefings)
    problems = {*read, *chain.from_iterable(composed), *chain.from_iterable(open_)}
    ordered = sorted(problems, key=lambda problem: (problem.origin, problem.code, problem.message))
    talks = {} if reading.faulty else {key: talk_of(each.plan) for key, each in made.items()}
    translations = {key: progress(whole, key) for key in keys if key in whole.translations}
    return Found(counted(ordered), talks, translations)
