"""One deck, built once, that every test of this folder edits."""

from __future__ import annotations

from pathlib import Path

import pytest

import edited_tree
from edit_desk import Desk
from rapport.cli import main


@pytest.fixture(scope="session")
def options(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A project that was built, as options of the command line; tests that write into its content have their own."""
    options = edited_tree.project(tmp_path_factory.mktemp("edited"))
    assert main(["build", "evian", *options]) == 0
    return options


@pytest.fixture(scope="session")
def deck(options: list[str]) -> bytes:
    return (Path(options[-1]) / "evian" / "evian-deck.pptx").read_bytes()


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)
