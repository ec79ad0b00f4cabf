"""`rapport check --source`, `rapport explain`, and numbers without a fact, as their users meet them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from textwrap import indent

import pytest

from content_tree import SMALL, plain_spaces, write_tree
from rapport.cli import main

ASSETS = Path(__file__).parents[2] / "assets"
SOURCE = "1\n2\n3\nElles ont levé plus de 2,6 milliards d'euros.\n5\nÉquiper 80% des PME\n7\n109 milliards promis\n"


def options(tmp_path: Path, changes: Mapping[str, str | None] | None = None) -> list[str]:
    content = write_tree(tmp_path, changes)
    return ["--content", str(content), "--assets", str(ASSETS), "--output", str(tmp_path / "output")]


def source(tmp_path: Path, text: str = SOURCE) -> str:
    path = tmp_path / "texte.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_facts_that_their_source_states_are_checked_in_silence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--source", source(tmp_path), *options(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("aucune faute, aucun avertissement\n")


def test_a_figure_the_source_does_not_state_is_named_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = source(tmp_path, SOURCE.replace("80%", "85%"))
    assert main(["check", "--source", text, *options(tmp_path)]) == 1
    said = plain_spaces(capsys.readouterr().out)
    assert (
        "facts/financement.yaml:21:3: source-figure: « pme » : « 80 percent » ne se lit pas dans la source (§ 6)"
        in said
    )


def test_telephones_and_titles_of_sources_are_no_figures(tmp_path: Path) -> None:
    contact = 'contacts: [{name: Presse, role: Bureau, details: ["01 23 45 67 89"]}]'
    briefing = SMALL["briefings/evian.yaml"].replace("[financement]", f"[financement, annexe]\n        {contact}")
    changes = {
        "briefings/evian.yaml": briefing,
        "sources.yaml": SMALL["sources.yaml"].replace("Bilan de l’IA", "Bilan en 12 points"),
        "sections/annexe.yaml": """
        title: Annexe
        message: "Les sources"
        blocks:
          - contacts: used
          - sources: used
        """,
    }
    assert main(["check", *options(tmp_path, changes)]) == 0


def test_a_source_that_cannot_be_read_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--source", str(tmp_path / "rien.txt"), *options(tmp_path)]) == 2
    assert "lecture impossible" in capsys.readouterr().err


def test_a_fact_is_explained_from_its_line_to_every_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", *options(tmp_path)])
    capsys.readouterr()
    assert main(["explain", "levees", *options(tmp_path)]) == 0
    said = plain_spaces(capsys.readouterr().out)
    assert "valeur : plus de 2,6 milliards d’euros" in said
    assert "période : 2025" in said
    assert "écrit dans : content/facts/financement.yaml:3:3" in said
    assert "source : Bilan de l’IA, § 4" in said or "source : Bilan de l'IA, § 4" in said
    assert re.search(r"evian-brief.pdf, page \d+ : « plus de 2,6 milliards d’euros »", said)
    assert "evian-deck.pptx, diapositive 3, forme « Titre » : « 2,6 Md€ »" in said
    assert re.search(r"evian-deck.pptx, diapositive \d+, graphique : « plus de 2,6 »", said)


def test_an_unknown_fact_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "levee", *options(tmp_path)]) == 2
    assert "vouliez-vous dire « levees » ?" in plain_spaces(capsys.readouterr().err)


@pytest.mark.parametrize("typed", ["Il y a 12 sites.", "Il y a douze sites.", "Un total de 3,5 Md€."])
def test_a_number_typed_in_prose_is_told_and_keeps_a_final_edition(
    tmp_path: Path, typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    section = SMALL["sections/financement.yaml"].replace("équipées.", f"équipées. {typed}")
    project = options(tmp_path, {"sections/financement.yaml": section})
    assert main(["check", *project]) == 0
    [said, *hint, count, _talk] = capsys.readouterr().out.splitlines()
    assert re.search(r"sections/financement.yaml:6:\d\d+: avertissement: number-without-fact", said)
    assert "      source: bilan" in hint
    assert plain_spaces(count) == "aucune faute, 1 avertissement"
    assert main(["build", *project]) == 0
    assert main(["verify", *project]) == 0
    assert main(["check", "--final", *project]) == main(["build", "--final", *project]) == 1
    assert main(["pack", "evian", *project]) == 1


def test_the_fact_proposed_can_be_pasted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    section = SMALL["sections/financement.yaml"].replace("équipées.", "équipées. Le coût est de 3,5 Md€.")
    assert main(["check", *options(tmp_path, {"sections/financement.yaml": section})]) == 0
    [_said, call, *lines, _phrase, _count, _talk] = capsys.readouterr().out.splitlines()
    assert "{financement-3-5-md}" in call
    facts = (
        SMALL["facts/financement.yaml"].rstrip() + "\n" + indent("\n".join(line[4:] for line in lines), " " * 8) + "\n"
    )
    section = section.replace("3,5 Md€", "{financement-3-5-md}, à confirmer")
    assert (
        main(["check", *options(tmp_path, {"sections/financement.yaml": section, "facts/financement.yaml": facts})])
        == 0
    )
    assert "number-without-fact" not in capsys.readouterr().out


@pytest.mark.parametrize("typed", ["Le G7 aussi.", "Au premier rang.", "Un site neuf.", "En 2025 aussi."])
def test_names_dates_of_facts_and_mere_words_are_none(tmp_path: Path, typed: str) -> None:
    section = SMALL["sections/financement.yaml"].replace("équipées.", f"équipées. {typed}")
    assert main(["check", *options(tmp_path, {"sections/financement.yaml": section})]) == 0


def test_a_bare_number_marked_as_an_exception_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    section = SMALL["sections/financement.yaml"].replace("équipées.", "équipées. Il y a 12 sites.")
    briefing = SMALL["briefings/evian.yaml"].rstrip() + '\n        tolerated: ["12"]\n'
    changes = {"sections/financement.yaml": section, "briefings/evian.yaml": briefing}
    assert main(["check", "--final", *options(tmp_path, changes)]) == 0
    assert "evian.yaml:7:13: avertissement: tolerated-bare: « 12 »" in plain_spaces(capsys.readouterr().out)


def test_an_author_may_mark_an_exception(tmp_path: Path) -> None:
    section = SMALL["sections/financement.yaml"].replace("équipées.", "équipées. Il y a douze sites.")
    briefing = SMALL["briefings/evian.yaml"].rstrip() + '\n        tolerated: ["douze sites"]\n'
    changes = {"sections/financement.yaml": section, "briefings/evian.yaml": briefing}
    assert main(["check", *options(tmp_path, changes)]) == 0
