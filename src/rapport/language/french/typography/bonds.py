"""Dates and times as French prints them; words that no line may part."""

from __future__ import annotations

import re
from typing import Final

from rapport.language.french.lexicon import FUNCTION_WORDS, MONTHS, NOT_A_SURNAME, SHORT_MONTHS, TITLES, WEEKDAYS
from rapport.language.french.typography.figures import ORDINAL, follows_reference, is_year
from rapport.language.french.typography.words import starts_sentence
from rapport.language.lexicon import NUMBERED_NAMES, PARTS_OF_YEAR, POINTED, REFERENCES, SHORT_UNITS, SIGNS, UNITS
from rapport.language.typography.rule import (
    CAPITAL,
    DIGIT_MASK,
    END_OF_WORD,
    FIGURES,
    LETTER,
    LOWER,
    MASKS,
    NOT_IN_WORD,
    NUMBER,
    ROMAN,
    SP,
    WORD_MASK,
    Style,
    substitution,
)

_MONTH: Final = rf"(?:(?i:{'|'.join(MONTHS)}){END_OF_WORD}|(?i:{'|'.join(map(re.escape, SHORT_MONTHS))}))"
_LAST_HOUR: Final = 24  # « 24 h » is midnight


def _day_month(match: re.Match[str], style: Style) -> str:
    day = "1er" if match["day"] == "1" else match["day"]
    return f"{day}{style.bond}{match['month'].lower()}"


def _time(match: re.Match[str], style: Style) -> str:
    if int(match["hour"]) > _LAST_HOUR:
        return match[0]
    return f"{match['hour']}{style.bond}h{style.bond}{match['minute']}"


DAY_MONTH: Final = substitution(
    "day-month", rf"(?<![\w.,])(?P<day>\d\d?|1er){SP}(?P<month>{_MONTH})", _day_month, needs=(FIGURES,)
)
DAY_PAIR: Final = substitution(
    "day-pair",
    rf"(?:(?<=\d)|(?<=1er)){SP}et{SP}(?=(?:\d\d?|1er)[\u00a0\u202f](?:{'|'.join(MONTHS)}))",
    lambda m, s: f"{s.bond}et{s.bond}",
    needs=(FIGURES, ("et",)),
)
"""« 18 et 19 février »: two days of one date."""
FIRST_OF_RANGE: Final = substitution(
    "first-of-range",
    rf"(?:(?<=\bdu{SP})|(?<=\bles{SP})|(?<=\ble{SP}))1(?={SP}(?:au|et|ou){SP}\d\d?{SP}{_MONTH})",
    lambda m, s: "1er",
    needs=("1", ("du", "le")),
)
MONTH_YEAR: Final = substitution(
    "month-year",
    rf"{NOT_IN_WORD}(?P<month>{_MONTH}){SP}(?=\d{{4}}(?!\d))",
    lambda m, s: m["month"] + s.bond,
    needs=(FIGURES,),
)
_NAMES, _DAYS = (tuple(name.capitalize() for name in names) for names in (MONTHS, WEEKDAYS))
_CAPITALISED: Final = "|".join(_NAMES)
LOWER_MONTH: Final = substitution(
    "lower-month",
    rf"(?:(?<={LOWER}{SP})(?:{_CAPITALISED})(?={SP}\d{{4}}(?!\d))|(?<=\b[Ee]n{SP})(?:{_CAPITALISED}){END_OF_WORD})",
    lambda m, s: m[0].lower(),
    needs=(_NAMES,),
)
LOWER_WEEKDAY: Final = substitution(
    "lower-weekday", rf"(?<={LOWER}{SP})(?:{'|'.join(_DAYS)})(?={SP}\d)",
    lambda m, s: m[0].lower(), needs=(_DAYS, FIGURES),
)  # fmt: skip
TIME: Final = substitution(
    "time", rf"(?<![\w.,:/])(?P<hour>\d\d?){SP}?[hH]{SP}?(?P<minute>[0-5]\d)(?!\w)", _time, needs=(FIGURES, "hH")
)
CAPITAL_HOUR: Final = substitution(
    "capital-hour",
    r"(?<![\w.,])(?P<hour>[01]?\d|2[0-4])H(?!\w)",
    lambda m, s: f"{m['hour']}{s.bond}h",
    needs=("H", FIGURES),
)
HOUR: Final = substitution(
    "hour", rf"(?<=\d){SP}?(?P<unit>h(?!\w)|j(?=/7(?!\w)))", lambda m, s: s.bond + m["unit"], needs=(FIGURES, "hj")
)
DURATION: Final = substitution(
    "duration",
    rf"(?:(?<=\d{SP}h)|(?<=\d{SP}min)){SP}(?=\d{{1,2}}{SP}(?:min|s)(?!\w))",
    lambda m, s: s.bond,
    needs=(FIGURES, "hn", "ns"),
)
"""« 3 min 20 s », « 1 h 5 min »: one duration."""


