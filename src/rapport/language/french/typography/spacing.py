"""Spaces around the signs of punctuation (Lexique, « espacement des signes de ponctuation »), dashes included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rapport.language.french.lexicon import MONTHS, WEEKDAYS
from rapport.language.typography.rule import (
    DIGIT_MASK,
    FIGURES,
    LETTER,
    LOWER,
    NOT_IN_WORD,
    SP,
    SPACE_MASK,
    SPACES,
    WORD_MASK,
    Correction,
    Style,
    TypographyRule,
    substitution,
    trimmed,
)

# Spaces around the signs of punctuation (Lexique, « espacement des signes de ponctuation »).

_WORDY: Final = rf"[\w»)\]%‰€$£°²³”’\"'*{WORD_MASK}{DIGIT_MASK}]"
"""What a sign of punctuation may close."""
_BEFORE_SIGN: Final = rf"(?<=[^\s(\[{{«“¿¡:;!?/\\{SPACE_MASK}-])"
_OPENING: Final = re.compile(rf"«{SP}*+(?=[^\s»])")
_SINGLE: Final = re.compile(r"(?<![\w'’])'(?=[^\W\d_][\w’])[^'\"\n]{2,80}(?<=[\w.!?…])'(?![\w'])")
_TYPED: Final = re.compile(r"(?<![<\w])<<[^<>\n=]{1,400}>>(?![>\w])")
_THING: Final = rf"[«“\"{WORD_MASK}{DIGIT_MASK}]"


def _after_closing(match: re.Match[str], style: Style) -> str:
    return f"{style.before_colon}: " if match[0] else " "


def _grouped_signs(match: re.Match[str], style: Style) -> str:
    return style.before_high + re.sub(SP, "", match["signs"])


def _after_opening(text: str, style: Style) -> Iterator[Correction]:
    """The sign and its space are edited as one, so that the space stays in the fragment of the sign."""
    wanted = f"«{style.inside_guillemets}"
    for match in _OPENING.finditer(text):
        if match[0] != wanted:
            yield Correction(*match.span(), wanted)


def _typed_guillemets(text: str, style: Style) -> Iterator[Correction]:
    """« << » and « >> », which stand for guillemets where the keyboard has none; each is an edit of its own."""
    for match in _TYPED.finditer(text):
        yield Correction(match.start(), match.start() + 2, "«")
        yield Correction(match.end() - 2, match.end(), "»")


TYPED_GUILLEMETS: Final = TypographyRule("typed-guillemets", _typed_guillemets, needs=("<",))
ETC: Final = substitution(
    "etc",
    rf"(?i:{NOT_IN_WORD}(etc))\.?(?>(?:(?:{SP}?…|\.)[.…]*+){{1,20}})",
    lambda m, s: f"{m[1]}.",
    needs=(".…", ("tc", "TC", "Tc", "tC")),
)
"""« etc. » says what the ellipsis says."""

LOW: Final = substitution(
    "low-punctuation",
    rf"(?<={_WORDY}){SP}(?=[,.](?:[\s\"»”)\]…!?;:]|\Z)|…(?!{SP}(?:\d|{LOWER})))",
    lambda m, s: "",
    needs=(".,…",),
)
"""Nothing before a comma, a full stop or an ellipsis."""

OPENING_GUILLEMET: Final = TypographyRule("opening-guillemet", _after_opening, needs=("«",))
CLOSING_GUILLEMET: Final = substitution(
    "closing-guillemet", rf"(?<=[^\s«{SPACE_MASK}]){SP}*+(?=»)", lambda m, s: s.inside_guillemets, needs=("»",)
)
INNER_QUOTES: Final = substitution(
    "inner-quotes", rf"(?<=“){SP}++(?=\S)|(?<=\S){SP}++(?=”)", lambda m, s: "", needs=("“”",)
)
"""Quotation marks of the second level take no space."""

AFTER_CLOSING: Final = substitution(
    "after-closing-guillemet", rf"(?<=»)(?:(?={LETTER})|{SP}?:{SP}?(?=«))", _after_closing, needs=("»",)
)
"""« Bonjour » dit-il, « Un » : « deux »."""

COLON: Final = substitution(
    "colon",
    rf"{_BEFORE_SIGN}(?:{SP}?(?=:(?:\s|\Z))|{SP}(?=:{_THING}))",
    lambda m, s: s.before_colon,
    needs=(":",),
)
"""Before a colon that a space or the end follows: 16:9 and addresses are none."""

HIGH: Final = substitution(
    "high-punctuation",
    rf"{_BEFORE_SIGN}{SP}?(?P<signs>[;!?](?>(?:{SP}?[!?]){{0,20}}))(?=[\s»”\"’)\]}}.,…*|<{WORD_MASK}]|\Z)",
    _grouped_signs,
    needs=(";!?",),
)
"""One space before ; ! ? and before the first of a group; none after an opening sign, none inside Yahoo! or a?b."""

ET_CETERA: Final = substitution("et-cetera", rf"(?<=\S){SP}(?=etc\.)", lambda m, s: s.bond, needs=(("etc.",),))
"""« etc. » never starts a line."""

ELISION_SPACE: Final = substitution(
    "elision-space",
    rf"(?i:(?<![\w'’])(?P<word>[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|aujourd|presqu|quelqu)['’]){SP}(?=[\w«“\"{WORD_MASK}{DIGIT_MASK}])",
    lambda m, s: f"{m['word']}’",
    needs=(tuple(sign + space for sign in "'’" for space in SPACES),),
)
"""No space after the apostrophe of an elided word."""

ENGLISH_AND: Final = substitution("and", r"(?<=\w )'n'(?= \w)", lambda m, s: "’n’", needs=("'",))
"""« Rock ’n’ roll »."""


def _single_quotes(text: str, style: Style) -> Iterator[Correction]:
    """Single marks round words, as an English keyboard types them: each is an edit, paired by the next rule."""
    for match in _SINGLE.finditer(text):
        yield Correction(match.start(), match.start() + 1, '"')
        yield Correction(match.end() - 1, match.end(), '"')


SINGLE_QUOTES: Final = TypographyRule("single-quotes", _single_quotes, needs=("'",))
YEAR_APOSTROPHE: Final = substitution(
    "year-apostrophe",
    r"(?<![\w'’])'(?=\d\ds?(?![\w'’])(?![^'\n]{0,60}'(?!\w)))",
    lambda m, s: "’",
    needs=("'", FIGURES),
)
"""« Mai ’68 »: the century left out; what is quoted between two straight marks stays."""

WORD_APOSTROPHE: Final = substitution(
    "word-apostrophe",
    rf"(?<![\w'’])'(?={LETTER})(?![^'\n]{{0,80}}'(?!\w))",
    lambda m, s: "’",
    needs=("'",),
)
"""« ’Allo », « ’tain »: a word whose beginning is left out; what two straight marks enclose stays."""


# Asides between dashes: the spaces inside are unbreakable, and no closing dash stands before a full stop.

_TOKEN: Final = re.compile(
    rf"(?<=\S)(?P<aside>{SP}(?P<dash>--?|–|—)(?:(?P<opens>{SP})(?=\S)|(?=[,;:.!?)…»])))"
    rf"|(?<!\bM)(?<!\bMM)(?<!\bcf)(?<!\bart)(?<!\bp)(?<![\W_][A-Z])[.!?…](?=\s)|\n"
)
"""A dash between spaces, or what ends a sentence and with it any aside still open."""

_JOINT: Final = re.compile(rf"(?:\d|{NOT_IN_WORD}(?:et|ou|à|de|entre|{'|'.join(MONTHS)}))\Z")
"""What a figure follows on from."""
_LONGEST_JOINT: Final = 10  # « septembre » and a space
_LONGEST_WORD: Final = 30  # « anticonstitutionnellement » has 25
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]+\Z")
_WORD_AFTER: Final = re.compile(r"([^\W\d_]+)(?P<ends>[,;.)\n]|\Z)?")
_DIALOGUE: Final = re.compile(rf"-{SP}")


def _edits(text: str, style: Style) -> Iterator[Correction]:
    inside = False
    for token in _TOKEN.finditer(text):
        if not token["aside"]:
            inside = False
        elif not _is_range(text, token) and not _is_route(text, token) and (inside or token["opens"]):
            inside = not inside
            if edit := trimmed(token.start(), token[0], _aside(text, token, inside, style)):
                yield edit


def _is_route(text: str, token: re.Match[str]) -> bool:
    """« Paris - Lyon », « du lundi - vendredi »: no aside, nor is the turn of a dialogue."""
    before = _WORD_BEFORE.search(text[max(0, token.start() - _LONGEST_WORD) : token.start()])
    after = _WORD_AFTER.match(text, token.end())
    if token["dash"] == "-" and text[token.start() - 1] in ".!?…" and _DIALOGUE.match(text):
        return True
    if not before or not after:
        return False
    days = before[0] in WEEKDAYS and after[1] in WEEKDAYS
    return days or bool(before[0][0].isupper() and after[1][0].isupper() and after["ends"] is not None)


def _is_range(text: str, token: re.Match[str]) -> bool:
    """Before a figure a spaced hyphen may mean a range or a sign, which words should say: left as typed."""
    before = text[max(0, token.start() - _LONGEST_JOINT) : token.start()]
    return text[token.end() : token.end() + 1].isdigit() and bool(_JOINT.search(before))


def _aside(text: str, token: re.Match[str], opening: bool, style: Style) -> str:
    dash = style.dash if token["dash"].startswith("-") else token["dash"]
    if opening:
        return f" {dash}{style.bond}"
    follower = text[token.end() : token.end() + 1]
    if follower in (".", "…"):
        return ""
    return f"{style.bond}{dash}" + (" " if token["opens"] else "")


DIALOGUE: Final = substitution("dialogue", rf"(?<![^\n])--{SP}(?=\S)", lambda m, s: s.dash + s.bond, needs=(("--",),))
"""« -- Qui est là ? » at the start of a line: somebody speaks."""
DASHES: Final = TypographyRule("dashes", _edits, needs=("-–—",))
