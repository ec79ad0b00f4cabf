"""The schemas as an editor uses them: sound files are not underlined, faulty ones are, as `rapport check` does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import jsonschema
import pytest

from content_tree import SMALL, read_tree
from rapport.cli import main
from rapport.commands.schema import KINDS, schema_of
from rapport.model.scalar import Scalar
from rapport.read.yaml_nodes import LocatedDict, LocatedList, Tree, paths, read_yaml

CONTENT = Path(__file__).parents[2] / "content"
PLACES = {
    "facts/": "facts",
    "sections/": "section",
    "briefings/": "briefing",
    "sources": "sources",
    "acronyms": "acronyms",
}


def kind_of(name: str) -> str:
    return next((kind for place, kind in PLACES.items() if name.startswith(place)), "")


def seen_by_editor(tree: Tree) -> Any:
    """A file's values as YAML 1.2 types them: its core schema knows neither underscores nor dates nor `on`."""
    if isinstance(tree, LocatedDict):
        return {key: seen_by_editor(value) for key, value in paths(tree)}
    if isinstance(tree, LocatedList):
        return [seen_by_editor(value) for value in tree]
    if not isinstance(tree, Scalar) or tree.style in ("quoted", "block"):
        return tree.text if isinstance(tree, Scalar) else tree
    if tree.text in ("true", "false"):
        return tree.text == "true"
    try:
        return float(tree.text) if "_" not in tree.text else tree.text
    except ValueError:
        return tree.text


def underlined(name: str, text: str) -> list[str]:
    tree, problems = read_yaml(name, text)
    assert problems == ()
    validator = jsonschema.Draft202012Validator(schema_of(kind_of(name)))
    return [error.message for error in validator.iter_errors(seen_by_editor(tree))]


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(kind))


def content_files() -> Iterator[str]:
    names = (path.relative_to(CONTENT).as_posix() for path in sorted(CONTENT.rglob("*.yaml")))
    yield from (name for name in names if kind_of(name))


@pytest.mark.parametrize("name", tuple(content_files()))
def test_no_line_of_the_content_is_underlined(name: str) -> None:
    assert underlined(name, (CONTENT / name).read_text(encoding="utf-8")) == []


FACTS, SECTION, BRIEFING = "facts/financement.yaml", "sections/financement.yaml", "briefings/evian.yaml"
REFUSED = [
    (FACTS, "unit: percent", "unti: percent"),
    (FACTS, "status: promised", "status: promissed"),
    (FACTS, "status: promised\n", "\n"),
    (FACTS, "  source: bilan\n", "\n"),
    (FACTS, "value: 80", "value: 2,6"),
    (FACTS, "value: 80", "value: on"),
    (FACTS, "value: 80", "value: 12:30"),
    (FACTS, "period: 2025", "period: demain"),
    (FACTS, "qualifier: more-than", "qualifier: plus de"),
    (FACTS, "locator: § 4", 'locator: ""'),
    (FACTS, "locator: § 4", "locator: [4]"),
    (SECTION, "title: Financement", "titre: Financement"),
    (SECTION, "title: Financement", 'title: ""'),
    (SECTION, "kind: fiche", "kind: fichier"),
    (SECTION, "- chart:", "- chrat:"),
    (SECTION, "kind: bar", "kind: barre"),
    (SECTION, "[levees, promesse]", "levees"),
    (SECTION, '["Plus de {levees:short} levés"]', "[]"),
    (BRIEFING, "sections: [financement]", "sections: []"),
    (BRIEFING, "date: 2026-02-10", "date: 2026-02"),
    (BRIEFING, 'version: "1.0"', ""),
    (BRIEFING, "place: Évian", "lieu: Évian"),
    ("sources.yaml", "date: 2026-02-10", "date: le 10 février"),
    ("sources.yaml", "title: Bilan de l’IA", "titre: Bilan de l’IA"),
    ("acronyms.yaml", "expansion:", "developpement:"),
]


@pytest.mark.parametrize(("name", "old", "new"), REFUSED)
def test_editor_and_check_refuse_the_same(tmp_path: Path, name: str, old: str, new: str) -> None:
    sound = dedent(SMALL[name]).lstrip("\n")
    assert old in sound
    assert underlined(name, sound) == []
    faulty = sound.replace(old, new, 1)
    assert underlined(name, faulty)
    assert read_tree(tmp_path, {name: faulty}).faulty


def test_an_acronym_may_be_its_expansion_alone(tmp_path: Path) -> None:
    short = "PME: petites et moyennes entreprises\n"
    assert underlined("acronyms.yaml", short) == []
    assert read_tree(tmp_path, {"acronyms.yaml": short}).content.acronyms["PME"].expansion.text == short[5:-1]


def test_the_files_are_what_the_command_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--output", str(tmp_path)]) == 0
    for kind in KINDS:
        written = (tmp_path / f"{kind}.schema.json").read_bytes()
        assert written == (CONTENT / ".schema" / f"{kind}.schema.json").read_bytes()
        capsys.readouterr()
        assert main(["schema", kind]) == 0
        assert capsys.readouterr().out.encode() == written
    assert main(["schema"]) == 0
    assert list(json.loads(capsys.readouterr().out)) == list(KINDS)


def test_an_unknown_kind_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "fact"]) == 2
    assert "genre inconnu" in capsys.readouterr().err
