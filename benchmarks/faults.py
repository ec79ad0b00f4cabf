"""The small faults that can be written into a file: a comparison turned, a sign changed, a number one higher.

Those that change nothing a reader could see are listed in `equal_faults.txt`, each with the reason, and left out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
EQUAL = Path(__file__).with_name("equal_faults.txt")

SWAPPED: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
}


class Fault(NamedTuple):
    """What stands from `start` to `end` of a file, in bytes, is replaced."""

    file: Path
    start: int
    end: int
    text: str

    def told(self) -> str:
        """`file:line:column: before -> after`."""
        return f"{self.file.relative_to(ROOT)}:{self._line()}:{self._column() + 1}: {self._change()}"

    def names(self) -> tuple[str, str]:
        """What names it whatever stands above it in the file, `file: line of source: change`; and all of its line."""
        line = self.file.read_bytes().splitlines()[self._line() - 1].decode().strip(" ")
        named = f"{self.file.relative_to(ROOT)}: {line}"
        return f"{named}: {self._change()}", f"{named}: *"

    def made(self) -> bytes:
        """The file with the fault in it."""
        data = self.file.read_bytes()
        return data[: self.start] + self.text.encode() + data[self.end :]

    def function(self) -> str:
        """The outermost function it stands in, as `name` or `Class.name`; empty outside functions."""
        within = self._line()
        for node, name in _functions(ast.parse(self.file.read_bytes()).body):
            if node.body[0].lineno <= within <= (node.end_lineno or within):
                return name
        return ""

    def _line(self) -> int:
        return self.file.read_bytes()[: self.start].count(b"\n") + 1

    def _column(self) -> int:
        return self.start - self.file.read_bytes()[: self.start].rfind(b"\n") - 1

    def _change(self) -> str:
        before = " ".join(self.file.read_bytes()[self.start : self.end].decode().split(" "))
        return f"{before.strip(' ')} -> {self.text.strip(' ')}"


class Source:
    """A file, and where its nodes begin and end in bytes."""

    def __init__(self, file: Path) -> None:
        self.file, self.data = file, file.read_bytes()
        self.lines = [0]
        for line in self.data.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))

    def span(self, node: ast.expr) -> tuple[int, int]:
        """Where a node begins and ends."""
        last, end = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        return self.lines[node.lineno - 1] + node.col_offset, self.lines[last - 1] + end

    def faults(self) -> Iterator[Fault]:
        """Every fault that can be made here; annotations, docstrings and guards against our own faults aside."""
        tree = ast.parse(self.data)
        left_out = {id(part) for node in ast.walk(tree) for hint in _hints(node) for part in ast.walk(hint)}
        for node in ast.walk(tree):
            if id(node) not in left_out:
                yield from self._of(node)

    def _of(self, node: ast.AST) -> Iterator[Fault]:
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            for operator, left, right in zip(node.ops, sides, sides[1:], strict=False):
                yield from self._swap(operator, left, right)
        elif isinstance(node, ast.BoolOp):
            yield from self._swap(node.op, *node.values[:2])
        elif isinstance(node, ast.BinOp):
            yield from self._swap(node.op, node.left, node.right)
        elif isinstance(node, ast.If | ast.IfExp):
            start, end = self.span(node.test)
            yield Fault(self.file, start, end, f"(not ({self.data[start:end].decode()}))")
        elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int):
            start, end = self.span(node)
            yield Fault(self.file, start, end, str(not node.value if isinstance(node.value, bool) else node.value + 1))

    def _swap(self, operator: ast.AST, left: ast.expr, right: ast.expr) -> Iterator[Fault]:
        """The operator between two nodes, brackets around them left alone."""
        old, new = SWAPPED.get(type(operator), ("", ""))
        start, end = self.span(left)[1], self.span(right)[0]
        between = self.data[start:end].decode()
        if old and between.count(old) == 1:
            yield Fault(self.file, start, end, between.replace(old, new))


def _functions(body: list[ast.stmt], before: str = "") -> Iterator[tuple[ast.FunctionDef, str]]:
    """The functions of a body and of its classes, with their names in the file."""
    for node in body:
        if isinstance(node, ast.FunctionDef):
            yield node, f"{before}{node.name}"
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node.body, f"{before}{node.name}.")


def _hints(node: ast.AST) -> Iterator[ast.AST]:
    """The annotations of a node, and what has `zip` trip over a fault of ours: nothing sound does."""
    if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
        yield node.annotation
    elif isinstance(node, ast.FunctionDef) and node.returns:
        yield node.returns
    elif isinstance(node, ast.keyword) and node.arg == "strict":
        yield node.value


def gone(listed: Iterable[str]) -> tuple[str, ...]:
    """Those listed that cannot be made, since their line is no more or reads otherwise."""
    files = {file for line in listed if (file := ROOT / line.partition(": ")[0]).is_file()}
    made = {name for file in files for fault in Source(file).faults() for name in fault.names()}
    return tuple(sorted(set(listed) - made))


def every_fault(place: Path) -> dict[str, Fault]:
    """The faults of a file or of a folder by what is told of them, without those that are known to change nothing."""
    files = [place] if place.is_file() else sorted(place.rglob("*.py"))
    found = {fault.told(): fault for file in files for fault in Source(file).faults()}
    known = {line for line in equal() if line.startswith(str(place.relative_to(ROOT)))}
    return {told: fault for told, fault in found.items() if known.isdisjoint(fault.names())}


def equal() -> set[str]:
    """The faults that change nothing, as `Fault.names` names them."""
    lines = EQUAL.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith(("#", " "))}
