"""The signs on the cover: rows with names as long as these have room, else the signs alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tree import SMALL, read_tree
from rapport.edition.text import evidence, plain
from rapport.resolve.edition import resolve

FACT = "label: x, value: {0}, unit: site, status: achieved, as_of: 2026-02-10, source: bilan, locator: § {0}"
BRIEFING = SMALL["briefings/evian.yaml"].replace("sections: [financement]", "sections: [financement, suite, plus]")
SHORT, LONG = "Groupe", "Un groupe de faits dont le nom prend deux lignes"


def rows(folder: Path, names: list[str]) -> list[tuple[str, int]]:
    """The rows of the cover where each of these groups has one fact, which the one section prints."""
    files: dict[str, str | None] = {
        f"facts/g{at:02}.yaml": f"group: {name} {at}\nf{at:02}: {{{FACT.format(at)}}}\n"
        for at, name in enumerate(names)
    }
    calls = " ".join(f"{{f{at:02}}}" for at in range(len(names)))
    files["facts/financement.yaml"] = None
    files["sections/financement.yaml"] = f'title: A\nmessage: "B"\nblocks:\n  - paragraph: "{calls}"\n'
    made = resolve(read_tree(folder, files).content, "evian", "brief")
    return [(plain(row.name), len(row.statuses)) for row in made.cover.rows]


@pytest.mark.parametrize(
    ("names", "count"),
    [
        ([SHORT] * 16, 16),  # sixteen lines of names are what the ground of the cover holds
        ([SHORT] * 17, 1),
        ([LONG] * 8, 8),
        ([LONG] * 8 + [SHORT], 1),
    ],
)
def test_names_are_left_out_where_they_have_no_room(names: list[str], count: int, tmp_path: Path) -> None:
    found = rows(tmp_path, names)
    assert len(found) == count
    assert sum(signs for _, signs in found) == len(names)
    assert (found[0][0] == "") is (count == 1)


def test_what_an_annex_or_a_note_alone_gives_has_its_sign(tmp_path: Path) -> None:
    facts = "".join(
        f"{name}: {{{FACT.format(at)}}}\n" for at, name in enumerate(("first", "noted", "second", "left"), 1)
    )
    files: dict[str, str | None] = {
        "facts/financement.yaml": f"group: Un groupe\n{facts}",
        "sections/financement.yaml": 'title: Fonds\nmessage: "B"\nblocks: [{paragraph: "{first}[^n]"}]\n'
        'footnotes: {n: "Soit {noted}."}\n',
        "sections/suite.yaml": 'title: Suite\nmessage: "B"\nblocks: [{paragraph: "{second}"}]\n',
        "sections/plus.yaml": 'title: Pièces\nkind: annex\nmessage: "B"\nblocks: [{paragraph: "{first} et {left}"}]\n',
        "briefings/evian.yaml": BRIEFING,
    }
    made = resolve(read_tree(tmp_path, files).content, "evian", "brief")
    assert [(plain(row.name), len(row.statuses)) for row in made.cover.rows] == [
        ("Fonds", 2),
        ("Suite", 1),
        ("Pièces", 1),
    ]


@pytest.mark.parametrize(
    ("block", "row"), [('annex: "Chiffres cités"', "Pièces"), ('paragraph: "Des mots seuls"', "Un groupe")]
)
def test_what_the_cover_alone_gives_has_its_sign_and_its_source(block: str, row: str, tmp_path: Path) -> None:
    facts = "".join(f"{name}: {{{FACT.format(at)}}}\n" for at, name in enumerate(("first", "second", "cover"), 1))
    files: dict[str, str | None] = {
        "facts/financement.yaml": f"group: Un groupe\n{facts}",
        "sections/financement.yaml": 'title: Fonds\nmessage: "B"\nblocks: [{paragraph: "{first}"}]\n',
        "sections/suite.yaml": 'title: Suite\nmessage: "B"\nblocks: [{paragraph: "{second}"}]\n',
        "sections/plus.yaml": f'title: Pièces\nkind: annex\nmessage: "B"\nblocks: [{{{block}}}]\n',
        "briefings/evian.yaml": BRIEFING.rstrip(" ") + '        details: [{label: "Sites", value: "{cover}"}]\n',
    }
    made = resolve(read_tree(tmp_path, files).content, "evian", "brief")
    signs = [(plain(row.name), len(row.statuses)) for row in made.cover.rows]
    assert signs == [("Fonds", 1), ("Suite", 1), (row, 1)]
    assert ("cover" in {proof.fact for proof in evidence(made.sections[-1])}) is block.startswith("annex")
