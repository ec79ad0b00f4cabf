"""Words changed in a deck go back where their author typed them: those words, and nothing else of the file."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest

import handwork
from edit_desk import Desk
from edited_tree import read_back
from rapport.cli import main

APPLIED = (
    "a title", "the title of the cover", "the subtitle", "a kicker", "an item", "a second item", "a sub-item",
    "the last item", "a callout", "a caption", "the caption of a picture", "a quote", "an attribution",
    "the title of a column", "a detail", "a point", "a cell", "a cell of the last row", "a head of column", "a note",
    "a moment in a group", "a label in a group",
)  # fmt: skip


def test_all_words_go_back_and_are_then_in_the_content(desk: Desk) -> None:
    path = desk.edit(*(handwork.WORDS[name][0] for name in APPLIED))
    assert set(desk.fates(path)) == {"text"}
    desk.run(path, "--apply")
    assert len(desk.changed_lines()) >= len(APPLIED) - 4
    assert set(desk.fates(path)) == {"done"}
    applied = desk.files()
    assert "rien à récrire" in desk.run(path, "--apply")
    assert desk.files() == applied


def test_a_build_then_says_what_the_edited_deck_says(desk: Desk) -> None:
    path = desk.edit(*(handwork.WORDS[name][0] for name in APPLIED))
    desk.run(path, "--apply")
    assert main(["build", "evian", *desk.options]) == 0
    built = (desk.folder / "output" / "evian" / "evian-deck.pptx").read_bytes()
    texts = [_all_texts(built), _all_texts(path.read_bytes())]
    missing = [handwork.WORDS[name][1][2] for name in APPLIED if handwork.WORDS[name][1][2] not in texts[0] & texts[1]]
    assert missing == []


def _all_texts(data: bytes) -> set[str]:
    slides = read_back(data).slides
    every = [each for slide in slides for shape in slide.shapes for each in shape.words.split("\n")]
    return {*every, *(each.text for slide in slides for each in slide.notes)}


@pytest.mark.parametrize(
    ("make", "line"),
    [
        (handwork.text(5, "Titre", "Ce qu’il faudra retenir"), "message: 'Ce qu''il faudra retenir'"),
        (handwork.text(5, "Texte", "L’État suit l’exemple", 3), "      - 'L''État suit l''exemple'"),
        (handwork.text(7, "Surtitre", "Les dates"), "title: Les dates"),
        (handwork.text(7, "Surtitre", "Dates : suite"), 'title: "Dates : suite"'),
        (handwork.notes(4, 0, "Dire la méthode."), "  Dire la méthode."),
        (
            handwork.text(5, "Texte", "Équiper bientôt les laboratoires du pays", 1),
            '      - {text: "Équiper bientôt les **laboratoires** du pays", items: ["Avec des machines neuves"]}',
        ),
        (
            handwork.text(5, "Texte", "Équiper les écoles", 1),
            '      - {text: "Équiper les écoles", items: ["Avec des machines neuves"]}',
        ),
        (
            handwork.text(4, "Titre", "Les start-up ont déjà levé 2,6 Md€, plus de quoi bien grandir"),
            'message: "Les start-up ont déjà levé {levees:short}, plus de quoi bien grandir"',
        ),
        (
            handwork.notes(4, 1, "Enfin annoncer l’objectif : 80 % des PME."),
            "  Enfin annoncer l'objectif : {pme} des PME.",
        ),
    ],
)
def test_one_line_changes_as_its_author_would_type_it(make: handwork.Make, line: str, desk: Desk) -> None:
    path = desk.edit(make)
    desk.run(path, "--apply")
    assert desk.changed_lines() == [line]


def test_a_figure_is_its_authors_to_decide(desk: Desk) -> None:
    path = desk.edit(handwork.WORDS["a figure in a title"][0], handwork.OTHERS["a value of a chart"][0])
    said = desk.run(path, "--apply")
    assert desk.files() == desk.before
    assert "fait « levees » (content/facts/financement.yaml:3:3) : « 2,6 Md€ » dans le contenu, « 2,9 Md€ »" in said


def test_a_number_typed_into_prose_would_be_no_fact(desk: Desk) -> None:
    path = desk.edit(handwork.text(5, "Texte", "Former 5 000 agents publics"), handwork.EDITS["a title"][0])
    said = desk.run(path, "--apply")
    assert "number-without-fact" in said
    assert desk.changed_lines() == ["message: 'Ce qu''il faudra retenir'"]


def test_what_stays_in_the_deck_is_told_with_its_reason(desk: Desk) -> None:
    path = desk.edit(handwork.EDITS["a table moved"][0], handwork.EDITS["a slide added"][0])
    said = desk.run(path)
    assert "la place des formes vient de la charte" in said
    assert "diapositive 11, diapositive ajoutée : rien → « Une diapositive de plus »" in said


def test_a_text_of_two_briefings_is_told_before_it_changes(desk: Desk) -> None:
    said = desk.run(desk.edit(handwork.EDITS["an item"][0]))
    assert "ce texte est aussi celui de : nice" in said


def test_two_wordings_of_one_text_are_a_conflict_told_once_and_not_written(desk: Desk) -> None:
    path = desk.edit(
        handwork.EDITS["a caption"][0], handwork.EDITS["a note of a table"][0], handwork.EDITS["a cell"][0]
    )
    for _ in range(2):  # what neither says is written by no later call either
        said = desk.run(path, "--apply")
        assert said.count("gardez l’une des rédactions") == 1
        assert "en conflit avec : diapositive 6, commentaires, « Les équipes »" in said
        assert "en conflit avec : diapositive 6, « Les tâches »" in said
        assert [line.strip() for line in desk.changed_lines()] == ['- cells: ["Équipe une", "Chef de file", "Conseil"]']
        assert main(["build", "evian", *desk.options]) == 0
        desk.capsys.readouterr()


def test_of_two_wordings_the_one_that_its_author_keeps_stays(desk: Desk) -> None:
    path = desk.edit(handwork.EDITS["a caption"][0], handwork.EDITS["a note of a table"][0])
    section = desk.folder / "content" / "sections" / "tableau.yaml"
    section.write_text(section.read_text().replace("Les rôles", "Les équipes"), encoding="utf-8")
    assert main(["build", "evian", *desk.options]) == 0
    desk.capsys.readouterr()
    assert desk.fates(path) == ["kept", "done"]


GLOSSARY = """
    title: Sigles
    message: "Les sigles"
    blocks:
      - bullets: ["L'AET veille à tout."]
      - glossary: used
        title: "Sigles"
    """
ACRONYM = {
    "acronyms.yaml": """
        AET: {expansion: "agence des essais publics"}
        """,
    "sections/image.yaml": GLOSSARY,
    "sections/paroles.yaml": GLOSSARY,
}


def test_an_acronym_spelt_out_in_two_places_takes_no_turns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two wordings of one expansion are a conflict, at each call."""
    desk = Desk(tmp_path, capsys, ACRONYM)
    path = desk.edit(
        handwork.text(8, "Texte", "AET – agence des tests publics", 2),
        handwork.text(9, "Texte", "AET – agence des essais ouverts", 2),
    )
    for _ in range(2):
        assert ["en conflit avec" in change["reason"] for change in desk.changes(path)] == [True, True]
        assert "rien à récrire" in desk.run(path, "--apply")
        assert main(["build", "evian", *desk.options]) == 0
        desk.capsys.readouterr()
    assert desk.files() == desk.before


