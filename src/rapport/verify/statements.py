"""What texts say in figures: a fact behind each number, its qualifier and status near it, no sum across statuses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from rapport.edition.blocks.figures import Table
from rapport.edition.edition import Edition
from rapport.edition.text import evidence, plain
from rapport.figures.claims import Allowed, Claims, FactClaim, orphans
from rapport.figures.reader import reader_of
from rapport.formats.unreadable import quoted
from rapport.verify.parity.alignment import Compared
from rapport.verify.parity.figures import Occurrence
from rapport.verify.parity.line import ExpectedLine
from rapport.verify.report import Check, Finding

NOTHING = " –—-\u00a0"
"""What a total says where it adds nothing up, as beside remarks."""


def check_totals(edition: Edition, claims: Claims) -> Check:
    """Whether the tables with a total hold facts of one status. Charts are looked at with their facts."""
    blocks = (block for section in edition.sections for block in section.blocks)
    tables = tuple(block for block in blocks if isinstance(block, Table))
    findings = tuple(finding for table in tables for finding in _findings(table, claims))
    return Check("totals", "Totaux d’un seul statut", len(tables), findings)


def _findings(table: Table, claims: Claims) -> Iterator[Finding]:
    """A total adds up the rows above it, column by column: only what stands in one column must be of one status."""
    total = next((row for row in table.rows if row.kind == "total"), None)
    if total is None:
        return
    for place, summed in zip(range(len(table.columns)), total.cells, strict=False):
        if not plain(summed.text).strip(NOTHING):
            continue
        column = tuple(row.cells[place] for row in table.rows if place < len(row.cells))
        facts = {proof.fact for proof in evidence(column)}
        statuses = sorted({claims[fact].status for fact in facts if fact in claims and claims[fact].low is not None})
        if len(statuses) > 1:
            caption = quoted(plain(table.caption))
            message = f"des statuts différents additionnés dans {caption}\u00a0: {', '.join(statuses)}"
            yield Finding("status-mixed", message, "", table.origin)


# The numbers without a fact of a whole document, each at its place.

FREE_ROLES = ("furniture", "page", "marker", "alternative", "source")
"""Lines whose numbers are the document's own, or are held to the lines they repeat."""
PART_OF = re.compile(r"\(\d+(?:/\d+)?\)$")
"""Which of several slides a title stands on: "(2/3)"."""
OTHER_SOURCES = re.compile(r" (?:et|and) \d+ (?:autres|others)\.$")
"""How many sources the foot of a slide leaves to its notes."""


def orphan_findings(both: Compared, allowed: Allowed, language: str) -> Iterator[Finding]:
    """The orphans of a document's lines, figures with a fact left out, each with its place."""
    for line, place in zip(both.expected, both.places, strict=True):
        if line.role not in FREE_ROLES:
            for orphan in orphans(_without_facts(line), allowed, language):
                message = f"nombre sans fait\u00a0: {quoted(orphan)} dans {quoted(line.text)}"
                yield Finding("orphan", message, place, line.origin)


def _without_facts(line: ExpectedLine) -> str:
    """The line with its facts' figures, the marks of its notes and its place in a series blanked out."""
    text = line.text
    spans = [(stated.start, stated.end) for stated in line.figures] + list(line.marks)
    spans += [found.span() for found in PART_OF.finditer(text)]
    spans += [found.span() for found in OTHER_SOURCES.finditer(text) if line.role == "foot"]
    for start, end in spans:
        text = text[:start] + "\x00" * (end - start) + text[end:]
    return text


# A figure's qualifier and status stand within its reach: its sentence, its tile, its row, header or caption.

SENTENCE_END = re.compile(r"(?<=[.!?…])[ \u00a0\u202f»”]+(?=[«“A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ])|(?<=।)[ \u00a0]+")
WORDLESS = ("status", "period", "date", "when")
"""Forms that are not figures of their own."""
LOOSE_ROLES = ("contents", "page", "alternative")
"""Lines that repeat what stands elsewhere in full; a source line does not, whose figures are those of its remark."""
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
        if claim.qualifier and not _has(reach, reader_of(language).words.qualifiers.get(claim.qualifier, ())):
            message = f"{quoted(occurrence.text)} a perdu sa nuance ({claim.qualifier})"
            yield Finding("qualifier-missing", message, occurrence.place, line.origin)
        if not _says_status(occurrence, reach, claim, language):
            message = f"{quoted(occurrence.text)} ne dit pas son statut ({claim.status})"
            yield Finding("status-missing", message, occurrence.place, line.origin)


def _says_status(occurrence: Occurrence, reach: str, claim: FactClaim, language: str) -> bool:
    """A tile or a row bears the status's word; prose says it in words of its own. What is done needs none."""
    if claim.status in SETTLED:
        return True
    words = (*reader_of(language).words.statuses.get(claim.status, ()), *filter(None, (claim.status_word,)))
    if occurrence.line.role in SHOWN_ROLES:
        return _has(reach, words)
    said = reader_of(language).words.said.get(claim.status)
    return said is None or _has(reach, (*words, *said))


def _sentence(occurrence: Occurrence) -> str:
    """The sentence of the line in which the figure stands."""
    text, place = occurrence.line.text, occurrence.stated.start
    ends = _sentence_ends(text)
    after = bisect_right(ends, place)
    return text[ends[after - 1] : ends[after] if after < len(ends) else len(text)]


@lru_cache(1 << 8)
def _sentence_ends(text: str) -> tuple[int, ...]:
    """The places at which sentences end, the beginning and the end of the text among them."""
    return 0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)


def _has(text: str, phrases: tuple[str, ...]) -> bool:
    return bool(phrases) and bool(_pattern(phrases).search(text))


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases as whole words; one with an asterisk may go on."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_words, phrases))})", re.IGNORECASE)


def _words(phrase: str) -> str:
    begun = phrase.removesuffix("*")
    end = r"(?!\w)" if begun == phrase and phrase[-1].isalpha() else ""
    return re.escape(begun).replace(r"\ ", "[ \u00a0\u202f]").replace("’", "['’]") + end
