"""How French writes and says figures, and how its words meet.

Order of number, scale and unit, ranks, plurals, times; de + euros -> « d’euros », de + le G7 -> « du G7 »; and where
running text meets a figure: « d’environ 38 postes », « estimées de 5,5 à 7 millions », « entre 18 et 35 ».
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

from rapport.language.amounts import ONES, Amount, Scale, ScaledFigure, Unit, Width, bound, number_of
from rapport.language.french.lexicon import (
    ASPIRATED,
    INVARIABLE,
    IRREGULAR,
    LINKS,
    MUTE,
    MUTE_NAMES,
    NO_ELISION,
    Y_ELIDED,
)
from rapport.language.language import Gender
from rapport.language.lexicon import PLACES_WITH_ARTICLE
from rapport.language.typography.rule import APOSTROPHE, NO_BREAK_SPACE

# French says neither « billion » nor « trillion » to the public: a thousand milliards, a milliard of milliards.
FRENCH_SCALES: Final = (
    Scale(18, "milliard de milliards", "milliards de milliards", article="un"),
    Scale(15, "million de milliards", "millions de milliards", article="un"),
    Scale(9, "milliard", "milliards", symbol="Md"),
    Scale(6, "million", "millions", symbol="M"),
)
FRENCH_THOUSANDS: Final = Scale(3, "millier", "milliers", symbol="k")
"""Nobody says « 35 mille » in running text; a currency sign alone takes this scale (35 k€), or the head of a column."""


# French ranks in figures (Lexique, « nombres ordinaux »).


def ordinal(rank: int, gender: Gender = "masculine") -> str:
    """1er, 1re, 2e, 21e."""
    first = "er" if gender == "masculine" else "re"
    return f"{rank}{first if rank == 1 else 'e'}"


# French nouns in the plural, and the values that want it.

_WORDS = re.compile(r"[ \u00a0]+")
_ACRONYM = re.compile(r"[A-Z0-9&]{2,}")
_BY_SYMBOL = re.compile(r"(?P<noun>[^-.·]{3,})(?P<symbol>[-.·](?:km|h|m|kg|t|kWh|MWh))")
"""What is counted times a measure, whose symbol takes no s: véhicules-km."""


def is_plural(value: Decimal) -> bool:
    """From 2 on: 0 projet, 1,5 projet, 2 projets."""
    return abs(value) >= 2


def pluralise(noun: str) -> str:
    """The plural of a noun phrase: what follows « de » or « à » does not agree."""
    words = _WORDS.split(noun)
    for index, word in enumerate(words):
        if word in LINKS or word.startswith(("d’", "l’")):
            break
        words[index] = _plural(word)
    return " ".join(words)


def singular(noun: str) -> str:
    """The singular of a noun phrase typed in the plural, « visiteurs »; one in the singular, or in doubt, as it is.

    A vowel before the s tells nothing: « emplois », « mois ».
    """
    first, _, rest = noun.partition(" ")
    if first in INVARIABLE or not _CERTAIN_PLURAL.search(first):
        return noun
    words = [first[:-1], *(word.removesuffix("s") if _CERTAIN_PLURAL.search(word) else word for word in rest.split())]
    return " ".join(words) if pluralise(" ".join(words)) == noun else noun


_CERTAIN_PLURAL: Final = re.compile(r"[^\W\d_]{2}[bcdfghjklmnpqrtveé]s$")


def _plural(word: str) -> str:
    if counted := _BY_SYMBOL.fullmatch(word):
        return _plural(counted["noun"]) + counted["symbol"]
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith(("s", "x", "z")) or _ACRONYM.fullmatch(word):
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    return word + ("x" if word.endswith(("au", "eu")) else "s")


def write(hour: int, minute: int) -> str:
    """« 18 h 30 », « 18 h » on the hour."""
    whole = f"{hour}{NO_BREAK_SPACE}h"
    return f"{whole}{NO_BREAK_SPACE}{minute:02d}" if minute else whole


# How French orders number, scale and unit: « 2,6 | milliards | d’euros », « 2,6 | Md | € ».


def amount(figure: ScaledFigure, unit: Unit, width: Width, locale: str) -> Amount:
    """A currency, measure or share by its symbol where `width` wants it, else by its name."""
    number = number_of(figure, unit, locale)
    if unit.is_symbol(width) and (unit.kind == "currency" or figure.scale is ONES):
        scale, sign = _symbols(figure.scale, unit)
        return Amount("", number, scale, sign + unit.per_symbol)
    if figure.scale is ONES:
        return Amount("", number, "", bound(unit.name(is_plural(figure.value))) + unit.per)
    noun = unit.scaled or unit.plural
    return Amount("", *_scaled(number, figure), (f" {de_before(noun)}" if noun else "") + unit.per)


def of(counted: str, name: str) -> str:
    """« milliards d’euros », « nombre d’entreprises »."""
    return f"{counted} {de_before(name)}"


def per(name: str, count: str) -> str:
    """« par habitant », « pour 1 000 habitants »."""
    return f"pour {count}{NO_BREAK_SPACE}{name}" if count else f"par {name}"


def _scaled(number: str, figure: ScaledFigure) -> tuple[str, str]:
    """Number and scale word; exactly one of a compound scale is said in words: « un milliard de milliards »."""
    scale = figure.scale
    word = scale.plural if is_plural(figure.value) else scale.singular
    if figure.value == 1 and scale.article:
        return scale.article, f" {word}"
    return number, bound(word)


def _symbols(scale: Scale, unit: Unit) -> tuple[str, str]:
    """« Md€ » is one sign in French public finance, where CLDR puts a space; letters keep one: « Md CHF »."""
    if not scale.symbol:
        return "", NO_BREAK_SPACE + unit.symbol
    return NO_BREAK_SPACE + scale.symbol, (NO_BREAK_SPACE if unit.symbol[0].isalpha() else "") + unit.symbol


# Figures as a French speaker says them: « cinq virgule huit gigawatts », « quatre-vingts pour cent ».


_SMALL: Final = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    *("treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
_TENS: Final = (
    "",
    "",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
)
_MOST: Final = 10**6
"""From a million on, a number that its scale does not shorten is left in figures."""
_LONGEST: Final = 3
"""Decimals that are said as one number; more are left in figures."""
_FIGURE: Final = re.compile(
    r"(?<![\w,.])(?P<sign>[+\u2212]?)(?P<whole>\d{1,3}(?:\u202f\d{3})+|\d+)(?:,(?P<part>\d+))?(?![\w,])"
)
_COUNTED: Final = re.compile(
    r"[ \u00a0](?:pour |milli|(?:kilo|méga|giga|téra)?(?:watt|octet|joule|hertz|mètre|gramme|litre)|euro|dollar|"
    r"point|an\b|ans\b|mois|jour|quintal|quintaux|hectare|degré)"
)
"""What follows a number that ends in one and is masculine, so that « un » is right."""
_SIGNS: Final = {"+": "plus ", "\u2212": "moins ", "": ""}


def said(text: str) -> str:
    """A figure with its digits in letters, but where the gender of what they count is not known: « 21 écoles ».

    >>> said("5,8 gigawatts"), said("80 pour cent"), said("240 à 700 mégawatts")
    ('cinq virgule huit gigawatts', 'quatre-vingts pour cent', 'deux cent quarante à sept cents mégawatts')
    """
    return _FIGURE.sub(lambda match: _figure(match, text), text)


def _figure(match: re.Match[str], text: str) -> str:
    whole, part = int(match["whole"].replace("\u202f", "")), match["part"] or ""
    if whole >= _MOST or len(part) > _LONGEST:
        return match[0]
    after = text[match.end() :]
    if not part and whole % 10 == 1 and whole % 100 not in (11, 71, 91) and not _COUNTED.match(after):
        return match[0]
    spelled = f"{_SIGNS[match['sign']]}{_number(whole, final=not part)}"
    return f"{spelled} virgule {_decimals(part)}" if part else spelled


def _decimals(digits: str) -> str:
    """« zéro cinq », « soixante-quinze »: leading zeros one by one, then a number."""
    rest = digits.lstrip("0")
    zeros = ["zéro"] * (len(digits) - len(rest))
    return " ".join([*zeros, _number(int(rest))] if rest else zeros)


def _number(value: int, *, final: bool = True) -> str:
    """A whole number; `final` says whether « cents » and « vingts » end it."""
    if not value:
        return _SMALL[0]
    thousands, rest = divmod(value, 1000)
    head = () if not thousands else ("mille",) if thousands == 1 else (_hundreds(thousands, final=False), "mille")
    return " ".join((*head, *((_hundreds(rest, final=final),) if rest else ())))


def _hundreds(value: int, *, final: bool) -> str:
    """Below a thousand; « cents » and « vingts » take their s where nothing follows but a noun."""
    hundreds, rest = divmod(value, 100)
    if not hundreds:
        return _tens(rest, final)
    head = "cent" if hundreds == 1 else f"{_SMALL[hundreds]} cent{'s' if final and not rest else ''}"
    return f"{head} {_tens(rest, final)}" if rest else head


def _tens(value: int, final: bool) -> str:
    if value < len(_SMALL):
        return _SMALL[value]
    ten, unit = divmod(value, 10)
    if ten in (7, 9):
        unit += 10
    word = _TENS[ten]
    if ten == 8 and not unit:
        return f"{word}s" if final else word
    if not unit:
        return word
    joined = " et " if unit in (1, 11) and ten < 8 else "-"
    return f"{word}{joined}{_SMALL[unit]}"


# How words meet: « d’euros », « du G7 »; and where running text meets a figure.

_WORD = re.compile(r"[^\W_]+")
_QUOTES: Final = '«“"\u00a0\u202f '
_VOWELS: Final = frozenset("aeiouœæ")
_CONTRACTIONS: Final = {
    "de": {"le ": "du ", "les ": "des "},
    "à": {"le ": "au ", "les ": "aux "},
}
_ELIDED_BEFORE: Final = {
    "si": frozenset({"il", "ils"}),
    "presque": frozenset({"île", "îles"}),
    "quelque": frozenset({"un", "une"}),
}
"""Particles that elide before these words alone."""
_ELIDED: Final = frozenset("de le la je me te se ce ne que jusque lorsque puisque quoique".split())
"""Particles that elide before any vowel sound; so does a locution that ends with one (« près de », « parce que »)."""


def elides(word: str) -> bool:
    """Whether a particle loses its vowel before `word`: a vowel or a mute h is heard.

    Figures never elide ("de 1 %", "de 11 sites"), nor onze, nor an acronym read from a consonant letter ("de RTE").
    """
    found = _WORD.match(word.lstrip(_QUOTES))
    if not found:
        return False
    first = found[0]
    lower = first.lower()
    if lower in NO_ELISION:
        return False
    letter = _base(lower[0])
    if letter == "h":
        return _mute_h(first)
    if letter == "y":
        return lower in Y_ELIDED or (len(lower) > 1 and _base(lower[1]) not in _VOWELS and first.islower())
    return letter in _VOWELS


def before(particle: str, phrase: str) -> str:
    """`particle` written before `phrase`, elided or contracted as French asks.

    >>> before("de", "euros"), before("de", "le G7"), before("à", "les PME"), before("jusque", "à")
    ('d’euros', 'du G7', 'aux PME', 'jusqu’à')
    """
    head, _, last = particle.rpartition(" ")
    phrase = _with_article(phrase)
    for article, contracted in _CONTRACTIONS.get(last.lower(), {}).items():
        if phrase.startswith(article):
            return _after(head, contracted + phrase.removeprefix(article))
    if _particle_elides(particle, phrase):
        return f"{particle[:-1]}{APOSTROPHE}{phrase}"
    return f"{particle} {phrase}"


def de_before(phrase: str) -> str:
    """`phrase` after de: « d’euros », « de huit », « du G7 », « des PME », « de l’Inria »."""
    return before("de", phrase)


def _with_article(phrase: str) -> str:
    """A phrase whose article is elided where it must be, and is a common word where a place's name begins with it."""
    article, _, rest = phrase.partition(" ")
    if article in ("le", "la") and elides(rest):
        return f"l{APOSTROPHE}{rest}"
    name = _WORD.match(rest)
    place = name is not None and name[0] in PLACES_WITH_ARTICLE.get(article, ())
    return phrase[0].lower() + phrase[1:] if place else phrase


