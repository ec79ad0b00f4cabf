"""A brief goes out as a Word document, several reviewers change it, and their suggestions come home."""

from __future__ import annotations

import copy
import io
import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import PartFactory, XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

import edited_tree
from office import edited_in_office
from rapport.cli import main

PartFactory.part_type_for[CONTENT_TYPE.WML_FOOTNOTES] = XmlPart  # else python-docx keeps them as bytes

Make = Callable[[Any], object]


class Desk:
    """A project and the document that reviewers had."""

    def __init__(
        self, folder: Path, capsys: pytest.CaptureFixture[str], changes: Mapping[str, str | None] | None = None
    ) -> None:
        self.folder, self.capsys = folder, capsys
        self.options = edited_tree.project(folder, changes)
        assert main(["review", "export", "evian", *self.options]) == 0
        self.path = folder / "output" / "evian" / "evian-review.docx"
        self.before = self.files()
        capsys.readouterr()

    def files(self) -> dict[str, str]:
        content = self.folder / "content"
        return {path.name: path.read_text(encoding="utf-8") for path in content.rglob("*.yaml")}

    def edit(self, *makes: Make) -> Path:
        document = docx.Document(str(self.path))
        for make in makes:
            make(document)
        path = self.folder / "relu.docx"
        document.save(str(path))
        return path

    def listed(self, path: Path) -> list[tuple[str, str, str]]:
        """Author, what was and what is, or the remark."""
        assert main(["review", "import", str(path), "--format", "json", *self.options]) == 0
        found = json.loads(self.capsys.readouterr().out)
        return [(one["author"], one["before"], one["after"] or one["remark"]) for one in found]

    def apply(self, *words: object) -> str:
        assert main(["review", "import", *map(str, words), "--apply", *self.options]) == 0
        return self.capsys.readouterr().out.replace("\u00a0", " ")

    def changed(self) -> dict[str, list[str]]:
        """New lines by file."""
        after = self.files()
        pairs = {name: (self.before[name].splitlines(), text.splitlines()) for name, text in after.items()}
        return {name: [line for line in new if line not in old] for name, (old, new) in pairs.items() if old != new}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def paragraph(document: Any, start: str) -> Any:
    cells = (each for table in document.tables for row in table.rows for cell in row.cells for each in cell.paragraphs)
    found = [*document.paragraphs, *cells, *_footnotes(document)]
    return next(
        each for each in found if "".join(t.text or "" for t in each._p.iter(qn("w:t"))).lstrip().startswith(start)
    )


def _footnotes(document: Any) -> list[Any]:
    return [Paragraph(node, document._body) for node in _footnote_part(document).element.iter(qn("w:p"))]


def _footnote_part(document: Any) -> Any:
    return document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)


def replaced(start: str, old: str, new: str, author: str = "Zoé") -> Make:
    """A tracked replacement inside one run of a paragraph: the old words struck out, the new ones put in."""

    def make(document: Any) -> None:
        run = next(each for each in paragraph(document, start).runs if old in each.text)
        before, after = run.text.split(old, 1)
        pieces = [_run(run, before)]
        if old:
            pieces.append(_tracked("w:del", _run(run, old, "w:delText"), author))
        if new:
            pieces.append(_tracked("w:ins", _run(run, new), author))
        for piece in (*pieces, _run(run, after)):
            run._r.addprevious(piece)
        run._r.getparent().remove(run._r)

    return make


def _run(like: Any, text: str, tag: str = "w:t") -> Any:
    run = copy.deepcopy(like._r)
    for node in list(run):
        if node.tag != qn("w:rPr"):
            run.remove(node)
    element = OxmlElement(tag)
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(element)
    return run


def _tracked(tag: str, run: Any, author: str) -> Any:
    element = OxmlElement(tag)
    for name, value in (("id", "900"), ("author", author), ("date", "2026-02-11T09:00:00Z")):
        element.set(qn(f"w:{name}"), value)
    element.append(run)
    return element


def remarked(start: str, text: str, author: str) -> Make:
    return lambda document: document.add_comment(paragraph(document, start).runs[0], text, author=author, initials="x")


def typed(start: str, new: str) -> Make:
    """Without a trace."""

    def make(document: Any) -> None:
        first, *rest = paragraph(document, start).runs
        first.text = new
        for run in rest:
            run._r.getparent().remove(run._r)

    return make


