"""One number with its scale and its unit: "2,6 milliards d’euros", "cinq", "240 MW"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from rapport.figures.letters import WORD, read_letters
from rapport.figures.lexicon import SPACE, SPACES, SYMBOLS, Lexicon, alternation

PLURAL = re.compile(rf"{SPACE}(?:[^\W\d_]+['’])?[^\W\d_]*[sx](?!\w)")
ONE = Decimal(1)


class Amount(Struct, frozen=True):
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


def read_amount(text: str, start: int, lexicon: Lexicon) -> Amount | None:
    """The amount that begins at `start`, in figures or in letters; None where there is none."""
    count = read_count(text, start, lexicon)
    return _measured(text, count, lexicon) if count else None


def read_count(text: str, start: int, lexicon: Lexicon) -> Amount | None:
    """The same without the unit that may follow: it takes none to be certain of a number."""
    bare = _figures(text, start, lexicon) or _letters(text, start, lexicon)
    if bare is None:
        return None
    scale, end = _scale(text, bare.end, lexicon)
    return replace(bare, scale=scale, certain=bare.certain or scale != ONE, end=end)


def _figures(text: str, start: int, lexicon: Lexicon) -> Amount | None:
    match = lexicon.figure.match(text, start)
    if not match:
        return None
    sign, unit, digits = _parts(match[0], lexicon)
    for mark in lexicon.group:
        digits = digits.replace(mark, "")
    whole, _, decimals = digits.partition(lexicon.decimal)
    value = Decimal(f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}")
    return Amount(value, start, match.end(), place=ONE.scaleb(-len(decimals)), unit=unit)


def _parts(figure: str, lexicon: Lexicon) -> tuple[str, str, str]:
    """Sign, unit written before the number (English currencies), digits."""
    sign = "-" if figure[0] in "-−" else ""
    figure = figure.lstrip("+-−")
    unit = lexicon.prefixes.get(figure[0], "")
    return sign, unit, figure[1:] if unit else figure


def _letters(text: str, start: int, lexicon: Lexicon) -> Amount | None:
    words = read_letters(text, start, lexicon)
    if words is None:
        return _collective(text, start, Decimal(1), lexicon)
    counted = _collective(text, _after_space(text, words.end), Decimal(words.value), lexicon)
    if counted:
        return replace(counted, start=start)
    certain = words.length > 1 or text[start : words.end].casefold() not in lexicon.doubtful
    certain = certain or _is_plural_count(text, start, words.end)
    certain = certain and not lexicon.both.search(text[max(0, start - 8) : words.end])
    return Amount(Decimal(words.value), start, words.end, certain=certain)


def _is_plural_count(text: str, start: int, end: int) -> bool:
    """Neuf ministères, but un bâtiment neuf et des postes."""
    return text[start:end].casefold() not in ("un", "une", "one") and bool(PLURAL.match(text, end))


def _after_space(text: str, index: int) -> int:
    return index + 1 if text[index : index + 1] in tuple(SPACES) else index


def _collective(text: str, start: int, count: Decimal, lexicon: Lexicon) -> Amount | None:
    """Une centaine, deux dizaines: about so many. Without a number before it ("des centaines") it says none."""
    match = WORD.match(text, start)
    word = match[0].casefold() if match else ""
    value = lexicon.collective.get(word) or lexicon.collective.get(word.removesuffix("s"))
    if not match or not value or (word.endswith("s") and count == 1):
        return None
    return Amount(count * value, start, match.end(), place=Decimal(value), approximate=True)


def _measured(text: str, count: Amount, lexicon: Lexicon) -> Amount:
    """The count with the unit that follows it."""
    unit, factor, end = (count.unit, ONE, count.end) if count.unit else _unit(text, count.end, lexicon)
    return replace(count, unit=unit, factor=factor, end=end)


def _scale(text: str, start: int, lexicon: Lexicon) -> tuple[Decimal, int]:
    """million, milliard de milliards, …: their product, and where they end."""
    scale, end = ONE, start
    pattern = _scale_pattern(lexicon)
    while match := pattern.match(text, end):
        scale *= lexicon.scales[_singular(match["word"], lexicon)]
        end = match.end()
    return scale, end


def _singular(word: str, lexicon: Lexicon) -> str:
    folded = word.casefold()
    return folded if folded in lexicon.scales else folded.removesuffix("s")


def _unit(text: str, start: int, lexicon: Lexicon) -> tuple[str, Decimal, int]:
    if match := _symbol_pattern().match(text, start):
        unit, factor = SYMBOLS[match["unit"]]
        return unit, factor, match.end()
    if match := _unit_pattern(lexicon).match(text, start):
        unit, factor = lexicon.units[_plain(match["unit"])]
        return unit, factor, match.end()
    return "", ONE, start


def _plain(word: str) -> str:
    return re.sub(f"[{SPACES}]", " ", word.casefold())


@cache
def _symbol_pattern() -> re.Pattern[str]:
    return re.compile(rf"{SPACE}?(?P<unit>{alternation(SYMBOLS)})(?![\w/]|['’]\w)")


@cache
def _unit_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return _word_pattern("unit", alternation(lexicon.units), lexicon)


@cache
def _scale_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return _word_pattern("word", rf"(?:{alternation(lexicon.scales)})s?", lexicon)


def _word_pattern(name: str, words: str, lexicon: Lexicon) -> re.Pattern[str]:
    link = rf"(?:{SPACE}?(?:{lexicon.linking}){SPACE}?|[-{SPACES}]|(?<=\d))"
    return re.compile(rf"{link}(?P<{name}>{words})(?![\w-])", re.IGNORECASE)
