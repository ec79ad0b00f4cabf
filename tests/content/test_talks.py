"""What each summit has to say is the same in its brief, its deck and its sheet, and can be said aloud."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from content.texts import spaced
from rapport.arrange.arrange import Arranged
from rapport.audience import AUDIENCES, Audience
from rapport.edition.blocks.figures import Comparison
from rapport.edition.blocks.words import Bullets, Messages
from rapport.edition.edition import Edition
from rapport.edition.text import Text, plain, texts, words
from rapport.model.content import Content
from rapport.resolve.audience import permitted
from rapport.resolve.edition import resolve
from rapport.resolve.glosses import untold
from rapport.resolve.reports.sheet import sheets
from rapport.review.talk import Talk, talk_of

BRIEFINGS = ("evian-g7", "new-delhi")

SPOKEN: Mapping[str, str] = {
    "quatre-vingts pour cent": "osez-pme",
    "plus de cinq cents ambassadeurs": "osez-ambassadeurs",
    "plus de trente-cinq mille entreprises": "osez-sensibilisees",
    "plus de cent dix mille fonctionnaires": "assistant-agents",
    "huit ministères": "assistant-ministeres",
    "quarante mille agents": "visio-test",
    "cent neuf milliards d'euros": "promesses-sommet",
    "plus de soixante-quinze pour cent": "terrains",
    "cinq virgule huit gigawatts": "puissance-reservee",
    "deux cent quarante mégawatts": "fouju-2027",
    "sept cents": "fouju-2029",
    "plus de deux cent vingt membres": "coalition-membres",
    "plus de deux virgule six milliards d'euros": "levees-2025",
    "un virgule sept milliard": "levee-mistral",
    "six cents millions": "levee-helsing",
    "vingt-trois": "pionniers-projets",
    "cinq sites prioritaires": "voie-rapide-sites",
    "trois à quatre ans": "voie-rapide-delai",
    "deuxième supercalculateur d'Europe": "alice-recoque-rang",
    "deuxième d'Europe": "alice-recoque-rang",
}
"""The figures as speakers say them, and the facts they are: words in letters are not called by their key."""

VALUES: Mapping[str, str] = {
    "osez-pme": "80",
    "osez-ambassadeurs": "500",
    "osez-sensibilisees": "35000",
    "assistant-agents": "110000",
    "assistant-ministeres": "8",
    "visio-test": "40000",
    "promesses-sommet": "109000000000",
    "terrains": "75",
    "puissance-reservee": "5.8",
    "fouju-2027": "240",
    "fouju-2029": "700",
    "coalition-membres": "220",
    "levees-2025": "2600000000",
    "levee-mistral": "1700000000",
    "levee-helsing": "600000000",
    "pionniers-projets": "23",
    "voie-rapide-sites": "5",
    "voie-rapide-delai": "3 4",
    "alice-recoque-rang": "2",
}
"""What the words above are in figures: a fact that changes has its words changed too."""

OWN = {"moins de dix personnes", "trois messages", "trois sujets", "deux mesures"}
"""Numbers in letters that count the text itself."""

UNSPEAKABLE = re.compile(r"[%€§°]|\b(?:GW|MW|Md|M€)\b|\d{1,3} \d{3}|\d,\d|s’intitule")


def messages(edition: Edition) -> list[tuple[Text, Text]]:
    blocks = [block for section in edition.sections for block in section.blocks if isinstance(block, Messages)]
    return [(item.title, item.text) for item in blocks[0].items]


@pytest.mark.parametrize("key", BRIEFINGS)
def test_the_messages_are_the_same_in_brief_deck_and_sheet(editions: Mapping[str, Edition], key: str) -> None:
    brief, deck = untold(editions[f"{key}-brief"]), editions[f"{key}-deck"]
    said = [(plain(title), plain(text)) for title, text in messages(brief)]
    assert len(said) == 3
    assert [(plain(title), plain(text)) for title, text in messages(deck)] == said
    for sheet in sheets(brief, deck):
        themes = next(block for block in sheet.sections[0].blocks if isinstance(block, Bullets))
        assert [plain(item.text) for item in untold(themes).items] == [title for title, _ in said]


@pytest.mark.parametrize("key", BRIEFINGS)
def test_notes_are_spoken(plans: Mapping[str, Arranged], key: str) -> None:
    for slide in plans[key].deck.slides[2:]:
        for text in slide.speech:
            assert not UNSPEAKABLE.search(spaced(plain(text))), f"{slide.number}: {plain(text)}"


def test_figures_in_letters_are_those_of_facts(content: Content) -> None:
    for key, typed in VALUES.items():
        assert " ".join(dict.fromkeys(str(each) for each in content.facts[key].bounds or ())) == typed, key
    assert set(SPOKEN.values()) == set(VALUES)
    for said, key in SPOKEN.items():
        assert said.startswith("plus de") == (content.facts[key].qualifier == "more-than"), said
    for briefing in content.briefings.values():
        tolerated = {each.text for each in briefing.tolerated}
        assert tolerated <= OWN | set(SPOKEN)


@pytest.mark.parametrize("key", BRIEFINGS)
def test_a_talk_ends_on_what_is_asked_of_those_who_hear_it(editions: Mapping[str, Edition], key: str) -> None:
    last = editions[f"{key}-deck"].sections[-1]
    assert last.key.startswith("demandes-")
    assert "Je termine par une" in plain(last.speech[-1])


@pytest.mark.parametrize("key", BRIEFINGS)
def test_partners_are_asked_the_same_in_brief_deck_and_sheet(content: Content, key: str) -> None:
    seen = permitted(content, "partners")
    brief, deck = resolve(seen, key, "brief"), resolve(seen, key, "deck")
    asked = [block for section in deck.sections if section.kind == "ask" for block in section.blocks]
    [comparison] = [block for block in asked if isinstance(block, Comparison)]
    wanted = [plain(text) for side in comparison.sides for text in side.items]
    assert len(wanted) == 6
    for edition in (untold(brief), untold(sheets(brief, deck)[0])):
        said = "\n".join(texts(edition.sections))
        assert [text for text in wanted if text not in said] == []


LACKING = re.compile(r"non précisé|ne dit pas|n’est pas connu|À ne pas dire|à obtenir|Limite", re.IGNORECASE)


@pytest.mark.parametrize("audience", [each for each in AUDIENCES if each != "internal"])
@pytest.mark.parametrize("key", BRIEFINGS)
def test_a_guest_sees_no_slide_about_what_is_not_known(content: Content, key: str, audience: Audience) -> None:
    deck = resolve(permitted(content, audience), key, "deck")
    assert len(deck.sections) > 6
    for section in deck.sections:
        assert not LACKING.search(plain(section.title)), plain(section.title)
        assert not any(type(block).__name__ in ("Callout", "Questions", "Quote") for block in section.blocks)


@pytest.mark.parametrize("key", BRIEFINGS)
def test_a_deck_of_which_nothing_is_said_takes_no_minute(plans: Mapping[str, Arranged], key: str) -> None:
    deck = plans[key].deck
    silent = replace(deck, slides=tuple(replace(slide, speech=()) for slide in deck.slides))
    assert talk_of(silent) == Talk(len(deck.slides), 0, 0)
    one = replace(deck, slides=(*silent.slides, replace(deck.slides[0], speech=(words("Trois petits mots."),))))
    assert talk_of(one) == Talk(len(deck.slides) + 1, 3, 1)
