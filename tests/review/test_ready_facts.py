"""What a typed number says, as the fact that an author is offered to paste."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tree import read_tree
from rapport.figures.claims import NOTHING, strays
from rapport.review.stray_numbers import stray_numbers, value_lines


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("Il y a vingt-trois projets.", ["value: 23", 'words: "vingt-trois"']),
        ("Il y a près de vingt projets.", ["value: 20", "qualifier: nearly"]),
        ("Cela coûte un million d'euros.", ["value: 1000000", "unit: EUR"]),
        ("Cela coûte 2,6 millions d'euros.", ["value: 2600000", "unit: EUR"]),
        ("Cela coûte 2,60 euros.", ["value: 2.60", "unit: EUR"]),
        ("Cela coûte de 2 à 3 millions d'euros.", ["low: 2000000", "high: 3000000", "unit: EUR"]),
        ("Cela pèse 1 500,5 tonnes.", ["value: 1500.5", "unit: tonne"]),
        ("Cela ne dépasse pas, au plus, 40 % du total.", ["value: 40", "unit: percent"]),
        ("Un agent sur trois en a un.", ['words: "Un agent sur trois"']),
    ],
)
def test_a_number_is_offered_as_it_was_typed(typed: str, lines: list[str]) -> None:
    (stray,) = strays(typed, NOTHING)
    assert value_lines(stray) == lines


def keys(folder: Path, *taken: str) -> str:
    """The key that is offered for « 12 gares » of a section, where facts have some already."""
    known = "label: x, value: 12, unit: quai, status: achieved, as_of: 2026-02-10, source: bilan, locator: § 1"
    facts = "".join(f"{key}: {{{known}}}\n" for key in taken)
    section = 'title: A\nmessage: "B"\nblocks:\n  - paragraph: "Il y a 12 gares ici."\n'
    files = {"facts/quais.yaml": f"group: Quais\n{facts}" if taken else None, "sections/financement.yaml": section}
    content = read_tree(folder, files).content
    (problem,) = [each for each in stray_numbers(content, "evian", "warning") if each.code == "number-without-fact"]
    return next(line for line in problem.hint.splitlines() if line.endswith(":") and " " not in line)


def test_the_key_offered_is_one_that_no_fact_has(tmp_path: Path) -> None:
    assert keys(tmp_path / "none") == "financement-12:"
    assert keys(tmp_path / "one", "financement-12") == "financement-12-2:"
    assert keys(tmp_path / "two", "financement-12", "financement-12-2") == "financement-12-3:"


@pytest.mark.parametrize(
    ("text", "call"), [("Il y en a 12 ici.", "{arrets}"), ("Douze bassins, 12 en tout.", "{bassins}")]
)
def test_of_facts_as_great_the_one_that_shares_a_word_is_offered_else_the_first(
    text: str, call: str, tmp_path: Path
) -> None:
    known = "value: 12, status: achieved, as_of: 2026-02-10, source: bilan, locator: § 1"
    facts = f"group: Port\narrets: {{label: arrêts du port, {known}}}\nbassins: {{label: bassins du port, {known}}}\n"
    section = f'title: A\nmessage: "B"\nblocks:\n  - paragraph: "{text}"\n'
    content = read_tree(tmp_path, {"facts/port.yaml": facts, "sections/financement.yaml": section}).content
    told = [each.hint for each in stray_numbers(content, "evian", "warning") if "12" in each.message]
    assert told[0].splitlines()[0].partition("écrivez ")[2].startswith(call)
