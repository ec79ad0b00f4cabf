"""How French words meet: de + euros -> « d’euros », de + le G7 -> « du G7 »; and where running text meets a figure.

« d’environ 38 postes », « estimées de 5,5 à 7 millions », « entre 18 et 35 ».
"""

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
