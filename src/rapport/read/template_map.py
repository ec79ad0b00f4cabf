"""The map of a template, a YAML file beside it: which of its layouts serves what, each entry with its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from rapport.look.house import ROLES
from rapport.origin import Origin
from rapport.problem import ContentError, Problem
from rapport.read.charter.charter import values
from rapport.read.validation import problem_of
from rapport.read.yaml_nodes import LocatedDict, Tree, read_text, read_yaml

PLACES = ("drop", "first", "last")


class WrittenMap(Struct, frozen=True):
    """The map as authors type it: roles and keys of slides -> layouts, numbers of the template's slides -> places."""

    roles: Mapping[str, str] = {}
    slides: Mapping[str, str] = {}
    kept: Mapping[str, str] = {}
    charter: Literal["own", "from-template"] = "own"


class MapEntry(Struct, frozen=True):
    """One line of the map."""

    key: str
    value: str
    origin: Origin


class TemplateMap(Struct, frozen=True):
    """The map with the places of its lines; empty where there is none."""

    roles: tuple[MapEntry, ...] = ()
    slides: tuple[MapEntry, ...] = ()
    kept: tuple[MapEntry, ...] = ()
    from_template: bool = False


def map_file(template: Path) -> Path:
    """Where the map of a template stands."""
    return template.with_suffix(".yaml")


def read_map(template: Path) -> TemplateMap:
    """The map beside a template. Raises ContentError with every fault found."""
    file = map_file(template)
    if not file.is_file():
        return TemplateMap()
    text, problems = read_text(file, file.name)
    _raise_if_any(problems)
    tree, problems = read_yaml(file.name, text or "")
    _raise_if_any(problems)
    if tree is None or tree == "":
        return TemplateMap()
    written, faults = values(WrittenMap, tree)
    place = Origin(file.name)
    if written is None:
        whole = ({**details, "loc": details["loc"] or ("map",)} for details in faults)
        raise ContentError(problem_of(details, tree, place) for details in whole)  # type: ignore[arg-type]
    roles, slides, kept = (_entries(tree, name, getattr(written, name)) for name in ("roles", "slides", "kept"))
    _raise_if_any((*_unknown_roles(roles), *_unknown_places(kept)))
    return TemplateMap(roles, slides, kept, written.charter == "from-template")


def _entries(tree: Tree, name: str, found: Mapping[str, str]) -> tuple[MapEntry, ...]:
    node = tree.get(name) if isinstance(tree, LocatedDict) else None
    origins = node.key_origins if isinstance(node, LocatedDict) else {}
    return tuple(MapEntry(key, value, origins.get(key, Origin(""))) for key, value in found.items())


def _unknown_roles(roles: tuple[MapEntry, ...]) -> list[Problem]:
    return [
        Problem(
            "template-role",
            f"rôle inconnu\u00a0: «\u00a0{each.key}\u00a0»",
            each.origin,
            f"au choix\u00a0: {', '.join(ROLES)}",
        )
        for each in roles
        if each.key not in ROLES
    ]


def _unknown_places(kept: tuple[MapEntry, ...]) -> list[Problem]:
    hint = f"au choix\u00a0: {', '.join(PLACES)} (retirée, avant ou après celles du document)"
    return [
        Problem("template-kept", f"place inconnue\u00a0: «\u00a0{each.value}\u00a0»", each.origin, hint)
        for each in kept
        if each.value not in PLACES
    ]


def _raise_if_any(problems: list[Problem] | tuple[Problem, ...]) -> None:
    if problems:
        raise ContentError(sorted(problems, key=lambda problem: problem.origin))
