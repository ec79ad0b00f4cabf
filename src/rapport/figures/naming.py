"""Numbers that name or place a thing instead of measuring it: "article 6", "à 19 h 30", "les Vingt-Sept", "CO2"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from rapport.figures.amounts import read_amount
from rapport.figures.dates import DIGIT, FigureReading
from rapport.figures.lexicon import FigureLexicon

PHONE = (
    r"(?<![\w.,])0 \d{3}(?: \d{3}){2}(?!\d)|(?<![\w.,])(?:\+\d{2,3}(?: \(0\))?(?: \d)?|0\d)(?:[ .-]?\d{2,3}){3,5}(?!\d)"
)
ADDRESS = (
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:fr|eu|com|org|net|"
    r"int)(?:/\S*)?(?!\w)"
)
REGISTERED = r"(?<!\w)(?:19|20)\d\d[/-]\d+(?:[/-][A-Z]+)?(?![\w%])|(?<!\w)\d{1,5}/(?:19|20)\d\d(?![\w%])"
"""An act by its year and number, or the reverse: 2021/1119, 2025-127, 1308/2013."""
ENTRY = r"(?<!\w)[A-Z][\w/]*\(\d{4}\) ?\d+(?: final)?"
"""A document of an institution: COM(2025) 565."""
DOTTED = r"(?<![\w.,])\d+(?:\.\d+)+(?!\w)(?! ?[%€$°])"
"""A place in a numbered text: 49.3, 9.1, where the comma parts decimals."""
POINTED = r"(?<![\w.,])\d+(?:\.\d+){2,}(?!\w)"
"""The same where the point does: 1.2.3; what is part 9.1 or version 2.1 is said by the noun."""
ATTACHED = r"(?<=\w)(?:\(\d{1,3}[a-z]?\))+"
"""A paragraph of an article, or the call of a note: article 4(2)."""
CODE = r"(?<=\w )\([0-9]{1,2}[a-z]{0,3}(?:(?:, ?| et | and )[0-9]{1,2}[a-z]{0,3})*\)"
"""The code of a zone or a class after its name: Raies (8, 9)."""
SIGNED = r"(?<![\w-])(?:[A-Z]{3,} ?[+−-] ?|[^\W\d_]+\+)\d{1,2}(?![\d,.%])"
"""A time zone, or a milestone: UTC + 2, J+30."""
PAIR = r"^\d{1,2} ?\+ ?\d{1,2}$"
"""Who comes to a meeting: 1 + 2."""
RATIO_OF_TIME = r"(?<!\w)(?:24 ?h?/24|7 ?j?/7)(?!\w)"
GRID = r"(?<![\w,])\d{1,2} ?[×x] ?\d{1,3}(?: m)?(?![\w,]| ?[%€$])"
"""30 × 30, 4 x 4, 4 × 100 m."""
FORMAT = r"(?<![\w,.+])\d{1,2}\+\d{1,2}(?![\w,.%]| ?[€$])"
"""Who meets whom: 2+2."""
DAY = r"(?<![\w/.,])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])/(?:(?:19|20)?\d{2})(?![\w/%])"
"""A date as a keyboard types it: 14/03/2026."""
CHAIN = r"(?<![\w,.-])\d{1,4}(?:-\d{1,4}){2,}(?![\w-]|,\d| ?[%€$])"
"""Numbers of a code, a line-up, a reference: 4-3-3, 12-2024-07."""
PAIRS = r"(?<![\w,.])\d\d(?: \d\d){2,}(?![\w,]| \d| ?[%€$])"
"""A line of a budget, two figures at a time, where thousands are parted three at a time: 13 02 01."""
COMMON = (
    CHAIN,
    PAIRS,
    DAY,
    ADDRESS,
    PHONE,
    ENTRY,
    REGISTERED,
    ATTACHED,
    CODE,
    SIGNED,
    PAIR,
    RATIO_OF_TIME,
    GRID,
    FORMAT,
)
"""What is written alike in every language."""
LARGEST_COUNT = 16
"""The largest number that French writes in one word: it introduces what a text then lists, where more would measure."""
SMALLEST_ABOUT = 30
"""From « une trentaine » on, an approximate number measures; « une dizaine de pays » says a few."""
LARGEST_KNOWN = 99
"""« Les 27 », « des 17 objectifs »: a number that its article gives as known is as small as a set that has a name."""
NEAR = 200
"""Characters around a number in which words may say what it is for; they stand beside it."""
CLOSE = 64
"""Characters before it that words ending at it may take, the longest of French with its article and a noun between."""
SHARE = 40
"""Characters before a number that may say what part of it is meant: « neuf ménages français sur dix »."""
TOKEN = re.compile(r"[^\W_]*\d[\w/-]*|[^\W\d_][\w.]*[-/.][\w/-]*\d[\w/-]*")
SENTENCE_END = re.compile(r"(?:^|[.!?…।:;«(\x00•–—] ?)$")


class Naming(Struct, frozen=True, eq=False):
    """How one language names with numbers; patterns are for text as a keyboard types it.

    `phrases` are numbers in their words, whole; `dotted` is a place in a numbered text. `labels` are nouns that a
    number follows as a name ("salle 12"), `called` any noun in the singular with its article, which a number that
    counts would stand before ("la règle 14"), or what has numbers of parts ("section 9.1").
    `acting` are nouns that are verbs too, with the number of what they act on, and `subject` the word before a verb
    ("l'usine livre 12 rames").
    `proper` are names with a number ("COP 30"), the name in the group `word`. `before` and `after` stand beside a span
    of time that is no measure ("en dix ans"), `lasting` before one that is ("retard moyen de"), `known` before a set
    whose number is known ("les 27"), `of` before the whole that a number is a part of ("17 sur 27"), `share` before the
    whole of a part in letters ("neuf sur dix"), `things` after what is no such whole ("un accord sur trois axes"),
    `unnumbered` before words that are a number elsewhere ("pour cent", "£ thousand").
    `ratio` and `factor` stand beside a number that compares, `losses` after one that counts people lost, `qualified`
    after a small count joined to a measured one, `counted` before one that counts what there is.
    `whole_of` is what follows a number that is a part: it is told with it.
    """

    phrases: tuple[str, ...]
    dotted: str
    labels: re.Pattern[str]
    called: re.Pattern[str]
    acting: re.Pattern[str]
    subject: re.Pattern[str]
    proper: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    lasting: re.Pattern[str]
    known: re.Pattern[str]
    of: re.Pattern[str]
    whole_of: re.Pattern[str]
    share: re.Pattern[str]
    things: re.Pattern[str]
    unnumbered: re.Pattern[str]
    ratio: re.Pattern[str]
    factor: re.Pattern[str]
    losses: re.Pattern[str]
    qualified: re.Pattern[str]
    counted: re.Pattern[str]

    def whole(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{phrase})" for phrase in (*self.phrases, self.dotted, *COMMON)))


INSTANCES = re.compile(
    r"(?i:(?:n°s?|nº|nos?|no\.|numéros?|#|réf(?:érence|\.)?|ordre|art(?:icle|\.)?|alinéa|chapitre|annexe|page|p\.|fiche|lot|"
    r"résolution|question|amendement|point|item|salle|room|étage|session|séance|action|mesure|étape|phase|step|ligne|"
    r"programme|diapositive|slide|option|sc[ée]nario|variante?|hypothèse|assumption|niveau|level|catégorie|category|"
    r"classe?|zone|groupe?|vague|wave|tranche|recommandation|recommendation|priorité|priority|version|appendix|annex|"
    r"table|place|siège|seat|code|number|section|क्र\.?|क्रमांक))"
)
"""Heads of columns whose numbers name the rows, in every language: « N° », "Article"."""


def names_rows(head: str, cell: str) -> bool:
    """Whether a cell under this head holds nothing but the number or the numbers that name its row."""
    return bool(INSTANCES.fullmatch(head.strip(" \u00a0"))) and bool(re.fullmatch(LIST, cell.strip(" \u00a0")))


LIST = (
    r"\d{1,5}(?:[ -]?(?:bis|ter))?[a-zA-Z]?(?:(?:, (?:and |or )?| et | ou | and | or | à | to |-|–)\d{1,5}[a-zA-Z]?)*"
)


def label_pattern(nouns: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One of the nouns, in the plural too, and the numbers that name its instances."""
    ordered = "|".join(sorted(nouns, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ordered})s?\.? (?:n° ?)?(?P<numbers>{LIST})(?!\w|[.,]\d| \d{{3}}(?!\d))", flags)


