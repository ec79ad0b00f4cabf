"""Numbers in the content's own prose that no fact stands behind, and the fact that would stand there."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from rapport.figures.claims import Stray, place_of, strays
from rapport.figures.dates import FigureReading
from rapport.figures.naming import names_rows
from rapport.figures.units import authored, canonical
from rapport.language.languages import status_word
from rapport.language.quantity import Quantity, write
from rapport.language.units import key_of
from rapport.model.blocks.figures import TableBlock
from rapport.model.blocks.words import PointsBlock
from rapport.model.briefing import Briefing
from rapport.model.content import Content, facts_in, prose_of
from rapport.model.fact import Fact
from rapport.model.prose import Prose
from rapport.origin import Origin
from rapport.problem import MOST_OF_A_KIND, Problem, Severity
from rapport.review.claims import allowed_in

FORMS = {
    "full": "",
    "qualified-short": ":amount",
    "short": ":short",
    "value": ":value",
    "unsigned": ":unsigned",
    "number": ":number",
}
"""How a quantity is written, and how an author asks for it."""
QUALIFIED = {":short": ":amount", ":amount": ":amount"}
"""The form that keeps a qualifier which the text does not say; the whole figure for others."""
PLAIN = str.maketrans("\u00a0\u202f\u2212\u2013’", "  --'")


class Known(Struct, frozen=True):
    """A fact that is as great as a number, and how it is called to print it as it was typed: « {levees:short} »."""

    call: str
    fact: Fact


def known(stray: Stray, content: Content, locale: str, text: str = "") -> Known | None:
    """The first fact as great as a number, one that shares a word with its text before others; None for none.

    It counts whatever its sign: « {deficit:unsigned} ». One that is qualified takes a text that says so.
    """
    found = tuple(_known(stray, content, locale))
    if not found:
        return None
    said = _words(text)
    return next((each for each in found if said & _words(each.fact.label.text)), found[0])


WORD = re.compile(r"[^\W\d_]{5}")


@lru_cache(256)
def _words(text: str) -> frozenset[str]:
    """How the longer words of a text begin: a text may hold hundreds of numbers."""
    return frozenset(match.casefold() for match in WORD.findall(text))


def _known(stray: Stray, content: Content, locale: str) -> Iterator[Known]:
    typed = _keyboard(stray.text)
    for key, fact in content.facts.items():
        qualified = fact.qualifier in ("", stray.reading.qualifier)
        if fact.bounds and fact.words is None and _is_same(stray, fact):
            low, high = fact.bounds
            quantity = Quantity(low, high, fact.unit, fact.qualifier).as_given
            form = next(
                (call for form, call in FORMS.items() if _keyboard(write(quantity, form, locale)) == typed), None
            )
            if form is None and stray.reading.unit:
                form = ":unsigned" if low < 0 <= stray.reading.low else ""
            if form is not None:
                yield Known(f"{{{key}{form if qualified else QUALIFIED.get(form, '')}}}", fact)


def _is_same(stray: Stray, fact: Fact) -> bool:
    """Whether a fact is as great, whatever its sign: « une baisse de 21 % »."""
    low, high = fact.bounds or (stray.reading.low, stray.reading.high)
    least, unit = canonical(low, key_of(fact.unit))
    most, _ = canonical(high, key_of(fact.unit))
    reading = stray.reading
    said = sorted(map(abs, (reading.low, reading.high)))
    return unit == reading.unit and sorted(map(abs, (least, most))) == said


def _keyboard(text: str) -> str:
    return text.translate(PLAIN).casefold().replace(" ", "")


# A number typed in prose -> the fact that would stand behind it, ready to paste.

PART = re.compile(r"\w (?:sur|out of|in) \w|\w (?:tiers|quarts|\w+ièmes)$")
BETWEEN = re.compile(r"(?:de|from) ", re.IGNORECASE)
NO_LETTER = re.compile(r"[^a-z0-9]+")
CALL = "faites-en un fait (content/facts/), puis écrivez {{{key}}}\u00a0:"
POINT = "un point reprend la prose\u00a0: appelez aussi ce fait dans un paragraphe de la section"
PHRASE = "ou ajoutez ces mots à «\u00a0tolerated\u00a0», dans le dossier, s’il n’affirme rien"


def hint(stray: Stray, place: Origin, text: str, content: Content, briefing: Briefing) -> str:
    """What to do about a number: a fact to be confirmed, whose source is the briefing's first, or an exception."""
    key = _key(place, _typed(text, stray), content)
    source = next(iter(content.sources), "a-preciser")
    lines = (
        f"{key}:",
        '  label: "à préciser"',
        *(f"  {line}" for line in value_lines(stray)),
        "  status: to-confirm",
        f"  as_of: {briefing.closed_on}",
        f"  source: {source}",
        '  locator: "à préciser"',
    )
    found = known(stray, content, briefing.locale, text)
    said = (_as_known(found, briefing.locale),) if found else ()
    form = ":from-to" if BETWEEN.match(stray.text) else ""
    return "\n".join((*said, CALL.format(key=key + form), *lines, PHRASE))


def _typed(text: str, stray: Stray) -> str:
    return " ".join(text[stray.start : stray.end].split())


