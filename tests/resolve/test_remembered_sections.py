"""An edition made again after an edit: what says what it said is the very same, and no more than that."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from content_tree import SMALL, write_tree
from preview.test_building import COMPOUND, SECTION
from preview.test_building import EDITS as SAVES
from rapport.edition.edition import Edition
from rapport.model.content import Content
from rapport.read.content import read_content
from rapport.remembered import Remembered
from rapport.resolve.edition import resolve

SAVED = (
    "words",
    "a fact",
    "a source",
    "an acronym, first met elsewhere",
    "a name",
    "a gap",
    "a group of facts",
    "a fact of an annex",
    "a status",
    "a meaning",
    "a title",
    "no divider",
    "another order",
)
"""What is tried in the preview too."""
EDITS = {
    **{name: SAVES[name] for name in SAVED},
    "a source renamed beside another": ("sources.yaml", "short: l’autre", "short: la seconde"),
    "a second source": ("sections/calendrier.yaml", 'message: "De Paris', 'lead: "Voir [@autre]."\nmessage: "De Paris'),
    "a note before the others": (
        "sections/chiffres.yaml",
        'disent les chiffres"',
        'disent les chiffres[^un]"\nfootnotes: {un: "Rien."}\nlead: "Ainsi"',
    ),
    "a unit": ("units.yaml", "plural: sites", "plural: lieux"),
    "a gap that none gathers": ("sections/annexe.yaml", "- all-gaps: used", "- contacts: used"),
    "numbers": ("briefings/evian.yaml", "version:", "numbered: true\nversion:"),
    "a chart before the others": (
        "sections/chiffres.yaml",
        "blocks:",
        'blocks:\n  - chart: {kind: bar, title: "T", measure: "M", facts: [levees]}\n    message: "Un autre"',
    ),
    "what speakers say": (SECTION, "footnotes:", 'notes: "Dites-le."\nfootnotes:'),
}
"""A file, its words, others: what other sections show, too, changes with most of them."""
TREE = {
    **SMALL,
    **COMPOUND,
    "sources.yaml": SMALL["sources.yaml"].rstrip()
    + "\n        autre: {title: Autre, short: l’autre, date: 2026-01-01}\n",
    "sections/annexe.yaml": COMPOUND["sections/annexe.yaml"].replace("Les faits", '"Les faits"'),
    "sections/lacunes.yaml": COMPOUND["sections/lacunes.yaml"].replace("Rien de plus que {pme}.", '"Rien que {pme}."'),
    "units.yaml": "site: {singular: site, plural: sites}\n",
    "facts/sites.yaml": """
        group: Sites
        ouverts: {label: ouverts, value: 3, unit: site, status: achieved, as_of: 2026-02-10, source: bilan,
                  locator: § 5}
        """,
    "sections/calendrier.yaml": COMPOUND["sections/calendrier.yaml"].rstrip()
    + '\n          - paragraph: "Il y en a {ouverts}."\n',
}
MEDIA: tuple[Literal["brief", "deck"], ...] = ("brief", "deck")


class Desk:
    """An author who saves, and what is remembered from save to save."""

    def __init__(self, folder: Path) -> None:
        self.content, self.assets, self.memory = write_tree(folder, TREE), folder / "assets", Remembered()

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.content / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        self.memory.age()

    def read(self) -> Content:
        return read_content(self.content, self.assets, memory=self.memory).content

    def editions(self, content: Content) -> list[Edition]:
        return [resolve(content, "evian", medium, memory=self.memory) for medium in MEDIA]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def anew(content: Content) -> list[Edition]:
    return [resolve(content, "evian", medium) for medium in MEDIA]


@pytest.mark.parametrize("edit", EDITS)
def test_after_any_edit_it_is_what_would_be_made_anew(desk: Desk, edit: str) -> None:
    before = desk.editions(desk.read())
    name, old, new = EDITS[edit]
    desk.edit(name, old, new)
    content = desk.read()
    assert desk.editions(content) == anew(content)
    desk.edit(name, new, old)
    again = desk.editions(desk.read())
    assert [each.sections for each in again] == [each.sections for each in before]


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        ("words", "financement"),
        ("a gap", "lacunes annexe"),
        ("a unit", "message chiffres financement partie calendrier lacunes annexe"),
        ("a fact of an annex", "chiffres financement calendrier lacunes annexe"),
        ("numbers", "message chiffres financement partie calendrier lacunes annexe"),
        ("what speakers say", "financement"),
    ],
)
def test_no_other_section_of_a_brief_is_made_again(desk: Desk, edit: str, made: str) -> None:
    (before, _) = desk.editions(desk.read())
    desk.edit(*EDITS[edit])
    (after, _) = desk.editions(desk.read())
    known = {id(section) for section in before.sections}
    shown = [section.key for section in after.sections]
    assert [each.key for each in after.sections if id(each) not in known] == [
        key for key in made.split() if key in shown
    ]
