"""Opening a place in the author's editor."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from rapport.origin import Origin
from rapport.preview.editors import COMMANDS, Editor, editor_of, link

PLACE = Origin("content/a.yaml", 12, 5)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_editor_is_told_the_file_and_its_line(name: str) -> None:
    words = editor_of(name).command(Path("/p/content/a.yaml"), PLACE)
    assert any("/p/content/a.yaml" in word for word in words)
    assert any("12" in word for word in words)


def test_a_path_can_become_neither_an_option_nor_two_words() -> None:
    path = Path("/p/mes dossiers/-rf; {line} $(x).yaml")
    assert Editor("", "ed +{line} {file}").command(path, PLACE)[1:] == ["+12", str(path)]


@pytest.mark.parametrize("template", ["ed", "ed {fil}", "ed {file} {0}"])
def test_a_template_that_names_no_file_or_cannot_be_filled_is_refused(template: str) -> None:
    with pytest.raises(ValueError, match="ed"):
        editor_of(template)


def test_an_editor_is_started_with_the_place(tmp_path: Path) -> None:
    told = tmp_path / "told"
    program = f"import sys, pathlib; pathlib.Path(r'{told}').write_text(' '.join(sys.argv[1:]))"
    editor = Editor("mine", f'"{sys.executable}" -c "{program}" {{file}} {{line}} {{column}}')
    assert editor.open(tmp_path / "a.yaml", PLACE)
    for _ in range(200):
        if told.exists() and told.read_text():
            break
        time.sleep(0.02)
    assert told.read_text() == f"{tmp_path / 'a.yaml'} 12 5"


def test_one_that_is_not_there_opens_nothing() -> None:
    assert not Editor("x", "no-such-editor {file}").open(Path("a"), PLACE)
    assert not editor_of("none").open(Path("a"), PLACE)


def test_a_link_keeps_spaces_and_accents_out_of_the_address() -> None:
    assert link(Path("/p/à lire/a.yaml"), PLACE) == "vscode://file/p/%C3%A0%20lire/a.yaml:12:5"