EDITS: dict[str, tuple[Make, tuple[str, str, str], str]] = {
    "a title": (
        replaced("Ce qu’il faut", "faut", "faudra"),
        ("Zoé", "faut", "faudra"),
        "message: 'Ce qu''il faudra retenir'",
    ),
    "an item": (
        replaced("Former les", "les agents", "tous les agents"),
        ("Zoé", "les agents", "tous les agents"),
        '      - "Former tous les agents publics"',
    ),
    "a paragraph": (
        replaced("Les start-up ont levé plus", "personne", "nul"),
        ("Zoé", "personne", "nul"),
        "      nul ne reste seul.",
    ),
    "a second paragraph": (
        replaced("Un second", "la suite", "la fin"),
        ("Zoé", "la suite", "la fin"),
        "      Un second paragraphe dit la fin.",
    ),
    "a cell": (
        replaced("Chef de file", "Chef de file", "Pilote"),
        ("Zoé", "Chef de file", "Pilote"),
        '        - cells: ["Première équipe", "Pilote", "Conseil"]',
    ),
    "a callout": (
        replaced("La source", "pas tout", "presque rien"),
        ("Zoé", "pas tout", "presque rien"),
        '  - callout: "La source ne dit presque rien."',
    ),
    "words taken out": (
        replaced("Équiper les", " du pays", ""),
        ("Zoé", " du pays", ""),
        '      - {text: "Équiper les **laboratoires**", items: ["Avec des machines neuves"]}',
    ),
    "a footnote": (
        replaced("Le total", "précisé", "connu"),
        ("Zoé", "précisé", "connu"),
        '  total: "Le total n\'est pas connu."',
    ),
    "the subtitle": (replaced("Un an", "Un", "Deux"), ("Zoé", "Un", "Deux"), 'subtitle: "Deux an après"'),
}


def test_sent_back_as_it_was_it_suggests_nothing(desk: Desk) -> None:
    assert desk.listed(desk.path) == []
    assert desk.listed(desk.edit()) == []


def test_the_same_brief_gives_the_same_bytes(desk: Desk) -> None:
    first = desk.path.read_bytes()
    assert main(["review", "export", "evian", *desk.options]) == 0
    assert desk.path.read_bytes() == first


@pytest.mark.parametrize("name", EDITS)
def test_a_tracked_change_is_told_once_and_goes_back(name: str, desk: Desk) -> None:
    make, told, line = EDITS[name]
    path = desk.edit(make)
    assert desk.listed(path) == [told]
    desk.apply(path)
    assert [each for lines in desk.changed().values() for each in lines] == [line]
    assert "rien à récrire" in desk.apply(path)


def test_the_document_has_headings_tables_and_locked_figures(desk: Desk) -> None:
    document = docx.Document(str(desk.path))
    styles = {each.style.name for each in document.paragraphs if each.style is not None}
    assert {"Title", "Heading 1", "List Bullet"} <= styles
    assert len(document.tables) == 5
    locks = [node.get(qn("w:val")) for node in document.element.body.iter(qn("w:lock"))]
    assert locks
    assert set(locks) == {"sdtContentLocked"}
    assert any("bilan" in comment.text.lower() for comment in document.comments)
    assert document.settings.element.find(qn("w:trackRevisions")) is not None


def test_footnotes_are_words_own(desk: Desk) -> None:
    """Called where the brief calls them, with their text at the foot, and no list of notes at the end."""
    document = docx.Document(str(desk.path))
    [call] = document.element.body.iter(qn("w:footnoteReference"))
    notes = {
        note.get(qn("w:id")): "".join(text.text or "" for text in note.iter(qn("w:t")))
        for note in _footnote_part(document).element.iter(qn("w:footnote"))
    }
    assert notes[call.get(qn("w:id"))].strip() == "Le total n’est pas précisé."
    assert all("Le total" not in each.text for each in document.paragraphs)


def test_a_footnote_of_a_reviewers_own_is_left_to_the_author(desk: Desk) -> None:
    def add(document: Any) -> None:
        notes = _footnote_part(document).element
        note = copy.deepcopy(list(notes.iter(qn("w:footnote")))[-1])
        note.set(qn("w:id"), "7")
        for mark in [*note.iter(qn("w:bookmarkStart")), *note.iter(qn("w:bookmarkEnd"))]:
            mark.getparent().remove(mark)
        notes.append(note)
        call = OxmlElement("w:footnoteReference")
        call.set(qn("w:id"), "7")
        _footnote_run(paragraph(document, "Former les")).append(call)

    path = desk.edit(add)
    assert "paragraphe ajouté" in desk.apply(path)
    assert desk.changed() == {}


def _footnote_run(place: Any) -> Any:
    run = OxmlElement("w:r")
    place._p.insert(list(place._p).index(place.runs[0]._r) + 1, run)
    return run


