"""A marking and an embargo stand on all that is handed out: each kind of document that lacks one is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tree import SMALL, plain_spaces, write_tree
from rapport.cli import main

ASSETS = Path(__file__).parents[2] / "assets"
MARKING = 'marking: "Diffusion restreinte"\n'
EMBARGO = 'embargo: {until: "2026-02-12T18:30", zone: Europe/Paris}\n'
KINDS = ("brief", "large-print", "slides", "notes", "lines", "booklet", "2up", "bound")


def options(folder: Path, more: str) -> list[str]:
    """A project whose briefing says this too, as options of the command line."""
    indented = "".join(f"{line}\n        " for line in more.splitlines())
    content = write_tree(folder, {"briefings/evian.yaml": SMALL["briefings/evian.yaml"] + indented})
    return ["--content", str(content), "--assets", str(ASSETS), "--output", str(folder / "output")]


def handed_out(folder: Path, more: str) -> Path:
    """All that can be handed out, made anew."""
    asked = options(folder, more)
    assert main(["build", *asked]) == 0
    assert main(["handout", *asked]) == 0
    assert main(["handout", *asked, "--bound"]) == 0
    return folder / "output" / "evian"


@pytest.fixture(scope="module")
def unmarked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What was handed out before its author restricted it."""
    folder = tmp_path_factory.mktemp("unmarked")
    handed_out(folder, "")
    return folder


@pytest.mark.parametrize("kind", [*KINDS, "deck"])
def test_a_document_without_its_restrictions_is_found(
    unmarked: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = options(unmarked, MARKING + EMBARGO)
    name = "evian-deck.pptx" if kind == "deck" else f"evian-{kind}.pdf"
    assert main(["verify", *asked, str(unmarked / "output" / "evian" / name)]) == 3
    told = plain_spaces(capsys.readouterr().out)
    lost = [line for line in told.splitlines() if "Diffusion restreinte" in line and "rebuilt" not in line]
    assert lost, told
    assert "Sous embargo" in told or kind in ("slides", "notes", "deck"), (
        "these have both on one line, told by its start"
    )


def test_all_that_bears_them_is_proved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = handed_out(tmp_path, MARKING + EMBARGO)
    asked = options(tmp_path, MARKING + EMBARGO)
    assert main(["verify", *asked, *(str(folder / f"evian-{kind}.pdf") for kind in KINDS)]) == 0
    assert "en défaut" not in capsys.readouterr().out
