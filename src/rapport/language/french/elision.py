"""French elision and contraction: de + euros -> « d’euros », de + le G7 -> « du G7 »."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from rapport.language.french.lexicon import ASPIRATED, MUTE, MUTE_NAMES, NO_ELISION, Y_ELIDED
from rapport.language.lexicon import PLACES_WITH_ARTICLE
from rapport.language.typography.rule import APOSTROPHE

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


def a_before(phrase: str) -> str:
    """`phrase` after à: « au G7 », « aux PME », « à l’Inria », « à Évian »."""
    return before("à", phrase)


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
