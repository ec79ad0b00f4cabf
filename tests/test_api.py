"""The program as a library: what the README shows runs, and each function does what the command of its name does."""

from __future__ import annotations

import gc
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from rapport import api
from rapport.cli import main

ROOT = Path(__file__).parents[1]
PROJECT = api.Project(content=ROOT / "content", assets=ROOT / "assets")


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    return api.build(PROJECT, "evian-g7")


def test_the_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = re.search(r"```python\n(from pathlib.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert example
    for name in ("content", "assets"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    exec(compile(example[1], "example", "exec"), {})  # noqa: S102 - our own words
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")


def test_documents_prove_what_the_content_says(documents: dict[str, bytes]) -> None:
    proofs = api.verify(PROJECT, "evian-g7", documents)
    assert len(proofs) == 3
    assert all(proof.passed for proof in proofs)


def test_a_document_of_another_briefing_is_not_proved(documents: dict[str, bytes]) -> None:
    renamed = {name.replace("evian-g7", "new-delhi"): data for name, data in documents.items()}
    assert not all(proof.passed for proof in api.verify(PROJECT, "new-delhi", renamed))


def test_a_pack_holds_the_same_documents(documents: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(api.pack(PROJECT, "evian-g7"))) as pack:
        assert {name: pack.read(name) for name in documents} == documents


def test_faults_are_returned_or_raised(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings" / "essai.yaml").write_text("titel: x\n", encoding="utf-8")
    project = api.Project(content=tmp_path, assets=ROOT / "assets")
    assert [problem.code for problem in api.check(project)].count("key-unknown") == 1
    with pytest.raises(api.ContentError):
        api.build(project, "essai")


def test_an_unknown_briefing_is_a_wrong_use() -> None:
    with pytest.raises(api.UsageError, match="dossier inconnu"):
        api.check(PROJECT, ["rome"])


def test_nothing_is_changed_in_the_process() -> None:
    """What speeds up the command alone would surprise a program: its collector, its environment."""
    program = (
        "import gc, os; from rapport import api; "
        "print(gc.isenabled(), gc.get_threshold()[0] < 10_000, 'PYDANTIC_DISABLE_PLUGINS' in os.environ)"
    )
    environment = {key: value for key, value in os.environ.items() if key != "PYDANTIC_DISABLE_PLUGINS"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split(" ") == ["True", "True", "False\n"]


def test_a_command_within_a_program_leaves_its_collector_on() -> None:
    """Documents of tests, or of a service, would be kept for ever: the command alone may do without."""
    frozen = gc.get_freeze_count()
    assert main(["explain", "levees", "--content", str(PROJECT.content / "none")]) != 0
    assert gc.isenabled()
    assert gc.get_freeze_count() <= frozen
