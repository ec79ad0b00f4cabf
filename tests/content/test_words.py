"""How the content is written: words, sentences, and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from msgspec.structs import replace
from spellchecker import SpellChecker

from content.spelling import dictionary, parts
from content.texts import HERE, said, spaced, texts_of
from rapport.edition.edition import Edition
from rapport.edition.text import plain, spans
from rapport.model.content import Content, prose_of
from rapport.model.prose import PLACEHOLDER, Prose
from rapport.origin import NOWHERE

LETTER = re.compile(r"\w+")
SENTENCE_END = re.compile(r"(?<=[.!?])[ \n]+")
LONGEST_SENTENCE = 30
LONGEST_MESSAGE = 80
COPIED = 8
"""Words in a row that make a copy, figures and quotations left out."""
LONGEST_REPEAT = 8
"""Words from which on a sentence may not come twice."""

JOURNALISM = (
    "datacenter hub pépite locomotive XXL faramineux incontournable révolution fer-de-lance s'arme monstre "
    "géant licorne leader champion méga tsunami boom course"
).split()


def quoted(text: str) -> list[str]:
    """What stands between guillemets: the words of the source, when they are called so."""
    return re.findall(r"« ?([^»]*?) ?»", spaced(text))


def words_of(text: str) -> list[str]:
    """Words between spaces, without their punctuation."""
    bare = (word.strip("«»,;:.!?()") for word in spaced(text).casefold().split())
    return [word for word in bare if word]


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of as many words as make a copy."""
    words = words_of(text)
    return (tuple(words[index : index + COPIED]) for index in range(len(words) - COPIED + 1))


def own_words(prose: Prose) -> list[str]:
    """The stretches of a prose that are neither figures nor quotations."""
    return re.split(r"\n", PLACEHOLDER.sub("\n", re.sub(r"«[^»]*»", "\n", prose.text.replace("\n", " "))))


def copies(prose: Prose, source: Mapping[int, str]) -> list[str]:
    theirs = {run for text in source.values() for run in runs(text)}
    return [" ".join(run) for stretch in own_words(prose) for run in runs(stretch) if run in theirs]


def test_no_sentence_of_the_source_is_copied(content: Content, paragraphs: Mapping[int, str]) -> None:
    for prose in prose_of((content.sections, content.briefings)):
        assert copies(prose, paragraphs) == [], str(prose.origin)


def test_a_copy_would_be_seen(paragraphs: Mapping[int, str]) -> None:
    assert copies(Prose(" ".join(paragraphs[8].split()[:12]), NOWHERE), paragraphs)


def test_what_is_quoted_from_the_source_is_in_the_source(content: Content, paragraphs: Mapping[int, str]) -> None:
    source = spaced(" ".join(paragraphs.values())).casefold()
    own = ("notamment", "Osez l’IA", "Pionniers de l’IA", "GenIAI")
    for prose in prose_of((content.sections, content.briefings)):
        if re.search("source|article", prose.text.casefold()):
            stretches = [words for each in quoted(prose.text) for words in re.split(r" ?\{[^}]*\} ?", each)]
            for words in stretches:
                assert words in own or words.casefold() in source, f"{prose.origin}: {words}"


def test_every_word_is_in_the_dictionary_or_in_our_own_list(editions: Mapping[str, Edition]) -> None:
    checker = dictionary()
    found = {word for edition in editions.values() for line in prose_lines(edition) for word in parts(line)}
    assert sorted(checker.unknown(found)) == []


def prose_lines(edition: Edition) -> Iterator[str]:
    """Lines that are words for readers, not keys or paths."""
    return (line for line in said(edition).split("\n") if not re.fullmatch(r"[a-z0-9./-]+", line))


def test_a_misspelt_word_would_be_seen() -> None:
    assert dictionary().unknown(["fonctionaire", "dévelopement", "acceuil"]) == {
        "fonctionaire",
        "dévelopement",
        "acceuil",
    }


def test_our_own_words_are_all_needed(editions: Mapping[str, Edition]) -> None:
    used = {word for edition in editions.values() for line in prose_lines(edition) for word in parts(line)}
    listed = {line for line in (HERE / "words.txt").read_text(encoding="utf-8").split("\n") if line and line[0] != "#"}
    known = SpellChecker(language="fr")
    assert sorted(word for word in listed if word.casefold() not in used or not known.unknown([word])) == []


def test_sentences_are_short_once_their_figures_are_written_out(editions: Mapping[str, Edition]) -> None:
    for name, edition in editions.items():
        for line in said(edition).split("\n"):
            for sentence in SENTENCE_END.split(line):
                count = len([word for word in sentence.split(" ") if LETTER.search(word)])
                assert count < LONGEST_SENTENCE or "article du" in line, f"{name}: {sentence}"


def test_messages_are_short(editions: Mapping[str, Edition]) -> None:
    for edition in editions.values():
        for section in edition.sections:
            if section.kind != "statement":
                assert len(plain(section.title)) <= LONGEST_MESSAGE, plain(section.title)


@pytest.mark.parametrize("word", JOURNALISM)
def test_words_of_the_press_stay_out(editions: Mapping[str, Edition], word: str) -> None:
    pattern = re.compile(rf"\b{re.escape(spaced(word))}s?\b", re.IGNORECASE)
    for name, edition in editions.items():
        assert not pattern.search(said(edition)), name


def test_no_sentence_stands_in_two_sections_of_one_document(editions: Mapping[str, Edition]) -> None:
    for name, edition in editions.items():
        homes: dict[str, set[str]] = {}
        for section in edition.sections:
            for text in texts_of((section.lead, section.blocks)):
                for sentence in SENTENCE_END.split(spaced(plain(text))):
                    if (
                        sentence.endswith(".")
                        and not sentence.startswith("Source :")
                        and len(words_of(sentence)) >= LONGEST_REPEAT
                    ):
                        homes.setdefault(sentence, set()).add(section.key)
        assert {sentence: keys for sentence, keys in homes.items() if len(keys) > 1} == {}, name


def test_figures_are_called_not_typed(content: Content) -> None:
    """A digit in prose is a reference, a year that a fact knows, or in a name; all else is a fact between braces."""
    names = [name.text for name in content.names]
    years = {str(date.year) for fact in content.facts.values() for date in (fact.period, fact.date) if date}
    for key, section in content.sections.items():
        for prose in prose_of(section):
            text = PLACEHOLDER.sub("", prose.text)
            for name in names:
                text = text.replace(name, "")
            text = re.sub(r"§ \d+(?: et \d+)?", "", text)
            typed = [digits for digits in re.findall(r"\d+", text) if digits not in years | {"2028"}]
            assert typed == [], f"{key}: {prose.text}"


def test_each_document_says_what_its_acronyms_stand_for_where_they_first_stand(
    editions: Mapping[str, Edition], content: Content
) -> None:
    for name, edition in editions.items():
        shown = (edition.cover, edition.contents, tuple(replace(each, speech=()) for each in edition.sections))
        found = list(spans(shown))
        met = {key for key in content.acronyms if any(key in re.findall(r"\w+", span.text) for span in found)}
        assert {span.text for span in found if span.expansion} == met, name
        assert sum(bool(span.expansion) for span in found) == len(met), name
        assert not any("'" in span.expansion for span in found), name
