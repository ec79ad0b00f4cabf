"""The charter's file, read whole: one value, or every fault at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from rapport.look.charter import Charter
from rapport.origin import Origin
from rapport.problem import ContentError, Problem
from rapport.read.charter_checks import Fault, charter_faults

Path = tuple[str, ...]
"""The keys (and numbers, in lists) that lead to a value."""

HINTS: Mapping[str, str] = {
    "missing": "la charte fournie avec le programme donne toutes les clés",
    "unexpected_keyword_argument": "corrigez la clé ou retirez-la",
}

MESSAGES: Mapping[str, str] = {
    "missing": "clé absente : « {key} »",
    "unexpected_keyword_argument": "clé inconnue : « {key} »",
    "literal_error": "valeur refusée ; sont admises : {expected}",
    "finite_number": "nombre fini attendu",
    "string_type": "texte attendu, entre guillemets au besoin",
}
"""What pydantic's kinds of fault are called to authors; the rest are faults of type."""

EXPECTED: Mapping[str, str] = {
    "float": "nombre attendu",
    "int": "nombre entier attendu",
    "bool": "« true » ou « false » attendu",
    "tuple": "liste attendue",
    "dataclass": "groupe de clés attendu",
    "mapping": "groupe de clés attendu",
}


class _File(BaseModel):
    """Wraps the charter so that no key goes unknown and no number is infinite."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, frozen=True)
    charter: Charter


def read_charter(file: FilePath) -> Charter:
    """The charter of a YAML file.

    Raises ContentError with every fault found: the first fault of syntax, else all faults of form, else all broken rules.
    """
    name = f"{file.parent.name}/{file.name}"
    root = _compose(file, name)
    places = {path: Origin(name, mark.line + 1, mark.column + 1) for path, mark in _places(root, ())}
    _raise_if_any(list(_repeated(root, name)))
    try:
        charter = _File.model_validate({"charter": yaml.SafeLoader.construct_document(yaml.SafeLoader(""), root)}).charter
    except ValidationError as error:
        faults = [_fault(detail) for detail in error.errors()]
    else:
        faults = [*charter_faults(charter), *_missing_logo(charter, file.parent)]
    _raise_if_any([_problem(fault, places, name) for fault in faults])
    return charter


def _compose(file: FilePath, name: str) -> yaml.Node:
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except FileNotFoundError:
        hint = "l’option --assets désigne le dossier qui contient la charte"
        raise ContentError([Problem("charter-missing", "charte introuvable", Origin(name), hint)]) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        origin = Origin(name, mark.line + 1, mark.column + 1) if mark else Origin(name)
        raise ContentError([Problem("yaml-syntax", "la syntaxe YAML est fautive ici", origin)]) from error
    return root or yaml.MappingNode("tag:yaml.org,2002:map", [])


def _places(node: yaml.Node, path: Path) -> Iterator[tuple[Path, yaml.Mark]]:
    """Where each value is written, that of a mapping at its key."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, str(key.value)), key.start_mark
            yield from _places(value, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield (*path, str(index)), value.start_mark


def _repeated(node: yaml.Node, name: str) -> Iterator[Problem]:
    """PyYAML keeps the last of two equal keys and says nothing."""
    if not isinstance(node, yaml.MappingNode):
        return
    seen: set[str] = set()
    for key, value in node.value:
        if key.value in seen:
            origin = Origin(name, key.start_mark.line + 1, key.start_mark.column + 1)
            yield Problem("key-repeated", f"clé donnée deux fois : « {key.value} »", origin, "gardez l’une des deux")
        seen.add(key.value)
        yield from _repeated(value, name)


def _fault(detail: Mapping[str, Any]) -> Fault:
    """One of pydantic's error details in the author's words."""
    kind = str(detail["type"])
    path = tuple(str(step) for step in detail["loc"][1:])
    message = MESSAGES.get(kind) or EXPECTED.get(kind.partition("_")[0], "valeur refusée")
    expected = str(detail.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", " ou ")
    message = message.format(key=path[-1] if path else "", expected=expected)
    return Fault(path, "charter-form", message, HINTS.get(kind, ""))


def _missing_logo(charter: Charter, folder: FilePath) -> Iterator[Fault]:
    """A logo that is named is there."""
    logo = charter.organisation.logo
    if logo and not (folder / logo).is_file():
        yield Fault(("organisation", "logo"), "charter-logo", f"logo introuvable : « {logo} »", "rangez-le à côté de la charte")


def _problem(fault: Fault, places: Mapping[Path, Origin], name: str) -> Problem:
    """The fault at its place, or at that of the nearest key above."""
    path = fault.path
    while path and path not in places:
        path = path[:-1]
    return Problem(fault.code, fault.message, places.get(path, Origin(name)), fault.hint)


def _raise_if_any(problems: list[Problem]) -> None:
    if problems:
        raise ContentError(sorted(problems, key=lambda problem: problem.origin))