def test_several_reviewers_are_told_apart(desk: Desk) -> None:
    path = desk.edit(
        replaced("Former les", "les agents", "tous les agents", "Zoé"),
        replaced("Un second", "la suite", "la fin", "Karim"),
        remarked("Un second", "À vérifier.", "Karim"),
    )
    found = desk.listed(path)
    assert ("Zoé", "les agents", "tous les agents") in found
    assert ("Karim", "la suite", "la fin") in found
    assert ("Karim", "Un second paragraphe dit la suite.", "À vérifier.") in found
    assert len(found) == 3
    desk.apply(path, "--author", "Karim")
    assert desk.changed() == {"financement.yaml": ["      Un second paragraphe dit la fin."]}


def test_a_change_without_a_trace_is_seen(desk: Desk) -> None:
    path = desk.edit(typed("Former les", "Former vite les agents publics"))
    assert desk.listed(path) == [("(sans suivi)", "Former les agents publics", "Former vite les agents publics")]


def test_a_paragraph_added_is_left_to_the_author(desk: Desk) -> None:
    path = desk.edit(lambda document: document.add_paragraph("Une idée de plus."))
    assert "paragraphe ajouté" in desk.apply(path)
    assert desk.changed() == {}


def test_a_content_that_went_on_meanwhile_still_takes_suggestions(desk: Desk) -> None:
    path = desk.edit(replaced("Former les", "les agents", "tous les agents"))
    section = desk.folder / "content" / "sections" / "chiffres.yaml"
    section.write_text(section.read_text(encoding="utf-8") + '  - paragraph: "Une phrase de plus."\n', encoding="utf-8")
    desk.before = desk.files()
    desk.apply(path)
    assert desk.changed() == {"textes.yaml": ['      - "Former tous les agents publics"']}


