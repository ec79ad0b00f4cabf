"""Numbers in the content's own prose that no fact stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.figures.claims import strays
from rapport.model.briefing import Briefing
from rapport.model.content import Content, facts_in, prose_of
from rapport.model.prose import Prose
from rapport.problem import MOST_OF_A_KIND, Problem, Severity
from rapport.review.claims import allowed_in
from rapport.review.fact_draft import hint

MARKUP = re.compile(r"\{[^{}]*\}|\[\^[^\[\]]*\]|(?<=\])\([^()\s]*\)|`[^`]*`")
"""What a text calls or points to: facts, notes, addresses, attributes."""
EMPHASIS = re.compile(r"[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}")
DIGITS = re.compile(r"[\d\s.,]+")
BARE_HINT = "nommez la phrase qui le contient\u00a0: seul, il éteint le contrôle de ce nombre partout"


def stray_numbers(content: Content, key: str, severity: Severity) -> Iterator[Problem]:
    """A problem for each number that claims something and is no fact's, in figures or in letters, where it is typed."""
    allowed, briefing = allowed_in(content, key), content.briefings[key]
    yield from _bare(briefing)
    for prose in _written(content, key):
        words = bare_words(prose.text)
        place = prose.origin
        for count, stray in enumerate(strays(words, allowed, briefing.locale[:2])):
            precise = count <= MOST_OF_A_KIND  # those beyond are counted where the last of these stands
            place = prose.place_at(stray.start, stray.end) if precise else place
            typed = " ".join(prose.text[stray.start : stray.end].split())
            message = f"nombre sans fait\u00a0: «\u00a0{typed}\u00a0»"
            advice = hint(stray, place, typed, content, briefing) if precise else ""
            yield Problem("number-without-fact", message, place, advice, severity)


def _bare(briefing: Briefing) -> Iterator[Problem]:
    """Numbers let through by themselves, which lets the same number through wherever it stands."""
    for phrase in briefing.tolerated:
        if DIGITS.fullmatch(phrase.text):
            message = f"«\u00a0{phrase.text}\u00a0» est admis partout, quoi qu’il compte"
            yield Problem("tolerated-bare", message, phrase.origin, BARE_HINT, "warning")


def _written(content: Content, key: str) -> Iterator[Prose]:
    """What an author wrote for a briefing: its own texts, its sections, the labels of the facts it shows."""
    briefing = content.briefings[key]
    yield from prose_of((briefing.title, briefing.subtitle, briefing.details, briefing.contents))
    sections = [content.sections[name] for name in briefing.sections]
    yield from prose_of(sections)
    shown = dict.fromkeys(name for name in facts_in((briefing, *sections)) if name in content.facts)
    yield from prose_of([(content.facts[name].label, content.facts[name].name) for name in shown])


def bare_words(text: str) -> str:
    """The words of a text, what it calls and its marks blanked out, at the same length."""
    bare = MARKUP.sub(lambda match: "\x00" * len(match[0]), text)
    return EMPHASIS.sub(lambda match: "\u200b" * len(match[0]), bare)