def _after(head: str, phrase: str) -> str:
    return f"{head} {phrase}" if head else phrase


def _particle_elides(particle: str, phrase: str) -> bool:
    if only := _ELIDED_BEFORE.get(particle.lower()):
        found = _WORD.match(phrase)
        return bool(found and found[0].lower() in only)
    return particle.rpartition(" ")[2].lower() in _ELIDED and elides(phrase)


def _mute_h(word: str) -> bool:
    if word[0].isupper():
        return word in MUTE_NAMES
    return _has_stem(word, MUTE) or not _has_stem(word, ASPIRATED)


def _has_stem(word: str, stems: frozenset[str]) -> bool:
    return any(word[:length] in stems for length in range(2, len(word) + 1))


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


_LAST_WORD = re.compile(r"(?P<word>[^\W\d_]+(?:[’'][^\W\d_]*)?)(?P<space>[ \u00a0\u202f]+)$")
_SHORTENED = re.compile(r"(?<![^\W\d_])(?P<letters>d|qu|jusqu|lorsqu|puisqu)[’']$", re.IGNORECASE)
_RANGE = " à "
_BARE: Final = frozenset(
    """
    à au aux avec avant après autour chez comme contre dans de des du depuis dès devant dont durant en entre environ et
    excepté hors hormis jusque le la les ces ses leur leurs nos notre vos votre mes malgré mais moins ni ou outre où par
    parmi pendant plus pour près puis quand que quelque quelques sans sauf selon seulement si soit sous sur tous toutes
    un une vers via voici voilà est-à-dire
    """.split()
)
"""Words that a range follows as it is: « pour 5 à 7 millions »; after any other, verbs above all, it takes « de »."""
_NUANCES: Final = ("plus de", "au moins", "près de", "environ", "jusqu’à", "moins de", "à hauteur de")


