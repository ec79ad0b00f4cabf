"""A reviewer's change of words, made to what the text has become since."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.edits.normal import merged

BASE = "Un second paragraphe dit la suite."


@pytest.mark.parametrize(
    ("changed", "now", "wanted"),
    [
        ("Un second paragraphe dit la fin.", BASE, "Un second paragraphe dit la fin."),
        ("Un second paragraphe dit la fin.", "Un autre paragraphe dit la suite.", "Un autre paragraphe dit la fin."),
        ("Un second mot dit la suite.", "Un second paragraphe dit tout.", "Un second mot dit tout."),
        ("Un second long paragraphe dit la suite.", "Un second paragraphe.", "Un second long paragraphe."),
        ("Un second paragraphe dit la suite. Bien.", "Un mot dit la suite.", "Un mot dit la suite. Bien."),
        ("Un paragraphe dit la suite.", "Un second paragraphe dit la fin.", "Un paragraphe dit la fin."),
        ("Un second paragraphe dit la fin.", "Un second paragraphe dit la conclusion.", None),
        ("Un tout second paragraphe dit la suite.", "Un tout second mot dit tout.", "Un tout second mot dit tout."),
        ("Un paragraphe dit la suite.", "Un paragraphe dit la suite.", "Un paragraphe dit la suite."),
        ("Un second paragraphe dit la fin.", "Tout autre chose.", None),
    ],
)
def test_a_change_is_made_where_its_words_still_stand(changed: str, now: str, wanted: str | None) -> None:
    assert merged(BASE, changed, now) == wanted


TEXTS = st.lists(st.sampled_from("un deux trois quatre cinq".split()), max_size=8).map(" ".join)


@given(TEXTS, TEXTS)
def test_without_another_change_it_is_the_change_itself(base: str, changed: str) -> None:
    assert merged(base, changed, base) == changed
    assert merged(base, base, changed) == changed