def _as_known(found: Known, locale: str) -> str:
    """A fact that is as great may be another: its label tells; a status that is not "done" is to be said too."""
    status = found.fact.status
    said = "" if status in SETTLED else f" et «\u00a0{status_word(status, locale).lower()}\u00a0» dans la phrase"
    return f"s’il s’agit de «\u00a0{found.fact.label.text}\u00a0», écrivez {found.call}{said}\u00a0; sinon,"


SETTLED = ("achieved", "measured")


def _key(place: Origin, typed: str, content: Content) -> str:
    """A key that no fact has: the file's name and the number."""
    name = place.file.rpartition("/")[2].partition(".")[0]
    base = f"{slug(name)}-{slug(typed)}".strip("-")
    keys = itertools.chain((base,), (f"{base}-{rank}" for rank in itertools.count(2)))
    return next(key for key in keys if key not in content.facts)


def slug(text: str) -> str:
    """Plain letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return NO_LETTER.sub("-", plain).strip("-")


def value_lines(stray: Stray) -> list[str]:
    """What a number says, as a fact states it: a quantity, a part of a whole in its words; letters are kept.

    Not those of « près d’un million »: words stand for the qualifier too.
    """
    words = [f'words: "{stray.text}"']
    if PART.search(stray.text):
        return words
    typed = any(map(str.isdigit, stray.text)) or stray.reading.qualifier or stray.reading.step != 1
    return [*quantity(stray.reading), *(() if typed else words)]


def quantity(reading: FigureReading) -> list[str]:
    """The number as a fact states it; what no unit of the program measures counts things."""
    worth = reading.step / place_of(reading.text)
    low, _ = authored(reading.low, reading.unit, worth)
    high, unit = authored(reading.high, reading.unit, worth)
    qualifier = "up-to" if reading.qualifier == "at-most" else reading.qualifier
    decimals = -int(place_of(reading.text).as_tuple().exponent) if worth == 1 else 0
    least, most = _plain(low, decimals), _plain(high, decimals)
    values = [f"value: {most}"] if low == high else [f"low: {least}", f"high: {most}"]
    return [
        *values,
        *([f"unit: {unit}"] if unit else []),
        *([f"qualifier: {qualifier}"] if qualifier in QUALIFIERS else []),
    ]


QUALIFIERS = ("more-than", "at-least", "nearly", "about", "up-to", "less-than", "to-the-amount-of")


def _plain(value: Decimal, decimals: int) -> str:
    """The number with as many decimals as it was typed with: 3.50."""
    whole, _, part = f"{value:f}".partition(".")
    part = part.rstrip("0").ljust(decimals, "0")
    return f"{whole}.{part}" if part else whole


MARKUP = re.compile(r"\{[^{}]*\}|\[[@^][^\[\]]*\]|(?<=\])\([^()\s]*\)|`")
"""What a text calls or points to: facts, notes, addresses, attributes; and the marks of code."""
EMPHASIS = re.compile(r"[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}")
DIGITS = re.compile(r"[\d\s.,]+")
BARE_HINT = "nommez la phrase qui le contient\u00a0: seul, il éteint le contrôle de ce nombre partout"


def stray_numbers(content: Content, key: str, severity: Severity) -> Iterator[Problem]:
    """A problem for each number, in figures or in words, that claims something and belongs to no fact."""
    allowed, briefing = allowed_in(content, key), content.briefings[key]
    yield from _bare(briefing)
    named, points = frozenset(map(id, _row_names(content, key))), frozenset(map(id, _points(content, key)))
    for prose in _written(content, key):
        if id(prose) in named:
            continue
        words = bare_words(prose.text)
        place = prose.origin
        for count, stray in enumerate(strays(words, allowed, briefing.locale[:2])):
            precise = count <= MOST_OF_A_KIND  # those beyond are counted where the last of these stands
            place = prose.place_at(stray.start, stray.end) if precise else place
            message = f"nombre sans fait\u00a0: «\u00a0{_typed(prose.text, stray)}\u00a0»"
            advice = hint(stray, place, prose.text, content, briefing) if precise else ""
            advice = f"{advice}\n{POINT}" if advice and id(prose) in points else advice
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


def _row_names(content: Content, key: str) -> Iterator[Prose]:
    """The cells of tables that name their row by its number, « N° 3 »."""
    for name in content.briefings[key].sections:
        for block in content.sections[name].blocks:
            if isinstance(block, TableBlock):
                for row in block.table.rows:
                    pairs = zip(block.table.columns, row.cells, strict=False)
                    yield from (cell for column, cell in pairs if names_rows(column.text, cell.text))


def _points(content: Content, key: str) -> Iterator[Prose]:
    """What slides say of a section in short, whose figures its prose gives too."""
    sections = (content.sections[name] for name in content.briefings[key].sections)
    return prose_of([block for section in sections for block in section.blocks if isinstance(block, PointsBlock)])


@lru_cache(1 << 12)
def bare_words(text: str) -> str:
    """The words of a text, what it calls and its marks blanked out, at the same length."""
    bare = MARKUP.sub(lambda match: "\x00" * len(match[0]), text)
    return EMPHASIS.sub(lambda match: "\u200b" * len(match[0]), bare)
