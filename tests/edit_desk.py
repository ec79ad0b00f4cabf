"""A project, its deck as somebody edited it, and what `rapport edits` says and writes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

import edited_tree
import handwork
from rapport.cli import main


class Desk:
    """A project of one's own, and its deck as somebody edited it."""

    def __init__(
        self, folder: Path, capsys: pytest.CaptureFixture[str], changes: Mapping[str, str | None] | None = None
    ) -> None:
        self.folder, self.capsys = folder, capsys
        self.options = edited_tree.project(folder, changes)
        assert main(["build", "evian", *self.options]) == 0
        self.built = (folder / "output" / "evian" / "evian-deck.pptx").read_bytes()
        self.before = self.files()
        capsys.readouterr()

    def files(self) -> dict[str, bytes]:
        content = self.folder / "content"
        return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*.yaml")}

    def edit(self, *makes: handwork.Make) -> Path:
        def all_of(deck: object) -> None:
            for make in makes:
                make(deck)

        path = self.folder / "evian-relu.pptx"
        path.write_bytes(handwork.after(self.built, all_of))
        return path

    def run(self, *words: object) -> str:
        """What is said; what is warned of stays in `warned`."""
        assert main(["edits", *map(str, words), *self.options]) == 0
        said = self.capsys.readouterr()
        self.warned = said.err.replace("\u00a0", " ")
        return said.out.replace("\u00a0", " ")

    def changes(self, path: Path) -> list[dict[str, Any]]:
        [found] = json.loads(self.run(path, "--format", "json"))
        return list(found["changes"])

    def fates(self, path: Path) -> list[str]:
        return [change["fate"] for change in self.changes(path)]

    def changed_lines(self) -> list[str]:
        """What is new in the content, line by line."""
        after = self.files()
        assert set(after) == set(self.before)
        return [line for name in sorted(after) for line in _new(self.before[name].decode(), after[name].decode())]


def _new(old: str, new: str) -> Iterator[str]:
    lines = list(unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0))[2:]
    yield from (line[1:] for line in lines if line.startswith("+"))