def names_in(text: str, naming: Naming, lexicon: FigureLexicon) -> Iterator[tuple[int, int]]:
    """Where numbers stand that only name, with the words that say so; `text` is as a keyboard types it."""
    yield from (match.span() for match in _whole(naming).finditer(text))
    if not DIGIT.search(text):  # the others hold one
        return
    named = (match for pattern in (naming.labels, naming.called, naming.proper) for match in pattern.finditer(text))
    for match in named:
        if not _measures(text, match, lexicon) and not _is_count(text, match, naming):
            yield match.span()
    yield from _codes(text, lexicon)


_PATTERNS: dict[int, re.Pattern[str]] = {}


def _whole(naming: Naming) -> re.Pattern[str]:
    return _PATTERNS.setdefault(id(naming), naming.whole())


def _measures(text: str, match: re.Match[str], lexicon: FigureLexicon) -> bool:
    """Whether the last number of a label has a unit: « objectif 30 % », "target 2.5 GW"; « zone 3A » has none."""
    if match["numbers"][-1].isalpha():
        return False
    start = match.start("numbers") + max(place.start() for place in re.finditer(r"\d+(?:\.\d+)*", match["numbers"]))
    amount = read_amount(text, start, lexicon)
    return amount is not None and amount.has_measure


def _is_count(text: str, match: re.Match[str], naming: Naming) -> bool:
    """Whether a noun is the verb of a sentence, or begins one in the plural: « vote 12 crédits », « Effectifs 450 »."""
    start = match.start()
    if match.re is naming.labels:
        return bool(naming.acting.match(text, start) and naming.subject.search(text[max(0, start - CLOSE) : start]))
    if match.re is not naming.proper:
        return False
    word = match["word"]
    return not word.isupper() and word.endswith(("s", "x")) and bool(SENTENCE_END.search(text[: match.start()]))


