"""What a civil servant writes in figures is told where it claims something, and only there: `benchmarks/claims.py`."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.claims import FOUND, TOLD, labelled, rates

from content_tree import read_tree
from rapport.figures.claims import NOTHING, Allowed, orphans, strays
from rapport.review.stray_numbers import known, stray_numbers, value_lines


@pytest.mark.parametrize(("language", "least"), [("fr", 300), ("en", 90)])
def test_claims_are_told_and_the_rest_passes(language: str, least: int) -> None:
    found, told, claims, rest = rates(language)
    assert claims + rest >= least
    assert found >= FOUND, [number.text for number in labelled(language) if number.claim and not number.told]
    assert told <= TOLD, [number.text for number in labelled(language) if number.told and not number.claim]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("17 États membres sur 27 le demandent", ["17 États membres sur 27"]),
        ("il y en a 1 sur mille", ["1 sur mille"]),
        ("neuf sur dix, neuf ménages sur dix", ["neuf sur dix", "neuf ménages sur dix"]),
        ("de 40-45 €/t à 315 €/t", ["40-45 €/t à 315 €/t"]),
        ("Le règlement (UE) 2021/1119 s’applique à 3 % des cas", ["3 %"]),
        ("deux fois par an, trois fois plus", ["trois fois"]),
        ("plus de trois pays, trois pays", ["trois"]),
        ("cinq morts, cinq axes", ["cinq"]),
        ("à la majorité des deux tiers, deux tiers des voix", ["deux tiers"]),
        ("35 heures par semaine, à 19 h 30", ["35 heures par semaine"]),
        ("En pour cent, 12 pour cent", ["12 pour cent"]),
        ("Déroulé, 14 juin 2026 – 11 h 05 – 11 h 50", []),
        ("La PAC 2023-27, le plan 2021 – 2027, le 14/03/2026, 3/2/26", []),
        ("Appeler le 15 ou le 112, joindre 12 pièces", ["12"]),
        ("Onze patients sont décédés", ["Onze"]),
        ("Vendu pour 1 000 euros, six postes pour 100 élèves", ["1 000 euros"]),
        ("Moins de 26 ans", []),
        ("Les eaux, réacteurs 1 à 4 : nous en parlons à vingt-sept.", []),
        ("Effectifs 450 à 500, les tranches fermes 1 et 2", ["450 à 500"]),
        ("Un accord sur trois points, un texte sur deux axes, un plan sur cinq ans", []),
        (
            "Un agent public sur cinq dans le Nord, un ménage français sur dix",
            ["Un agent public sur cinq", "un ménage français sur dix"],
        ),
        ("Les votes 1 à 6, le vote 12 ; l’Assemblée vote 12 crédits", ["12"]),
        ("L’usine livre 12 rames, le plan cible 40 quartiers", ["12", "40"]),
        ("La porte 12 ferme à 18 h, la mesure 3 aussi ; elle vote 12 milliards", ["12 milliards"]),
        ("Le marché porte sur 12 lots, 9 offres sur 12", ["12", "9 offres sur 12"]),
    ],
)
def test_a_claim_is_told_once_with_its_whole(text: str, found: list[str]) -> None:
    assert list(orphans(text, Allowed())) == found


@pytest.mark.parametrize(
    "text",
    [
        "In 2024, the G20 met in Room 12 at 10:30 am",
        "Regulation (EU) 2021/1119, Article 6, Table 3",
        "Three options, two of the 27",
        "within five years, in 2030",
    ],
)
def test_english_names_with_numbers_too(text: str) -> None:
    assert orphans(text, Allowed(), "en") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12% of 3,400 schools lost 40 teachers", ("12%", "3,400", "40")),
        ("At 1.4, the ratio is low; it reaches 2.1", ("1.4", "2.1")),
        ("£38.5 million of £742 million", ("£38.5 million", "£742 million")),
        ("4 of 9 stations, 5.5 miles", ("4 of 9", "5.5 miles")),
        ("Version 2.1, room 6.02, paragraphs 4.12 to 4.17, release 1.2.3", ()),
        ("Section 4(2), article 16(1) and schedule 6", ()),
        ("33 Horseferry Road, 10 Downing Street", ()),
        ("The target 2.5 GW was missed, level 2.5 metres was not", ("2.5 GW", "2.5 metres")),
        ("2.5 GW of offshore wind is connected", ("2.5 GW",)),
        ("2.5 Growth of the network", ()),
        ("Call 111 or 999; we call 120 people and order 40 buses", ("120", "40")),
        ("The hall seats 250, the school trains 40 teachers", ("250", "40")),
        ("Order 12 applies; seats 12 to 14, ETCS level 2 routes, key stage 4 pupils", ()),
        ("The taxes call 12 billion", ("12 billion",)),
        ("Prices, £ thousand; a thousand homes, one thousand jobs", ("thousand", "one thousand")),
        ("Answer questions 12 to 14, seats 12, 14 and 16: quality counts for 60 in every 100 marks", ("60", "100")),
        ("2.1 A new start, after the regulation 12 million people read", ("12 million",)),
    ],
)
def test_english_claims_are_told(text: str, found: tuple[str, ...]) -> None:
    assert orphans(text, Allowed(), "en") == found


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("25,9 millions d'hectares", ["value: 25900000", "unit: hectare"]),
        ("19 à 23 Mt", ["low: 19", "high: 23", "unit: megatonne"]),
        ("11 à 26 Mt par an", ["low: 11", "high: 26", "unit: megatonne/year"]),
        ("256 €/ha", ["value: 256", "unit: EUR/hectare"]),
        ("315-430 M€", ["low: 315000000", "high: 430000000", "unit: EUR"]),
        ("Blé : –44 % en un an", ["value: -44", "unit: percent"]),
        ("4 % au plus", ["value: 4", "unit: percent", "qualifier: up-to"]),
        ("90 km/h", ["value: 90", "unit: kilometre/hour"]),
        ("12 000 m²", ["value: 12000", "unit: square-metre"]),
        ("12 ans d'avance", ["value: 12", "unit: year"]),
        ("3,50 € par repas", ["value: 3.50", "unit: EUR"]),
        ("9" * 40, ["value: 1" + "0" * 40]),  # as exact as the program counts; told, and no crash
        ("neuf ménages sur dix", ['words: "neuf ménages sur dix"']),
        ("2,5 milliers d'euros", ["value: 2500", "unit: EUR"]),
        ("250 milliers d'emplois", ["value: 250000"]),
    ],
)
def test_a_claim_comes_with_the_fact_that_would_print_it(text: str, lines: list[str]) -> None:
    (stray,) = strays(text, NOTHING)
    assert value_lines(stray) == lines


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("2,6 Md€ levés", "{levees:amount}"),
        ("2,6 milliards d'euros", "{levees}"),
        ("2 600 M€", "{levees}"),
        ("80 % des PME", "{pme}"),
        ("une baisse de 80 %", "{pme}"),
        ("une baisse de 12 %", "{recul:unsigned}"),
        ("547 lits", "{lits:number}"),
        ("548 lits", ""),
        ("2,6 %", ""),
    ],
)
def test_a_number_that_a_fact_says_is_told_its_call(text: str, call: str, tmp_path: Path) -> None:
    rest = "status: achieved, as_of: 2026-02-10, source: bilan, locator: p. 1}"
    facts = f"""
        recul: {{label: recul, value: -12, unit: percent, {rest}
        lits: {{label: lits, value: 547, unit: place, {rest}
        """
    content = read_tree(tmp_path, {"facts/autres.yaml": facts}).content
    (stray, *_) = strays(text, NOTHING)
    found = known(stray, content, "fr_FR")
    assert (found.call if found else "") == call


def test_a_number_that_may_be_a_fact_is_told_which_and_what_to_say_of_it(tmp_path: Path) -> None:
    rest = "as_of: 2026-02-10, source: bilan, locator: p. 1}"
    facts = f"""
        orge: {{label: récolte d'orge, value: 12, unit: percent, status: achieved, {rest}
        merlu: {{label: quota de merlu, value: -12, unit: percent, status: planned, {rest}
        seuil: {{label: seuil de réserve, value: 12, unit: percent, qualifier: at-least, status: achieved, {rest}
        """
    section = 'title: Essai\nmessage: "Un essai"\nblocks:\n  - paragraph: "Le quota de merlu baisse de 12 %."\n'
    content = read_tree(tmp_path, {"facts/autres.yaml": facts, "sections/financement.yaml": section}).content
    (told, *_) = stray_numbers(content, "evian", "warning")
    assert told.hint.replace("\u00a0", " ").splitlines()[0] == (
        "s’il s’agit de « quota de merlu », écrivez {merlu:unsigned} et « prévu » dans la phrase ; sinon,"
    )
