"""Content as authors type it -> what they are told of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from briefing_tree import project
from content_tree import SMALL, plain_spaces, read_tree, said, write_tree
from rapport.cli import main
from rapport.read.content import read_content

SECTION = SMALL["sections/financement.yaml"]
FACTS = SMALL["facts/financement.yaml"]
SECTION_LINE = "      Les start-up ont levé {levees} en 2025[^total]. L'objectif : {pmee} des PME équipées."


def problems(tmp_path: Path, **changes: str) -> list[str]:
    files = {name.replace("__", "/") + ".yaml": text for name, text in changes.items()}
    return said(read_tree(tmp_path, files))


def test_sound_content_is_silent(tmp_path: Path) -> None:
    reading = read_tree(tmp_path)
    assert said(reading) == []
    assert reading.content.facts["levees"].value == 2_600_000_000
    assert [group.title for group in reading.content.groups] == ["Financement"]


def test_the_fingerprint_changes_with_any_character(tmp_path: Path) -> None:
    before = read_tree(tmp_path / "a").content.digest
    same = read_tree(tmp_path / "b").content.digest
    after = read_tree(tmp_path / "c", {"sources.yaml": SMALL["sources.yaml"] + "        # \n"}).content.digest
    assert before == same != after


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("- paragraph: Objectif 2030", "prose-unquoted"),
        ("- paragraph: {levees} levés", "yaml-syntax"),
        ("- paragraph: *Helsing* aussi", "yaml-syntax"),
        ("- paragraph: % des PME", "yaml-syntax"),
        ("- paragraph: Objectif 2030 : équiper", "yaml-syntax"),
        ('- points: [deux, "trois"]', "prose-unquoted"),
    ],
)
def test_prose_that_yaml_would_bite_is_refused_with_the_repaired_line(
    tmp_path: Path, typed: str, expected: str
) -> None:
    section = f'title: A\nmessage: "B"\nblocks:\n  {typed}\n'
    reading = read_tree(tmp_path, {"sections/financement.yaml": section})
    problem = next(problem for problem in reading.problems if problem.code == expected)
    assert problem.origin.line == 4
    assert '"' in problem.hint


def test_text_lost_behind_a_number_sign_is_given_back(tmp_path: Path) -> None:
    facts = FACTS.replace("locator: § 4", "locator: § 4 #1 et § 5")
    reading = read_tree(tmp_path, {"facts/financement.yaml": facts})
    assert reading.problems[0].code == "prose-unquoted"
    assert '"§ 4 #1 et § 5"' in reading.problems[0].hint


def test_a_comment_after_a_number_is_a_comment(tmp_path: Path) -> None:
    facts = FACTS.replace("value: 80", "value: 80   # la source écrit « 80 % »")
    assert problems(tmp_path, facts__financement=facts) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("status: promised", "status: promissed", "content/facts/financement.yaml:16:11 choice-unknown"),
        ("unit: percent", "unti: percent", "content/facts/financement.yaml:23:3 key-unknown clé inconnue : « unti »"),
        ("value: 80", "value: 2,6", "content/facts/financement.yaml:22:10 number-expected « 2,6 » n’est pas un nombre"),
        ("value: 80", "value: on", "content/facts/financement.yaml:22:10 number-expected « on » n’est pas un nombre"),
        ("value: 80", "value: 12:30", "content/facts/financement.yaml:22:10 number-expected"),
        ("value: 80", f"value: {'9' * 5_000}", "content/facts/financement.yaml:22:10 number-expected « 9999"),
        ("period: 2025", "period: 2025-13", "content/facts/financement.yaml:8:11 date-expected"),
        ("source: bilan", "source: bilen", "source-unknown source inconnue : « bilen »"),
        ("locator: § 4", "", "key-missing la clé « locator » manque"),
        ("value: 109", "low: 5\n          value: 109", "fact-quantity"),
    ],
)
def test_a_fault_of_a_fact_is_located(tmp_path: Path, old: str, new: str, expected: str) -> None:
    found = problems(tmp_path, facts__financement=FACTS.replace(old, new, 1))
    assert any(expected in line for line in found), found


def test_all_faults_of_all_files_are_said_at_once(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        facts__financement=FACTS.replace("status: promised", "status: x").replace("value: 80", "value: y"),
        sections__autre='title: A\nmessage: "{inconnu}"\nblocks:\n  - chrat: {}\n',
        briefings__evian=SMALL["briefings/evian.yaml"].replace("[financement]", "[financment]"),
    )
    codes = [line.split()[1] for line in found]
    assert {"choice-unknown", "number-expected", "block-unknown", "section-unknown"} <= set(codes)


def test_an_unknown_fact_is_placed_where_it_is_called(tmp_path: Path) -> None:
    section = SECTION.replace("{pme} des PME", "{pmee} des PME")
    reading = read_tree(tmp_path, {"sections/financement.yaml": section})
    [problem] = [problem for problem in reading.problems if problem.code == "fact-unknown"]
    assert (problem.origin.line, problem.origin.column) == (6, 1 + SECTION_LINE.index("{pmee"))
    assert plain_spaces(problem.hint) == "vouliez-vous dire « pme » ?"


def test_an_unknown_fact_of_a_place_on_a_map_is_told(tmp_path: Path) -> None:
    place = "{name: Fouju, at: [48.5853, 2.7797], fact: pmee}"
    carte = f'title: A\nmessage: "B"\nblocks:\n  - map: {{countries: [FR], places: [{place}], caption: "C"}}\n'
    assert any("fact-unknown fait inconnu : « pmee »" in line for line in problems(tmp_path, sections__carte=carte))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file-empty"),
        ("&a\n", "file-empty"),
        ("~\n", "file-empty"),
        ("a:\n\t- b\n", "yaml-tab"),
        ("a: 1\na: 2\n", "yaml-duplicate-key"),
        ("a: &x [1]\nb: *x\n", "yaml-alias"),
        ("a: !!python/object:os.system x\n", "yaml-tag"),
        ("a: \x07\n", "yaml-character"),
        ("a: [1, 2\n", "yaml-syntax"),
        ("--- a\n--- b\n", "yaml-syntax"),
        ("a: " + "[" * 3_000 + "]" * 3_000, "yaml-depth"),
    ],
)
def test_what_yaml_allows_and_content_does_not_need_is_refused(tmp_path: Path, text: str, code: str) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "sources.yaml").write_text(text, encoding="utf-8")
    assert code in [line.split()[1] for line in said(read_tree(tmp_path, {"sources.yaml": None}))]


def test_an_alias_bomb_is_refused_at_once(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    assert any("yaml-alias" in line for line in problems(tmp_path, sources=bomb))


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    read_tree(tmp_path)
    with (tmp_path / "content" / "sources.yaml").open("wb") as file:
        file.truncate(50_000_000)
    assert any(
        "file-too-large le fichier pèse 50 Mo" in line for line in said(read_tree(tmp_path, {"sources.yaml": None}))
    )


def test_another_encoding_is_said(tmp_path: Path) -> None:
    read_tree(tmp_path)
    (tmp_path / "content" / "sources.yaml").write_bytes("bilan: {title: é}".encode("cp1252"))
    assert any("file-encoding" in line for line in said(read_tree(tmp_path, {"sources.yaml": None})))


def test_a_missing_folder_is_one_line(tmp_path: Path) -> None:
    [problem] = read_content(tmp_path / "contenu", tmp_path).problems
    assert plain_spaces(problem.message) == "répertoire introuvable : « contenu »"


IMAGE = """
title: A
message: "B"
blocks:
  - image: {{file: {name}, alternative: "un plan", caption: "Le plan"}}
