"""The law: what `check` accepts, `build` writes, `verify` proves and `pack` packs, whatever the project holds."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from law.accepted import faults_in, without_faults
from law.made_texts import Random
from law.projects import write_project
from rapport.cli import main
from vector import SVG

ASSETS = Path(__file__).parents[2] / "assets"
ROUNDS = 6
"""Faults of one kind may hide others; after this many rounds none is left."""
FAULTS = 1


def options(folder: Path) -> list[str]:
    places = (("--content", "content"), ("--assets", "assets"), ("--output", "output"))
    return [word for option, name in places for word in (option, str(folder / name))]


def write(folder: Path, random: Random, sections: int) -> None:
    write_project(folder, random, sections)
    (folder / "assets").mkdir()
    for file in ASSETS.iterdir():
        if file.is_file():
            shutil.copy(file, folder / "assets")
    (folder / "assets" / "carte.svg").write_bytes(SVG)


def is_accepted(folder: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    """Whether `check` accepts what is left of a project after its faults are taken out; it always says where they are.

    An example of faults alone shows nothing.
    """
    for _ in range(ROUNDS):
        code = main(["check", *options(folder)])
        said = capsys.readouterr().out
        if code == 0:
            return True
        assert code == FAULTS
        assert faults_in(said), said
        without_faults(folder / "content", said)
    return False


def held(random: Random, sections: int, capsys: pytest.CaptureFixture[str]) -> None:
    """A project drawn at random keeps the law."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, random, sections)
        if is_accepted(folder, capsys):
            for command in (["build"], ["verify"], ["pack", "essai"]):
                assert main([*command, *options(folder)]) == 0, capsys.readouterr()
                capsys.readouterr()


@given(random=st.randoms(use_true_random=False))
@settings(max_examples=12, suppress_health_check=list(HealthCheck), deadline=None)
def test_what_is_accepted_is_handed_out(random: Random, capsys: pytest.CaptureFixture[str]) -> None:
    held(random, 4, capsys)


@pytest.mark.nightly
@given(random=st.randoms(use_true_random=False))
@settings(max_examples=300, suppress_health_check=list(HealthCheck), deadline=None)
def test_what_is_accepted_is_handed_out_at_length(random: Random, capsys: pytest.CaptureFixture[str]) -> None:
    held(random, 8, capsys)
