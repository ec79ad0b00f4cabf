"""Whatever is changed in a document of any kind is told, or changes nothing that a reader could see, read or follow."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from content_tree import SMALL, write_tree
from rapport.cli import main
from rapport.formats.unreadable import UnreadableError
from rapport.verify.pack import check_pack
from rapport.verify.rebuilt.authenticity import check_rebuilt
from verify.any_change import change, shown

ASSETS = Path(__file__).parents[2] / "assets"
LINK = 'blocks:\n  - bullets: ["Voir [le bilan](https://example.org/bilan)"]'
LINKED = {"sections/financement.yaml": dedent(SMALL["sections/financement.yaml"]).replace("blocks:", LINK)}
DOCUMENTS = (
    *("evian-brief.pdf", "evian-deck.pptx", "evian-slides.pdf", "evian-notes.pdf", "evian-lines.pdf"),
    *("evian-large-print.pdf", "evian-booklet.pdf", "evian-2up.pdf", "evian-bound.pdf"),
    *("copies/1.0/evian-001-inde-brief.pdf", "copies/1.0/evian-001-inde-deck.pptx"),
    *("copies/1.0/evian-001-inde-sheet.pdf", "copies/1.0/evian-print-brief.pdf", "copies/1.0/evian-print-slides.pdf"),
    *("changes.pdf", "evian-pack.zip"),
)
SEEDS = [pytest.param(range(50)), pytest.param(range(50, 1500), marks=pytest.mark.nightly)]
"""Changes to each: 800 of them, and 23,200 more by night."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that a briefing is made into, once."""
    path = tmp_path_factory.mktemp("project")
    words = ["--content", str(write_tree(path, LINKED)), "--assets", str(ASSETS), "--output", str(path / "output")]
    (path / "to.csv").write_text("nom;documents\nInde;brief,deck,sheet\n", encoding="utf-8")
    kinds = [f"--{kind}" for kind in ("slides", "notes", "lines", "large-print", "booklet", "bound")]
    for command in (
        ["build"],
        ["handout", *kinds, "--n-up", "2"],
        ["pack", "evian", "--recipients", str(path / "to.csv"), "--print"],
        ["pack", "evian"],
    ):
        assert main([*command, *words]) == 0
    facts = path / "content" / "facts" / "financement.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("2_600_000_000", "2_700_000_000"), encoding="utf-8")
    folder = path / "output" / "evian"
    assert main(["diff", str(folder / "evian-pack.zip"), "--sheet", str(folder / "changes.pdf"), *words]) == 0
    return folder


def told(found: bytes, data: bytes, ending: str) -> bool:
    """Whether a change is told; a pack's by its manifest, which holds every byte of it."""
    if ending == ".zip":
        try:
            return bool(check_pack(found).findings)
        except UnreadableError:
            return True
    check = check_rebuilt(found, data)
    return bool(check.findings or check.unproved)


@pytest.mark.parametrize("seeds", SEEDS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_any_change_is_told_or_is_none_to_a_reader(name: str, seeds: range, made: Path) -> None:
    data, ending = (made / name).read_bytes(), Path(name).suffix
    missed = []
    for seed in seeds:
        found = change(data, ending, seed)
        if not told(found, data, ending) and shown(found, ending) != shown(data, ending):
            missed.append(seed)
    assert missed == []
