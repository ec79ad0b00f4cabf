"""Words: elision and contraction, plurals, lists, ordinals, numbers, furniture, statuses, axes."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from rapport.language.amounts import round_half_up, write_number
from rapport.language.english.words import ENGLISH_WORDS
from rapport.language.french.grammar import before, de_before, elides
from rapport.language.french.words import FRENCH_WORDS
from rapport.language.languages import (
    STATUSES,
    PhraseSlotError,
    UnknownWordError,
    enumerate_plainly,
    fill,
    furniture,
    is_plural,
    join,
    ordinal,
    phrase,
    pluralise,
    shape_names,
    status_word,
)
from rapport.language.locales import LOCALES, language_of, tag_of
from rapport.language.typographer import typeset_text
from rapport.language.units import axis_scale, axis_words


@pytest.mark.parametrize(
    ("phrase_", "expected"),
    [
        ("euros", "d’euros"), ("agents", "d’agents"), ("habitants", "d’habitants"), ("IA", "d’IA"), ("EDF", "d’EDF"),
        ("OpCore", "d’OpCore"), ("Évian", "d’Évian"), ("œuvres", "d’œuvres"), ("hydrogène", "d’hydrogène"),
        ("un milliard", "d’un milliard"), ("yeux", "d’yeux"), ("Yvelines", "d’Yvelines"),
        ("«\u00a0IA\u00a0»", "d’«\u00a0IA\u00a0»"),
        ("hub", "de hub"), ("huit", "de huit"), ("haut", "de haut"), ("Hauts-de-France", "de Hauts-de-France"),
        ("handicap", "de handicap"), ("héros", "de héros"), ("héroïne", "d’héroïne"), ("hiérarchie", "de hiérarchie"),
        ("hier", "d’hier"), ("onze pays", "de onze pays"), ("onzième", "de onzième"), ("oui", "de oui"),
        ("1 %", "de 1 %"), ("8 GW", "de 8 GW"), ("11 sites", "de 11 sites"), ("RTE", "de RTE"), ("MGX", "de MGX"),
        ("NVIDIA", "de NVIDIA"), ("yaourts", "de yaourts"), ("Helsing", "de Helsing"), ("Hélène", "d’Hélène"),
        ("foyers", "de foyers"), ("", "de "), ("le G7", "du G7"), ("les PME", "des PME"), ("l’Inria", "de l’Inria"),
        ("la France", "de la France"),
    ],
)  # fmt: skip
def test_de(phrase_: str, expected: str) -> None:
    assert de_before(phrase_) == expected


@pytest.mark.parametrize(
    ("phrase_", "expected"),
    [
        ("le G7", "au G7"),
        ("les PME", "aux PME"),
        ("l’Inria", "à l’Inria"),
        ("Évian", "à Évian"),
        ("la France", "à la France"),
    ],
)
def test_a(phrase_: str, expected: str) -> None:
    assert before("à", phrase_) == expected


@pytest.mark.parametrize(
    ("particle", "phrase_", "expected"),
    [
        ("que", "il", "qu’il"), ("jusque", "à", "jusqu’à"), ("lorsque", "il", "lorsqu’il"), ("si", "il", "s’il"),
        ("si", "elle", "si elle"), ("le", "hôpital", "l’hôpital"), ("la", "hausse", "la hausse"), ("plus de",
        "un", "plus d’un"),
        ("près de", "les PME", "près des PME"), ("quelque", "un", "quelqu’un"), ("quelque", "avis", "quelque avis"),
        ("environ", "un", "environ un"), ("au moins", "un", "au moins un"),
    ],
)  # fmt: skip
def test_other_particles(particle: str, phrase_: str, expected: str) -> None:
    assert before(particle, phrase_) == expected


def test_nothing_elides_before_nothing() -> None:
    assert not elides("")
    assert not elides("—")


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("entreprise", "entreprises"), ("agent public", "agents publics"), ("centre de données", "centres de données"),
        ("pays", "pays"), ("prix", "prix"), ("hôpital", "hôpitaux"), ("réseau", "réseaux"), ("lieu", "lieux"),
        ("travail", "travaux"), ("festival", "festivals"), ("PME", "PME"), ("start-up", "start-up"),
        ("mégawatt par an", "mégawatts par an"), ("appel d’offres", "appels d’offres"), ("calcul par seconde",
        "calculs par seconde"),
    ],
)  # fmt: skip
def test_french_plurals(singular: str, plural: str) -> None:
    assert pluralise(singular, "fr") == plural


@pytest.mark.parametrize(
    ("singular", "plural"),
    [("company", "companies"), ("day", "days"), ("person", "people"), ("calculation per second",
    "calculations per second"),
     ("data centre", "data centres"), ("process", "processes"), ("start-up", "start-ups")],
)  # fmt: skip
def test_english_plurals(singular: str, plural: str) -> None:
    assert pluralise(singular, "en") == plural


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("0", False, True),
        ("1", False, False),
        ("1.5", False, True),
        ("1.99", False, True),
        ("2", True, True),
        ("-1.5", False, True),
    ],
)
def test_when_the_plural_starts(value: str, french: bool, english: bool) -> None:
    assert (is_plural(Decimal(value), "fr"), is_plural(Decimal(value), "en")) == (french, english)


def test_lists() -> None:
    firms = ["NVIDIA", "MGX", "Bpifrance", "Mistral AI"]
    assert join(firms, "fr_FR") == "NVIDIA, MGX, Bpifrance et Mistral AI"
    assert join(firms[:2], "fr_FR") == "NVIDIA et MGX"
    assert join(["a", "b", "c"], "fr_FR", "or") == "a, b ou c"
    assert join(["a", "b"], "en_GB") == "a and b"
    assert join(["a"], "fr_FR") == "a"
    assert join([], "fr_FR") == ""
    assert enumerate_plainly(["a", "b", "c"]) == "a, b, c"


def test_a_comma_inside_an_item_calls_for_semicolons() -> None:
    assert (
        join(["Évian, en juin", "New Delhi, en février"], "fr_FR") == "Évian, en juin\u202f; et New Delhi, en février"
    )
    assert join(["Évian, June", "Delhi", "Paris"], "en_GB", "or") == "Évian, June; Delhi; or Paris"
    assert join(["Évian, en juin"], "fr_FR") == "Évian, en juin"


@pytest.mark.parametrize(
    ("rank", "masculine", "feminine", "english"),
    [
        (1, "1er", "1re", "1st"),
        (2, "2e", "2e", "2nd"),
        (3, "3e", "3e", "3rd"),
        (11, "11e", "11e", "11th"),
        (21, "21e", "21e", "21st"),
    ],
)
def test_ordinals(rank: int, masculine: str, feminine: str, english: str) -> None:
    assert (ordinal(rank, "fr_FR"), ordinal(rank, "fr_FR", "feminine"), ordinal(rank, "en_GB")) == (
        masculine,
        feminine,
        english,
    )


@pytest.mark.parametrize(
    ("value", "digits", "french", "english"),
    [
        ("110000", None, "110\u202f000", "110,000"),
        ("1234567.891", None, "1\u202f234\u202f567,891", "1,234,567.891"),
        ("2.0", 1, "2,0", "2.0"),
        ("2.65", 1, "2,7", "2.7"),
        ("2.5", 0, "3", "3"),
        ("-12.5", None, "−12,5", "−12.5"),
        ("-0.4", 0, "0", "0"),
        ("1E+18", None, *["1" + f"{sep}000" * 6 for sep in "\u202f,"]),
    ],
)
def test_numbers(value: str, digits: int | None, french: str, english: str) -> None:
    assert write_number(Decimal(value), "fr_FR", digits) == french
    assert write_number(Decimal(value), "en_GB", digits) == english


def test_numbers_that_name_are_not_grouped() -> None:
    assert write_number(Decimal(2026), "fr_FR", grouped=False) == "2026"


def test_halves_go_away_from_zero() -> None:
    assert [round_half_up(Decimal(value), 1) for value in ("2.65", "-2.65")] == [Decimal("2.7"), Decimal("-2.7")]


def test_every_language_has_every_word() -> None:
    for part in ("qualifiers", "statuses", "conjunctions", "furniture"):
        assert set(getattr(FRENCH_WORDS, part)) == set(getattr(ENGLISH_WORDS, part))


def test_french_words_are_typeset_already() -> None:
    """But for the dash that parts two labels: it opens no aside, and a line may end after it."""
    words = {**FRENCH_WORDS.qualifiers, **FRENCH_WORDS.statuses, **FRENCH_WORDS.furniture}
    for key, text in words.items():
        assert re.sub("([–—])\u00a0", r"\1 ", typeset_text(text)) == re.sub("([–—])\u00a0", r"\1 ", text), key


def test_furniture_has_the_same_slots_everywhere() -> None:
    for name, french in furniture("fr_FR").items():
        slots = [[slot for slot in "123456789" if f"{{{slot}}}" in text] for text in (french, furniture("en_GB")[name])]
        assert slots[0] == slots[1], name


def test_phrases_are_filled() -> None:
    assert phrase("page", "fr_FR", 3, 12) == "page 3 sur 12"
    assert phrase("copy", "fr_FR", 7, "Préfecture {1}") == "Exemplaire n°\u00a07 — Préfecture {1}"
    assert phrase("as-of", "fr_FR", "10 février 2026") == "Données arrêtées au 10 février 2026"
    assert phrase("not-stated", "en_GB") == "not stated"


def test_a_slot_left_empty_is_a_fault() -> None:
    with pytest.raises(PhraseSlotError, match="2 slot"):
        phrase("page", "fr_FR", 3)
    with pytest.raises(PhraseSlotError):
        fill("rien", 1)
    with pytest.raises(UnknownWordError, match="'pge' is no phrase"):
        phrase("pge", "fr_FR")


def test_statuses() -> None:
    assert [status_word(status, "fr_FR") for status in STATUSES] == [
        "Réalisé", "Constaté", "En cours", "Provisoire", "Réservé", "Prévu", "Adopté", "Promis", "Annoncé",
        "Projeté", "Estimé", "Objectif", "À confirmer",
    ]  # fmt: skip
    assert status_word("promised", "en_GB") == "Pledged"
    with pytest.raises(UnknownWordError, match="'done' is no status"):
        status_word("done", "fr_FR")


@pytest.mark.parametrize(
    ("unit", "largest", "french", "english"),
    [
        ("EUR", "2.6E+9", "en milliards d’euros", "in billions of euros"),
        ("EUR", "35000", "en euros", "in euros"),
        ("megawatt", "700", "en MW", "in MW"),
        ("percent", "80", "en %", "in %"),
        ("year", "4", "en années", "in years"),
        ("entreprise", "35000", "en nombre d’entreprises", "in number of companies"),
        ("agent", "2E+6", "en millions d’agents", "in millions of public servants"),
        ("", "12", "", ""),
    ],
)
def test_axis_words(unit: str, largest: str, french: str, english: str) -> None:
    values = [Decimal(1), Decimal(largest)]
    assert axis_words(unit, axis_scale(values, "fr_FR"), "fr_FR") == french
    assert axis_words(unit, axis_scale(values, "en_GB"), "en_GB") == english


def test_locales_are_named_in_full() -> None:
    assert [language_of(locale) for locale in LOCALES] == ["fr", "en", "fr", "en", "hi"]
    assert [tag_of(locale) for locale in LOCALES] == ["fr-FR", "en-GB", "fr-CH", "en-US", "hi-IN"]


@pytest.mark.parametrize(
    ("phrase", "after_de", "after_a"),
    [
        ("le Inria", "de l’Inria", "à l’Inria"),
        ("la ONU", "de l’ONU", "à l’ONU"),
        ("le onze", "du onze", "au onze"),
        ("le huit", "du huit", "au huit"),
        ("la Hongrie", "de la Hongrie", "à la Hongrie"),
        ("Le Havre", "du Havre", "au Havre"),
        ("Les Ulis", "des Ulis", "aux Ulis"),
        ("Le Corbusier", "de Le Corbusier", "à Le Corbusier"),
        ("Haïti", "d’Haïti", "à Haïti"),
        ("Helsinki", "d’Helsinki", "à Helsinki"),
        ("Helsing", "de Helsing", "à Helsing"),
        ("Yaoundé", "de Yaoundé", "à Yaoundé"),
        ("Orsay", "d’Orsay", "à Orsay"),
        ("high-tech", "de high-tech", "à high-tech"),
    ],
)
def test_articles_elide_and_contract(phrase: str, after_de: str, after_a: str) -> None:
    assert (de_before(phrase), before("à", phrase)) == (after_de, after_a)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_each_phrase_and_each_name_of_a_shape(locale: str) -> None:
    assert furniture(locale).keys() == furniture("fr_FR").keys()
    assert shape_names(locale).keys() == shape_names("fr_FR").keys()
