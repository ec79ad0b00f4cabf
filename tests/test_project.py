"""The project's own files: what the README promises, what is pinned, what is never written."""

from __future__ import annotations

import ast
import json
import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYPROJECT = ROOT / "pyproject.toml"

NOT_OURS = {"cases", ".git", ".venv", ".hypothesis", "node_modules", "output", "build", "dist", "__pycache__"}
TEXTS = {".py", ".md", ".yaml", ".yml", ".toml", ".txt", ".json", ".cfg", ".html", ".css", ".svg", ""}

NEVER_WRITTEN = {
    r"(?<![\w.])/(?:home|root|Users|work)/\w": "a path of one machine",
    r"\b(?:TODO|FIXME|XXX)\b": "something left to do",
    r"\bfile://(?!\{|/etc/|/c:/|/x|server|\")": "an address of one machine",
    r"(?i)(?<!scope=\")(?<!\|)\bsessions?\b(?!\|)(?! (?:de|du|des)\b)": "how the project was made",
}


def text_files() -> Iterator[Path]:
    """Every text file of the project, this one aside, since it names what it forbids."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in NOT_OURS and not name.endswith(("_cache", ".egg-info"))]
        for name in names:
            path = Path(folder) / name
            if path.suffix in TEXTS and path != Path(__file__):
                yield path


def never_written(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), start=1):
        for pattern, what in NEVER_WRITTEN.items():
            if re.search(pattern, line):
                yield f"{number}: {what}: {line.strip()[:80]}"


def uncommented(text: str, start: str) -> list[str]:
    """Lines without a comment in the list that begins with `start`, brackets aside."""
    inside = text.partition(f"\n{start}\n")[2].partition("\n]")[0]
    assert inside, f"no list {start}"
    return [line.strip() for line in inside.splitlines() if "#" not in line]


def pins(text: str) -> dict[str, str]:
    """The version of each distribution in a constraints file; anything but `name==version` is a ValueError."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        bare = line.partition("#")[0].strip()
        if bare:
            name, separator, version = bare.partition("==")
            if not separator or not re.fullmatch(r"[\w.-]+", name) or not re.fullmatch(r"[\w.]+", version):
                raise ValueError(line)
            found[canonicalize_name(name)] = version
    return found


def needed(requirements: Iterable[str]) -> Iterator[str]:
    """The canonical names of what is required here, and of what that requires in turn."""
    pending = [Requirement(line) for line in requirements]
    seen: set[tuple[str, frozenset[str]]] = set()
    while pending:
        wanted = pending.pop()
        name, extras = canonicalize_name(wanted.name), frozenset(wanted.extras)
        if (name, extras) in seen or not _applies(wanted, frozenset()):
            continue
        seen.add((name, extras))
        yield name
        further = (Requirement(line) for line in metadata.requires(name) or ())
        pending += [requirement for requirement in further if _applies(requirement, extras)]


