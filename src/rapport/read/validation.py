"""Trees -> models: every fault of the schema becomes a located problem in French."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from rapport.model.content import KINDS
from rapport.model.located import ORIGIN_KEY, Located
from rapport.model.scalar import Scalar
from rapport.origin import Origin
from rapport.problem import MOST_OF_A_KIND, Problem
from rapport.read.counting import others
from rapport.read.meant import (
    CHOICES_MEANT,
    clock_meant,
    day_meant,
    did_you_mean,
    kind_meant,
    moment_meant,
    number_meant,
    unit_beside,
)
from rapport.read.yaml_nodes import LocatedDict, LocatedList, Tree
from rapport.read.yaml_syntax import repaired

Model = TypeVar("Model", bound=BaseModel)


def validate(
    model: type[Model], tree: Tree, place: Origin, written: Any = None
) -> tuple[Model | None, tuple[Problem, ...]]:
    """The model of a tree, or None and all its faults. `place` locates a tree that is not a mapping.

    `written` is the model as authors may write it, where that is not its mapping alone.
    """
    try:
        return (_shorthand(written).validate_python(tree) if written else model.model_validate(tree)), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
        filled = {each["loc"][:depth] for each in details for depth in range(len(each["loc"]))}
        return None, _told((each for each in details if not _is_consequence(each, filled)), tree, place)


@cache
def _shorthand(written: Any) -> TypeAdapter[Any]:
    return TypeAdapter(written)


def _is_consequence(details: ErrorDetails, filled: Container[tuple[int | str, ...]]) -> bool:
    """Whether a list only counts as too short because its elements are faulty."""
    return details["type"] == "too_short" and details["loc"] in filled


def _told(details: Iterable[ErrorDetails], tree: Tree, place: Origin) -> tuple[Problem, ...]:
    """The faults, those of one kind up to as many as anybody reads; the others are counted at the first of them."""
    kinds: dict[str, list[ErrorDetails]] = {}
    for each in details:
        kinds.setdefault(each["type"], []).append(each)
    told = []
    for found in kinds.values():
        told += [problem_of(each, tree, place) for each in found[:MOST_OF_A_KIND]]
        if len(found) > MOST_OF_A_KIND:
            first = problem_of(found[MOST_OF_A_KIND], tree, place)
            told.append(others(first, len(found) - MOST_OF_A_KIND))
    return tuple(told)


def problem_of(details: ErrorDetails, tree: Tree, place: Origin) -> Problem:
    """One fault of a schema, located and said in French."""
    unknown_key = details["type"] == "extra_forbidden"
    location = details["loc"]
    if location and location[-1] == "[key]":  # a key that is none of those admitted
        unknown_key, details = True, {**details, "type": "extra_forbidden"}
        location = location[:-1]
    node = _walk(location[:-1] if unknown_key else location, tree)
    key = _key(location, tree)
    origin = _origin(node, key) or place
    message, hint = _explain(details, node, key)
    return Problem(CODES.get(details["type"], details["type"].replace("_", "-")), message, origin, hint)


def _walk(location: Sequence[int | str], tree: Tree) -> Tree:
    """The deepest node on a path; steps that pydantic adds for unions are passed over."""
    node = tree
    for step in location:
        if isinstance(node, LocatedDict) and isinstance(node.get(str(step)), (LocatedDict, LocatedList, Scalar)):
            node = node[str(step)]
        elif isinstance(node, LocatedList) and isinstance(step, int) and step < len(node):
            node = node[step]
    return node


def _key(location: Sequence[int | str], tree: Tree) -> str:
    """The key of a fault: the last of its path, or the one as typed where a text stands for a mapping that holds it."""
    typed = location[:-1]
    if typed and location[-1] == "text" and isinstance(_walk(typed, tree), Scalar):
        return next((str(step) for step in reversed(typed) if isinstance(step, str)), "")
    return next((str(step) for step in reversed(location) if isinstance(step, str)), "")


def _origin(node: Tree, key: str) -> Origin | None:
    if isinstance(node, LocatedDict) and key in node.key_origins:
        return node.key_origins[key]
    return getattr(node, "origin", None)


CODES = {
    "missing": "key-missing",
    "extra_forbidden": "key-unknown",
    "literal_error": "choice-unknown",
    "too_short": "list-too-short",
    "too_long": "list-too-long",
    "tuple_type": "list-expected",
    "list_type": "list-expected",
    "dict_type": "mapping-expected",
    "model_type": "mapping-expected",
    "model_attributes_type": "mapping-expected",
}


def _explain(details: ErrorDetails, node: Tree, key: str) -> tuple[str, str]:
    context: dict[str, Any] = dict(details.get("ctx") or {})
    text = str(context.get("text", getattr(node, "text", "")))
    if isinstance(node, LocatedDict):
        context["typed"] = tuple(node)
    context["listed"] = isinstance(node, LocatedList)
    if details["type"] == "extra_forbidden":
        return f"clé inconnue\u00a0: «\u00a0{key}\u00a0»", did_you_mean(key, _known_keys(node))
    explain = EXPLANATIONS.get(details["type"])
    if explain is None:
        return f"valeur refusée pour «\u00a0{key}\u00a0»", details["msg"]
    return explain(key, text, context)


def _missing(key: str, _text: str, _context: dict[str, Any]) -> tuple[str, str]:
    return f"la clé «\u00a0{key}\u00a0» manque", f"ajoutez une ligne «\u00a0{key}: …\u00a0»"


def _choice(key: str, text: str, context: dict[str, Any]) -> tuple[str, str]:
    expected = str(context.get("expected", "")).replace(" or ", ", ").replace("'", "")
    meant = CHOICES_MEANT.get(text.casefold().removesuffix("s").removesuffix("e"))
    near = did_you_mean(meant or text, expected.split(", ")) if meant not in expected.split(", ") else ""
    near = near or (f"écrivez\u00a0: {key}: {meant}" if meant else "")
    return (
        f"«\u00a0{text}\u00a0» n’est pas une valeur de «\u00a0{key}\u00a0»",
        near or f"valeurs possibles\u00a0: {expected}",
    )


def _unquoted(_key: str, text: str, _context: dict[str, Any]) -> tuple[str, str]:
    return "ce texte doit être entre guillemets ou dans un bloc «\u00a0>-\u00a0»", f"écrivez\u00a0: {repaired(text)}"


def _number(key: str, text: str, _context: dict[str, Any]) -> tuple[str, str]:
    number, unit = number_meant(text), unit_beside(text)
    hint = f"écrivez\u00a0: {key}: {number}" + (f", et unit: {unit}" if unit and key in AMOUNTS else "")
    general = "écrivez le nombre en chiffres, avec un point\u00a0: 2_600_000_000 ou 5.8"
    return f"«\u00a0{text}\u00a0» n’est pas un nombre", hint if number else general


AMOUNTS = ("value", "low", "high")
"""Keys of numbers that have a unit beside them."""


def _date(key: str, text: str, _context: dict[str, Any]) -> tuple[str, str]:
    day = day_meant(text)
    general = "écrivez 2026, 2026-06, 2026-02-10, 2026-02-10T18:30, 2026-02-18/19, end-2027, early-2026 ou by-2030"
    return f"«\u00a0{text}\u00a0» n’est pas une date", f"écrivez\u00a0: {key}: {day}" if day else general


def _day(_key: str, text: str, _context: dict[str, Any]) -> tuple[str, str]:
    return f"«\u00a0{text}\u00a0» n’est pas un jour", "écrivez-le en entier\u00a0: 2026-02-10"


def _moment(key: str, text: str, _context: dict[str, Any]) -> tuple[str, str]:
    moment = moment_meant(text)
    hint = f'écrivez\u00a0: {key}: "{moment}"' if moment else "écrivez par exemple 2026-02-10T18:30"
    return f"«\u00a0{text}\u00a0» n’est pas un jour et une heure", hint


def _clock(key: str, text: str, _context: dict[str, Any]) -> tuple[str, str]:
    clock = clock_meant(text)
    hint = f'écrivez\u00a0: {key}: "{clock}"' if clock else "écrivez par exemple 09:30"
    return f"«\u00a0{text}\u00a0» n’est pas une heure", hint


def _unanswered(_key: str, _text: str, _context: dict[str, Any]) -> tuple[str, str]:
    return "cette question n’a pas une réponse et une seule", "donnez «\u00a0say\u00a0» (ou «\u00a0answer\u00a0»)"


def _empty(key: str, _text: str, _context: dict[str, Any]) -> tuple[str, str]:
    hint = (
        "écrivez ce texte (après «\u00a0>-\u00a0», en retrait sous la clé), ou retirez la clé si elle est facultative"
    )
    return f"«\u00a0{key}\u00a0» est vide", hint


def _too_few(key: str, _text: str, context: dict[str, Any]) -> tuple[str, str]:
    least, found = int(context["min_length"]), int(context["actual_length"])
    if not found:
        return f"la liste «\u00a0{key}\u00a0» est vide", "donnez-lui un élément, ou retirez-la"
    return f"«\u00a0{key}\u00a0» a {found} élément{'s' if found > 1 else ''}", f"il en faut {least} au moins"


def _too_many(key: str, _text: str, context: dict[str, Any]) -> tuple[str, str]:
    return f"«\u00a0{key}\u00a0» a {context['actual_length']} éléments", f"{context['max_length']} au plus"


def _truth(_key: str, text: str, _context: dict[str, Any]) -> tuple[str, str]:
    return f"«\u00a0{text}\u00a0» n’est ni vrai ni faux", "écrivez true ou false"


def _list(key: str, _text: str, _context: dict[str, Any]) -> tuple[str, str]:
    return (
        f"une liste est attendue pour «\u00a0{key}\u00a0»",
        "commencez chaque élément par un tiret\u00a0: «\u00a0-\u00a0»",
    )


def _mapping(key: str, text: str, context: dict[str, Any]) -> tuple[str, str]:
    place = f"pour «\u00a0{key}\u00a0»" if key else "ici"
    names = _needed(str(context.get("class_name", "")))
    first = "[…]" if context.get("listed") else f'"{text}"' if text else "…"
    typed = ", ".join(f"{name}: {'…' if place else first}" for place, name in enumerate(names))
    hint = f"écrivez\u00a0: {key}: {{{typed}}}" if key else f"écrivez\u00a0: {{{typed}}}"
    return f"des lignes «\u00a0clé: valeur\u00a0» sont attendues {place}", hint if names else ""


def _needed(model: str) -> tuple[str, ...]:
    """The keys that a model, by its name, cannot be without."""
    fields = next((each.model_fields for each in _models() if each.__name__ == model), {})
    return tuple(field.alias or name for name, field in fields.items() if field.is_required() and name != ORIGIN_KEY)


def _word(key: str, _text: str, _context: dict[str, Any]) -> tuple[str, str]:
    return f"un mot est attendu pour «\u00a0{key}\u00a0»", ""


def _prose(key: str, _text: str, _context: dict[str, Any]) -> tuple[str, str]:
    return f"un texte est attendu pour «\u00a0{key}\u00a0»", 'écrivez-le entre guillemets\u00a0: "…"'


def _block(_key: str, _text: str, context: dict[str, Any]) -> tuple[str, str]:
    typed, kind = kind_meant(context.get("typed", ()))
    if kind:
        return f"«\u00a0{typed}\u00a0» n’est pas un type de bloc", f"vouliez-vous dire «\u00a0{kind}\u00a0»\u202f?"
    return "ce bloc n’est d’aucun type connu", f"types de blocs\u00a0: {', '.join(KINDS)}"


EXPLANATIONS = {
    "missing": _missing,
    "literal_error": _choice,
    "prose-unquoted": _unquoted,
    "prose-expected": _prose,
    "word-expected": _word,
    "number-expected": _number,
    "date-expected": _date,
    "day-expected": _day,
    "moment-expected": _moment,
    "question-unanswered": _unanswered,
    "clock-expected": _clock,
    "text-empty": _empty,
    "too_short": _too_few,
    "too_long": _too_many,
    "truth-expected": _truth,
    "tuple_type": _list,
    "list_type": _list,
    "dict_type": _mapping,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "block-unknown": _block,
}


def _known_keys(node: Tree) -> tuple[str, ...]:
    """The keys of the model that a mapping looks like: the one that knows most of its keys."""
    typed = set(node) if isinstance(node, dict) else set()
    return max(map(_keys, _models()), key=lambda keys: len(typed.intersection(keys)), default=())


def _models() -> list[type[BaseModel]]:
    """The models of what authors write, those that are loaded, in order of name."""
    pending: list[type[BaseModel]] = list(Located.__subclasses__())
    models: dict[str, type[BaseModel]] = {}
    while pending:
        model = pending.pop()
        pending += model.__subclasses__()
        models[model.__name__] = model
    return [model for _name, model in sorted(models.items())]


@cache
def _keys(model: type[BaseModel]) -> tuple[str, ...]:
    names = (field.alias or name for name, field in model.model_fields.items())
    return tuple(sorted(name for name in names if name != ORIGIN_KEY))
