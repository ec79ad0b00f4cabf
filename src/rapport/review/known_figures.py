"""A number typed in prose that a fact of the content may say already -> the call that prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from rapport.figures.claims import Stray
from rapport.figures.units import canonical
from rapport.language.quantity import Quantity, write
from rapport.language.units import key_of
from rapport.model.content import Content
from rapport.model.fact import Fact

FORMS = {
    "full": "",
    "qualified-short": ":amount",
    "short": ":short",
    "value": ":value",
    "unsigned": ":unsigned",
    "number": ":number",
}
"""How a quantity is written, and how an author asks for it."""
QUALIFIED = {":short": ":amount", ":amount": ":amount"}
"""The form that keeps a qualifier which the text does not say; the whole figure for others."""
PLAIN = str.maketrans("\u00a0\u202f\u2212\u2013’", "  --'")


class Known(Struct, frozen=True):
    """A fact that is as great as a number, and how it is called to print it as it was typed: « {levees:short} »."""

    call: str
    fact: Fact


def known(stray: Stray, content: Content, locale: str, text: str = "") -> Known | None:
    """The first fact as great as a number, one that shares a word with its text before others; None for none.

    It counts whatever its sign: « {deficit:unsigned} ». One that is qualified takes a text that says so.
    """
    found = tuple(_known(stray, content, locale))
    if not found:
        return None
    said = _words(text)
    return next((each for each in found if said & _words(each.fact.label.text)), found[0])


WORD = re.compile(r"[^\W\d_]{5}")


@lru_cache(256)
def _words(text: str) -> frozenset[str]:
    """How the longer words of a text begin: a text may hold hundreds of numbers."""
    return frozenset(match.casefold() for match in WORD.findall(text))


def _known(stray: Stray, content: Content, locale: str) -> Iterator[Known]:
    typed = _plain(stray.text)
    for key, fact in content.facts.items():
        qualified = fact.qualifier in ("", stray.reading.qualifier)
        if fact.bounds and fact.words is None and _is_same(stray, fact):
            low, high = fact.bounds
            quantity = Quantity(low, high, fact.unit, fact.qualifier).as_given
            form = next((call for form, call in FORMS.items() if _plain(write(quantity, form, locale)) == typed), None)
            if form is None and stray.reading.unit:
                form = ":unsigned" if low < 0 <= stray.reading.low else ""
            if form is not None:
                yield Known(f"{{{key}{form if qualified else QUALIFIED.get(form, '')}}}", fact)


def _is_same(stray: Stray, fact: Fact) -> bool:
    """Whether a fact is as great, whatever its sign: « une baisse de 21 % »."""
    low, high = fact.bounds or (stray.reading.low, stray.reading.high)
    least, unit = canonical(low, key_of(fact.unit))
    most, _ = canonical(high, key_of(fact.unit))
    reading = stray.reading
    said = sorted(map(abs, (reading.low, reading.high)))
    return unit == reading.unit and sorted(map(abs, (least, most))) == said


def _plain(text: str) -> str:
    return text.translate(PLAIN).casefold().replace(" ", "")
