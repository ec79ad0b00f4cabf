"""One number with its scale and its unit: "2,6 milliards d’euros", "cinq", "240 MW"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from rapport.figures.lexicon import SPACE, SPACES, WORD, FigureLexicon, alternation, read_letters
from rapport.figures.written_units import WrittenUnit, read_counted_by, read_sign, read_unit, sign_at

PLURAL = re.compile(rf"{SPACE}(?:[^\W\d_]+['’])?[^\W\d_]*[sx](?!\w)")
ONE = Decimal(1)
SHORT = 2
"""Letters of "m" and "bn", which are scales against a number alone: « 12 m » are metres."""
MINUTES = re.compile(rf"{SPACE}(?P<minutes>[1-5]?\d)(?:{SPACE}min(?!\w)|(?![\w%€]|{SPACE}?[\w%€]|[,.]\d))")


class ReadAmount(Struct, frozen=True):
    """A number as it stands: `value` times `scale`, the worth of its last digit before scaling (`place`), its unit.

    `factor` turns the unit as written into the canonical `unit`. `approximate` is True for "une centaine".
    """

    value: Decimal
    start: int
    end: int
    place: Decimal = ONE
    scale: Decimal = ONE
    unit: str = ""
    factor: Decimal = ONE
    certain: bool = True
    approximate: bool = False

    @property
    def has_measure(self) -> bool:
        return bool(self.unit) or self.scale != ONE


def read_amount(text: str, start: int, lexicon: FigureLexicon) -> ReadAmount | None:
    """The amount that begins at `start`, in figures or in letters; None where there is none."""
    count = read_count(text, start, lexicon)
    return _measured(text, count, lexicon) if count else None


def read_count(text: str, start: int, lexicon: FigureLexicon) -> ReadAmount | None:
    """The same without the unit that may follow: it takes none to be certain of a number."""
    bare = _figures(text, start, lexicon) or _letters(text, start, lexicon)
    if bare is None:
        return None
    scale, end = _scale(text, bare.end, lexicon)
    return replace(bare, scale=scale, certain=bare.certain or scale != ONE, end=end)


def _figures(text: str, start: int, lexicon: FigureLexicon) -> ReadAmount | None:
    match = lexicon.figure.match(text, start) or _after_its_sign(text, start, lexicon)
    if not match:
        return None
    sign = "-" if match[0][0] in "-−" else ""
    digits = match[0].lstrip("+-−")
    for mark in lexicon.group:
        digits = digits.replace(mark, "")
    whole, _, decimals = digits.partition(lexicon.decimal)
    value = Decimal(f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}")
    bare = ReadAmount(value, match.start(), match.end(), place=ONE.scaleb(-len(decimals)))
    return bare if sign else _with_sign(text, bare, lexicon)


def _after_its_sign(text: str, start: int, lexicon: FigureLexicon) -> re.Match[str] | None:
    """The number whose sign stands at `start`: "€2" where "€1 to €2" goes on."""
    sign = sign_at(text, start, lexicon)
    return lexicon.figure.match(text, sign.end) if sign.unit else None


def _with_sign(text: str, bare: ReadAmount, lexicon: FigureLexicon) -> ReadAmount:
    """The number with the sign written before it: "€75", "CHF 12", « ×3 »."""
    sign = read_sign(text, bare.start, lexicon)
    if not sign.unit:
        return bare
    negative = text[sign.end - 1 : sign.end] in ("-", "−")
    value = -bare.value if negative else bare.value
    return replace(bare, value=value, start=sign.end - negative, unit=sign.unit)


def _letters(text: str, start: int, lexicon: FigureLexicon) -> ReadAmount | None:
    words = read_letters(text, start, lexicon)
    if words is None:
        return _collective(text, start, Decimal(1), lexicon)
    counted = _collective(text, _after_space(text, words.end), Decimal(words.value), lexicon)
    if counted:
        return replace(counted, start=start)
    certain = words.length > 1 or text[start : words.end].casefold() not in lexicon.doubtful
    certain = certain or _is_plural_count(text, start, words.end)
    certain = certain and not lexicon.both.search(text[max(0, start - 8) : words.end])
    bare = ReadAmount(Decimal(words.value), start, words.end, certain=certain)
    return _with_spoken_decimals(text, bare, lexicon)


def _with_spoken_decimals(text: str, whole: ReadAmount, lexicon: FigureLexicon) -> ReadAmount:
    """« zéro virgule zéro cinq »: zeros one by one, then a number; "two point seven five": digits one by one."""
    mark = _mark_pattern(lexicon).match(text, whole.end)
    digits, end, at = "", whole.end, mark.end() if mark else len(text)
    while mark and (words := read_letters(text, at, lexicon)):
        digits, end, at = f"{digits}{words.value}", words.end, _after_space(text, words.end)
        if words.value > (9 if lexicon.spoken_digits else 0):
            break
    if not digits:
        return whole
    return replace(
        whole, value=whole.value + Decimal(f"0.{digits}"), end=end, place=ONE.scaleb(-len(digits)), certain=True
    )


@cache
def _mark_pattern(lexicon: FigureLexicon) -> re.Pattern[str]:
    return re.compile(rf"{SPACE}{lexicon.spoken_decimal}{SPACE}", re.IGNORECASE)


def _is_plural_count(text: str, start: int, end: int) -> bool:
    """Neuf ministères, but un bâtiment neuf et des postes."""
    return text[start:end].casefold() not in ("un", "une", "one") and bool(PLURAL.match(text, end))


def _after_space(text: str, index: int) -> int:
    return index + 1 if text[index : index + 1] in tuple(SPACES) else index


def _collective(text: str, start: int, count: Decimal, lexicon: FigureLexicon) -> ReadAmount | None:
    """Une centaine, deux dizaines: about so many. Without a number before it ("des centaines") it says none."""
    match = WORD.match(text, start)
    word = match[0].casefold() if match else ""
    value = lexicon.collective.get(word) or lexicon.collective.get(word.removesuffix("s"))
    if not match or not value or (word.endswith("s") and count == 1):
        return None
    return ReadAmount(count * value, start, match.end(), place=Decimal(value), approximate=True)


def _measured(text: str, count: ReadAmount, lexicon: FigureLexicon) -> ReadAmount:
    """The count with the unit that follows it."""
    if count.unit:
        return _after_sign(text, count, lexicon)
    found = read_unit(text, count.end, lexicon)
    measured = replace(count, unit=found.unit, factor=found.factor, end=found.end)
    return _with_minutes(text, measured) if text[measured.start : measured.end].endswith("h") else measured


def _after_sign(text: str, count: ReadAmount, lexicon: FigureLexicon) -> ReadAmount:
    """A number after its sign ("€75"), with what that is counted by ("per tonne")."""
    by = read_counted_by(text, WrittenUnit(count.unit, ONE, count.end), lexicon)
    return replace(count, unit=by.unit, end=by.end)


def _with_minutes(text: str, hours: ReadAmount) -> ReadAmount:
    """« 2 h 30 min », « 2 h 30 »: one duration."""
    minutes = MINUTES.match(text, hours.end)
    if not minutes:
        return hours
    value = hours.value * hours.factor + int(minutes["minutes"])
    return replace(hours, value=value, factor=ONE, place=ONE, end=minutes.end())


def _scale(text: str, start: int, lexicon: FigureLexicon) -> tuple[Decimal, int]:
    """million, milliard de milliards, …: their product, and where they end."""
    scale, end = ONE, start
    pattern = _scale_pattern(lexicon)
    while match := pattern.match(text, end):
        scale *= lexicon.scales[_singular(match["word"] or match["sign"], lexicon)]
        end = match.end()
    return scale, end


def _singular(word: str, lexicon: FigureLexicon) -> str:
    folded = word.casefold()
    return folded if folded in lexicon.scales else folded.removesuffix("s")


@cache
def _scale_pattern(lexicon: FigureLexicon) -> re.Pattern[str]:
    short = [word for word in lexicon.scales if len(word) <= SHORT]
    spelled = alternation(word for word in lexicon.scales if len(word) > SHORT)
    glued = rf"(?<=\d)(?:{alternation(short)})" if short else r"(?!)"
    link = rf"(?:{SPACE}?(?:{lexicon.linking}){SPACE}?|[-{SPACES}]|(?<=\d))"
    return re.compile(rf"(?:{link}(?P<word>(?:{spelled})s?)|(?P<sign>{glued}))(?![\w-])", re.IGNORECASE)
