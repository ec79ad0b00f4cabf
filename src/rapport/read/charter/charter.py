"""The charter file, of the project or of the program where it has none: one value, or every fault at its place.

Structs of plain numbers, words and choices need no more than this; faults are those that content has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

from msgspec import Struct
from msgspec.structs import FieldInfo, asdict, fields, replace
from pydantic_core import ErrorDetails, PydanticCustomError

from rapport.look.charter import Charter
from rapport.look.grid import Grid
from rapport.look.palette import HEX, weak_pairs
from rapport.model.fact import STATUSES
from rapport.model.scalar import as_number, as_truth, as_word, fault
from rapport.origin import Origin
from rapport.problem import ContentError, Problem
from rapport.read.validation import problem_of
from rapport.read.yaml_nodes import LocatedDict, LocatedList, Tree, paths, read_text, read_yaml

PRINT_MINIMUM = 8.5
"""Smallest size on the pages of a brief, in points."""

SOURCE_ROLES = frozenset({"source", "footer", "folio", "notes"})
"""Roles of a deck that no audience reads from afar."""


class CharterFault(Struct, frozen=True):
    """A rule broken at a place of the charter, given as the keys that lead to it."""

    path: tuple[str, ...]
    code: str
    message: str
    hint: str = ""


def charter_faults(charter: Charter) -> Iterator[CharterFault]:
    """Every rule the charter breaks; none for a sound charter."""
    for check in CHECKS:
        yield from check(charter)


def _colours(charter: Charter) -> Iterator[CharterFault]:
    """A colour is written #RRGGBB, for PDF, slides and web alike."""
    for role, value in asdict(charter.palette).items():
        if not HEX.fullmatch(value):
            hint = 'écrivez six chiffres hexadécimaux entre guillemets\u00a0: "#0B5A4C"'
            yield CharterFault(
                ("palette", role), "charter-colour", f"«\u00a0{value}\u00a0» n’est pas une couleur", hint
            )


def _contrast(charter: Charter) -> Iterator[CharterFault]:
    """Text and marks are seen by weak eyes and on poor projectors (WCAG 2.2, 1.4.3 and 1.4.11)."""
    if any(_colours(charter)):
        return
    for pair in weak_pairs(charter.palette):
        ratio = f"contraste de {_comma(pair.ratio)}, sous {_comma(pair.minimum)}"
        message = f"«\u00a0{pair.front}\u00a0» sur «\u00a0{pair.ground}\u00a0»\u00a0: {ratio}"
        yield CharterFault(("palette", pair.front), "charter-contrast", message, "éloignez les deux couleurs en clarté")


def _print_sizes(charter: Charter) -> Iterator[CharterFault]:
    """Nothing on paper is smaller than 8.5 points."""
    for role, style in asdict(charter.brief.type).items():
        if style.size < PRINT_MINIMUM:
            yield _too_small(("brief", "type", role, "size"), style.size, PRINT_MINIMUM)


def _slide_sizes(charter: Charter) -> Iterator[CharterFault]:
    """Nothing on a slide is smaller than the charter's own limits."""
    limits = charter.deck.limits
    for role, style in asdict(charter.deck.type).items():
        minimum = limits.min_source if role in SOURCE_ROLES else limits.min_text
        if style.size < minimum:
            yield _too_small(("deck", "type", role, "size"), style.size, minimum)


def _grids(charter: Charter) -> Iterator[CharterFault]:
    """A grid leaves room for content between its margins."""
    grids: tuple[tuple[str, Grid], ...] = (("brief", charter.brief.grid), ("deck", charter.deck.grid))
    for medium, grid in grids:
        if grid.columns < 1 or grid.cells.width <= 0:
            yield CharterFault((medium, "grid", "columns"), "charter-grid", "les colonnes n’ont pas de largeur")
        if not grid.content_top < grid.content_bottom <= grid.height:
            yield CharterFault((medium, "grid", "content_bottom"), "charter-grid", "le contenu n’a pas de hauteur")


def _labelling_columns(charter: Charter) -> Iterator[CharterFault]:
    """The margin column and the title leave at least one column, and take at least one."""
    brief, deck = charter.brief.grid, charter.deck.grid
    if not 1 <= brief.margin_columns < brief.columns:
        message = "la colonne de marge ne laisse pas de place au texte"
        yield CharterFault(("brief", "grid", "margin_columns"), "charter-grid", message)
    if not 1 <= deck.title_columns <= deck.columns:
        yield CharterFault(("deck", "grid", "title_columns"), "charter-grid", "le titre déborde de la grille")


def _bar_shares(charter: Charter) -> Iterator[CharterFault]:
    """A bar takes part of its category, not more."""
    for medium, chart in (("brief", charter.brief.chart), ("deck", charter.deck.chart)):
        if not 0 < chart.bar_share <= 1:
            yield CharterFault(
                (medium, "chart", "bar_share"), "charter-share", "la part d’une barre se donne entre 0 et 1"
            )