# Words that no line may part: number and noun, title and name, sign and figure, a name and its number.


_POSTCODE_DIGITS: Final = 5  # of France: « 75007 Paris »
_NAMED_NUMBER: Final = rf"(?:\d|{WORD_MASK}{{0,7}}{DIGIT_MASK}|{ROMAN}(?<=[IVXLC])(?![\w'’]))"


def _number_noun(match: re.Match[str], style: Style) -> str:
    return match["number"] + (style.bond if _counts(match) else match["space"])


def _counts(match: re.Match[str]) -> bool:
    """Whether the figure counts the word after it, rather than naming a year, a postcode, a page."""
    number, word = match["number"], match["word"]
    elided = match.string[match.end("word") : match.end("word") + 1] in ("'", "’")
    if word in UNITS or (word in SHORT_UNITS and not elided):
        return True
    if word.lower() in FUNCTION_WORDS or follows_reference(match.string, match.start()):
        return False
    if len(number) == _POSTCODE_DIGITS and number.isdigit() and word[0].isupper():
        return False
    return not is_year(number)


def _ordinal_noun(match: re.Match[str], style: Style) -> str:
    return match["space"] if match["word"].lower() in FUNCTION_WORDS else style.bond


def _named_number(match: re.Match[str], style: Style) -> str:
    """A capitalised word and its number are one name, where the capital is not the sentence's own."""
    name = match["name"]
    acronym = len(name) > 1 and name.isupper()
    known = match["roman"] or acronym or name in NUMBERED_NAMES or not starts_sentence(match.string, match.start())
    return match[0] if not known or name.lower() in FUNCTION_WORDS else name + style.bond


def _initials(match: re.Match[str], style: Style) -> str:
    return match["space"] if match["surname"] in NOT_A_SURNAME else style.bond


