"""A figure's qualifier and status stand within its reach: its sentence, its tile, its row, header or caption."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from rapport.figures.claims import Claims, FactClaim
from rapport.verify.finding import Finding, quoted
from rapport.verify.parity.figures import Occurrence
from rapport.verify.vocabulary import QUALIFIER_WORDS, STATUS_STEMS, STATUS_WORDS

SENTENCE_END = re.compile(r"(?<=[.!?…])[ \u00a0\u202f»”]+(?=[«“A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ])")
WORDLESS = ("status", "period", "date", "when")
"""Forms that are no figure of their own."""
LOOSE_ROLES = ("contents", "page", "source", "alternative")
"""Lines that repeat what stands elsewhere in full."""
SETTLED = ("achieved", "measured")
"""Statuses of what is a fact already: nobody takes it for more than it is."""
SHOWN_ROLES = ("tile", "cell")
"""Lines beside which the status stands as a word of its own."""


def qualifier_findings(found: Iterable[Occurrence], claims: Claims, language: str) -> Iterator[Finding]:
    """Figures printed without their qualifier, or without a word for a status that is not "done"."""
    for occurrence in found:
        evidence, line = occurrence.stated.evidence, occurrence.line
        claim = claims.get(evidence.fact)
        if claim is None or evidence.form in WORDLESS or line.role in LOOSE_ROLES or claim.low is None:
            continue
        reach = f"{_sentence(occurrence)} {line.scope}"
        if claim.qualifier and not _has(reach, QUALIFIER_WORDS[language[:2]].get(claim.qualifier, ())):
            message = f"{quoted(occurrence.text)} a perdu sa nuance ({claim.qualifier})"
            yield Finding("qualifier-missing", message, occurrence.place, line.origin)
        if not _says_status(occurrence, reach, claim, language):
            message = f"{quoted(occurrence.text)} ne dit pas son statut ({claim.status})"
            yield Finding("status-missing", message, occurrence.place, line.origin)


def _says_status(occurrence: Occurrence, reach: str, claim: FactClaim, language: str) -> bool:
    """A tile or a row bears the status's word; prose says it in words of its own. What is done needs none."""
    if claim.status in SETTLED:
        return True
    words = (*STATUS_WORDS[language[:2]].get(claim.status, ()), *filter(None, (claim.status_word,)))
    if occurrence.line.role in SHOWN_ROLES:
        return _has(reach, words)
    stems = STATUS_STEMS[language[:2]].get(claim.status)
    return stems is None or _has(reach, (*words, *stems), whole=False)


def _sentence(occurrence: Occurrence) -> str:
    """The sentence of the line in which the figure stands."""
    text, place = occurrence.line.text, occurrence.stated.start
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    start = max(end for end in ends if end <= place)
    return text[start : min((end for end in ends if end > place), default=len(text))]


def _has(text: str, phrases: tuple[str, ...], *, whole: bool = True) -> bool:
    return bool(phrases) and bool(_pattern(phrases, whole).search(text))


@cache
def _pattern(phrases: tuple[str, ...], whole: bool) -> re.Pattern[str]:
    """Any of the phrases, as whole words or as beginnings of words."""
    words = (re.escape(phrase).replace(r"\ ", "[ \u00a0\u202f]").replace("’", "['’]") for phrase in phrases)
    end = r"(?!\w)" if whole else ""
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(f'{word}{end if word[-1].isalpha() else str()}' for word in words)})", re.I
    )
