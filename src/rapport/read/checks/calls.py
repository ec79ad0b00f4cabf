"""What checks go by besides the content itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from rapport.model.content import Content, fact_entries, prose_of
from rapport.model.fact import FORMS
from rapport.model.partial_date import PartialDate
from rapport.model.prose import CITATION, PLACEHOLDER, VISUAL, Prose
from rapport.model.scalar import Key
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.meant import did_you_mean


class Knowledge(Struct, frozen=True):
    """The keys written anywhere, those of faulty entries included: what is called by one of them is not unknown.

    `now` is the day on which to judge the content; None for each briefing's own date.
    """

    facts: Collection[str]
    sources: Collection[str]
    sections: Collection[str]
    now: PartialDate | None = None


def knowledge_of(content: Content) -> Knowledge:
    """What is known where every entry is sound."""
    return Knowledge(content.facts, content.sources, content.sections)


NOTE_CALL = re.compile(r"\[\^([^\[\]]+)\]")
BACKTICKS = re.compile("`+")
BRACES = re.compile(r"\{[^{}]*\}?")
ATTRIBUTES = re.compile(r"\{lang=[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\}")
LINK = re.compile(r"\[[^\[\]]*\]\(((?:[^()]|\([^()]*\))*)\)")
ADDRESS = re.compile(r"(?:https?://[^ /]+\.[^ ]+|mailto:[^ @]+@[^ @]+)")
LINK_WORDS = re.compile(r"\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)")
VAGUE = re.compile(
    r"(?:https?://|www\.).*|(?:cliquez |cliquer )?ici|(?:ce )?lien|(?:click )?here|en savoir plus|read more",
    re.IGNORECASE,
)
"""Words that do not say where a link leads (EN 301 549, 10.2.4.4)."""
MISSING: Mapping[str, tuple[str, str, str]] = {
    "fact": ("fact-unknown", "fait inconnu", "écrivez-le dans content/facts/, avec sa source"),
    "source": ("source-unknown", "source inconnue", "déclarez-la dans content/sources.yaml"),
    "section": ("section-unknown", "section inconnue", "écrivez-la dans content/sections/"),
}
"""The code and the words for what is called and does not exist, and where it is written if it is not misspelt."""
MOST_NAMED = 6
"""Keys that are all named where none is near."""


def unknown(kind: str, key: Key, known: Collection[str]) -> Iterator[Problem]:
    """The problem of a key unknown among those of its kind, at the place where it was typed."""
    if key not in known:
        code, words, elsewhere = MISSING[kind]
        choice = f" (au choix\u00a0: {', '.join(sorted(known))})" if 0 < len(known) <= MOST_NAMED else ""
        hint = did_you_mean(key, sorted(known)) or f"{elsewhere}{choice}"
        yield Problem(code, f"{words}\u00a0: «\u00a0{key}\u00a0»", key.origin, hint)


def facts_exist(content: Content, knowledge: Knowledge) -> Iterator[Problem]:
    """A fact called by a block is in `facts/`."""
    for section in content.sections.values():
        for key in fact_entries(section):
            yield from unknown("fact", key, knowledge.facts)


def calls_exist(prose: Prose, knowledge: Knowledge) -> Iterator[Problem]:
    """A fact called in prose is in `facts/`: a figure without a source would be printed otherwise."""
    if all(key in knowledge.facts for key, _form in prose.calls):  # most are: no place is looked for
        return
    for match, place in prose.find(PLACEHOLDER):
        yield from unknown("fact", Key(match[1], place), knowledge.facts)


def citations_exist(prose: Prose, knowledge: Knowledge) -> Iterator[Problem]:
    """A source cited in prose is one of `sources.yaml`; its parentheses are not typed."""
    if not prose.citations:
        return
    for match, place in prose.find(CITATION):
        yield from unknown("source", Key(match[1], place), knowledge.sources)
        if match.string[: match.start()].endswith("(") and match.string[match.end() :].startswith(")"):
            message = f"parenthèses en double autour de «\u00a0{match[0]}\u00a0», qui s’imprime entre les siennes"
            yield Problem("word-doubled", message, place, f"écrivez {match[0]} sans parenthèses", "warning")


def forms_exist(prose: Prose, _knowledge: Knowledge) -> Iterator[Problem]:
    """A form asked after the colon, `{fact:short}`, is one that the product knows."""
    if not any(map(_is_unknown_form, {form for _key, form in prose.calls})):
        return
    for match, place in prose.find(PLACEHOLDER):
        form = match[2] or FORMS[0]
        if _is_unknown_form(form):
            hint = did_you_mean(form, FORMS) or f"formes possibles\u00a0: {', '.join(FORMS)}"
            yield Problem("form-unknown", f"forme inconnue\u00a0: «\u00a0{form}\u00a0»", place, hint)


def _is_unknown_form(form: str) -> bool:
    """Whether a form asked for is none; an empty one asks for the first."""
    if not form:
        return False
    return form.rstrip(" 0123456789") not in FORMS or form.startswith("rounded") != form[-1:].isdigit()


def without_code(text: str) -> str:
    """The text with what stands between backticks, as CommonMark pairs them, blotted out: other signs stay in place.

    A run of backticks is closed by the next of its length; where there is none, it stands for itself.
    """
    if "`" not in text:
        return text
    runs = [match.span() for match in BACKTICKS.finditer(text)]
    closing: dict[int, int] = {}
    closes = [0] * len(runs)
    for number in range(len(runs) - 1, -1, -1):
        start, end = runs[number]
        closes[number] = closing.get(end - start, 0)
        closing[end - start] = number
    pieces: list[str] = []
    done = number = 0
    while number < len(runs):
        if closes[number]:
            start, end = runs[number][0], runs[closes[number]][1]
            pieces += (text[done:start], "\x00" * (end - start))
            done, number = end, closes[number]
        number += 1
    return "".join((*pieces, text[done:]))


def braces_are_calls(prose: Prose, _knowledge: Knowledge) -> Iterator[Problem]:
    """Braces hold a fact's key, or a language behind brackets: anything else would be printed as it stands."""
    text = without_code(prose.text)
    for match in BRACES.finditer(text):
        behind_brackets = text[match.start() - 1 : match.start()] == "]"
        sound = ATTRIBUTES if behind_brackets else PLACEHOLDER
        if not sound.fullmatch(match[0]) and not VISUAL.fullmatch(match[0]):
            hint = "écrivez {clé} ou {clé:forme}, sans espace ni majuscule\u202f; pour des accolades, `{…}`"
            if behind_brackets:
                hint = "écrivez la langue\u00a0: [mots]{lang=en}"
            message = f"accolades qui n’appellent rien\u00a0: «\u00a0{match[0]}\u00a0»"
            yield Problem("call-malformed", message, prose.place_of(match[0]), hint)


