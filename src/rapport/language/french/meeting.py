"""Where running text meets a figure: « d’environ 38 postes », « estimées de 5,5 à 7 millions », « entre 18 et 35 »."""

from __future__ import annotations

import re
from typing import Final

from rapport.language.french.elision import before
from rapport.language.typography.rule import APOSTROPHE

_LAST_WORD = re.compile(r"(?P<word>[^\W\d_]+(?:[’'][^\W\d_]*)?)(?P<space>[ \u00a0\u202f]+)$")
_ELIDED = re.compile(r"(?<![^\W\d_])(?P<letters>d|qu|jusqu|lorsqu|puisqu)[’']$", re.IGNORECASE)
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
    if (cut := _ELIDED.search(head)) and before(f"{cut['letters']}e".lower(), figure).endswith(f"e {figure}"):
        return f"{head[: cut.end() - 1]}e "
    found = _LAST_WORD.search(head)
    if found and before(found["word"].lower(), figure).endswith(f"{APOSTROPHE}{figure}"):
        return f"{head[: found.end('word') - 1]}{APOSTROPHE}"
    return head
