"""Figures of an edition, found again in a document, read there and held to their facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext

from msgspec import Struct

from rapport.figures.claims import Claims, FactClaim
from rapport.figures.dates import DateReading, Day, FigureReading, parse_date
from rapport.figures.reader import reader_of, scan
from rapport.figures.units import canonical
from rapport.formats.unreadable import quoted
from rapport.verify.parity.alignment import WordAlignment
from rapport.verify.parity.line import ExpectedLine, FoundLine, Stated
from rapport.verify.report import Finding

# Whether a figure, as read in a document, says what the fact behind it claims.

EXACT = ("full", "value", "from-to", "unsigned", "signed", "spoken")
"""Forms that print every digit; the others may round."""
QUALIFIED = ("full", "amount", "plotted", "spoken")
"""Forms that print the qualifier."""
SCALES = (0, 3, 6, 9, 12, 15, 18)
"""Powers of ten that every language counts in; some count in others besides."""
UNITLESS = ("number", "plotted")
"""Forms that print neither unit nor scale, which stand elsewhere."""
PRECISION = 60
ROUNDED = "rounded"
STEM = 4
"""Letters of a noun that its plural keeps."""


def disagreement(text: str, form: str, claim: FactClaim, language: str) -> str:
    """What is wrong with a figure printed in a form, in French; empty where it agrees with its claim."""
    check = _CHECKS.get(form)
    if check:
        return check(text, claim, language)
    if any(_plain(said) in _plain(text) for said in _said(claim)):
        return ""
    if claim.words and not _spell(claim.words, claim, language):
        return f"{quoted(text)} au lieu de {quoted(claim.words)}"
    if claim.date:
        return _date(text, claim.date, language)
    return _quantity(text, form, claim, language)


def _said(claim: FactClaim) -> tuple[str, ...]:
    """The words that stand for a fact without a figure: the source’s, its label, or its name."""
    named = claim.named if claim.words and claim.low is None else ""
    return tuple(filter(None, (claim.words, named)))


def _spell(words: str, claim: FactClaim, language: str) -> bool:
    """Whether a source's own words are its number in letters, which figures may stand for."""
    readings = scan(words, language).figures
    low, high = claim.low, claim.high
    return len(readings) == 1 and (readings[0].low, readings[0].high) == (low, high)


_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
"""Quotation marks and apostrophes as a keyboard has them."""


def _plain(text: str) -> str:
    """Letters alone count when words are compared: spaces, quotes and capitals are typography."""
    return re.sub(r"[ \u00a0\u202f]+", " ", text.translate(_MARKS)).casefold().strip(" ")


def _quantity(text: str, form: str, claim: FactClaim, language: str) -> str:
    if claim.low is None or claim.high is None:
        return ""
    readings = scan(_before_own_unit(text, claim.unit), language).figures
    if len(readings) != 1:
        return f"{len(readings)} nombre(s) lu(s) dans {quoted(text)}, un attendu"
    reading = readings[0]
    unsigned = form == "unsigned" or (form == "spoken" and _says_minus(text))
    ends = sorted((abs(claim.low), abs(claim.high))) if unsigned else (claim.low, claim.high)
    low, unit = canonical(ends[0], claim.unit)
    high, _ = canonical(ends[1], claim.unit)
    if form not in UNITLESS and reading.unit != unit:
        return f"unité lue dans {quoted(text)}\u00a0: {reading.unit or 'aucune'}, attendue\u00a0: {unit or 'aucune'}"
    if not _is_said(reading, form, (low, high), ends, language):
        return f"{quoted(text)} se lit {_shown(reading.low, reading.high)}, le fait dit {_shown(low, high)}"
    expected = claim.qualifier if form in QUALIFIED else ""
    if reading.qualifier != expected:
        read, wanted = reading.qualifier or "aucune", expected or "aucune"
        return f"nuance lue dans {quoted(text)}\u00a0: {read}, attendue\u00a0: {wanted}"
    return ""


def _says_minus(text: str) -> bool:
    """Whether a sign is said as a word, which no reader takes for a part of its number."""
    return bool(re.search(r"(?<!\w)moins (?!de |d’)", text))


def _is_said(
    reading: FigureReading, form: str, measured: tuple[Decimal, Decimal], typed: Sequence[Decimal], language: str
) -> bool:
    """Whether a number is the value; one that stands without its unit is in that of the content, or in a prefix of it.

    `measured` are both ends in the unit that is read, `typed` as the content gives them.
    """
    if form not in UNITLESS:
        return _same_value(reading, *measured, form, 0)
    both, scales = (measured, (typed[0], typed[1])), SCALES + reader_of(language).words.scales
    return any(_same_value(reading, low, high, form, scale) for low, high in both for scale in scales)


def _same_value(reading: FigureReading, low: Decimal, high: Decimal, form: str, scale: int) -> bool:
    ends = ((reading.low.scaleb(scale), low), (reading.high.scaleb(scale), high))
    if form in EXACT:
        return all(read == claimed for read, claimed in ends)
    step = reading.step.scaleb(scale)
    steps = (step, step / 10)  # a zero after the comma is not printed: 4 M€ stands for 4,0
    least = 1 if form.startswith(ROUNDED) else 10
    return all(read == claimed or read in (_rounded(claimed, one, least) for one in steps) for read, claimed in ends)


