"""Two imprints -> what differs; imprints written into a manifest and read back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.edition.imprint import FactShown, Imprint, ImprintPassage
from rapport.language.numbering import unnumbered
from rapport.pack.changes import compare
from rapport.pack.manifest import LARGEST, ImprintError, PackedFile, manifest, read_imprint

LEVEES = FactShown(
    "levees", "levées", "more-than 2.6E9 EUR", "plus de 2,6 milliards d’euros", "achieved", "Réalisé", (3,)
)
PROMESSE = FactShown("promesse", "promesse", "109E9 EUR", "109 milliards d’euros", "promised", "Promis", (3,), (2, 4))
SECTION = ImprintPassage("brief", "financement", "Financement", 0, ("Un titre", "Une phrase.", "Une phrase."))
SLIDE = ImprintPassage("deck", "financement", "Un titre", 2, ("Un titre",))
OLD = Imprint("evian", "1.0", "2026-02-10", "0" * 64, "1.0.0", (LEVEES, PROMESSE), (SECTION, SLIDE))


def test_an_edition_does_not_differ_from_itself() -> None:
    assert compare(OLD, replace(OLD, version="1.1")).none


@pytest.mark.parametrize(
    "now",
    [
        replace(LEVEES, value="more-than 2.7E9 EUR", text="plus de 2,7 milliards d’euros"),
        replace(LEVEES, status="announced", word="Annoncé"),
        replace(LEVEES, text="plus de 2 600 millions d’euros"),
    ],
)
def test_another_value_status_or_wording_is_a_change(now: FactShown) -> None:
    [change] = compare(OLD, replace(OLD, facts=(now, PROMESSE))).facts
    assert (change.kind, change.before, change.after) == ("changed", LEVEES, now)


def test_a_fact_that_moves_to_another_page_has_not_changed() -> None:
    assert compare(OLD, replace(OLD, facts=(replace(LEVEES, pages=(9,)), PROMESSE))).none


def test_facts_come_and_go_in_order_of_their_keys() -> None:
    new = replace(OLD, facts=(replace(PROMESSE, key="accord"), LEVEES))
    assert [(change.kind, change.shown.key) for change in compare(OLD, new).facts] == [
        ("added", "accord"),
        ("removed", "promesse"),
    ]


def test_texts_touched_are_those_gone_and_those_new_each_as_often_as_it_stood() -> None:
    touched = replace(SECTION, texts=("Un autre titre", "Une phrase."))
    [change] = compare(OLD, replace(OLD, passages=(touched, SLIDE))).passages
    assert (change.kind, change.gone, change.new) == ("changed", ("Un titre", "Une phrase."), ("Un autre titre",))


def test_the_section_and_the_slide_of_one_key_are_told_apart() -> None:
    [change] = compare(OLD, replace(OLD, passages=(SECTION,))).passages
    assert (change.kind, change.shown.medium, change.gone) == ("removed", "deck", ("Un titre",))


def test_the_reverse_comparison_says_the_reverse() -> None:
    new = replace(OLD, facts=(LEVEES,), passages=(replace(SECTION, texts=("Neuf",)), replace(SLIDE, key="autre")))
    there, back = compare(OLD, new), compare(new, OLD)
    assert {(c.before, c.after) for c in there.facts} == {(c.after, c.before) for c in back.facts}
    assert {(c.gone, c.new) for c in there.passages} == {(c.new, c.gone) for c in back.passages}


strings = st.text(max_size=12)
numbers = st.lists(st.integers(1, 500), max_size=3).map(tuple)
facts = st.builds(FactShown, strings, strings, strings, strings, strings, strings, numbers, numbers)
passages = st.builds(
    ImprintPassage,
    st.sampled_from(["brief", "deck"]),
    strings,
    strings,
    st.integers(0, 99),
    st.lists(strings, max_size=4).map(tuple),
)
imprints = st.builds(
    Imprint,
    strings,
    strings,
    strings,
    strings,
    strings,
    st.lists(facts, max_size=4, unique_by=lambda fact: fact.key).map(tuple),
    st.lists(passages, max_size=4, unique_by=lambda passage: (passage.medium, passage.key)).map(tuple),
)


def test_a_text_that_stands_elsewhere_has_moved_not_changed() -> None:
    other = ImprintPassage("brief", "suite", "La suite", 0, ("Autre titre",))
    old = replace(OLD, passages=(SECTION, other))
    left = replace(SECTION, texts=("Un titre", "Une phrase."))
    changes = compare(old, replace(old, passages=(left, replace(other, texts=("Autre titre", "Une phrase.")))))
    assert changes.passages == ()
    [move] = changes.moves
    assert (move.text, move.before.key, move.after.key) == ("Une phrase.", "financement", "suite")


@given(imprints)
def test_what_a_manifest_holds_is_read_back(imprint: Imprint) -> None:
    assert read_imprint(manifest(imprint, (PackedFile("a.pdf", b"a"),)).data) == imprint


@given(imprints, imprints)
def test_a_comparison_accounts_for_every_text(old: Imprint, new: Imprint) -> None:
    changes = compare(old, new)
    assert changes.none == (not changes.facts and not changes.passages and not changes.moves)
    for change in changes.passages:
        before, kept = (list(each.texts) if each else [] for each in (change.before, change.after))
        if (
            change.before
            and change.after
            and change.after.medium == "brief"
            and change.before.name != change.after.name
        ):
            before.append(change.before.name)
            kept.append(change.after.name)
        for text in (*change.gone, *(move.text for move in changes.moves if move.before is change.before)):
            before.remove(text)
        for text in (*change.new, *(move.text for move in changes.moves if move.after is change.after)):
            kept.remove(text)
        assert sorted(before) == sorted(kept)


def test_a_manifest_is_canonical() -> None:
    data = manifest(OLD, (PackedFile("a.pdf", b"a"),)).data
    value = json.loads(data)
    assert data.decode() == json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert value["files"][0]["size"] == 1


SOUND = json.loads(manifest(OLD, ()).data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b" " * (LARGEST + 1),
        json.dumps({**SOUND, "format": 2}).encode(),
        json.dumps({**SOUND, "facts": [{"key": "a"}]}).encode(),
        json.dumps({**SOUND, "facts": [{**SOUND["facts"][0], "more": 1}]}).encode(),
        json.dumps({**SOUND, "facts": [{**SOUND["facts"][0], "pages": [[1]]}]}).encode(),
        json.dumps({**SOUND, "passages": "x"}).encode(),
    ],
    ids=lambda data: repr(data[:20]),
)
def test_what_is_no_manifest_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(ImprintError):
        read_imprint(data)


def test_sections_that_another_order_numbers_otherwise_have_moved() -> None:
    """Sheets are called by their numbers in a meeting: « Fiche 1 » is now « Fiche 2 », though no word has changed."""
    first, second = (replace(SECTION, key=key, name=f"Fiche {at} – {key}") for at, key in ((1, "eau"), (2, "air")))
    now = (replace(second, name="Fiche 1 – air"), replace(first, name="Fiche 2 – eau"))
    changes = compare(replace(OLD, passages=(first, second)), replace(OLD, passages=now), unnumbered)
    assert [(move.before.name, move.after.name) for move in changes.moves] == [
        ("Fiche 2 – air", "Fiche 1 – air"),
        ("Fiche 1 – eau", "Fiche 2 – eau"),
    ]


def test_sections_pushed_on_by_a_new_one_have_not_moved() -> None:
    new = replace(SECTION, key="air", name="Fiche 1 – air")
    was, now = (replace(SECTION, name=f"Fiche {at} – Financement") for at in (1, 2))
    changes = compare(replace(OLD, passages=(was,)), replace(OLD, passages=(new, now)), unnumbered)
    assert (changes.moves, [change.kind for change in changes.passages]) == ((), ["added"])


@pytest.mark.parametrize(("was", "now"), [("Objectifs 2030", "Objectifs 2031"), ("Levées 2025", "Levées 2026")])
def test_another_figure_in_the_name_of_a_section_is_told_and_no_number_of_its_fiche(was: str, now: str) -> None:
    before, other = (
        replace(SECTION, name=f"Fiche 1 –\u00a0{was}"),
        replace(SECTION, key="air", name="Fiche 2 –\u00a0Air"),
    )
    after, pushed = replace(before, name=f"Fiche 2 –\u00a0{now}"), replace(other, name="Fiche 1 –\u00a0Air")
    changes = compare(replace(OLD, passages=(before, other)), replace(OLD, passages=(pushed, after)), unnumbered)
    [change] = changes.passages
    assert (change.shown.key, change.gone, change.new) == ("financement", (was,), (now,))
    assert [move.after.key for move in changes.moves] == ["air"]