def _applies(requirement: Requirement, extras: frozenset[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in {"", *extras})


def targets(makefile: str) -> set[str]:
    """What `make` can be asked for by name."""
    return set(re.findall(r"^([a-z][\w-]*):", makefile, re.MULTILINE))


def missing_commands(readme: str, makefile: str, commands: Iterable[str]) -> Iterator[str]:
    """Commands in a README's code that do not exist."""
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", readme, re.DOTALL))
    known = targets(makefile)
    yield from (f"make {name}" for name in re.findall(r"\bmake ([a-z]+)", code) if name not in known)
    listed = set(commands)
    yield from (f"rapport {name}" for name in re.findall(r"(?<!from )\brapport ([a-z]+)", code) if name not in listed)


BAD_SPACES = re.compile(r"« | »|\w [;!?](?![\w=(:])|(?:^|[\w»]) : |\d %")
"""An ordinary space where French typography wants a no-break one."""


def loose_spaces(source: str) -> Iterator[str]:
    """French texts of a module whose punctuation could go to the next line; docstrings are not for authors."""
    tree = ast.parse(source)
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or node in docstrings or isinstance(node.value, bytes):
            continue
        if BAD_SPACES.search(str(node.value)):
            yield f"{node.lineno}: {node.value!r}"


# The project as it is


def test_every_dependency_says_why() -> None:
    text = PYPROJECT.read_text(encoding="utf-8")
    for start in ("dependencies = [", "conformance = [", "test = [", "select = ["):
        assert uncommented(text, start) == []


def test_every_dependency_is_pinned_and_so_is_what_it_needs() -> None:
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    pinned = pins((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    wanted = set(needed(asked)) - {"rapport"}
    assert wanted - set(pinned) == set()
    assert {name: metadata.version(name) for name in wanted} == {name: pinned[name] for name in wanted}


def test_the_build_and_the_validator_are_pinned() -> None:
    system = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["build-system"]
    assert all("==" in requirement for requirement in system["requires"])
    asked = json.loads((ROOT / "tests/judges/package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert all(re.fullmatch(r"[\d.]+", version) for version in asked.values())


def test_the_commands_of_the_readme_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = [path.stem for path in (ROOT / "src/rapport/commands").glob("*.py")]
    assert "make build" in readme
    assert "make test" in readme
    assert list(missing_commands(readme, makefile, commands)) == []


def test_every_target_is_told_at_the_head_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = set(re.findall(r"^#\s+make (\w+)", makefile, re.MULTILINE))
    assert told == targets(makefile)


def test_a_change_must_pass_the_tests() -> None:
    run = ROOT / ".ci" / "run"
    assert os.access(run, os.X_OK)
    assert run.read_text(encoding="utf-8").rstrip().endswith("make test")


def test_what_is_never_written() -> None:
    files = list(text_files())
    assert len(files) > 50
    found = [f"{path.relative_to(ROOT)}:{fault}" for path in files for fault in never_written(path.read_text("utf-8"))]
    assert "\n".join(found) == ""


def test_what_authors_are_told_is_well_set() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{fault}"
        for path in sorted((ROOT / "src").rglob("*.py"))
        if "figures" not in path.parts  # patterns that read what others wrote, loose spaces included
        for fault in loose_spaces(path.read_text(encoding="utf-8"))
    ]
    assert "\n".join(found) == ""


# Each guard fires


def test_a_dependency_without_a_reason_is_found() -> None:
    assert uncommented('\nselect = [\n    "A", # builtins\n    "B",\n]', "select = [") == ['"B",']


@pytest.mark.parametrize("line", ["babel>=2", "babel @ https://example.org/babel.whl", "babel", "-e ."])
def test_a_loose_pin_is_found(line: str) -> None:
    with pytest.raises(ValueError, match=re.escape(line)):
        pins(line)


def test_what_dependencies_need_is_followed() -> None:
    assert {"python-pptx", "lxml", "xlsxwriter"} <= set(needed(["python-pptx"]))


def test_a_command_that_is_gone_is_found() -> None:
    readme = "Run `make all`, then:\n```\nrapport build\nrapport publish\n```\nOne can make do."
    assert list(missing_commands(readme, "build:\n", ["build"])) == ["make all", "rapport publish"]


@pytest.mark.parametrize(
    "line", ["see /home/ada/notes", "TODO: later", "from file:///opt/wheels", "as the last session found"]
)
def test_words_never_written_are_found(line: str) -> None:
    assert list(never_written(line))


def test_a_fixture_of_the_whole_run_is_no_such_word() -> None:
    assert not list(never_written('@pytest.fixture(scope="session")'))


@pytest.mark.parametrize("text", ["clé « x\u00a0»", "vraiment ?", "deux ; trois", "clé : valeur", "75 %", "«\u00a0x »"])
def test_an_ordinary_space_is_found(text: str) -> None:
    assert list(loose_spaces(f"MESSAGE = {text!r}"))


def test_docstrings_and_code_may_hold_ordinary_spaces() -> None:
    assert not list(loose_spaces('"""Is « x » a key ?"""\nPATTERN = "a?b"\nADDRESS = "?q=1"'))