def _statuses(charter: Charter) -> Iterator[CharterFault]:
    """Every status a fact can have is recognised by a sign."""
    for status in STATUSES:
        if status not in charter.statuses:
            message = f"le statut «\u00a0{status}\u00a0» n’a pas de signe"
            hint = f"ajoutez un groupe «\u00a0{status}\u00a0» avec ses clés sign et bar"
            yield CharterFault(("statuses",), "charter-status", message, hint)


def _too_small(path: tuple[str, ...], size: float, minimum: float) -> CharterFault:
    message = f"corps de {_comma(size)} points, trop petit pour être lu"
    return CharterFault(path, "charter-size", message, f"{_comma(minimum)} points au moins")


def _comma(value: float) -> str:
    """At most two decimals, cut and not rounded: 4.496 must not read as the 4.5 it fails to reach."""
    return f"{int(value * 100 + 1e-9) / 100:g}".replace(".", ",")


CHECKS: tuple[Callable[[Charter], Iterator[CharterFault]], ...] = (
    _colours,
    _contrast,
    _print_sizes,
    _slide_sizes,
    _grids,
    _labelling_columns,
    _bar_shares,
    _statuses,
)


# The charter file, of the project or of the program where it has none: one value, or every fault at its place.

Record = TypeVar("Record")
TreePath = tuple[str | int, ...]
"""The keys and positions that lead to a value."""


def values(kind: type[Record], tree: Tree) -> tuple[Record | None, tuple[ErrorDetails, ...]]:
    """The struct a tree describes, or None and all faults of form: missing, unknown or ill-typed values."""
    reader = _Reader()
    record: Record | None = reader.value(kind, tree, ())
    return (None, tuple(reader.faults)) if reader.faults else (record, ())


class _Reader:
    """Reads values by their types and gathers the faults; a faulty value is None."""

    def __init__(self) -> None:
        self.faults: list[ErrorDetails] = []

    def value(self, kind: Any, tree: Tree, path: TreePath) -> Any:
        if isinstance(kind, type) and issubclass(kind, Struct):
            return self.record(kind, tree, path)
        read = _Reader.OUTER.get(get_origin(kind))
        if read is not None:
            return read(self, get_args(kind), tree, path)
        try:
            return SCALARS[getattr(kind, "__supertype__", kind)](tree)
        except PydanticCustomError as error:
            return self.refuse(error.type, path, error.context)

    def record(self, kind: Any, tree: Tree, path: TreePath) -> Any:
        if not isinstance(tree, LocatedDict):
            return self.refuse("dict_type", path)
        known = _fields(kind)
        for key, _ in paths(tree):
            if key not in known:
                self.refuse("extra_forbidden", (*path, key))
        for name, field in known.items():
            if name not in tree and field.required:
                self.refuse("missing", (*path, name))
        found = {key: self.value(known[key].type, value, (*path, key)) for key, value in paths(tree) if key in known}
        return None if self.faults else kind(**found)

    def choice(self, words: tuple[Any, ...], tree: Tree, path: TreePath) -> Any:
        word = self.value(str, tree, path)
        return word if word is None or word in words else self.refuse("literal_error", path, {"expected": _or(words)})

    def sequence(self, kinds: tuple[Any, ...], tree: Tree, path: TreePath) -> Any:
        if not isinstance(tree, LocatedList):
            return self.refuse("tuple_type", path)
        return tuple(self.value(kinds[0], item, (*path, index)) for index, item in enumerate(tree))

    def mapping(self, kinds: tuple[Any, ...], tree: Tree, path: TreePath) -> Any:
        if not isinstance(tree, LocatedDict):
            return self.refuse("dict_type", path)
        return {key: self.value(kinds[1], value, (*path, key)) for key, value in paths(tree)}

    def refuse(self, code: str, path: TreePath, context: dict[str, Any] | None = None) -> None:
        self.faults.append(ErrorDetails(type=code, loc=path, msg="", input=None, ctx=context or {}))

    OUTER: Mapping[Any, Callable[..., Any]] = {Literal: choice, tuple: sequence, Mapping: mapping}


def _size(tree: Tree) -> float:
    return float(as_number(tree))


def _count(tree: Tree) -> int:
    number: Decimal = as_number(tree)
    if number % 1:
        raise fault("number-expected", text=as_word(tree))
    return int(number)


SCALARS: Mapping[type, Callable[[Tree], Any]] = {str: as_word, float: _size, int: _count, bool: as_truth}


@cache
def _fields(kind: type[Struct]) -> Mapping[str, FieldInfo]:
    """What is known of a struct's fields, by name."""
    return {field.name: field for field in fields(kind)}


def _or(words: tuple[Any, ...]) -> str:
    return ", ".join(map(str, words))


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
            ("font", "folder"), "charter-font", f"répertoire introuvable\u00a0: «\u00a0{faces}\u00a0»", hint
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
