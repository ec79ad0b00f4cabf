"""Values are frozen: what is handed from one stage to the next is not changed behind its maker's back."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import rapport
from rapport.formats.office.archive import OURS

BEING_MADE = {
    *("Gathered", "Memory", "YamlReader", "_Buffer"),
    *(
        "Crowd",
        "Element",
        "InlineElements",
        "OpenPage",
        "RunStrip",
        "SectionPassage",
        "StructureTree",
        "_Open",
        "_Painter",
    ),
    *("PackageComparison", "PdfChanges", "_State"),
}
"""What fills up while something is read, drawn or compared, and is handed to no other stage."""


def thawed(file: Path) -> set[str]:
    """The values of a module that can be changed."""
    kinds = (node for node in ast.walk(ast.parse(file.read_bytes())) if isinstance(node, ast.ClassDef))
    return {kind.name for kind in kinds if "Struct" in map(ast.unparse, kind.bases) and not _is_frozen(kind)}


def _is_frozen(kind: ast.ClassDef) -> bool:
    return any(each.arg == "frozen" and ast.unparse(each.value) == "True" for each in kind.keywords)


def test_values_are_frozen_but_for_what_is_being_made() -> None:
    assert set().union(*map(thawed, Path(rapport.__file__).parent.rglob("*.py"))) == BEING_MADE


def test_a_value_that_can_be_changed_is_found(tmp_path: Path) -> None:
    (tmp_path / "essai.py").write_text("class A(Struct): ...\nclass B(Struct, frozen=False): ...\n")
    assert thawed(tmp_path / "essai.py") == {"A", "B"}


def test_a_value_that_is_changed_says_no() -> None:
    with pytest.raises(AttributeError):
        OURS.total = 0  # type: ignore[misc]
