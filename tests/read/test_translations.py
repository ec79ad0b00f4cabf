"""Content in another language: what is replaced, what stays, what is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from content_tree import SMALL, write_tree
from rapport.problem import Problem
from rapport.read.content import Reading, read_content
from rapport.read.translations.translated import progress, untranslated

PAIRS: Mapping[str, str] = {
    "sources.yaml": """
        - {fr: "Bilan de l’IA", en: "AI balance sheet"}
        - {fr: "bilan du 10 février 2026", en: "balance sheet of 10 February 2026"}
        """,
    "acronyms.yaml": """
        - {fr: "PME", en: "SMEs"}
        - {fr: "petites et moyennes entreprises", en: "small and medium-sized enterprises"}
        """,
    "facts/financement.yaml": """
        - {fr: "Financement", en: "Funding"}
        - {fr: "levées des start-up", en: "raised by start-ups"}
        - {fr: "centres de données", en: "data centres"}
        - {fr: "PME à équiper", en: "SMEs to be equipped"}
        """,
    "sections/financement.yaml": """
        - fr: "Les start-up ont levé {levees:short}, plus de quoi grandir"
          en: "Start-ups raised more than {levees:short}, enough to grow"
        - fr: >-
            Les start-up ont levé {levees} en 2025[^total]. L'objectif : {pme}
            des PME équipées.
          en: >-
            Start-ups raised {levees} in 2025[^total]. The target: {pme} of SMEs equipped.
        - {fr: "Les montants", en: "The amounts"}
        - {fr: "en euros", en: "in euros"}
        - {fr: "Plus de {levees:short} levés", en: "More than {levees:short} raised"}
        - {fr: "Le total n'est pas précisé.", en: "The total is not stated."}
        """,
    "briefings/evian.yaml": """
        - {fr: "Sommet du G7", en: "G7 Summit"}
        - {fr: "Évian", en: "Évian"}
        - {fr: "L'IA en France", en: "AI in France"}
        - {fr: "Un an après", en: "One year on"}
        """,
}
"""The small content in English, whole."""


def english(folder: Path, changes: Mapping[str, str | None] | None = None, locale: str = "en_GB") -> Reading:
    """Reads the small content in a locale, with some files changed or left out."""
    pairs = {f"translations/en_GB/{name}": text for name, text in PAIRS.items()}
    write_tree(folder, {**pairs, **(changes or {})})
    return read_content(folder / "content", folder / "assets", locale=locale)


def pairs_changed(name: str, before: str, after: str) -> dict[str, str]:
    """One file of translations, with some words changed."""
    assert before in PAIRS[name]
    return {f"translations/en_GB/{name}": PAIRS[name].replace(before, after)}


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_whole_translation_has_nothing_to_tell(tmp_path: Path) -> None:
    reading = english(tmp_path)
    assert reading.problems == ()
    assert list(untranslated(reading.content, "evian")) == []
    assert reading.content.translations == {"evian": "en_GB"}


def test_texts_are_replaced_and_facts_are_not(tmp_path: Path) -> None:
    content, own = english(tmp_path).content, english(tmp_path, locale="").content
    assert content.sections["financement"].message.text == "Start-ups raised more than {levees:short}, enough to grow"
    assert content.facts["levees"].label.text == "raised by start-ups"
    assert content.groups[0].title == "Funding"
    assert list(content.acronyms) == ["SMEs"]
    for key, fact in own.facts.items():
        assert content.facts[key].bounds == fact.bounds
        assert (content.facts[key].status, content.facts[key].source) == (fact.status, fact.source)


def test_a_folded_text_is_found_however_it_is_folded(tmp_path: Path) -> None:
    paragraph = english(tmp_path).content.sections["financement"].blocks[0]
    assert paragraph.paragraph.text.startswith("Start-ups raised {levees} in 2025")  # type: ignore[union-attr]


def test_without_a_locale_translations_are_not_read(tmp_path: Path) -> None:
    broken = {"translations/en_GB/sections/financement.yaml": "- {fr: ["}
    reading = english(tmp_path, broken, locale="")
    assert reading.problems == ()
    write_tree(tmp_path / "alone")
    assert reading.content.digest == read_content(tmp_path / "alone/content", tmp_path).content.digest


def test_the_own_locale_of_a_briefing_changes_nothing(tmp_path: Path) -> None:
    assert english(tmp_path, locale="fr_FR").content == english(tmp_path, locale="").content


def test_another_locale_of_the_same_language_keeps_the_texts(tmp_path: Path) -> None:
    content = english(tmp_path, locale="fr_CH").content
    assert str(content.briefings["evian"].locale) == "fr_CH"
    assert content.sections["financement"].title.text == "Financement"
    assert not content.untranslated


def test_a_missing_translation_is_told_where_the_text_stands(tmp_path: Path) -> None:
    content = english(tmp_path, pairs_changed("sections/financement.yaml", 'en: "in euros"', 'en: ""')).content
    (problem,) = untranslated(content, "evian")
    assert (problem.code, problem.severity) == ("translation-missing", "error")
    assert str(problem.origin) == "content/sections/financement.yaml:7:56"
    assert "content/translations/en_GB/sections/financement.yaml" in problem.hint
    assert progress(content, "evian").missing == 1


def test_what_holds_no_word_needs_no_translation(tmp_path: Path) -> None:
    assert english(tmp_path).content.facts["levees"].locator.text == "§ 4"


def test_addresses_and_pages_need_no_translation(tmp_path: Path) -> None:
    facts = SMALL["facts/financement.yaml"].replace("locator: § 4", "locator: pp. 4-7")
    contact = 'contacts:\n  - {name: "Évian", role: "L\'IA en France", details: ["a.b@exemple.fr", "https://a.fr/b"]}\n'
    briefing = dedent(SMALL["briefings/evian.yaml"]).lstrip("\n") + contact
    reading = english(tmp_path, {"facts/financement.yaml": facts, "briefings/evian.yaml": briefing})
    assert reading.problems == ()
    assert list(untranslated(reading.content, "evian")) == []


def test_a_text_changed_since_is_told_and_its_translation_kept(tmp_path: Path) -> None:
    section = SMALL["sections/financement.yaml"].replace("plus de quoi grandir", "de quoi grandir")
    reading = english(tmp_path, {"sections/financement.yaml": section})
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == ("translation-outdated", "warning")
    assert problem.origin.file == "content/translations/en_GB/sections/financement.yaml"
    assert "de quoi grandir" in problem.message
    assert reading.content.sections["financement"].message.text.startswith("Start-ups raised")
    assert not reading.content.untranslated


def test_a_text_written_anew_is_missing_and_its_old_pair_unused(tmp_path: Path) -> None:
    section = SMALL["sections/financement.yaml"].replace("Le total n'est pas précisé.", "Voir plus haut.")
    reading = english(tmp_path, {"sections/financement.yaml": section})
    assert codes(reading.problems) == ["translation-unused"]
    assert list(reading.content.untranslated.values()) == ["Voir plus haut."]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("More than {levees:short} raised", "More than two billion raised"),
        ("in 2025[^total]", "in 2025"),
        ("The total is not stated.", "The total, {pme}, is not stated."),
    ],
    ids=["lost-fact", "lost-note", "added-fact"],
)
def test_a_translation_calls_what_its_text_calls(tmp_path: Path, before: str, after: str) -> None:
    reading = english(tmp_path, pairs_changed("sections/financement.yaml", before, after))
    assert "translation-calls" in codes(reading.problems)


def test_a_file_has_its_own_words_for_a_text_that_others_share(tmp_path: Path) -> None:
    common = {"translations/en_GB/common.yaml": '- {fr: "Financement", en: "Finance"}\n- {fr: "Évian", en: "Evian"}\n'}
    content = english(tmp_path, common).content
    assert content.groups[0].title == "Funding"
    assert content.sections["financement"].title.text == "Finance"


def test_a_counted_noun_is_translated_with_its_plural(tmp_path: Path) -> None:
    facts = SMALL["facts/financement.yaml"].replace("unit: percent", "unit: enfant")
    pair = PAIRS["facts/financement.yaml"].rstrip(" ") + '        - {fr: "enfant", en: "child|children"}\n'
    content = english(
        tmp_path, {"facts/financement.yaml": facts, "translations/en_GB/facts/financement.yaml": pair}
    ).content
    assert content.facts["pme"].unit == "child|children"


def test_a_declared_unit_takes_the_words_of_a_pair(tmp_path: Path) -> None:
    changes = {
        "facts/financement.yaml": SMALL["facts/financement.yaml"].replace("unit: percent", "unit: lit"),
        "units.yaml": "lit: {singular: lit, symbol: lits}",
        "translations/en_GB/units.yaml": '- {fr: "lit", en: "bed"}',
    }
    assert english(tmp_path, changes).content.units["lit"].words("en") == ("bed", "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("fr: Évian", "list-expected"),
        ('- {en: "Évian"}', "key-missing"),
        ('- {fr: "Évian", english: "Evian"}', "key-unknown"),
        ('- {fr: "Évian", en: [a]}', "prose-expected"),
    ],
)
def test_a_faulty_pair_is_told(tmp_path: Path, text: str, code: str) -> None:
    reading = english(tmp_path, {"translations/en_GB/briefings/evian.yaml": text})
    assert code in codes(reading.problems)


def test_a_text_that_calls_other_facts_since_is_a_fault(tmp_path: Path) -> None:
    section = SMALL["sections/financement.yaml"].replace("de quoi grandir", "de quoi grandir, {pme} le disent")
    reading = english(tmp_path, {"sections/financement.yaml": section})
    assert codes(reading.problems) == ["translation-outdated", "translation-calls"]
    assert reading.faulty


def test_another_locale_of_the_language_is_served_by_the_same_pairs(tmp_path: Path) -> None:
    reading = english(tmp_path, locale="en_US")
    assert reading.problems == ()
    assert not reading.content.untranslated
    assert str(reading.content.briefings["evian"].locale) == "en_US"


def test_its_own_words_come_first(tmp_path: Path) -> None:
    own = {"translations/en_US/common.yaml": '- {fr: "centres de données", en: "data centers"}'}
    assert english(tmp_path, own, locale="en_US").content.facts["promesse"].label.text == "data centers"
    british = english(tmp_path, own, locale="en_GB")
    assert british.content.facts["promesse"].label.text == "data centres"
    assert [problem.code for problem in british.problems] == []


@pytest.mark.parametrize("place", ["en-GB/common.yaml", "anglais/common.yaml", "common.yaml"])
def test_a_file_of_no_language_is_told(tmp_path: Path, place: str) -> None:
    reading = english(tmp_path, {f"translations/{place}": '- {fr: "Évian", en: "Evian"}'})
    assert codes(reading.problems) == ["locale-unknown"]
    assert english(tmp_path, {f"translations/{place}": '- {fr: "Évian", en: "Evian"}'}, locale="").problems == ()


def test_a_shared_text_changed_wherever_it_stands_is_told_once(tmp_path: Path) -> None:
    common = {"translations/en_GB/common.yaml": '- {fr: "Un texte que deux sections disent", en: "A text of two"}'}
    pairs = {"translations/en_GB/sections/autre.yaml": '- {fr: "Autre titre", en: "Other title"}'}
    blocks = '        blocks:\n          - paragraph: "Un texte que les deux sections disent"\n'
    section = f'        title: Autre titre\n        message: "Autre titre"\n{blocks}'
    both = {f"sections/{name}.yaml": section for name in ("autre", "encore")}
    briefing = SMALL["briefings/evian.yaml"].replace("[financement]", "[financement, autre, encore]")
    reading = english(tmp_path, {**common, **pairs, **both, "briefings/evian.yaml": briefing})
    assert codes(reading.problems) == ["translation-outdated"]
    assert not reading.content.untranslated