def _codes(text: str, lexicon: FigureLexicon) -> Iterator[tuple[int, int]]:
    """Words made of letters and digits: CO2, G20, Covid-19, UE-27, 8ab, 1-A; but 25kg measures."""
    for match in TOKEN.finditer(text):
        if any(character.isalpha() for character in match[0]):
            amount = read_amount(text, match.start(), lexicon)
            if amount is None or amount.end < match.end() or not amount.has_measure:
                yield match.span()


def is_claim(reading: FigureReading, text: str, naming: Naming) -> bool:
    """Whether a figure that stands for itself says how much or how many, so that a reader would ask who says so."""
    before = text[max(0, reading.start - NEAR) : reading.start]
    after = text[reading.end : reading.end + NEAR]
    close = before[-CLOSE:] if before[-2:-1].isalpha() else ""  # each ends with a word and a space
    if not reading.certain or reading.unit == "ordinal" or _is_unit(reading, close, naming):
        return False
    if reading.unit in TIMES:
        return not _is_span_of_time(reading, before, after, naming)
    if share_before(text, reading, naming):
        return True
    if _is_heading(reading, before) or _is_habit(reading, after, naming):
        return False
    if reading.unit or _has_scale(reading) or naming.ratio.search(close) or naming.factor.match(after):
        return True
    if naming.of.search(close) or (naming.known.search(close) and reading.high <= LARGEST_KNOWN):
        return False
    return not (_is_in_letters(reading) and _introduces(reading, before, after, naming))


def share_before(text: str, whole: FigureReading, naming: Naming) -> str:
    """What stands before the whole of a part in letters, « neuf ménages sur » dix; empty where it is none."""
    said = naming.share.search(text[max(0, whole.start - SHARE) : whole.start])
    return said[0] if said and not naming.things.match(text, whole.end) else ""


SHORT_TIMES = ("second", "minute", "hour")
TIMES = ("second", "minute", "hour", "day", "week", "month", "quarter", "semester", "year")


def _is_unit(reading: FigureReading, before: str, naming: Naming) -> bool:
    """« En pour cent » : words of a number that say what is measured."""
    is_one_word = _is_in_letters(reading) and " " not in reading.text
    return is_one_word and reading.high in (100, 1000) and bool(naming.unnumbered.search(before))


def _is_habit(reading: FigureReading, after: str, naming: Naming) -> bool:
    """« Deux fois par an », not « trois fois plus »."""
    if not reading.unit.startswith("times") or not _is_in_letters(reading):
        return False
    _number, _space, times = reading.text.partition(" ")
    return not naming.factor.match(f" {times}{after}")


def _is_heading(reading: FigureReading, before: str) -> bool:
    """« Cinq points » : a count that begins a text, of what the word of a unit also names."""
    return reading.unit == "point" and _is_in_letters(reading) and bool(SENTENCE_END.search(before))


def _has_scale(reading: FigureReading) -> bool:
    return reading.step > 1 and not reading.text[-1:].isdigit() and reading.high >= SMALLEST_ABOUT


def _is_in_letters(reading: FigureReading) -> bool:
    return not any(character.isdigit() for character in reading.text)


def _introduces(reading: FigureReading, before: str, after: str, naming: Naming) -> bool:
    """Trois messages, deux accords: small, and neither qualified nor beside a measure."""
    if reading.high > LARGEST_COUNT or reading.qualifier in ("more-than", "at-least", "nearly", "less-than"):
        return False
    if naming.counted.search(before[-CLOSE:]):
        return False
    return not (naming.whole_of.match(after) or naming.losses.match(after) or naming.qualified.match(after))


def _is_span_of_time(reading: FigureReading, before: str, after: str, naming: Naming) -> bool:
    """En dix ans, pendant 3 minutes, dix ans après: how long a story takes, not what a thing lasts."""
    if naming.factor.match(after) or (reading.unit in SHORT_TIMES and naming.lasting.search(before)):
        return False
    if reading.unit in SHORT_TIMES or _is_in_letters(reading):
        return reading.high == reading.high.to_integral_value()
    whole = reading.high == reading.high.to_integral_value() and reading.step >= 1
    return whole and bool(naming.before.search(before) or naming.after.match(after))