def test_writer_opens_and_saves_it_with_all_suggestions(desk: Desk, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("not run: no LibreOffice")
    makes = [make for make, _, _ in EDITS.values()]
    path = desk.edit(*makes, remarked("Un second", "À vérifier.", "Karim"))
    told = desk.listed(path)
    options = [
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
    ]
    command = [office, *options, "--outdir", str(tmp_path / "saved"), str(desk.path), str(path)]
    subprocess.run(command, capture_output=True, timeout=300, check=True)
    assert desk.listed(tmp_path / "saved" / "evian-review.docx") == []
    assert desk.listed(tmp_path / "saved" / "relu.docx") == told


def test_copies_of_two_reviewers_come_home_one_after_the_other(desk: Desk) -> None:
    """The second copy, sent before the first was accepted, takes nothing back; both may change one paragraph."""
    first = desk.edit(
        replaced("Un second", "la suite", "la fin"), replaced("Former les", "les agents", "tous les agents")
    )
    one = first.rename(desk.folder / "one.docx")
    other = desk.edit(
        replaced("Un second", "Un second", "Un autre", "Karim"), replaced("Ce qu’il", "faut", "faudra", "Karim")
    )
    desk.apply(one)
    desk.apply(other)
    wanted = {
        "textes.yaml": ["message: 'Ce qu''il faudra retenir'", '      - "Former tous les agents publics"'],
        "financement.yaml": ["      Un autre paragraphe dit la fin."],
    }
    assert desk.changed() == wanted
    for path in (one, other):
        assert "rien à récrire" in desk.apply(path)
    assert desk.changed() == wanted


def test_two_reviewers_of_the_same_words_are_told(desk: Desk) -> None:
    one = desk.edit(replaced("Un second", "la suite", "la fin")).rename(desk.folder / "one.docx")
    other = desk.edit(replaced("Un second", "la suite", "la conclusion", "Karim"))
    desk.apply(one)
    assert "le contenu a changé depuis" in desk.apply(other)
    assert desk.changed() == {"financement.yaml": ["      Un second paragraphe dit la fin."]}


def test_copies_of_several_reviewers_come_home_at_once(desk: Desk) -> None:
    """What all of them suggest for one paragraph is written together."""
    one = desk.edit(
        replaced("Un second", "la suite", "la fin"), replaced("Former les", "les agents", "tous les agents")
    ).rename(desk.folder / "one.docx")
    other = desk.edit(
        replaced("Un second", "Un second", "Un autre", "Karim"),
        replaced("Former les", "les agents", "tous les agents", "Karim"),
        typed("Ce qu’il", "Ce qu’il faudra retenir"),
    )
    said = desk.apply(one, other)
    assert "(sans suivi, relu.docx)" in said
    assert "5 suggestions" in said
    assert desk.changed() == {
        "textes.yaml": ["message: 'Ce qu''il faudra retenir'", '      - "Former tous les agents publics"'],
        "financement.yaml": ["      Un autre paragraphe dit la fin."],
    }
    assert "rien à récrire" in desk.apply(one, other)


def test_reviewers_of_one_copy_after_another_are_told_once(desk: Desk) -> None:
    """The second copy was made of the first: it holds the first reviewer's changes as well."""
    one = desk.edit(replaced("Un second", "la suite", "la fin")).rename(desk.folder / "one.docx")
    desk.path = one
    other = desk.edit(replaced("Former les", "les agents", "tous les agents", "Karim"))
    assert "2 suggestions" in desk.apply(one, other)


def test_reviewers_who_disagree_are_a_conflict_and_nothing_is_written(desk: Desk) -> None:
    one = desk.edit(replaced("Un second", "la suite", "la fin")).rename(desk.folder / "one.docx")
    other = desk.edit(replaced("Un second", "la suite", "la conclusion", "Karim"))
    said = desk.apply(one, other)
    assert said.count("gardez l’une des rédactions") == 1
    assert "en conflit avec : « Un second paragraphe dit la conclusion. »" in said
    assert desk.changed() == {}
    assert "gardez" not in desk.apply(one, other, "--author", "Karim")
    assert desk.changed() == {"financement.yaml": ["      Un second paragraphe dit la conclusion."]}


def test_copies_of_two_briefings_are_not_read_together(desk: Desk) -> None:
    assert main(["review", "export", "nice", *desk.options]) == 0
    nice = desk.folder / "output" / "nice" / "nice-review.docx"
    assert main(["review", "import", str(desk.path), str(nice), *desk.options]) == 2
    assert "plusieurs dossiers (evian, nice)" in desk.capsys.readouterr().err
    assert main(["review", "export", "evian", "nice", *desk.options]) == 2


SUGGESTED = {
    "nothing": [],
    "title": [("faut retenir", "faudra retenir")],
    "item": [("Former les agents", "Former tous les agents")],
    "taken out": [(" du pays", "")],
    "cell": [("Chef de file", "Pilote")],
    "paragraph": [("dit la suite", "dit la fin")],
    "footnote": [("pas précisé", "jamais connu")],
    "remarked": [("Un second paragraphe dit la suite.", "À vérifier.")],
}


def test_what_a_reviewer_does_in_writer_is_told_once_and_comes_home(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "uno"
    folder.mkdir()
    edited = edited_in_office(Path(__file__).with_name("writer.py"), desk.path, folder)
    found = {}
    for name, data in edited.items():
        path = folder / "edited" / f"{name}.docx"
        path.write_bytes(data)
        found[name] = [(before, after) for _, before, after in desk.listed(path)]
    assert found == SUGGESTED
    for name in SUGGESTED:
        desk.apply(folder / "edited" / f"{name}.docx")
    assert sorted(line.strip() for lines in desk.changed().values() for line in lines) == [
        '- "Former tous les agents publics"',
        '- cells: ["Première équipe", "Pilote", "Conseil"]',
        '- {text: "Équiper les **laboratoires**", items: ["Avec des machines neuves"]}',
        "Un second paragraphe dit la fin.",
        "message: 'Ce qu''il faudra retenir'",
        'total: "Le total n\'est jamais connu."',
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "pas un document Word"),
        (b"PK cut", "illisible"),
        (edited_tree.picture("#000"), "pas un document Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protégé, ou d’avant 2007"),
    ],
)
def test_what_is_no_document_is_refused_in_a_line(data: bytes, reason: str, desk: Desk) -> None:
    path = desk.folder / "bad.docx"
    path.write_bytes(data)
    assert main(["review", "import", "--apply", str(path), *desk.options]) == 2
    said = desk.capsys.readouterr().err
    assert reason in said
    assert len(said.splitlines()) == 1


def test_more_changes_than_anybody_made_are_refused(desk: Desk) -> None:
    def crowd(document: Any) -> None:
        place = paragraph(document, "Former les")
        for _ in range(10_000):
            place._p.append(_tracked("w:ins", _run(place.runs[0], "mot"), "Zoé"))

    path = desk.edit(crowd)
    assert main(["review", "import", "--apply", str(path), *desk.options]) == 2
    said = desk.capsys.readouterr().err
    assert "démesuré" in said
    assert len(said.splitlines()) == 1


def test_another_document_is_refused(desk: Desk) -> None:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    path = desk.folder / "other.docx"
    path.write_bytes(buffer.getvalue())
    assert main(["review", "import", str(path), *desk.options]) == 2