def test_an_edit_made_before_the_content_changed_is_still_told(desk: Desk) -> None:
    path = desk.edit(handwork.EDITS["an item"][0], handwork.EDITS["a cell"][0])
    section = desk.folder / "content" / "sections" / "textes.yaml"
    section.write_text(section.read_text().replace("Former les agents", "Former bien les agents"), encoding="utf-8")
    assert desk.fates(path) == ["kept", "text"]
    assert main(["build", "evian", *desk.options]) == 0
    desk.capsys.readouterr()
    assert desk.fates(path) == ["kept", "text"]


def test_a_deck_of_unknown_content_is_not_applied(desk: Desk) -> None:
    path = desk.edit(handwork.EDITS["an item"][0])
    for kept in (desk.folder / "output" / "evian" / ".built").iterdir():
        kept.unlink()
    section = desk.folder / "content" / "sections" / "tableau.yaml"
    section.write_text(section.read_text().replace("Renfort", "Secours"), encoding="utf-8")
    assert "le contenu a changé depuis" in desk.run(path)
    assert main(["edits", "--apply", str(path), *desk.options]) == 2


def test_line_ends_and_mark_of_a_file_stay(desk: Desk) -> None:
    section = desk.folder / "content" / "sections" / "textes.yaml"
    section.write_bytes(b"\xef\xbb\xbf" + section.read_bytes().replace(b"\n", b"\r\n"))
    before = section.read_bytes()
    desk.run(desk.edit(handwork.EDITS["an item"][0]), "--apply")
    old, new = b"Former les agents publics", b"Former tous les agents"
    assert section.read_bytes() == before.replace(old, new)