def met(head: str, figure: str, *, ranged: bool) -> tuple[str, str]:
    """The words before a figure and the figure, as they stand together; `ranged` says it is a range and no more.

    >>> met("un effort de ", "environ 38 postes", ranged=False)
    ('un effort d’', 'environ 38 postes')
    >>> met("sont estimées ", "5,5 à 7 millions", ranged=True)
    ('sont estimées ', 'de 5,5 à 7 millions')
    """
    head = _said_once(head, figure)
    if ranged:
        head, figure = _range(head, figure)
    if figure.startswith("jusqu’à") and head.endswith((" à ", "\u00a0à ")):
        head = head[: -len("à ")]
    return _elided(head, figure), figure


def _said_once(head: str, figure: str) -> str:
    """The words without a nuance that the figure has too: « un emprunt jusqu'à » before « jusqu’à 140 M€ »."""
    nuance = next((each for each in _NUANCES if figure.startswith(each)), "")
    typed = head.rstrip(" \u00a0\u202f").replace("'", APOSTROPHE)
    if not nuance or not typed.casefold().endswith(nuance):
        return head
    kept = head[: len(typed) - len(nuance)]
    return kept if not kept[-1:].isalnum() else head


def _range(head: str, figure: str) -> tuple[str, str]:
    found = _LAST_WORD.search(head)
    low, parted, high = figure.partition(_RANGE)
    if not found or not parted:
        return head, figure
    word = found["word"].casefold().replace("'", APOSTROPHE)
    if word == "entre":
        return head[: found.start()], f"{found['word']} {low} et {high}"
    if word.rpartition(APOSTROPHE)[2] in _BARE or word.endswith(APOSTROPHE):
        return head, figure
    return head, f"de {figure}"


def _elided(head: str, figure: str) -> str:
    """The words, whose last loses its vowel before a vowel, and takes it back before a digit."""
    if (cut := _SHORTENED.search(head)) and before(f"{cut['letters']}e".lower(), figure).endswith(f"e {figure}"):
        return f"{head[: cut.end() - 1]}e "
    found = _LAST_WORD.search(head)
    if found and before(found["word"].lower(), figure).endswith(f"{APOSTROPHE}{figure}"):
        return f"{head[: found.end('word') - 1]}{APOSTROPHE}"
    return head