def links_lead_somewhere(prose: Prose, _knowledge: Knowledge) -> Iterator[Problem]:
    """A link has a whole address; it is printed as it stands, or may do harm, otherwise."""
    text = without_code(prose.text)
    for match in LINK.finditer(text):
        if not ADDRESS.fullmatch(match[1]):
            message = f"ce lien ne mène nulle part\u00a0: «\u00a0{match[1]}\u00a0»"
            hint = "écrivez l’adresse entière\u00a0: [texte](https://exemple.fr)"
            yield Problem("link-malformed", message, prose.place_of(match[0]), hint)


def links_say_where(prose: Prose, _knowledge: Knowledge) -> Iterator[Problem]:
    """The words of a link say where it leads: a reader who does not see the page hears them alone."""
    for match in LINK_WORDS.finditer(without_code(prose.text)):
        if VAGUE.fullmatch(match[1].strip(" *_")):
            message = f"ce lien ne dit pas où il mène\u00a0: «\u00a0{match[1]}\u00a0»"
            hint = "nommez ce que l’on y trouve\u00a0: [le rapport de 2025](https://exemple.fr)"
            yield Problem("link-vague", message, prose.place_of(match[0]), hint, "warning")


def sources_exist(content: Content, knowledge: Knowledge) -> Iterator[Problem]:
    """Every fact and every acronym that names a source names one of `sources.yaml`."""
    of_facts = (fact.source for fact in content.facts.values())
    of_acronyms = (acronym.source for acronym in content.acronyms.values())
    for key in filter(None, (*of_facts, *of_acronyms)):
        yield from unknown("source", key, knowledge.sources)


def sections_exist(content: Content, knowledge: Knowledge) -> Iterator[Problem]:
    """A briefing lists sections that are in `sections/`, each once."""
    for briefing in content.briefings.values():
        for index, key in enumerate(briefing.sections):
            yield from unknown("section", key, knowledge.sections)
            if key in briefing.sections[:index]:
                message = f"la section «\u00a0{key}\u00a0» figure deux fois"
                yield Problem("section-repeated", message, key.origin, "gardez-la une fois")


def unknown_note(name: str, place: Origin) -> Problem:
    """The problem of a footnote that is called and not written."""
    hint = "écrivez-la sous «\u00a0footnotes\u00a0»"
    return Problem("footnote-unknown", f"note inconnue\u00a0: «\u00a0{name}\u00a0»", place, hint)


def footnotes_match(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A footnote called is written, and one written is called."""
    for section in content.sections.values():
        called: set[str] = set()
        for prose in prose_of(section):
            for match, place in prose.find(NOTE_CALL):
                called.add(match[1])
                if match[1] not in section.footnotes:
                    yield unknown_note(match[1], place)
        for key, note in section.footnotes.items():
            if key not in called:
                message = f"la note «\u00a0{key}\u00a0» n’est appelée nulle part"
                hint = f"appelez-la par [^{key}], ou retirez-la"
                yield Problem("footnote-unused", message, note.origin, hint, "warning")


def footnotes_call_none(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A footnote calls no footnote: there would be no place for it."""
    for section in content.sections.values():
        for note in section.footnotes.values():
            for _match, place in note.text.find(NOTE_CALL):
                hint = "dites-le dans la note elle-même"
                yield Problem("footnote-nested", "une note en appelle une autre", place, hint)