def test_nothing_is_written_where_one_file_cannot_be(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.edit(handwork.EDITS["an item"][0], handwork.EDITS["a cell"][0])
    real = Path.open

    def locked(self: Path, mode: str = "r", *rest: object, **named: object) -> object:
        if mode == "r+b" and self.name == "textes.yaml":
            raise PermissionError(13, "locked", str(self))
        return real(self, mode, *rest, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", locked)
    assert main(["edits", "--apply", str(path), *desk.options]) == 2
    assert desk.files() == desk.before


def test_the_list_says_what_would_be_written(desk: Desk) -> None:
    """Of two wordings of one title, and of a date that is typed another way, as `--apply` treats them."""
    path = desk.edit(
        handwork.text(1, "Titre", "L’IA partout en France"),
        handwork.notes(1, 0, "Notre sujet, enfin : L’IA en France."),
        handwork.text(1, "Date", "10 février 2026 au soir"),
        handwork.EDITS["a cell"][0],
    )
    listed = {change["after"]: change["fate"] for change in desk.changes(path)}
    desk.run(path, "--apply")
    written = {"L’IA partout en France": "L'IA partout en France", "Équipe une": "Équipe une"}
    assert [after for after, fate in listed.items() if fate == "text"] == list(written)
    assert all(any(typed in line for line in desk.changed_lines()) for typed in written.values())
    assert len(desk.changed_lines()) == len(written)


@pytest.mark.parametrize(
    ("make", "before", "after"),
    [
        (
            handwork.text(4, "Titre", "Les start-up ont levé 2,6 bons Md€, plus de quoi grandir"),
            "2,6 Md€",
            "2,6 bons Md€",
        ),
        (handwork.text(3, "Nombre", "2,6 M€"), "2,6 Md€", "2,6 M€"),
        (handwork.text(3, "Nombre 3", "80 pour cent"), "80 %", "80 pour cent"),
    ],
)
def test_words_and_units_of_a_printed_figure_are_its_own(
    make: handwork.Make, before: str, after: str, desk: Desk
) -> None:
    path = desk.edit(make)
    [change] = desk.changes(path)
    [figure] = change["figures"]
    assert (change["fate"], figure["content"].replace("\u00a0", " "), figure["deck"]) == ("figure", before, after)
    desk.run(path, "--apply")
    assert desk.files() == desk.before


def test_words_said_twice_are_written_where_they_were_changed(desk: Desk) -> None:
    """The other place that says the same keeps its words, at the second call as well."""
    section = desk.folder / "content" / "sections" / "image.yaml"
    section.write_text(section.read_text().replace("Le terrain vu du ciel", "Les rôles"), encoding="utf-8")
    assert main(["build", "evian", *desk.options]) == 0
    desk.built = (desk.folder / "output" / "evian" / "evian-deck.pptx").read_bytes()
    desk.capsys.readouterr()
    desk.before = desk.files()
    path = desk.edit(handwork.text(8, "À retenir", "Les parcelles"))
    for _ in range(3):
        desk.run(path, "--apply")
        assert [line.strip() for line in desk.changed_lines()] == [
            '- image: {file: carte.png, alternative: "Un carré vert", caption: "Les parcelles"}'
        ]
        assert main(["build", "evian", *desk.options]) == 0
        desk.capsys.readouterr()
    assert desk.fates(path) == ["done"]


PAIRS = """
    - fr: "Former les agents publics"
      en: "Train civil servants"
    - fr: "Un an après"
      en: "One year later"
    """


def test_a_translated_deck_goes_back_into_its_translations(desk: Desk) -> None:
    content = desk.folder / "content"
    pairs = content / "translations" / "en_GB" / "textes.yaml"
    pairs.parent.mkdir(parents=True)
    pairs.write_text(dedent(PAIRS).lstrip("\n"), encoding="utf-8")
    desk.before = desk.files()
    main(["build", "evian", "--locale", "en_GB", *desk.options])
    desk.capsys.readouterr()
    built = desk.folder / "output" / "evian" / "evian-deck.en_GB.pptx"
    assert {change["file"]: change["changes"] for change in json.loads(desk.run("--format", "json"))} == {
        str(built): [],
        str(built.with_name("evian-deck.pptx")): [],
    }
    desk.built = built.read_bytes()
    path = desk.edit(handwork.text(5, "Text", "Train all civil servants"))
    [change] = desk.changes(path)
    assert (change["before"], change["fate"]) == ("Train civil servants", "text")
    desk.run(path, "--apply")
    assert desk.changed_lines() == ['  en: "Train all civil servants"']


def test_a_deck_for_an_audience_is_compared_with_what_it_sees(desk: Desk) -> None:
    section = desk.folder / "content" / "sections" / "tableau.yaml"
    section.write_text(section.read_text().replace("title: Un tableau", "title: Un tableau\naudience: partners"))
    desk.before = desk.files()
    for words in (["--audience", "public"], []):
        assert main(["build", "evian", *words, *desk.options]) == 0
    desk.capsys.readouterr()
    built = desk.folder / "output" / "evian" / "evian.public-deck.pptx"
    assert [each["changes"] for each in json.loads(desk.run("--format", "json"))] == [[], []]
    built.write_bytes(handwork.after(built.read_bytes(), handwork.EDITS["an item"][0]))
    [change] = desk.changes(built)
    assert change["fate"] == "text"
    desk.run(built, "--apply")
    assert desk.changed_lines() == ['      - "Former tous les agents"']


FAULT = ("{pme} des PME", "{pmee} des PME")


def test_a_fault_elsewhere_keeps_no_words_away(desk: Desk) -> None:
    """A draft shows its faults, and is edited as any other: what is marked in it is no edit."""
    section = desk.folder / "content" / "sections" / "financement.yaml"
    section.write_text(section.read_text().replace(*FAULT), encoding="utf-8")
    desk.before = desk.files()
    assert main(["build", "evian", *desk.options]) == 1
    desk.capsys.readouterr()
    desk.built = (desk.folder / "output" / "evian" / "evian-deck.pptx").read_bytes()
    for built in (desk.folder / "output" / "evian" / ".built").iterdir():
        built.unlink()  # compared with what the content makes
    path = desk.edit(handwork.EDITS["an item"][0])
    assert desk.fates(path) == ["text"]
    desk.run(path, "--apply")
    assert "en faute (1 faute, aucun avertissement)" in desk.warned
    assert desk.changed_lines() == ['      - "Former tous les agents"']


def test_a_deck_that_another_version_drew_is_compared_with_itself(desk: Desk) -> None:
    """The deck as it was made is kept: a program that draws the same content otherwise tells no change."""
    [built] = (desk.folder / "output" / "evian" / ".built").iterdir()
    other = handwork.after(desk.built, handwork.EDITS["a table moved"][0])
    built.write_bytes(other)
    desk.built = other
    assert desk.fates(desk.edit()) == []
    assert desk.fates(desk.edit(handwork.EDITS["an item"][0])) == ["text"]


def test_a_link_out_of_the_folder_is_not_followed(desk: Desk, tmp_path: Path) -> None:
    section = desk.folder / "content" / "sections" / "textes.yaml"
    outside = tmp_path / "outside.yaml"
    outside.write_bytes(section.read_bytes())
    section.unlink()
    section.symlink_to(outside)
    path = desk.edit(handwork.EDITS["an item"][0])
    assert "rien à récrire" in desk.run(path, "--apply")
    assert outside.read_bytes() == desk.before["sections/textes.yaml"]
