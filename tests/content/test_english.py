"""Both summits in English: whole, in sound English, the same sections and slides as the French."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec import Struct
from spellchecker import SpellChecker

from content.texts import HERE, ROOT, facts_of, parts, texts_of
from rapport.edition.edition import Edition
from rapport.edition.text import spans
from rapport.model.content import Content
from rapport.project.composition import Composition, compose_to_read, problems_of
from rapport.project.project import House, Project, house_of
from rapport.read.content import read_content
from rapport.read.translations.translated import untranslated

KEYS = ("evian-g7", "new-delhi")
WORD = re.compile(r"[^\W\d_]+")
AMERICAN = re.compile(r"\b\w+(?:iz(?:e|ed|es|ing|ation)|yz(?:e|ed|ing))\b|\b(?:center|defense|program|labor|color)s?\b")
"""Spellings of the other side of the ocean; « size » and « prize » are everybody's."""
EVERYBODYS = {"size", "sized", "sizes", "prize", "prizes", "seize"}


class Twins(Struct, frozen=True):
    """A briefing in both languages."""

    french: Composition
    english: Composition


@pytest.fixture(scope="module")
def house() -> House:
    return house_of(Project(ROOT / "content", ROOT / "assets"))


@pytest.fixture(scope="module")
def english() -> Content:
    reading = read_content(ROOT / "content", ROOT / "assets", locale="en_GB")
    assert [f"{problem.origin} {problem.message}" for problem in reading.problems] == []
    return reading.content


@pytest.fixture(scope="module")
def twins(english: Content, house: House) -> Mapping[str, Twins]:
    french = read_content(ROOT / "content", ROOT / "assets").content
    both = {key: [compose_to_read(content, key, house, "final") for content in (french, english)] for key in KEYS}
    return {key: Twins(*made) for key, made in both.items()}


@pytest.mark.parametrize("key", KEYS)
def test_every_text_is_translated(english: Content, key: str) -> None:
    assert [str(problem.origin) for problem in untranslated(english, key)] == []


@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_to_be_told_of_the_english(twins: Mapping[str, Twins], house: House, key: str) -> None:
    assert [f"{each.origin} {each.message}" for each in problems_of(twins[key].english, house)] == []


@pytest.mark.parametrize("key", KEYS)
def test_both_have_the_same_sections_slides_and_facts(twins: Mapping[str, Twins], key: str) -> None:
    french, english = twins[key].french, twins[key].english
    assert [each.key for each in french.brief.sections] == [each.key for each in english.brief.sections]
    assert [each.key for each in french.plan.slides] == [each.key for each in english.plan.slides]
    assert facts_of(french.brief) == facts_of(english.brief)


def words_of(edition: Edition) -> set[str]:
    """The words of an edition but those marked as another language's."""
    texts = ["".join(span.text for span in text if not span.language) for text in texts_of(parts(edition))]
    return {word for text in texts for word in WORD.findall(text.replace("\u2019s", " "))}


@pytest.mark.parametrize("key", KEYS)
def test_the_english_is_spelt_right(twins: Mapping[str, Twins], key: str) -> None:
    checker = SpellChecker(language="en")
    own = (HERE / "words-en.txt").read_text(encoding="utf-8").split("\n")
    checker.word_frequency.load_words([word.casefold() for word in own if word and not word.startswith("#")])
    both = words_of(twins[key].english.brief) | words_of(twins[key].english.deck)
    assert sorted(checker.unknown(word.casefold() for word in both if len(word) > 1)) == []


@pytest.mark.parametrize("key", KEYS)
def test_the_english_is_british(twins: Mapping[str, Twins], key: str) -> None:
    both = words_of(twins[key].english.brief) | words_of(twins[key].english.deck)
    assert {word.casefold() for word in both if AMERICAN.fullmatch(word.casefold())} - EVERYBODYS == set()


def test_an_american_spelling_would_be_seen() -> None:
    assert all(AMERICAN.fullmatch(word) for word in ("organization", "center", "analyze", "defense"))


@pytest.mark.parametrize("key", KEYS)
def test_french_names_are_marked_as_french(twins: Mapping[str, Twins], key: str) -> None:
    marked = {span.text for span in spans(twins[key].english.brief.sections) if span.language == "fr"}
    assert {"Osez l’IA", "ministère des Armées", "Coalition pour une IA durable", "Pionniers de l’IA"} <= marked


def test_a_text_changed_in_french_would_be_told(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    section = tmp_path / "content" / "sections" / "message-evian.yaml"
    section.write_text(section.read_text(encoding="utf-8").replace("Je vous propose", "Je propose"), encoding="utf-8")
    reading = read_content(tmp_path / "content", ROOT / "assets", locale="en_GB")
    assert [problem.code for problem in reading.problems] == ["translation-outdated"]
