"""Briefings and cases nobody here wrote the program for: none ends in a crash, what is accepted is handed out."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from content_tree import plain_spaces
from field.pasting import paste
from rapport.cli import main

HERE = Path(__file__).parent
ASSETS = HERE.parents[1] / "assets"
BRIEFINGS = sorted(path.name for path in (HERE / "briefings").iterdir())
CASES = sorted(path.name for path in (HERE / "cases").iterdir())
FAULTS = 1
ROWS = csv.reader((HERE / "told.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t")
TOLD = {name: told.split(", ") if told else [] for name, told in ROWS}
REASONABLE = frozenset(
    (
        "number-without-fact",  # a typed figure: a warning in a draft
        "unit-unknown",  # a unit typed as its symbol, for which the fault names the key
        "slide-wordy",
        "slide-sparse",
        "slide-small",
        "slide-chart-crowded",
        "fact-old",
        "tolerated-bare",
        "to-confirm",
        "answer-unsaid",
        "matrix-words",
    )
)
"""What a natural briefing may be told."""
UNIT_KEYS = {
    **dict.fromkeys(
        (
            "ambassade",
            "budget-commune",
            "congres",
            "cop30",
            "eau",
            "ecole",
            "health",
            "musee",
            "note",
            "oceans",
            "prison",
            "rail",
            "ter",
            "tribunal",
        ),
        "",
    ),
    "agriculture-ue": "€/t",
}
"""The symbol that each briefing types where a key is asked for."""


def options(folder: Path, source: Path) -> list[str]:
    """A copy of a project, with the charter that comes with the program where it has none."""
    shutil.copytree(source, folder, dirs_exist_ok=True)
    for file in ASSETS.iterdir():
        if file.is_file() and not (folder / "assets" / file.name).exists():
            (folder / "assets").mkdir(exist_ok=True)
            shutil.copy(file, folder / "assets")
    places = (("--content", "content"), ("--assets", "assets"), ("--output", "output"))
    return [word for option, name in places for word in (option, str(folder / name))]


@pytest.mark.parametrize("name", BRIEFINGS)
def test_a_natural_briefing_is_told_nothing_unreasonable(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *options(tmp_path, HERE / "briefings" / name)]) in (0, FAULTS)
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("content/")]
    codes = {part.removesuffix(":") for line in lines for part in line.split()[1:3] if part != "avertissement:"}
    assert {code for code in codes if "-" in code} <= REASONABLE


@pytest.mark.parametrize(("name", "words"), UNIT_KEYS.items())
def test_the_only_faults_of_a_natural_briefing_are_units_typed_as_symbols(
    name: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", *options(tmp_path, HERE / "briefings" / name)])
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("content/")]
    faults = {line.partition(": ")[2].partition(" (aussi ")[0] for line in lines if "avertissement" not in line}
    assert faults == ({f"unit-unknown: unité inconnue\u00a0: «\u00a0{words}\u00a0»"} if words else set())


def test_a_briefing_without_a_typed_figure_is_packed_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tariffs of a network beside those of other towns: ranges, euros a month, parts, hours of service, scenarios."""
    project = options(tmp_path, HERE / "briefings" / "transport")
    for words in (["check"], ["build"], ["verify"], ["pack", "tarifs"]):
        assert main([*words, *project]) == 0, capsys.readouterr()
    assert "aucune faute, aucun avertissement" in capsys.readouterr().out.replace("\u00a0", " ")


def pasted_and_packed(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = options(folder, HERE / "briefings" / name)
    assert main(["check", *project]) == 0
    assert paste(folder / "content", plain_spaces(capsys.readouterr().out))
    [briefing] = (folder / "content" / "briefings").iterdir()
    for words in (["check"], ["build"], ["verify"], ["pack", briefing.stem]):
        assert main([*words, *project]) == 0, capsys.readouterr()
        assert "number-without-fact" not in capsys.readouterr().out


def test_a_briefing_into_which_facts_are_pasted_is_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pasted_and_packed("tribunal", tmp_path, capsys)


@pytest.mark.nightly
@pytest.mark.parametrize(
    "name",
    ["ambassade", "congres", "cop30", "eau", "ecole", "health", "musee", "note", "prison", "rail", "ter"],
)
def test_any_briefing_into_which_facts_are_pasted_is_packed(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pasted_and_packed(name, tmp_path, capsys)


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_told_what_is_right(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`told.tsv`: by case, each code with its place; a warning bears a « ~ »."""
    code = main(["check", *options(tmp_path, HERE / "cases" / name)])
    found = []
    for line in capsys.readouterr().out.splitlines():
        if line.startswith("content/"):
            place, _, rest = line.removeprefix("content/").partition(": ")
            sign = "~" if rest.startswith("avertissement: ") else ""
            found.append(f"{sign}{rest.removeprefix('avertissement: ').partition(':')[0]}@{place}")
    assert found == TOLD[name]
    assert code == int(any(not each.startswith("~") for each in found))


@pytest.mark.nightly
@pytest.mark.parametrize("name", CASES)
def test_what_is_accepted_is_handed_out(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A draft is proved as it stands; a pack asks for what a final edition does."""
    project = options(tmp_path, HERE / "cases" / name)
    if main(["check", *project]) != 0:
        return
    assert main(["build", *project]) == 0
    assert main(["verify", *project]) == 0, capsys.readouterr().out
    if main(["check", "--final", *project]) != 0:
        return
    for briefing in sorted((tmp_path / "content" / "briefings").iterdir()):
        assert main(["pack", briefing.stem, *project]) == 0, capsys.readouterr().err
