"""The charter file, of the project or of the program where it has none: one value, or every fault at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from msgspec.structs import replace
from pydantic_core import ErrorDetails

from rapport.look.charter import Charter
from rapport.origin import Origin
from rapport.problem import ContentError, Problem
from rapport.read.charter.checks import CharterFault, charter_faults
from rapport.read.charter.values import values
from rapport.read.files import read_text
from rapport.read.validation import problem_of
from rapport.read.yaml.nodes import LocatedDict, Tree, read_yaml

# The charter that comes with the program, for projects that have none of their own.


def default_charter() -> Path:
    """Its file."""
    return Path(str(files("rapport.read.charter") / "default.yaml"))


KIN = {
    "measured": "achieved",
    "in-progress": "planned",
    "provisional": "estimated",
    "adopted": "planned",
    "projected": "estimated",
}
"""Statuses that a charter may leave out, and those whose looks they then take."""
UNKNOWN_KEY = "retirez-la, ou corrigez-la d’après la charte fournie avec le programme"


def read_charter(file: Path) -> Charter:
    """The charter of a YAML file.

    Raises ContentError with every fault found: those of the YAML, else all faults of form, else all broken rules.
    """
    name = f"{file.resolve().parent.name}/{file.name}"
    text, problems = read_text(file, name)
    _raise_if_any(problems)
    tree, problems = read_yaml(name, text or "")
    _raise_if_any(problems)
    charter = _charter(tree, Origin(name))
    faults = (*charter_faults(charter), *_missing_files(charter, file.parent))
    _raise_if_any(Problem(fault.code, fault.message, _place(tree, fault.path), fault.hint) for fault in faults)
    return charter


def _charter(tree: Tree, place: Origin) -> Charter:
    charter, faults = values(Charter, tree)
    if charter is None:
        raise ContentError(_problem(details, tree, place) for details in faults)
    looks = charter.statuses
    kin = {status: looks[known] for status, known in KIN.items() if status not in looks and known in looks}
    return replace(charter, statuses={**looks, **kin})


def _problem(details: ErrorDetails, tree: Tree, place: Origin) -> Problem:
    """A fault of form in the author's words."""
    problem = problem_of({**details, "loc": details["loc"] or ("charter",)}, tree, place)
    return replace(problem, hint=UNKNOWN_KEY) if details["type"] == "extra_forbidden" else problem


def _missing_files(charter: Charter, folder: Path) -> Iterator[CharterFault]:
    """A logo and a folder of faces that are named are there."""
    logo, faces = charter.organisation.logo, charter.font.folder
    hint = "rangez-le à côté de la charte"
    if logo and not (folder / logo).is_file():
        yield CharterFault(
            ("organisation", "logo"), "charter-logo", f"logo introuvable\u00a0: «\u00a0{logo}\u00a0»", hint
        )
    if faces and not (folder / faces).is_dir():
        yield CharterFault(
            ("font", "folder"), "charter-font", f"dossier introuvable\u00a0: «\u00a0{faces}\u00a0»", hint
        )


def _place(tree: LocatedDict, path: Iterable[str]) -> Origin:
    """Where the last key of a path is written, or the nearest key above it."""
    origin = tree.origin
    node: Tree = tree
    for key in path:
        if not isinstance(node, LocatedDict) or key not in node.key_origins:
            break
        origin, node = node.key_origins[key], node[key]
    return origin


def _raise_if_any(problems: Iterable[Problem]) -> None:
    found = sorted(problems, key=lambda problem: problem.origin)
    if found:
        raise ContentError(found)
