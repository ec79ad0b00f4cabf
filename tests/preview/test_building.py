"""What the page is told after each save, without a browser."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from briefing_tree import ASSETS, COMPLETE
from commands.test_translate import TRANSLATED
from content_tree import plain_spaces, write_tree
from rapport.preview.building import Building, LiveProject
from rapport.preview.places import at, on_page
from rapport.preview.state import Fault, PageSpot, State
from rapport.project.project import Project, house_of, reading_of

SECTION = "sections/financement.yaml"
COMPOUND = {
    **COMPLETE,
    "sections/partie.yaml": """
        title: Détails
        kind: divider
        message: "Ce qui vient ensuite"
        """,
    "sections/lacunes.yaml": """
        title: Questions
        message: "Ce que l'on demande"
        blocks:
          - paragraph: Rien de plus que {pme}.
          - gaps:
              - {text: "L'année de la levée", who: "Les services", when: "avant juin"}
              - {text: "La suite de {pme}", who: "Les services", when: "avant juin"}
        """,
    "sections/annexe.yaml": """
        title: Annexe
        message: "Tous les faits"
        kind: annex
        media: [brief]
        blocks:
          - annex: Les faits
          - sources: used
          - glossary: used
          - all-gaps: used
        """,
    "briefings/evian.yaml": COMPLETE["briefings/evian.yaml"].replace(
        "financement, calendrier]", "financement, partie, calendrier, lacunes, annexe]"
    ),
}
"""A briefing with what is made of its other sections, too."""


class Desk:
    """A small briefing whose author saves."""

    def __init__(self, folder: Path, locale: str = "", tree: Mapping[str, str] = COMPLETE) -> None:
        self.content = write_tree(folder, tree)
        arguments = Project(self.content, ASSETS, locale=locale)
        project = LiveProject(folder, partial(reading_of, arguments), partial(house_of, arguments))
        self.building = Building(project, "evian")
        self.save()

    def save(self, name: str = SECTION, old: str = "", new: str = "") -> list[State]:
        path = self.content / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return list(self.building.build())

    def keys(self, document: str) -> list[str]:
        return [page.key for page in self.building.state.documents[document].pages]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def compound(tmp_path: Path) -> Desk:
    return Desk(tmp_path, tree=COMPOUND)


def codes(state: State) -> list[str]:
    return [fault.code for fault in state.faults]


def test_a_state_comes_with_the_faults_then_one_with_each_document(desk: Desk) -> None:
    first, second, third, last = desk.save(old="plus de quoi grandir", new="de quoi grandir plus")
    assert first.fresh
    assert second.documents["brief"] != first.documents["brief"]
    assert second.documents["slides"] == first.documents["slides"]
    assert third.documents["slides"] != first.documents["slides"]
    assert last.documents == third.documents
    assert [state.version for state in (first, second, third, last)] == list(range(first.version, first.version + 4))


EDITS = {
    "words": (SECTION, "plus de quoi grandir", "de quoi grandir plus"),
    "a line above": (SECTION, "title: Financement", "# à relire\ntitle: Financement"),
    "a fact": ("facts/financement.yaml", "value: 80", "value: 90"),
    "a source": ("sources.yaml", "bilan du 10", "rapport du 10"),
    "an acronym, first met elsewhere": ("sections/chiffres.yaml", "disent les chiffres", "disent les PME"),
    "a note before the others": (
        "sections/chiffres.yaml",
        "disent les chiffres",
        "disent les chiffres[^un]\nfootnotes: {un: Rien.}\nlead: Ainsi",
    ),
    "a name": ("names.yaml", "- G7", "- G7\n- Les start-up"),
    "a fact on one page more": ("sections/chiffres.yaml", "disent les chiffres", "disent les {levees:short}"),
    "a gap": ("sections/lacunes.yaml", "L'année", "Le mois"),
    "a gap further down": ("sections/lacunes.yaml", "- gaps:", "# à revoir\n  - gaps:"),
    "a group of facts": ("facts/financement.yaml", "group: Financement", "group: Argent"),
    "a fact of an annex": ("facts/financement.yaml", "locator: § 8", "locator: § 9"),
    "a status": ("facts/financement.yaml", "status: promised", "status: announced"),
    "a meaning": ("acronyms.yaml", "petites et moyennes", "toutes petites"),
    "a title": ("briefings/evian.yaml", "L'IA en France", "L'IA chez nous"),
    "a divider": ("sections/partie.yaml", "title: Détails", "title: Calendriers"),
    "no divider": ("sections/partie.yaml", "kind: divider", "kind: plain"),
    "another order": ("briefings/evian.yaml", "chiffres, financement", "financement, chiffres"),
    "numbers": (SECTION, "chart: {kind", "chart: {key: montants, kind"),
    "a fault": (SECTION, "L'objectif : {pme}", "L'objectif : 12 % et {pmee}"),
}
"""A file, its words, others: what other sections show, too, changes with most of them."""


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_remembered_is_what_would_be_made_anew(compound: Desk, edit: str) -> None:
    compound.save("briefings/evian.yaml", "version:", "numbered: true\nversion:")
    before = told(compound.building)
    name, old, new = EDITS[edit]
    compound.save(name, old, new)
    assert told(compound.building) != before
    anew = Building(compound.building.project, "evian")
    list(anew.build())
    list(anew.build())  # faults are shown where the pages before them stood
    assert told(compound.building) == told(anew)
    compound.save(name, new, old)
    assert told(compound.building) == before


@pytest.mark.parametrize("edit", EDITS)
def test_pages_in_sight_are_those_of_the_whole_after_any_edit(compound: Desk, edit: str) -> None:
    name, old, new = EDITS[edit]
    compound.building.pages_in_sight = frozenset(range(1, 99))
    compound.save(name, old, new)
    compound.save(name, new, old)
    path = compound.content / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    found: dict[tuple[int, str], bytes | None] = {}
    for state in compound.building.build():
        for number, page in enumerate(state.documents["brief"].pages, start=1):
            found.setdefault((number, page.key), compound.building.pictures.picture("brief", number, page.key, 0.7))
    anew = Building(compound.building.project, "evian")
    list(anew.build())
    list(anew.build())
    whole = enumerate(anew.state.documents["brief"].pages, start=1)
    pictures = {number: anew.pictures.picture("brief", number, page.key, 0.7) for number, page in whole}
    last = enumerate(compound.building.state.documents["brief"].pages, start=1)
    assert {number: found[number, page.key] for number, page in last} == pictures


def told(building: Building) -> tuple[object, ...]:
    """All that a page shows and answers from."""
    assert building.drawn
    passages = tuple(
        (document, each.page, each.area, each.span.text, each.span.origin)
        for document, drawn in building.drawn.passages.items()
        for each in drawn
    )
    return building.state.faults, building.state.documents, passages


def test_what_is_looked_at_is_drawn_first(desk: Desk) -> None:
    desk.building.in_sight = "slides"
    first, second, _, _ = desk.save(old="Les start-up ont levé {levees} en", new="Les start-up ont levé {levees}, en")
    assert second.documents["brief"] == first.documents["brief"]


def test_pages_in_sight_are_shown_before_the_rest_and_look_as_in_the_whole(desk: Desk) -> None:
    before, edited = desk.keys("brief"), (SECTION, "L'objectif :", "L'objectif, un objectif :")
    desk.save(*edited)
    pairs = enumerate(zip(before, desk.keys("brief"), strict=True), start=1)
    [page] = [number for number, (old, new) in pairs if old != new]
    desk.save(edited[0], edited[2], edited[1])
    desk.building.pages_in_sight = frozenset((1, page, 99))
    path = desk.content / SECTION
    path.write_text(path.read_text(encoding="utf-8").replace(edited[1], edited[2]), encoding="utf-8")
    pictures, names = [], []
    for state in desk.building.build():
        names.append([each.key for each in state.documents["brief"].pages])
        pictures.append(desk.building.pictures.picture("brief", page, names[-1][page - 1], 1.3))
    assert names[0] == before
    assert [number for number, key in enumerate(names[1], start=1) if key != before[number - 1]] == [page]
    assert names[1][page - 1] == names[2][page - 1]
    whole = Building(desk.building.project, "evian")
    *_, state = whole.build()
    assert pictures[1] == whole.pictures.picture("brief", page, state.documents["brief"].pages[page - 1].key, 1.3)
    desk.save()
    assert desk.keys("brief") == names[-1]


def test_a_picture_has_a_new_name_only_where_something_else_is_drawn(desk: Desk) -> None:
    before = desk.keys("brief")
    desk.save(old="L'objectif :", new="L'objectif, un objectif :")
    after = desk.keys("brief")
    assert [old == new for old, new in zip(before, after, strict=True)].count(False) == 1
    desk.save()
    assert desk.keys("brief") == after


def test_a_file_that_cannot_be_read_keeps_the_last_pages_and_says_where(desk: Desk) -> None:
    before = desk.building.state
    [state] = desk.save(old="title: Financement", new="title: [")
    assert not state.fresh
    assert state.documents == before.documents
    assert state.faults[0].file == f"content/{SECTION}"
    assert desk.building.pictures.picture("brief", 1, desk.keys("brief")[0], 1.0)
    assert desk.save(old="title: [", new="title: Financement")[-1].fresh


def test_content_with_a_fault_is_shown_with_a_gap_and_the_fault_beside_it(desk: Desk) -> None:
    before = desk.keys("brief")
    *_, state = desk.save(old="title: Financement", new="titel: Financement")
    assert state.fresh
    assert "key-unknown" in codes(state)
    assert desk.keys("brief") != before
    *_, state = desk.save(old="titel: Financement", new="title: Financement")
    assert codes(state) == []
    assert desk.keys("brief") == before


def test_a_briefing_that_cannot_be_read_keeps_its_pages(desk: Desk) -> None:
    before = desk.building.state
    [state] = desk.save("briefings/evian.yaml", old="title:", new="titel:")
    assert not state.fresh
    assert (state.briefing, state.documents) == ("evian", before.documents)
    assert "key-unknown" in codes(state)


def test_a_fault_stands_at_the_pages_that_show_its_line(desk: Desk) -> None:
    *_, state = desk.save(old="L'objectif :", new="Une hausse de 12 %. L'objectif :")
    [fault] = [each for each in state.faults if each.code == "number-without-fact"]
    shown = desk.building.state.documents["brief"].outline
    [page] = [heading.page for heading in shown if plain_spaces(heading.title).endswith("Financement")]
    assert PageSpot("brief", page) in fault.spots


def test_a_fault_of_a_fact_stands_where_the_fact_is_shown(desk: Desk) -> None:
    *_, state = desk.save("facts/financement.yaml", "source: bilan\n  locator: § 8", "source: bilann\n  locator: § 8")
    [fault] = [each for each in state.faults if each.code == "source-unknown"]
    assert {spot.document for spot in fault.spots} == {"brief", "slides"}


def test_faults_come_before_warnings_and_each_is_told_where_it_is(desk: Desk) -> None:
    *_, state = desk.save(old="{pme} des PME", new="{pmee} des PME. [À CONFIRMER] La suite")
    severities = [each.severity for each in state.faults]
    assert severities == sorted(severities)
    assert (severities[0], severities[-1]) == ("error", "warning")
    assert all(each.file and each.line for each in state.faults)


def test_charter_faults_are_told_as_those_of_content(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "assets" / "charter.yaml").write_text("palette: [", encoding="utf-8")
    arguments = Project(desk.content, tmp_path / "assets")
    read, house = partial(reading_of, arguments), partial(house_of, arguments)
    desk.building.project = LiveProject(tmp_path, read, house)
    [state] = desk.building.build(looks_changed=True)
    assert not state.fresh
    assert state.faults[0].file == "assets/charter.yaml"


def test_another_briefing_can_be_chosen(desk: Desk) -> None:
    other = (desk.content / "briefings" / "evian.yaml").read_text(encoding="utf-8")
    (desk.content / "briefings" / "rome.yaml").write_text(other.replace("L'IA en France", "À Rome"), encoding="utf-8")
    assert desk.save()[-1].briefings == ("evian", "rome")
    desk.building.choose("rome", "")
    assert desk.building.state.documents == {}
    assert list(desk.building.build())[-1].title == "À Rome"
    desk.building.choose("nowhere", "nobody")
    assert desk.building.state.briefing == "rome"


def test_the_view_of_an_audience_leaves_out_what_is_not_meant_for_it(desk: Desk) -> None:
    desk.save(
        "sections/calendrier.yaml", 'message: "De Paris à 2030"', 'message: "De Paris à 2030"\naudience: partners'
    )
    before = len(desk.keys("brief"))
    desk.building.choose("", "press")
    *_, state = desk.building.build()
    assert state.audience == "press"
    assert state.fresh
    assert len(desk.keys("brief")) == before - 1


def test_a_point_leads_to_its_line_and_to_its_fact(desk: Desk) -> None:
    drawn = desk.building.drawn
    assert drawn
    text = (desk.content / SECTION).read_text(encoding="utf-8").splitlines()
    [line] = [number for number, each in enumerate(text, start=1) if "L'objectif" in each]
    for document, passages in drawn.passages.items():
        for page in range(1, len(desk.keys(document)) + 1):
            for target in on_page(passages, drawn.content, page):
                found = at(passages, drawn.content, page, target.area.centre)
                assert found
                assert (found.origin.file, found.fact) == (target.origin.file, target.fact) or not target.text
    found_lines = {
        (target.origin.line, target.fact)
        for page in range(1, len(desk.keys("brief")) + 1)
        for target in on_page(drawn.passages["brief"], drawn.content, page)
        if target.origin.file == f"content/{SECTION}"
    }
    assert (line, "levees") in found_lines
    assert (line, "pme") in found_lines


def test_a_picture_of_an_earlier_save_is_gone(desk: Desk) -> None:
    before = desk.keys("brief")
    desk.save(old="L'objectif :", new="L'objectif, un objectif :")
    pairs = enumerate(zip(before, desk.keys("brief"), strict=True), start=1)
    [(page, old, new)] = [(number, old, new) for number, (old, new) in pairs if old != new]
    assert desk.building.pictures.picture("brief", page, old, 1.0) is None
    data = desk.building.pictures.picture("brief", page, new, 1.0)
    assert data
    assert Image.open(BytesIO(data)).size == (596, 842)


def test_a_problem_that_is_not_the_content_s_is_told_too(desk: Desk) -> None:
    assert isinstance(desk.building.state.faults, tuple)
    assert all(isinstance(fault, Fault) for fault in desk.building.state.faults)


def test_the_translation_is_shown_and_its_lines_are_those_opened(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "en_GB", {**COMPLETE, **TRANSLATED})
    assert codes(desk.building.state) == []
    pages = range(1, len(desk.keys("brief")) + 1)
    drawn = desk.building.drawn
    assert drawn is not None
    found = [text for page in pages for text in on_page(drawn.passages["brief"], drawn.content, page)]
    said = [text for text in found if "What the figures say" in text.text]
    assert said
    assert {text.origin.file.partition("translations/")[2].partition("/")[0] for text in said} == {"en_GB"}
    name = next(path for path in (desk.content / "translations").rglob("*.yaml") if "figures say" in path.read_text())
    desk.save(name.relative_to(desk.content).as_posix(), "What the figures say", "What figures tell")
    drawn = desk.building.drawn
    assert drawn is not None
    assert any(
        "What figures tell" in text.text
        for page in pages
        for text in on_page(drawn.passages["brief"], drawn.content, page)
    )