"""


def with_image(tmp_path: Path, name: str) -> list[str]:
    return said(read_tree(tmp_path, {"sections/image.yaml": IMAGE.format(name=name)}))


def test_a_picture_of_the_assets_is_read(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    Image.new("RGB", (4, 3)).save(tmp_path / "assets" / "plan.png")
    assert with_image(tmp_path, "plan.png") == []


@pytest.mark.parametrize(
    ("name", "said_of_it"),
    [
        ("../secret.png", "image-outside « ../secret.png » sort du répertoire des images"),
        ("/etc/hostname", "image-outside « /etc/hostname » sort du répertoire des images"),
        ("rien.png", "image-missing image introuvable : « rien.png »"),
        ("sous-dossier", "image-missing image introuvable : « sous-dossier »"),
        ("faux.png", "image-corrupt « faux.png » n’est pas une image lisible"),
        ("coupe.png", "image-corrupt « coupe.png » n’est pas une image lisible"),
        ("plan.gif", "image-format « plan.gif » est au format GIF"),
        ('"a\\0b.png"', "image-name nom d’image illisible : 'a\\x00b.png'"),
    ],
)
def test_a_picture_that_cannot_be_used_is_said(tmp_path: Path, name: str, said_of_it: str) -> None:
    assets = tmp_path / "assets"
    (assets / "sous-dossier").mkdir(parents=True)
    (assets / "faux.png").write_bytes(b"\x89PNG\r\n\x1a\n nothing")
    Image.effect_noise((64, 64), 100).save(assets / "coupe.png")
    (assets / "coupe.png").write_bytes((assets / "coupe.png").read_bytes()[:2_000])
    Image.new("P", (4, 3)).save(assets / "plan.gif")
    assert with_image(tmp_path, name) == [f"content/sections/image.yaml:4:12 {said_of_it}"]


def test_a_gigantic_picture_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    Image.new("1", (12_000, 12_000)).save(tmp_path / "assets" / "immense.png")
    assert any("image-too-large" in line for line in with_image(tmp_path, "immense.png"))


def test_a_second_visual_needs_a_message(tmp_path: Path) -> None:
    chart = '  - chart: {kind: bar, title: "Un", measure: "en euros", facts: [levees]}\n'
    section = 'title: A\nmessage: "B"\nblocks:\n' + chart * 2
    assert any(":5:5 visual-without-message" in line for line in problems(tmp_path, sections__deux=section))


def test_a_point_rests_on_the_prose_of_its_section(tmp_path: Path) -> None:
    section = 'title: A\nmessage: "B"\nblocks:\n  - points: ["{pme} des PME"]\n'
    assert any("point-not-in-prose" in line for line in problems(tmp_path, sections__points=section))


def test_a_point_comes_with_the_line_that_puts_its_figure_in_the_brief(tmp_path: Path) -> None:
    section = 'title: A\nmessage: "B"\nblocks:\n  - points: ["Objectif : {pme} des PME"]\n'
    files = {"sections/financement.yaml": section}
    (problem,) = (each for each in read_tree(tmp_path, files).problems if each.code == "point-not-in-prose")
    line = problem.hint.splitlines()[-1]
    assert line == '- paragraph: "PME à équiper: {pme} ({pme:status})."'
    assert main(["check", *project(tmp_path, {"sections/financement.yaml": f"{section}  {line}\n"})]) == 0


def test_a_long_sentence_is_a_warning(tmp_path: Path) -> None:
    section = f'title: A\nmessage: "B"\nblocks:\n  - paragraph: "Le {"mot " * 31}."\n'
    [line] = problems(tmp_path, sections__longue=section)
    assert "sentence-long phrase de 33 mots" in line


def test_footnotes_called_and_written_match(tmp_path: Path) -> None:
    section = SECTION.replace("[^total]", "[^autre]")
    codes = [line.split()[1] for line in problems(tmp_path, sections__financement=section)]
    assert sorted(codes) == ["footnote-unknown", "footnote-unused"]


def test_an_expired_fact_is_a_fault_at_its_line(tmp_path: Path) -> None:
    facts = FACTS.replace("status: promised", "status: promised\n          expires: 2026-02-01")
    assert any("fact-expired" in line for line in problems(tmp_path, facts__financement=facts))


def test_a_folder_without_content_is_said(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    [problem] = read_content(tmp_path / "content", tmp_path).problems
    assert (problem.code, str(problem.origin)) == ("folder-empty", "content")
    assert plain_spaces(problem.message) == "aucun fichier YAML dans ce répertoire"


FAULTY_SECTION = """
blocks:
  - paragraph: "{leves} et {pme} des PME[^nulle]."
  - chart: {kind: bar, title: "Un", measure: "en euros", facts: [promese]}
  - chrat: {}
