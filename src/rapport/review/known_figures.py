"""A number typed in prose that a fact of the content says already -> the call that prints it."""

from __future__ import annotations

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
PLAIN = str.maketrans("\u00a0\u202f\u2212\u2013’", "  --'")


def known_call(stray: Stray, content: Content, locale: str) -> str:
    """The call of the first fact that prints the number as it was typed, « {levees:short} »; empty for none.

    A fact that measures as much is one too, whatever its sign: « {deficit:unsigned} ».
    """
    typed = _plain(stray.text)
    for key, fact in content.facts.items():
        if fact.bounds and fact.words is None and _is_same(stray, fact):
            low, high = fact.bounds
            quantity = Quantity(low, high, fact.unit, fact.qualifier).as_given
            form = next((call for form, call in FORMS.items() if _plain(write(quantity, form, locale)) == typed), None)
            if form is None and stray.reading.unit:
                form = ":unsigned" if low < 0 <= stray.reading.low else ""
            if form is not None:
                return f"{{{key}{form}}}"
    return ""


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
