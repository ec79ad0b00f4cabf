"""Each command that the README shows is run, in its order, on the content at hand."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pptx import Presentation

ROOT = Path(__file__).parents[2]
BASH = shutil.which("bash") or ""
BY_HAND = ("make build", "make test", "pipx install")
"""What brings the program here or elsewhere: it has run before any test does."""
UNTIL_STOPPED = {"preview": "http://127.0.0.1", "watch": "produit en"}
"""Commands that go on until Ctrl-C, and what they say once they are ready."""


def commands() -> list[str]:
    """What the README tells users to type, in its order."""
    blocks = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    typed = [line[2:].partition(" #")[0].strip() for block in blocks for line in block.splitlines() if line[:2] == "$ "]
    return [line for line in typed if not line.startswith(BY_HAND)]


def ready(folder: Path, line: str) -> None:
    """The files that a line of the README takes for granted."""
    built = folder / "output" / "evian-g7"
    if "evian-g7-pack.zip" in line and not (folder / "evian-g7-pack.zip").exists():
        shutil.copy(built / "evian-g7-pack.zip", folder)
    if "deck-as-edited.pptx" in line:
        deck = Presentation(str(built / "evian-g7-deck.pptx"))
        deck.slides[1].shapes.title.text_frame.paragraphs[0].runs[0].text = "Autrement dit"
        deck.save(str(folder / "deck-as-edited.pptx"))
    if "house.pptx" in line:
        Presentation().save(str(folder / "house.pptx"))
    if "page-found.pdf" in line:
        shutil.copy(next((built / "copies").rglob("*-007-*-brief.pdf")), folder / "page-found.pdf")


def run(folder: Path, line: str) -> str:
    """What a line of the README prints."""
    line = line.replace("rapport ", f"{shlex.quote(sys.executable)} -m rapport ")
    quiet = {**os.environ, "BROWSER": "true"}
    done = subprocess.run([BASH, "-c", line], cwd=folder, env=quiet, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (line, done.stdout[-2000:], done.stderr[-2000:])
    return done.stdout


def run_until_ready(folder: Path, name: str, said: str) -> None:
    """Starts a command that waits, and stops it as its user does."""
    words = [sys.executable, "-m", "rapport", name, *(["--no-open"] if name == "preview" else [])]
    with subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        first = next(line for line in process.stdout if said in line)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert first
    assert process.returncode == 0


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    for name in ("content", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("new-delhi", "new-delhi-bref"):  # the README names the other; half the time
        (folder / "content" / "briefings" / f"{name}.yaml").unlink()
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = re.search(r"\$ cat recipients\.csv.*?\n(.*?)\n\$", text, re.DOTALL)
    assert listed is not None
    (folder / "recipients.csv").write_text(listed[1] + "\n", encoding="utf-8")
    return folder


@pytest.mark.skipif(os.name == "nt" or not BASH, reason="the README is written for bash")
def test_each_command_of_the_readme_does_what_it_is_shown_for(project: Path, tmp_path: Path) -> None:
    printed = {}
    for line in commands():
        name = line.split()[1]
        if name in UNTIL_STOPPED:
            run_until_ready(project, name, UNTIL_STOPPED[name])
            continue
        ready(project, line)
        printed[line] = run(tmp_path if line == 'rapport new "COP 30"' else project, line)
    assert (tmp_path / "content" / "briefings" / "cop30.yaml").exists()
    assert any(
        line.startswith("rapport trace") and "exemplaire n° 7" in said.replace("\u00a0", " ")
        for line, said in printed.items()
    )
    assert any("Autrement dit" in said for line, said in printed.items() if line.startswith("rapport edits"))
    assert "L’IA\u00a0: 75\u202f%\n" in printed.values() or "L’IA\u00a0: 75\u00a0%\n" in printed.values()


def test_no_command_of_the_readme_is_passed_over() -> None:
    named = {line.split()[1] for line in commands() if line.startswith("rapport ")}
    assert {
        "new",
        "preview",
        "check",
        "build",
        "verify",
        "handout",
        "pack",
        "diff",
        "edits",
        "review",
        "explain",
    } <= named
    assert {"facts", "watch", "schema", "trace"} <= named
