"""Whatever is pasted or marked up in any text field works, or is refused at its place; nothing ends in a crash."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from law.every_field import PROJECT, Place, text_fields
from rapport.cli import main
from vector import SVG

ASSETS = Path(__file__).parents[2] / "assets"
FAULTS, CRASH = 1, 70
ROUNDS = 5
FAULT = re.compile(r"^content/(\S+?):(\d+):\d+: (?!avertissement)", re.MULTILINE)
MARK = "@@"
"""What finds the line of a field."""

PASTED = "re\u0301su\u200bme\u00ad\u2060\ufeff\tx\u0302 week\u2011end"
MARKED: tuple[Callable[[str], str], ...] = (
    lambda text: f"{text} {PASTED}",
    lambda text: f"{text}[^n]",
    lambda text: f"{text} {{un}}",
    lambda text: f"{text} [le site](https://exemple.fr/a/12)",
    lambda text: f"{text} [Impact]{{lang=en}}",
    lambda text: f"{text} `a=b`",
    lambda text: f"{text} [@bilan § 4]",
    lambda text: f"{text} *fort* a1@b.fr",
)
FIELDS = tuple(text_fields())


def options(folder: Path) -> list[str]:
    places = (("--content", "content"), ("--assets", "assets"), ("--output", "output"))
    return [word for option, name in places for word in (option, str(folder / name))]


def put(made: Any, place: Place, change: Callable[[str], str]) -> None:
    for key in place[:-1]:
        made = made[key]
    made[place[-1]] = change(made[place[-1]])


def at(file: str, place: Place) -> str:
    made = PROJECT[file]
    for key in place:
        made = made[key]
    return str(made)


def copied(made: Any) -> Any:
    return json.loads(json.dumps(made))


def dumped(made: Any) -> str:
    return json.dumps(made, ensure_ascii=False, indent=1)


def line_of(made: Any, place: Place) -> int:
    marked = copied(made)
    put(marked, place, lambda text: text + MARK)
    return next(number for number, line in enumerate(dumped(marked).split("\n"), start=1) if MARK in line)


def write(folder: Path, project: dict[str, Any]) -> None:
    shutil.rmtree(folder / "content", ignore_errors=True)
    for name, made in project.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dumped(made), encoding="utf-8")
    (folder / "assets").mkdir(exist_ok=True)
    shutil.copy(ASSETS / "charter.yaml", folder / "assets")
    (folder / "assets" / "carte.svg").write_bytes(SVG)


def take_back(project: dict[str, Any], said: str) -> None:
    """The fields that are refused are as they were; a slide may overflow for the sake of one of them."""
    refused = [
        (name, place)
        for file, line in FAULT.findall(said)
        for name, place in FIELDS
        if name == file and line_of(project[file], place) == int(line)
    ]
    assert refused, said
    for file, place in refused:
        before = at(file, place)
        put(project[file], place, lambda _text, before=before: before)  # type: ignore[misc]


def held(folder: Path, first: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Each field bears one of the marks, another than under other numbers."""
    project = copied(PROJECT)
    for number, (file, place) in enumerate(FIELDS):
        put(project[file], place, MARKED[(number + first) % len(MARKED)])
    for _ in range(ROUNDS):
        write(folder, project)
        code = main(["check", *options(folder)])
        said = capsys.readouterr().out
        assert code in (0, FAULTS)
        if code == 0:
            break
        take_back(project, said)
    for command in ("build", "verify"):
        assert main([command, *options(folder)]) == 0, capsys.readouterr()


def test_any_field_bears_any_mark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held(tmp_path, 0, capsys)


@pytest.mark.nightly
@pytest.mark.parametrize("first", range(1, len(MARKED)))
def test_every_field_bears_every_mark(first: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held(tmp_path, first, capsys)