SIGN_NUMBER: Final = substitution(
    "sign-number",
    rf"{NOT_IN_WORD}(?P<sign>{'|'.join(map(re.escape, (*SIGNS, *POINTED)))}){SP}?(?={_NAMED_NUMBER})",
    lambda m, s: m["sign"] + s.bond,
    needs=("°º§.",),
)
PLUS_NUMBER: Final = substitution(
    "plus-number",
    rf"(?P<before>(?:^|[:(;,]{SP}?|(?<!\w)(?:soit|ou|et|de|à){SP}))\+{SP}(?=\d)",
    lambda m, s: f"{m['before']}+{s.bond}",
    needs=("+", FIGURES),
)
"""« : + 1,5 point »; an addition (« 2 + 3 ») may be broken."""
SIGN_MASK: Final = substitution(
    "sign-of-parts",
    rf"{NOT_IN_WORD}(?P<sign>§§?|n°){SP}?(?={WORD_MASK})",
    lambda m, s: m["sign"] + s.bond,
    needs=("§°", WORD_MASK),
)
"""« § 4.2 »: numbers with points are protected as versions are."""
ARTICLE: Final = substitution(
    "article-of-law",
    rf"{NOT_IN_WORD}(?P<sign>[Aa]rt\.){SP}(?=[ADLR]\.?{SP}?\d|{WORD_MASK})",
    lambda m, s: m["sign"] + s.bond,
    needs=(("rt.",),),
)
ABBREVIATIONS: Final = substitution(
    "abbreviations",
    rf"{NOT_IN_WORD}(?P<first>av\.|apr\.|p\.|S\.){SP}(?=(?:(?<=[vr]\.{SP})J\.-C\.|(?<=\bp\.{SP})ex\.|(?<=\bS\.{SP})M\.{SP}))",
    lambda m, s: m["first"] + s.bond,
    needs=(("J.-C.", "ex.", "S. M", "S.\u00a0M"),),
)
"""« Av. J.-C. », « p. ex. », « S. M. le roi »."""
REFERENCE_NUMBER: Final = substitution(
    "reference-number",
    rf"{NOT_IN_WORD}(?P<word>(?i:{'|'.join(REFERENCES)})[sx]?){SP}(?={_NAMED_NUMBER})",
    lambda m, s: m["word"] + s.bond,
    needs=(FIGURES + "IVXLC" + MASKS,),
)
NUMEROS: Final = substitution(
    "numeros",
    rf"{NOT_IN_WORD}(?P<sign>[nN]os){SP}(?=\d++{SP}(?:et|à){SP}\d++(?![\w,])(?!{SP}\w))",
    lambda m, s: m["sign"] + s.bond,
    needs=(("nos", "Nos"), FIGURES),
)
"""« Nos 13 et 14 », where nothing is counted."""
CODE_ARTICLE: Final = substitution(
    "article-of-code",
    rf"(?<![\w.])(?P<part>[ADLR]\.){SP}(?=\d)",
    lambda m, s: m["part"] + s.bond,
    needs=(tuple(f"{part}." for part in "ADLR"), FIGURES),
)
"""« Article L. 123-4 »: legislative part, decrees, regulations."""
CENTURY: Final = substitution(
    "century",
    rf"{NOT_IN_WORD}(?P<roman>[IVX]{{1,6}}){SP}(?=siècles?{END_OF_WORD})",
    lambda m, s: m["roman"] + s.bond,
    needs=("IVX", ("siècle",)),
)
TITLE_NAME: Final = substitution(
    "title-name",
    rf"{NOT_IN_WORD}(?P<title>{'|'.join(map(re.escape, TITLES))}){SP}(?={CAPITAL}|l(?:e|a|es){SP}|l’)",
    lambda m, s: m["title"] + s.bond,
    needs=(TITLES,),
)
INITIALS: Final = substitution(
    "initials",
    rf"(?<={CAPITAL}\.)(?<!\w{CAPITAL}\.)(?<!\bM\.)(?P<space>{SP})(?=(?:d[eu]{SP}|d’)?(?P<surname>{CAPITAL}{LETTER}{{1,40}}))",
    _initials,
    needs=(".",),
)
NUMBER_NOUN: Final = substitution(
    "number-noun",
    rf"(?:(?<=\d-)|(?<![\w.,/:^-]))(?P<number>{NUMBER})(?P<space>{SP})(?=(?P<word>{LETTER}[\w²³]{{0,30}}))",
    _number_noun,
    needs=(FIGURES,),
)
VERBATIM_NOUN: Final = substitution(
    "verbatim-noun",
    rf"(?<={DIGIT_MASK})(?P<space>{SP})(?=(?P<word>{LETTER}{{1,30}}))",
    _ordinal_noun,
    needs=(DIGIT_MASK,),
)
ORDINAL_NOUN: Final = substitution(
    "ordinal-noun",
    rf"(?P<ordinal>{ORDINAL})(?P<space>{SP})(?=(?P<word>{LETTER}{{2,30}}))",
    lambda m, s: m["ordinal"] + _ordinal_noun(m, s),
    needs=(FIGURES + "IVXLC", "ed"),
)
PART_OF_YEAR: Final = substitution(
    "part-of-year",
    rf"{NOT_IN_WORD}(?P<part>{'|'.join(PARTS_OF_YEAR)}){SP}(?=\d{{4}}(?!\d))",
    lambda m, s: m["part"] + s.bond,
    needs=(PARTS_OF_YEAR, FIGURES),
)
NAMED_NUMBER: Final = substitution(
    "named-number",
    rf"{NOT_IN_WORD}(?P<name>{CAPITAL}[\w’]{{1,30}}){SP}(?=(?:\d{{1,4}}|(?P<roman>[IVX]{{2,8}}|Ier))"
    rf"(?!\w|[,–-]\d|{SP}?[%‰€°\d]|\u00a0\w|{SP}(?:et|ou|à|au|-){SP}?\d))",
    _named_number,
    needs=(FIGURES + "IVX",),
)
