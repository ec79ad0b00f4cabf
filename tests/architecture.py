"""Rules of the source tree, as functions from its modules to what breaks them; test_architecture.py applies them."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from msgspec import Struct

PROJECT = "rapport"


class Module(Struct, frozen=True):
    """A module by its dotted name under the project, which is empty for the project's own `__init__`."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def is_package(self) -> bool:
        return self.path.name == "__init__.py"


class Import(Struct, frozen=True):
    """One imported name, in full: `rapport.look.geometry`, `babel.numbers`; and its line."""

    target: str
    line: int


def modules(source: Path) -> tuple[Module, ...]:
    """Every module under `source/rapport`, in order of path."""
    return tuple(_module(source / PROJECT, path) for path in sorted((source / PROJECT).rglob("*.py")))


def _module(root: Path, path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(root).with_suffix("").parts
    name = ".".join(part for part in parts if part != "__init__")
    return Module(name, path, text, ast.parse(text))


def imports(tree: ast.AST) -> Iterator[Import]:
    """Every import, those under TYPE_CHECKING and inside functions included; `from a import b` counts as `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            dots = "." * node.level
            yield from (Import(f"{dots}{node.module or ''}.{alias.name}", node.lineno) for alias in node.names)


def within(name: str, package: str) -> bool:
    """Whether a dotted name is a package or something in it."""
    return name == package or name.startswith(f"{package}.")


def home(name: str, packages: Iterable[str]) -> str:
    """The innermost of the packages a name is in; empty for none."""
    return max((package for package in packages if within(name, package)), key=len, default="")


def own(target: str) -> str:
    """A target under the project's name, without that name; empty for what is not ours."""
    return target.removeprefix(f"{PROJECT}.") if within(target, PROJECT) else ""


def forbidden_imports(found: Iterable[Module], allowed: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Imports that the table (package -> packages and modules it may import, besides itself) does not grant."""
    for module in found:
        if not module.name:
            continue
        package = home(module.name, allowed)
        granted = (package, *allowed.get(package, ()))
        for item in imports(module.tree):
            target = own(item.target)
            if item.target.startswith("."):
                yield f"{module.name}:{item.line}: relative import"
            elif target and not (package and any(within(target, grant) for grant in granted)):
                yield f"{module.name}:{item.line}: {package or 'a module outside the table'} may not import {target}"


def misplaced_libraries(found: Iterable[Module], homes: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Third-party imports outside the packages where a library lives (library -> packages)."""
    for module in found:
        for item in imports(module.tree):
            library = item.target.partition(".")[0]
            if library in sys.stdlib_module_names or library in (PROJECT, ""):
                continue
            if not any(within(module.name, package) for package in homes.get(library, ())):
                yield f"{module.name}:{item.line}: {library} does not live here"


def system_access(found: Iterable[Module], names: Iterable[str], exempt: Iterable[str]) -> Iterator[str]:
    """Imports of modules that reach the disk, the clock or other programs, outside the packages that may."""
    for module in found:
        if any(within(module.name, package) for package in exempt):
            continue
        for item in imports(module.tree):
            if any(within(item.target, name) for name in names):
                yield f"{module.name}:{item.line}: {item.target} reaches outside the program"


def cycles(found: Iterable[Module]) -> Iterator[str]:
    """The first cycle of imports among modules, if there is one."""
    listed = tuple(found)
    names = {module.name for module in listed}
    graph = {
        module.name: {known for item in imports(module.tree) if (known := home(own(item.target), names)) != module.name}
        for module in listed
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield " -> ".join(reversed(error.args[1]))


def late_imports(found: Iterable[Module], exempt: Iterable[str]) -> Iterator[str]:
    """Imports inside functions, and modules loaded by name: both hide what a module depends on."""
    for module in found:
        if module.name in exempt:
            continue
        for function in functions(module):
            yield from (f"{module.name}:{item.line}: import inside {function.name}" for item in imports(function))
        by_name = (item for item in imports(module.tree) if item.target == "importlib.import_module")
        yield from (f"{module.name}:{item.line}: loads modules by name" for item in by_name)


def busy_inits(found: Iterable[Module]) -> Iterator[str]:
    """Packages whose `__init__` is anything but a docstring."""
    for module in found:
        if module.is_package and (len(module.tree.body) != 1 or not ast.get_docstring(module.tree)):
            yield f"{module.name or PROJECT}: __init__.py is to be a docstring and nothing else"


def undocumented(found: Iterable[Module]) -> Iterator[str]:
    """Modules without a docstring."""
    yield from (module.name for module in found if not ast.get_docstring(module.tree))


def long_files(found: Iterable[Module], most: int) -> Iterator[str]:
    for module in found:
        count = len(module.text.splitlines())
        if count > most:
            yield f"{module.name}: {count} lines"


def long_functions(found: Iterable[Module], most: int) -> Iterator[str]:
    for module in found:
        for function in functions(module):
            count = length(function)
            if count > most:
                yield f"{module.name}:{function.lineno}: {function.name} has {count} lines"


def wide_signatures(found: Iterable[Module], most: int) -> Iterator[str]:
    """Functions of more than `most` parameters, `self` and `cls` aside."""
    for module in found:
        for function in functions(module):
            given = function.args
            every = (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg)
            names = [argument.arg for argument in every if argument and argument.arg not in ("self", "cls")]
            if len(names) > most:
                yield f"{module.name}:{function.lineno}: {function.name} takes {len(names)} parameters"


OF_A_LANGUAGE = re.compile("[À-ÖØ-öø-ÿŒœ«»]|[\u00a0\u202f][^\u00a0\u202f ]|[^\u00a0\u202f ][\u00a0\u202f]")
"""A letter with an accent, a guillemet, a no-break space beside a sign: one alone binds words in any language."""


def words_of_a_language(found: Iterable[Module], exempt: Iterable[str]) -> Iterator[str]:
    """Strings of code, docstrings aside, that one language alone could want, outside the packages that hold them."""
    for module in found:
        if not any(within(module.name, package) for package in exempt):
            spoken = ((line, words) for line, words in _strings(module.tree) if OF_A_LANGUAGE.search(words))
            yield from (f"{module.name}:{line}: {words!r} belongs to language" for line, words in spoken)


def _strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every string that is not a statement of its own, as docstrings are, and its line."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.lineno, node.value


def blind_cuts(found: Iterable[Module], packages: Iterable[str]) -> Iterator[str]:
    """Calls and patterns that take a no-break space for a space: `split()`, `strip()`, `isspace()` and `\\s`.

    Once text is typeset, U+00A0 and U+202F are part of it.
    """
    for module in found:
        if any(within(module.name, package) for package in packages):
            yield from (f"{module.name}:{line}: {what}" for line, what in _blind_cuts(module.tree))


CUTS = ("split", "rsplit", "strip", "lstrip", "rstrip", "isspace")
ANY_SPACE = re.compile(r"(?<!\\)(?<!\[\^)\\[sS]")
r"""A class that takes some spaces out of all, `[^\S\n]`, is written on purpose."""


def _blind_cuts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            literal = isinstance(node.func.value, ast.Constant)  # a list of words, as the source shows it
            if node.func.attr in CUTS and not node.args and not node.keywords and not literal:
                yield node.lineno, f"{node.func.attr}() also takes no-break spaces"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and ANY_SPACE.search(node.value):
            yield node.lineno, r"\s also takes no-break spaces"


POSSESSIVE_GROUP = re.compile(r"(?<!\()\)(?:[+*?]|\{+[0-9,]+\}+)\+")


def possessive_groups(found: Iterable[Module]) -> Iterator[str]:
    """Groups that are repeated possessively: before Python 3.11.5 they keep half a repetition (cpython 106052).

    An atomic group around the repetition, `(?>(?:...)+)`, means the same and is sound.
    """
    for module in found:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and POSSESSIVE_GROUP.search(node.value):
                yield f"{module.name}:{node.lineno}: a group repeated possessively"


def repeated_classes(found: Iterable[Module]) -> Iterator[str]:
    """Public classes that bear the same name: a reader could take one for the other."""
    homes: dict[str, list[str]] = {}
    for module in found:
        for node in module.tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(module.name)
    yield from (f"{name}: in {' and '.join(places)}" for name, places in homes.items() if len(places) > 1)


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(module: Module) -> Iterator[Function]:
    """Every function and method, nested ones included."""
    yield from (node for node in ast.walk(module.tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines from `def` to the last one, decorators aside."""
    return (function.end_lineno or function.lineno) - function.lineno + 1
