"""The program for programs: what the commands do, as functions that print nothing and write nothing.

The README shows them at work.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from rapport.model.content import Content
from rapport.pack.manifest import archive
from rapport.problem import ContentError, Problem, errors
from rapport.project.composition import compose, compose_to_read, prepare, problems_of
from rapport.project.documents import documents
from rapport.project.editions import edition_for
from rapport.project.enclosures import Packing, packed_files
from rapport.project.project import Project, UsageError, chosen, house_of, reading_of
from rapport.project.proofs import ProofError, Prover, prove_all
from rapport.read.content import Reading
from rapport.resolve.edition import Release
from rapport.verify.report import Verification

__all__ = [
    "Content",
    "ContentError",
    "Problem",
    "Project",
    "ProofError",
    "Reading",
    "Release",
    "UsageError",
    "Verification",
    "build",
    "check",
    "pack",
    "read",
    "verify",
]


def read(project: Project) -> Reading:
    """Read the content, with every problem of its files. Raises UsageError where `now` is no date."""
    return reading_of(project)


def check(project: Project, briefings: Sequence[str] = (), release: Release = "draft") -> tuple[Problem, ...]:
    """Return all problems of the briefings (all by default), in order of place, as `rapport check` tells them.

    Raises UsageError for an unknown briefing, ContentError for a faulty charter.
    """
    reading = reading_of(project)
    if errors(reading.problems):
        return reading.problems
    house = house_of(project)
    keys = chosen(reading.content, briefings)
    content = edition_for(reading.content, keys, project.audience)
    made = (compose_to_read(content, key, house, release) for key in keys)
    problems = {*reading.problems, *chain.from_iterable(problems_of(each, house) for each in made)}
    return tuple(sorted(problems, key=lambda problem: (problem.origin, problem.code, problem.message)))


def build(project: Project, briefing: str, release: Release = "draft") -> dict[str, bytes]:
    """Draw the brief and the deck of a briefing; the bytes of each by file name.

    Raises ContentError where faults keep it from being drawn, UsageError for an unknown briefing.
    """
    prepared = prepare(project, (briefing,), release)
    (made,) = prepared.compositions
    return {name: artefact.data for name, artefact in documents(made, prepared.house).items()}


def pack(project: Project, briefing: str, release: Release = "draft") -> bytes:
    """Make the pack of a briefing: its documents, their proof and the manifest, as one zip archive.

    Raises ContentError, UsageError, and ProofError where a document does not say what the content does.
    """
    reading = reading_of(project)
    house = house_of(project)
    if errors(reading.problems):
        raise ContentError(reading.problems)
    (key,) = chosen(reading.content, (briefing,))
    made = compose(edition_for(reading.content, (key,), project.audience), key, house, release)
    problems = problems_of(made, house, handed_out=True)
    if errors(problems):
        raise ContentError(problems)
    return archive(packed_files(Packing(made, house), made.named("-pack.zip")))


def verify(
    project: Project, briefing: str, files: Mapping[str, bytes], release: Release = "draft"
) -> tuple[Verification, ...]:
    """Prove documents of a briefing, given by file name, against what the content says; one verification for each.

    The brief and the deck, where both are given, are held against each other too.
    """
    prepared = prepare(project, (briefing,), release)
    (made,) = prepared.compositions
    return tuple(prove_all(files, Prover(made)))
