"""A rule reads the whole text and yields the edits it wants; the characters and house styles it is written with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from typing import Final, NamedTuple

from msgspec import Struct

# The characters that typography is made of, by name.

NO_BREAK_SPACE: Final = "\u00a0"
NARROW_NO_BREAK_SPACE: Final = "\u202f"
APOSTROPHE: Final = "\u2019"
MINUS: Final = "\u2212"
EN_DASH: Final = "\u2013"
MULTIPLICATION: Final = "\u00d7"
ELLIPSIS: Final = "\u2026"
SPACES: Final = " \u00a0\u202f\u2009"
"""Every space an author or a word processor may have typed inside a line; never the line feed."""


# Character classes that the rules are written with, as pieces of regular expressions.

# Private-use characters that stand for what must not change. Text that holds them already is masked too.
WORD_MASK: Final = "\ue000"
SPACE_MASK: Final = "\ue001"
DIGIT_MASK: Final = "\ue002"
MASKS: Final = WORD_MASK + SPACE_MASK + DIGIT_MASK

FIGURES: Final = "0123456789"
SP: Final = r"[^\S\t-\r\x85]"
"""One space inside a line: as what is no non-space, which is prepared far faster than a class of few distant signs."""
RARE_SPACE: Final = r"[^\S\t-\r\x85 \u00a0\u202f]"
"""One of another width than the three that typeset text knows: thin, em, ideographic…"""
LETTER: Final = r"[^\W\d_]"
CAPITAL: Final = "[A-ZÀ-ÖØ-ÞŒ]"
LOWER: Final = "[a-zß-öø-ÿœ]"
FIGURE_END: Final = rf"(?<=[\d{DIGIT_MASK}])"
"""Just after a figure, or after something verbatim that ends with one."""
NOT_IN_WORD: Final = r"(?<!\w)"
END_OF_WORD: Final = r"(?!\w)"
NUMBER: Final = r"\d++(?:[ \u00a0\u202f]\d{3}(?!\d)){0,12}(?>(?:,\d++(?:\u202f\d{1,3}){0,6})?)"
"""A figure, grouped or not; bounded, so that a long run of figures is not read again from each of them."""
ROMAN: Final = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"


# House styles: where the authorities disagree, the choice is a value.


class Style(Struct, frozen=True):
    """The spaces and signs of a house style; an empty string means that nothing is set there.

    `before_high` goes before ; ! ?, `before_colon` before the colon, `inside_guillemets` after « and before »,
    `thousands` between groups of three digits, `before_percent` before % and ‰, `bond` wherever two words may not be
    parted: number and unit, day and month, title and name. `dash` opens and closes an aside. `quotes` are the marks of
    the first and of the second level. `language` chooses the rules.
    """

    name: str
    language: str = "fr"
    before_high: str = NARROW_NO_BREAK_SPACE
    before_colon: str = NO_BREAK_SPACE
    inside_guillemets: str = NO_BREAK_SPACE
    thousands: str = NARROW_NO_BREAK_SPACE
    before_percent: str = NO_BREAK_SPACE
    bond: str = NO_BREAK_SPACE
    dash: str = EN_DASH
    quotes: tuple[str, str, str, str] = ("«", "»", "“", "”")


# A rule reads the whole text and yields the edits it wants; it never sees what is masked.


class Correction(NamedTuple):
    """Replace `text[start:end]` by `new`; an insertion when start equals end."""

    start: int
    end: int
    new: str


Need = str | tuple[str, ...]
"""One of some characters, or one of some stretches of text."""


class TypographyRule(Struct, frozen=True, dict=True, cache_hash=True):
    """`find(text, style)` yields edits in order of place, none overlapping; it must find none in its own output.

    `needs` spares the search: a text has nothing for the rule unless it holds something of each need.
    """

    name: str
    find: Callable[[str, Style], Iterable[Correction]]
    needs: tuple[Need, ...] = ()

    @cached_property
    def signs(self) -> frozenset[str]:
        """Characters of which a text must have one of each: what is needed, and what needed stretches begin with."""
        return frozenset(need if isinstance(need, str) else "".join([each[0] for each in need]) for need in self.needs)

    @cached_property
    def stretches(self) -> tuple[tuple[str, ...], ...]:
        """The needs that are one of some stretches of text; a stretch that holds another adds nothing."""
        needs = (need for need in self.needs if not isinstance(need, str))
        return tuple(tuple(each for each in need if not _holds_another(each, need)) for need in needs)

    def is_near(self, text: str) -> bool:
        """Whether a text that has the signs holds something of all that the rule needs."""
        for need in self.stretches:  # noqa: SIM110 (a loop takes half the time, and every text asks this of many rules)
            if not any(map(text.__contains__, need)):
                return False
        return True


def _holds_another(stretch: str, stretches: tuple[str, ...]) -> bool:
    return any(other in stretch and other != stretch for other in stretches)


def may_apply(text: str, rules: tuple[TypographyRule, ...], after: int = -1) -> list[tuple[int, TypographyRule]]:
    """The rules of whose signs a text has some, with their places among all: asked once for all of them.

    Those whose place is beyond `after`.
    """
    table, met = _table(rules), 0
    for character in set(text):
        met |= table.signs.get(character, 0)
    return [(place, rule) for place, rule, need in table.needs[after + 1 :] if met & need == need]


class _Needs(NamedTuple):
    """A bit for each set of signs: those that hold a character, and those that each rule needs, in order."""

    signs: dict[str, int]
    needs: tuple[tuple[int, TypographyRule, int], ...]


@lru_cache(maxsize=8)
def _table(rules: tuple[TypographyRule, ...]) -> _Needs:
    sets = tuple(dict.fromkeys(signs for rule in rules for signs in rule.signs))
    bits = {signs: 1 << place for place, signs in enumerate(sets)}
    held: dict[str, int] = {}
    for signs, bit in bits.items():
        held |= {character: held.get(character, 0) | bit for character in signs}
    needs = ((place, rule, sum(bits[signs] for signs in rule.signs)) for place, rule in enumerate(rules))
    return _Needs(held, tuple(needs))


Replacement = Callable[[re.Match[str], Style], str]


def substitution(name: str, pattern: str, replacement: Replacement, needs: tuple[Need, ...] = ()) -> TypographyRule:
    """The rule that replaces each match of `pattern` by `replacement(match, style)`.

    Patterns must be linear: no repetition may be retried from each of its own characters (possessive `++`, a
    lookbehind that bars the start, or a bounded count).
    """
    compiled = cache(lambda: re.compile(pattern))  # when first needed: few texts need every rule

    def find(text: str, style: Style) -> Iterator[Correction]:
        for match in compiled().finditer(text):
            if edit := trimmed(match.start(), match[0], replacement(match, style)):
                yield edit

    return TypographyRule(name, find, needs)


def trimmed(start: int, old: str, new: str) -> Correction | None:
    """The smallest edit at `start` that turns `old` into `new`; None when they are equal.

    What two fragments share keeps to its own side only if edits do not reach beyond what they change.
    """
    if old == new:
        return None
    shortest = min(len(old), len(new))
    head = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    shortest -= head
    tail = next((i for i in range(shortest) if old[-1 - i] != new[-1 - i]), shortest)
    return Correction(start + head, start + len(old) - tail, new[head : len(new) - tail])
