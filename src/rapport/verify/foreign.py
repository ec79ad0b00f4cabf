"""Sentences of the language that a document was translated from, left in it without being marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rapport.verify.finding import Finding, quoted
from rapport.verify.report import Check
from rapport.verify.trace import passages

LITTLE = {
    "fr": frozenset(
        """
        à au aux avec ce ces cette dans de des du elle elles en est et été être il ils la le les leur leurs ne nos notre
        nous ont où par pas plus pour qu que qui sa sans se sera ses son sont sous sur un une vos votre vous
        c d j l m n s t
        """.split()
    ),
    "en": frozenset(
        """
        a an and are as at be been by for from has have in is it its not of on or our that the their these they this to
        was we were which who will with you your
        """.split()
    ),
}
"""The little words of each language, those without which it makes no sentence."""
SENTENCE = re.compile(r"[.!?…:;\n\r]+ *")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LEAST, SHARE = 2, 0.28
"""Little words of a sentence, and their share of its words: a French name in an English sentence has fewer."""
RUN, IN_RUN = 7, 3
"""Words in a row, and the little words among them that make part of a sentence, with none of ours between."""


def check_foreign(data: bytes, marked: Iterable[str], language: str, origin: str) -> Check:
    """Whether no sentence of a document is in the language of `origin`; `marked` are the passages that say they are.

    Both languages are BCP 47 tags. Raises UnreadableError for a file that cannot be read.
    """
    known = sorted({_plain(text) for text in marked if text.strip(" ")}, key=len, reverse=True)
    texts = [(passage.place, _without(_plain(passage.text), known)) for passage in passages(data)]
    found = tuple(
        Finding("language-unmarked", f"{quoted(sentence)} n’est pas signalé comme {_named(origin)}", place)
        for place, text in texts
        for sentence in foreign_sentences(text, language[:2], origin[:2])
    )
    return Check("foreign", "Aucune phrase de l’autre langue sans marque", len(texts), found)


def foreign_sentences(text: str, language: str, origin: str) -> Iterator[str]:
    """The sentences of a text, or parts of them, that are in the language of `origin` rather than in `language`."""
    for sentence in SENTENCE.split(text):
        words = [match[0] for match in WORD.finditer(sentence.casefold())]
        theirs = [word in LITTLE[origin] for word in words]
        ours = [word in LITTLE[language] for word in words]
        count = sum(theirs)
        if count >= LEAST and count > sum(ours) and count >= SHARE * len(words):
            yield sentence.strip(" ")
        elif run := _run(theirs, ours):
            found = tuple(WORD.finditer(sentence))[run[0] : run[1]]
            yield sentence[found[0].start() : found[-1].end()]


def _run(theirs: Sequence[bool], ours: Sequence[bool]) -> tuple[int, int] | None:
    """The first words in a row, as a range, that make part of a sentence of the other language."""
    for start in range(len(theirs) - RUN + 1):
        if sum(theirs[start : start + RUN]) >= IN_RUN and not any(ours[start : start + RUN]):
            return start, start + RUN
    return None


def _plain(text: str) -> str:
    return re.sub(r"[ \u00a0\u202f\r\n]+", " ", text.replace("’", "'").replace("\u00ad", "").replace("\ufffe", ""))


def _without(text: str, known: Iterable[str]) -> str:
    for passage in known:
        text = text.replace(passage, " \u2026 ")
    return text


def _named(tag: str) -> str:
    return {"fr": "français", "en": "anglais"}[tag[:2]]