def _rounded(value: Decimal, step: Decimal, least: int) -> Decimal | None:
    """The value to the step, halves up; None where that would leave fewer digits than `least` has."""
    with localcontext(prec=PRECISION):
        count = (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        return count * step if abs(count) >= least else None


def _before_own_unit(text: str, unit: str) -> str:
    """The text up to a unit of the content's own, which may hold words of others: « tonne par habitant », « °C »."""
    if not unit or canonical(Decimal(1), unit)[1]:
        return text
    stems = (words.split(" ")[0][:STEM] for words in unit.partition("/")[0].split("|") if words)
    places = (match.start() for stem in stems for match in re.finditer(re.escape(stem), text, re.IGNORECASE))
    first = next((match.start() for match in re.finditer(r"\d", text)), len(text))
    return text[: min((place for place in places if place > first), default=len(text))]


def _shown(low: Decimal, high: Decimal) -> str:
    return f"{low.normalize():f}" if low == high else f"{low.normalize():f} à {high.normalize():f}"


def _status(text: str, claim: FactClaim, language: str) -> str:
    words = (*reader_of(language).words.statuses.get(claim.status, ()), claim.status_word.casefold())
    return "" if _plain(text) in words else f"{quoted(text)} n’est pas un mot du statut {claim.status}"


def _period(text: str, claim: FactClaim, language: str) -> str:
    faults = [_date(text, date, language) for date in (claim.period, claim.date) if date]
    return "" if "" in faults else "".join(faults[:1])


def _when(text: str, claim: FactClaim, language: str) -> str:
    """An author's own words for when: « semaine 46 » is held to nothing, a date among them is the fact's."""
    return _period(text, claim, language) if scan(text, language).dates else ""


def _date(text: str, notation: str, language: str) -> str:
    dates = scan(text, language).dates
    if len(dates) != 1:
        return f"{len(dates)} date(s) lue(s) dans {quoted(text)}, une attendue"
    if not same_date(dates[0], notation):
        return f"{quoted(text)} n’est pas la date du fait, {notation}"
    return ""


def same_date(reading: DateReading, notation: str) -> bool:
    """Whether a date says what a partial date of the content says; a year or month left out is not a difference."""
    first, last, part = parse_date(notation)
    return reading.part == part and _fits(reading.first, first) and _fits(reading.last, last)


def _fits(read: Day, claimed: Day) -> bool:
    pairs = ((read.year, claimed.year), (read.month, claimed.month), (read.day, claimed.day))
    return all(left in (0, right) for left, right in pairs[:1]) and all(left == right for left, right in pairs[1:])


_CHECKS: dict[str, Callable[[str, FactClaim, str], str]] = {
    "status": _status,
    "period": _period,
    "date": _period,
    "when": _when,
}


class Occurrence(Struct, frozen=True):
    """A fact's figure as it stands in a document: the text found, empty where its words were not, place and pages."""

    stated: Stated
    text: str
    line: ExpectedLine
    place: str
    pages: tuple[int, ...]


def occurrences(
    alignment: WordAlignment, expected: Sequence[ExpectedLine], found: Sequence[FoundLine]
) -> tuple[Occurrence, ...]:
    """Every figure of the expected lines with the text that stands for it in the document."""
    firsts = _first_words(alignment, len(expected))
    return tuple(
        _occurrence(stated, index, firsts[index], alignment, (expected, found))
        for index, line in enumerate(expected)
        for stated in line.figures
    )


def _first_words(alignment: WordAlignment, lines: int) -> list[int]:
    """The index of each line's first word."""
    firsts = [len(alignment.expected)] * lines
    for index in range(len(alignment.expected) - 1, -1, -1):
        firsts[alignment.expected[index].line] = index
    return firsts


def _occurrence(
    stated: Stated,
    line: int,
    first: int,
    alignment: WordAlignment,
    lines: tuple[Sequence[ExpectedLine], Sequence[FoundLine]],
) -> Occurrence:
    expected, found = lines
    indices = []
    for index in range(first, len(alignment.expected)):
        word = alignment.expected[index]
        if word.line != line or word.start >= stated.end:
            break
        if word.end > stated.start:
            indices.append(index)
    answers = [alignment.answers[index] for index in indices]
    if not answers or -1 in answers:
        return Occurrence(stated, "", expected[line], "", ())
    words = [alignment.found[answer] for answer in answers]
    pages = tuple(dict.fromkeys(found[word.line].page_of(word.start) for word in words))
    place = found[words[0].line].place
    return Occurrence(stated, _text(stated, indices, alignment), expected[line], place, pages)


def _text(stated: Stated, indices: Sequence[int], alignment: WordAlignment) -> str:
    """The found words, less what the expected ones have before and after the figure ("(", ",")."""
    texts = []
    for index in indices:
        word, answer = alignment.expected[index], alignment.found[alignment.answers[index]]
        before, after = max(0, stated.start - word.start), max(0, word.end - stated.end)
        text = answer.text
        if text[:before] == word.text[:before]:
            text = text[before:]
        if after and text.endswith(word.text[-after:]):
            text = text[:-after]
        texts.append(text)
    return " ".join(texts)


def figure_findings(found: Sequence[Occurrence], claims: Claims, language: str) -> Iterator[Finding]:
    """One finding for each figure that is not found, is behind no fact, or says something else than its fact."""
    for occurrence in found:
        evidence, origin = occurrence.stated.evidence, occurrence.line.origin
        claim = claims.get(evidence.fact)
        if claim is None:
            message = f"le fait {quoted(evidence.fact)} n’existe pas dans le contenu"
            yield Finding("figure-unknown", message, occurrence.place, origin)
        elif not occurrence.text:
            message = f"figure du fait {quoted(evidence.fact)} introuvable"
            yield Finding("figure-missing", message, occurrence.place, origin)
        elif fault := disagreement(occurrence.text, evidence.form, claim, language):
            yield Finding("figure-value", f"{quoted(evidence.fact)}\u00a0: {fault}", occurrence.place, origin)
