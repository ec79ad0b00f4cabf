"""A fact as its author reads it: what it says, how sure it is, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rapport.language.dates import write_date
from rapport.language.quantity import Quantity, write
from rapport.language.words import status_word
from rapport.model.content import Content
from rapport.model.fact import Fact

LOCALE = "fr_FR"
"""What authors are spoken to in."""


class Trait(Struct, frozen=True):
    """One thing said of a fact: its French name ("valeur") and its words."""

    name: str
    words: str


def described(key: str, content: Content) -> Iterator[Trait]:
    """All that the content says of a fact but its label; raises KeyError for an unknown one."""
    fact = content.facts[key]
    yield Trait("valeur", _value(fact))
    yield Trait("statut", status_word(fact.status, LOCALE))
    if fact.period is not None or fact.period_words is not None:
        yield Trait("période", _period(fact))
    yield Trait("écrit dans", str(fact.origin))
    source = content.sources.get(fact.source)
    title = source.title.text if source else fact.source
    yield Trait("source", f"{title}, {fact.locator.text} (au {write_date(fact.as_of, 'long', LOCALE)})")
    if fact.printed is not None:
        yield Trait("imprimé", f"«\u00a0{fact.printed.text}\u00a0»")


def _value(fact: Fact) -> str:
    """As documents print it; fixed words with the figure they stand for."""
    if fact.date is not None:
        return write_date(fact.date, "long", LOCALE)
    if fact.bounds is None:
        return "aucune (fait sans chiffre)"
    amount = write(Quantity(*fact.bounds, fact.unit, fact.qualifier), "full", LOCALE)
    return f"{fact.words.text} ({amount})" if fact.words else amount


def _period(fact: Fact) -> str:
    if fact.period_words is not None:
        return fact.period_words.text
    return write_date(fact.period, "long", LOCALE) if fact.period is not None else ""
