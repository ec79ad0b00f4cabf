"""What the typographer does not mend in silence, because only the author knows what was meant: codes and places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from msgspec import Struct

from rapport.language.french.french import IMPRIMERIE_NATIONALE
from rapport.language.french.grammar import elides, is_plural
from rapport.language.french.lexicon import FUNCTION_WORDS, INVARIABLE
from rapport.language.lexicon import CURRENCIES, UNITS
from rapport.language.typographer import protected_stretches
from rapport.language.typography.rule import CAPITAL, END_OF_WORD, LETTER, LOWER, NOT_IN_WORD, NUMBER, SP


class Doubt(Struct, frozen=True, order=True):
    """`code` says what is doubtful in `text[start:end]`; `explanations.EXPLANATIONS` says it to the author."""

    start: int
    end: int
    code: str


class _Check(Struct, frozen=True):
    """Every match of `pattern` that `accepts` is a doubt.

    `everywhere` checks look into what the typographer protects too: a decimal point makes a figure look like a version.
    """

    code: str
    pattern: re.Pattern[str]
    accepts: Callable[[re.Match[str]], bool] = bool
    everywhere: bool = False


_SCALE: Final = r"(?:millions?|milliards?)"
_MEASURE: Final = rf"(?:{_SCALE}|Mds?€?|M€|k€|{'|'.join(map(re.escape, (*CURRENCIES, *UNITS, '%', '‰')))})"
_FIGURE: Final = rf"(?<![\w.,/:^-])(?P<number>{NUMBER})"
_ELIDING: Final = "de|que|ne|se|je|jusque|lorsque|puisque|quoique"
_SENTENCE: Final = rf"(?:\A|(?<=[.!?…]{SP})|(?<=[.!?…]\n)|(?<=\n\n))"
_REPEATED_ON_PURPOSE: Final = frozenset("nous vous faire ha ah oh non oui très bla tout".split())


def _value(match: re.Match[str]) -> Decimal:
    return Decimal(re.sub(r"[^\d,]", "", match["number"]).replace(",", "."))


def _disagrees(match: re.Match[str]) -> bool:
    return is_plural(_value(match)) != match["scale"].endswith("s")


def _plural_noun(match: re.Match[str]) -> bool:
    noun = match["noun"]
    return not is_plural(_value(match)) and noun not in INVARIABLE and noun not in FUNCTION_WORDS


def _unelided(match: re.Match[str]) -> bool:
    return match["word"] != "un" and elides(match["word"])


def _unpaired(match: re.Match[str]) -> bool:
    return not match.string[match.start() - 1 : match.start()].isdigit()


_CHECKS: Final = (
    _Check("decimal-point", re.compile(rf"(?<![\w.,/])\d++\.\d++(?={SP}?{_MEASURE}{END_OF_WORD})"), everywhere=True),
    _Check("thousands-point", re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?![\w.]*\w)"), everywhere=True),
    _Check("thousands-comma", re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3}){2,9}(?!\w)")),
    _Check("two-digit-year", re.compile(r"(?<![\w/])\d\d?/\d\d?/\d\d(?![\w/])"), everywhere=True),
    _Check("figure-first", re.compile(rf"{_SENTENCE}{NUMBER}{SP}(?=[%‰]?{SP}?{LOWER}{{2,30}}{SP}{LETTER})")),
    _Check("symbol-after-word", re.compile(rf"{NOT_IN_WORD}{_SCALE}{SP}(?:{'|'.join(map(re.escape, CURRENCIES))})")),
    _Check("scale-agreement", re.compile(rf"{_FIGURE}{SP}(?P<scale>{_SCALE}){END_OF_WORD}"), _disagrees),
    _Check("noun-agreement", re.compile(rf"{_FIGURE}{SP}(?P<noun>(?!{_SCALE}){LETTER}{{2,30}}[sx]){END_OF_WORD}"),
           _plural_noun),
    _Check("false-scale", re.compile(rf"{NOT_IN_WORD}(?:trillion|billion)s?{END_OF_WORD}")),
    _Check("power-per-time", re.compile(rf"{NOT_IN_WORD}[kMGT]W(?:/an|{SP}par{SP}an){END_OF_WORD}")),
    _Check("elided-onze", re.compile(rf"{NOT_IN_WORD}(?i:[dl])['’]onz(?:e|ième)s?{END_OF_WORD}")),
    _Check("missing-elision", re.compile(rf"{NOT_IN_WORD}(?:{_ELIDING}){SP}(?P<word>{LOWER}{{1,30}}){END_OF_WORD}"),
           _unelided),
    _Check("repeated-word", re.compile(rf"{NOT_IN_WORD}(?P<word>{LETTER}{{2,30}}){SP}(?P=word){END_OF_WORD}"),
           lambda match: match["word"].lower() not in _REPEATED_ON_PURPOSE),
    _Check("unpaired-quote", re.compile(r'"'), _unpaired),
    _Check("capitals", re.compile(rf"{NOT_IN_WORD}{CAPITAL}{{4,30}}(?:{SP}{CAPITAL}{{2,30}}){{2,40}}{END_OF_WORD}")),
    _Check("institution-capital",
           re.compile(rf"(?:(?<={LOWER}{SP})|(?<=,{SP}))(?:Gouvernement|Ministres?|Ministères?)(?!\w)")),
)  # fmt: skip


def lint(text: str) -> tuple[Doubt, ...]:
    """The doubts `text` raises, as typed or once typeset, in order of place. Empty for none."""
    shielded = [(stretch.start, stretch.end) for stretch in protected_stretches(text, IMPRIMERIE_NATIONALE)]
    return tuple(sorted(doubt for check in _CHECKS for doubt in _found(check, text, shielded)))


def _found(check: _Check, text: str, shielded: list[tuple[int, int]]) -> Iterator[Doubt]:
    """The matches of one check, those inside protected stretches left out; both run from left to right."""
    stretches = iter(() if check.everywhere else shielded)
    start, end = next(stretches, (len(text), len(text)))
    for match in check.pattern.finditer(text):
        while end <= match.start() and start < len(text):
            start, end = next(stretches, (len(text), len(text)))
        if match.end() <= start and check.accepts(match):
            yield Doubt(match.start(), match.end(), check.code)


EXPLANATIONS: Final = {
    "decimal-point": "point décimal\u00a0: en français, la virgule («\u00a02,6\u00a0milliards\u00a0»)",
    "thousands-point": "milliers séparés par des points\u00a0: une espace («\u00a01\u202f000\u202f000\u00a0»)",
    "thousands-comma": "milliers séparés par des virgules\u00a0: une espace («\u00a01\u202f000\u202f000\u00a0»)",
    "two-digit-year": "année sur deux chiffres\u00a0: l’écrire en entier",
    "figure-first": "phrase qui commence par un nombre en chiffres\u00a0: tourner autrement ou l’écrire en lettres",
    "symbol-after-word": "symbole après un mot\u00a0: écrire «\u00a0millions d’euros\u00a0» ou «\u00a0M€\u00a0»",
    "scale-agreement": "accord\u00a0: million et milliard prennent un s à partir de 2",
    "noun-agreement": "accord\u00a0: le pluriel commence à 2",
    "false-scale": "«\u00a0billion\u00a0» et «\u00a0trillion\u00a0» trompent\u00a0: dire en milliards",
    "power-per-time": "une puissance ne se compte pas par an\u00a0: énergie (GWh) ou puissance (GW)\u202f?",
    "elided-onze": "pas d’élision devant «\u00a0onze\u00a0»",
    "missing-elision": "élision manquante",
    "repeated-word": "mot répété",
    "unpaired-quote": "guillemet sans son pareil",
    "capitals": "texte tout en capitales\u00a0: l’écrire en minuscules, le style fera le reste",
    "institution-capital": "minuscule à gouvernement, ministre et ministère\u202f; capitale à État",
}
"""By code, in French."""
