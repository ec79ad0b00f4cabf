"""What holds for any text: typesetting twice, seams anywhere, letters kept, time in proportion."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from benchmarks.typographer import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.language import typographer
from rapport.language.english.typography import ENGLISH_RULES
from rapport.language.french.french import FRENCH_RULES, IMPRIMERIE_NATIONALE
from rapport.language.languages import STYLES
from rapport.language.typographer import TextFragment, typeset, typeset_lines, typeset_text
from rapport.language.typography.rule import Correction, may_apply, trimmed

PIECES = st.sampled_from(
    """
    l' d' qu' l’ " « » “ ” ( ) [ ] ; : ! ? ... … . , - – — -- etc. etc 1 2 3 12 110 000 2026 75007 5,8 2.6 % € Md€
    Mds M€
    MW m2 °C ° h h30 18h30 x × 2ème 1ère XXIe Ve Le 1er février Mai mardi 10 n° p. art. § M. Mr Mme. J.-P. Martin Paris
    France Etat Evian A À Ca oeuvre coeur PMEs O.N.U. agents projets mot de et IA `code` {x} https://x.fr/a;b! a@b.fr
    v1.2 16:9 #tag EN 301 549 01 42 trimestre I V ' '' :) ;
    """.split()
)
SPACES = st.sampled_from(["", " ", " ", " ", "  ", "\u00a0", "\u202f", "\u2009", "\n", "\n\n", "\t"])
FRENCH = st.lists(st.tuples(PIECES, SPACES), max_size=25).map(lambda parts: "".join(a + b for a, b in parts))
ANYTHING = st.one_of(FRENCH, st.text(max_size=40), st.text(alphabet="\ue000\ue001\ue002a1 !\"«»'.", max_size=30))
STYLE = st.sampled_from(sorted(STYLES))


@settings(max_examples=400, deadline=None)
@given(ANYTHING, STYLE)
def test_typesetting_twice_changes_nothing(text: str, name: str) -> None:
    once = typeset_text(text, STYLES[name])
    assert typeset_text(once, STYLES[name]) == once


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(ANYTHING, st.booleans()), max_size=6))
def test_verbatim_comes_back_as_it_went(parts: list[tuple[str, bool]]) -> None:
    fragments = [TextFragment(text, verbatim) for text, verbatim in parts]
    result = typeset(fragments)
    assert len(result) == len(fragments)
    assert all(new == old.text for old, new in zip(fragments, result, strict=True) if old.verbatim)


LEXICON_FREE = st.lists(
    st.tuples(
        st.sampled_from(
            "l' d' \" « » ; : ! ? , . … - IA projets agents 12 110 000 5,8 % € MW 2026 mot de et (a) h".split()
        ),
        SPACES,
    ),
    max_size=25,
).map(lambda parts: "".join(a + b for a, b in parts))


@settings(max_examples=200, deadline=None)
@given(LEXICON_FREE)
def test_outside_the_lexicons_letters_and_figures_are_kept(text: str) -> None:
    def letters(value: str) -> str:
        return "".join(character for character in value if character.isalnum())

    assert letters(typeset_text(text)) == letters(text)


@settings(max_examples=200, deadline=None)
@given(ANYTHING)
def test_line_feeds_are_never_added_nor_removed(text: str) -> None:
    assert typeset_text(text).count("\n") == text.count("\n")


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abc", max_size=8), st.text(alphabet="abc", max_size=8))
def test_an_edit_reaches_no_further_than_it_changes(old: str, new: str) -> None:
    edit = trimmed(0, old, new)
    if edit is None:
        assert old == new
    else:
        assert old[: edit.start] + edit.new + old[edit.end :] == new
        assert edit.start == 0 or old[edit.start - 1] == new[edit.start - 1]


@settings(max_examples=100, deadline=None)
@given(FRENCH)
def test_no_rule_edits_out_of_order(text: str) -> None:
    for _place, rule in may_apply(text, FRENCH_RULES):
        edits = list(rule.find(text, IMPRIMERIE_NATIONALE)) if rule.is_near(text) else []
        assert all(isinstance(edit, Correction) for edit in edits)
        assert all(before.end <= after.start for before, after in pairwise(edits)), rule.name


@settings(max_examples=200, deadline=None)
@given(FRENCH)
def test_a_rule_that_finds_something_had_what_it_needs(text: str) -> None:
    rules = (*FRENCH_RULES, *ENGLISH_RULES)
    near = [rule.name for _place, rule in may_apply(text, rules) if rule.is_near(text)]
    for rule in rules:
        assert rule.name in near or not list(rule.find(text, IMPRIMERIE_NATIONALE)), rule.name


@pytest.mark.parametrize("name", HOSTILE)
def test_a_long_text_made_to_harm_is_set_once_and_for_all(name: str) -> None:
    """What each costs, and that the cost grows no faster than the text, is measured by `benchmarks/typographer.py`."""
    typeset = typeset_text(HOSTILE[name](96_000))
    assert typeset_text(typeset) == typeset


def test_lines_in_lines_out() -> None:
    lines = ["Osez !\n", "```\n", "x ? y : z\n", "```\n", "\n", "Vraiment ?"]
    assert list(typeset_lines(lines)) == ["Osez\u202f!\n", "```\n", "x ? y : z\n", "```\n", "\n", "Vraiment\u202f?"]


def test_a_slip_stays_on_its_line() -> None:
    assert list(typeset_lines(['un "oubli\n', 'un "mot"\n'])) == ['un "oubli\n', "un «\u00a0mot\u00a0»\n"]


def test_a_line_comes_out_before_the_next_goes_in() -> None:
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in ("a !\n", "b !\n"):
            taken.append(line)
            yield line

    assert next(typeset_lines(lines())) == "a\u202f!\n"
    assert len(taken) == 1


@settings(max_examples=200, deadline=None)
@given(FRENCH)
def test_what_is_left_alone_has_a_trace_of_it(text: str) -> None:
    assert typographer._TRACE.search(text) or not typographer._PROTECTED.search(text)