"""


def test_a_faulty_section_does_not_hide_what_else_is_wrong_in_it(tmp_path: Path) -> None:
    assert problems(tmp_path, sections__autre=FAULTY_SECTION) == [
        "content/sections/autre.yaml:1:1 key-missing la clé « message » manque",
        "content/sections/autre.yaml:1:1 key-missing la clé « title » manque",
        "content/sections/autre.yaml:2:17 fact-unknown fait inconnu : « leves »",
        "content/sections/autre.yaml:2:41 footnote-unknown note inconnue : « nulle »",
        "content/sections/autre.yaml:3:66 fact-unknown fait inconnu : « promese »",
        "content/sections/autre.yaml:4:5 block-unknown « chrat » n’est pas un type de bloc",
    ]


def test_faulty_facts_and_briefings_hide_neither_their_calls_nor_themselves(tmp_path: Path) -> None:
    """What is faulty is not unknown to those that call it."""
    found = problems(
        tmp_path,
        facts__financement=FACTS.replace("achieved", "fait").replace("source: bilan", "source: bilen", 1),
        briefings__evian=SMALL["briefings/evian.yaml"]
        .replace("[financement]", "[financment]")
        .replace('version: "1.0"', ""),
    )
    assert found == [
        "content/briefings/evian.yaml:1:1 key-missing la clé « version » manque",
        "content/briefings/evian.yaml:6:12 section-unknown section inconnue : « financment »",
        "content/facts/financement.yaml:7:11 choice-unknown « fait » n’est pas une valeur de « status »",
        "content/facts/financement.yaml:10:11 source-unknown source inconnue : « bilen »",
    ]


def test_what_stands_in_a_file_that_yaml_cannot_read_is_not_unknown(tmp_path: Path) -> None:
    [only] = problems(tmp_path, facts__financement=FACTS.replace("value: 80", "value: [80"))
    assert "yaml-syntax" in only


def test_nor_what_stands_in_a_file_of_another_encoding(tmp_path: Path) -> None:
    content = write_tree(tmp_path, SMALL)
    section = content / "sections" / "financement.yaml"
    section.write_bytes(section.read_text(encoding="utf-8").encode("cp1252"))
    [only] = read_content(content, tmp_path / "assets").problems
    assert only.code == "file-encoding"
