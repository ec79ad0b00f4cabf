"""Figures that a text would print without their qualifier or status, or after a word that they begin with too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial

from rapport.edition.edition import Edition, EditionSection
from rapport.edition.text import Evidence
from rapport.language.languages import qualifier_words, status_word
from rapport.model.content import Content, prose_of
from rapport.model.fact import FORMS, Fact
from rapport.model.prose import PLACEHOLDER
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.remembered import ANEW, Remembered, Same
from rapport.review.claims import claims_of
from rapport.slides.deck import Deck, Slide
from rapport.verify.expected.brief import front_lines, section_lines, with_notes
from rapport.verify.expected.deck import note_lines, slide_lines
from rapport.verify.parity.figures import Occurrence
from rapport.verify.parity.line import ExpectedLine, Stated
from rapport.verify.statements import qualifier_findings

BEGINS = (
    r"du|de|des|le|les|en|au|à|dès|depuis|avant|après|environ|d['’]ici|jusqu['’]à|fin|début|(?:plus|moins|près) de|"
    r"au moins|à hauteur de|of|from|in|on|by|since|about|nearly|more than|less than|at least|up to"
)
"""What figures and dates begin with: « de 60 à 75 », « du 8 au 11 juin », « d’ici 2030 », « près de 12 »."""
TWICE = re.compile(rf"(?<![\w'’])(?:({BEGINS})\s+\1|(?:les|le|au|du|en)\s+(?:du|de))(?=\s+\d|$)", re.IGNORECASE)

Calls = Mapping[tuple[str, str], tuple[Origin, ...]]
"""The places where prose calls a fact in a form, in order."""


def lost_nuances(
    content: Content, key: str, brief: Edition, plan: Deck, memory: Remembered = ANEW
) -> Iterator[Problem]:
    """What verifying the brief and the deck would find, reported where the fact is called."""
    claims = claims_of(content, key)
    locale = content.briefings[key].locale
    calls = cache(lambda: _calls(content))  # asked for where there is something to say, which is rare
    told: set[tuple[str, str, Origin]] = set()
    for line in (*_written(brief, memory), *_spoken_and_shown(plan, memory)):
        seen: dict[Evidence, int] = {}
        for stated in line.figures:
            rank = seen[stated.evidence] = seen.get(stated.evidence, -1) + 1
            occurrence = Occurrence(stated, line.text[stated.start : stated.end], line, "", ())
            if words := _twice(line.text, stated):
                yield _doubled(words, stated, _place(line, stated, rank, calls()))
            for finding in qualifier_findings((occurrence,), claims, brief.language):
                place = _place(line, stated, rank, calls())
                told_once = (finding.code, stated.evidence.fact, place)
                if told_once not in told:  # a sentence is read, shown and spoken, and typed once
                    told.add(told_once)
                    yield _SAID[finding.code](occurrence, content.facts[stated.evidence.fact], locale, place)


def _twice(text: str, stated: Stated) -> str:
    """The words that a sentence says before a figure that begins with them; empty for none."""
    start = max(0, stated.start - LONGEST)
    spaced = text[start : stated.end].replace("\u00a0", " ").replace("\u202f", " ")
    found = (match for match in TWICE.finditer(spaced, min(start, 1)) if start + match.end() + 1 >= stated.start)
    return next((text[start + match.start() : stated.end] for match in found), "")


LONGEST = 27
"""Characters of « à hauteur de » twice, a space after each, and one before them that is no part of a word."""


def _doubled(words: str, stated: Stated, place: Origin) -> Problem:
    message = f"«\u00a0{words}\u00a0»\u00a0: le chiffre commence déjà ainsi"
    hint = f"retirez le mot qui précède {{{stated.evidence.fact}}}"
    return Problem("word-doubled", message, place, hint, "warning")


def _written(brief: Edition, memory: Remembered) -> Iterator[ExpectedLine]:
    """The lines of the brief in which figures are, as far as this memory goes."""
    lines = list(front_lines(brief))
    for section in brief.sections:
        telling = partial(_telling_of_section, section, brief)
        lines += memory(("lines", Same(section), brief.language), telling)
    return with_notes(lines, brief.notes)


def _telling_of_section(section: EditionSection, brief: Edition) -> tuple[ExpectedLine, ...]:
    """The lines of a section that give figures or call notes; the names that a divider repeats are told elsewhere."""
    return tuple(line for line in section_lines(section, brief) if line.figures or line.calls)


def _spoken_and_shown(plan: Deck, memory: Remembered) -> Iterator[ExpectedLine]:
    for slide in plan.slides:
        yield from memory(("spoken and shown", Same(slide)), partial(_telling_of_slide, slide))


def _telling_of_slide(slide: Slide) -> tuple[ExpectedLine, ...]:
    return tuple(line for line in (*slide_lines(slide), *note_lines(slide, "")) if line.figures)


def _calls(content: Content) -> Calls:
    found: dict[tuple[str, str], list[Origin]] = {}
    for part in (content.facts, content.sections, content.briefings):
        for prose in prose_of(part):
            for match, place in prose.find(PLACEHOLDER):
                found.setdefault((match[1], match[2] or FORMS[0]), []).append(place)
    return {call: tuple(sorted(places)) for call, places in found.items()}


def _place(line: ExpectedLine, stated: Stated, rank: int, calls: Calls) -> Origin:
    """The call that gave the figure: the first, or second…, of its kind after its text, else after its block.

    What is spoken over a slide may be typed before what is seen on it: then the nearest call above.
    """
    start = stated.origin if stated.origin.file else line.origin
    called = calls.get((stated.evidence.fact, stated.evidence.form), ())
    places = [place for place in called if place.file == start.file]
    after = [place for place in places if place >= start]
    if not after and places:
        return places[-1]
    return after[rank] if rank < len(after) else line.origin


def _qualifier(occurrence: Occurrence, fact: Fact, locale: str, place: Origin) -> Problem:
    words = qualifier_words(fact.qualifier, locale)
    message = f"«\u00a0{occurrence.text}\u00a0» perd sa nuance\u00a0: «\u00a0{words}\u00a0»"
    hint = f"dites «\u00a0{words}\u00a0» dans la même phrase, ou écrivez {{{occurrence.stated.evidence.fact}}}"
    return Problem("qualifier-missing", message, place, hint)


def _status(occurrence: Occurrence, fact: Fact, locale: str, place: Origin) -> Problem:
    word = status_word(fact.status, locale).lower()
    message = f"«\u00a0{occurrence.text}\u00a0» ne dit pas son statut\u00a0: «\u00a0{word}\u00a0»"
    example = f"{{{occurrence.stated.evidence.fact}:status}}"
    hint = f"dites «\u00a0{word}\u00a0» dans la même phrase, par exemple par {example}"
    return Problem("status-missing", message, place, hint)


_SAID = {"qualifier-missing": _qualifier, "status-missing": _status}
