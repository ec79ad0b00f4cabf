"""A fact in words: its figure in each form, its status, its period, where it stands in its source."""

from __future__ import annotations

from decimal import Decimal

from rapport.edition.text import NO_STATUS, Evidence, Status
from rapport.language.dates import write_date
from rapport.language.languages import language_at
from rapport.language.quantity import Quantity, write
from rapport.language.units import is_own
from rapport.language.words import qualifier_words, status_word
from rapport.model.fact import Fact
from rapport.resolve.context import ResolveContext

SETTLED = ("achieved", "measured")
"""Statuses of what is done."""
QUANTITY_FORMS = {"full": "full", "short": "short", "value": "value", "number": "number", "amount": "qualified-short"}


def phrase(key: str, form: str, context: ResolveContext) -> str:
    """A fact in one of its forms, already typeset.

    `full` is qualifier and value in words, `short` the compact value, `value` the value in words alone, `amount` the
    qualifier and the compact value, `number` the figure without unit, `unsigned`, `signed`,
    `from-to`, `spoken` and `rounded 1` those of `quantity.write`, `status` the status word, `period` the period.
    """
    fact = context.fact(key)
    if form == "status":
        return status_of(fact, context).word.lower()
    if form == "period":
        return period_of(fact, context)
    return _figure(fact, form, context)


def _figure(fact: Fact, form: str, context: ResolveContext) -> str:
    if fact.words is not None:
        return fact.words.text
    if fact.date is not None:
        return write_date(fact.date, "long", context.locale)
    quantity = quantity_of(fact, context)
    return write(quantity, QUANTITY_FORMS.get(form, form), context.locale) if quantity else fact.label.text


def shown_figure(key: str, context: ResolveContext) -> str:
    """A fact's figure where figures stand in a column: in digits where the source's words just spell them."""
    fact = context.fact(key)
    quantity = quantity_of(fact, context)
    if quantity is None or not is_spelled_out(fact, context):
        return phrase(key, "amount", context)
    return write(quantity, "qualified-short", context.locale)


def is_spelled_out(fact: Fact, context: ResolveContext) -> bool:
    """Whether the source's own words spell the fact's number: « cinq », « trois à quatre ans », not « la moitié »."""
    quantity = quantity_of(fact, context)
    if fact.words is None or quantity is None:
        return False
    spelled = (write(quantity, form, context.locale) for form in ("spoken", "spoken-number"))
    return fact.words.text.casefold() in (each.replace("\u00a0", " ") for each in spelled)


def is_set(key: str, context: ResolveContext) -> bool:
    """Whether the language has set the fact's figure already; an author's own words are still to be typeset."""
    fact = context.fact(key)
    return fact.words is None and (fact.date is not None or fact.bounds is not None)


def quantity_of(fact: Fact, context: ResolveContext) -> Quantity | None:
    """The fact's quantity; None where it is a date or a name."""
    if fact.bounds is None:
        return None
    low, high = fact.bounds
    return Quantity(low, high, context.unit(fact.unit), fact.qualifier).as_given


def evidence_of(key: str, form: str, context: ResolveContext) -> Evidence:
    """What stands behind a fact printed in a form; the qualifier is that of the fact only where the form prints it."""
    fact = context.fact(key)
    low, high = fact.bounds or (None, None)
    return Evidence(
        fact=key,
        form=form,
        low=low,
        high=high,
        unit=fact.unit,
        qualifier=fact.qualifier,
        status=fact.status,
        source=fact.source,
        locator=fact.locator.text,
    )


def status_of(fact: Fact, context: ResolveContext) -> Status:
    """The fact's status and its word ("Réalisé")."""
    return status(fact.status, context)


def status(key: str | None, context: ResolveContext) -> Status:
    """A status by its key; NO_STATUS for none."""
    if not key:
        return NO_STATUS
    own = next((word for name, word in context.briefing.status_words.items() if name == key), None)
    return Status(key, own.text if own else status_word(key, context.locale))


def period_of(fact: Fact, context: ResolveContext) -> str:
    """The period a fact holds for, short enough for a table; "non précisé" where the source gives none."""
    if fact.period_words is not None:
        return fact.period_words.text
    if fact.period is not None:
        return write_date(fact.period, "short", context.locale)
    return context.furniture("not-stated-period")


def tile_parts(fact: Fact, context: ResolveContext) -> tuple[str, str, str]:
    """Qualifier, number and unit of a tile ("plus de", "2,6", "Md€"); the source's own words count as the number."""
    qualifier = qualifier_words(fact.qualifier, context.locale)
    if fact.qualifier in language_at(context.locale).counting.postposed:
        number, unit = _followed(fact, qualifier, context)
        return "", number, unit
    if fact.words is not None and not is_spelled_out(fact, context):
        return qualifier, fact.words.text, ""
    quantity = quantity_of(fact, context)
    if quantity is None:
        return "", phrase_of_name(fact, context), ""
    number, unit = (write(quantity, form, context.locale) for form in ("number", "unit"))
    if unit and write(quantity, "short", context.locale) == number + unit:
        return qualifier, number + unit, ""  # "€2.6bn": what nothing parts is one word
    return qualifier, number, "" if _is_in_label(unit, fact) else unit


def _followed(fact: Fact, qualifier: str, context: ResolveContext) -> tuple[str, str]:
    """The number of a tile, and what follows it: its unit, then the qualifier ("2.6", "अरब से अधिक")."""
    quantity = quantity_of(fact, context)
    if quantity is None or fact.words is not None:
        return fact.words.text if fact.words else phrase_of_name(fact, context), qualifier
    number, unit = (write(quantity, form, context.locale) for form in ("number", "unit"))
    if unit and write(quantity, "short", context.locale) == number + unit:
        number, unit = number + unit, ""
    return number, f"{unit} {qualifier}".strip(" ")


def _is_in_label(unit: str, fact: Fact) -> bool:
    """Whether the label under a tile begins with the unit, as that of a counted noun does: « lits d'hôpital »."""
    label = fact.label.text.casefold().replace("'", "\u2019")
    return is_own(fact.unit) and label.startswith(unit.casefold())


def phrase_of_name(fact: Fact, context: ResolveContext) -> str:
    """What a fact without quantity is called: its date, or its name."""
    if fact.date is not None:
        return write_date(fact.date, "long", context.locale)
    return (fact.name or fact.label).text


def value_of(fact: Fact) -> Decimal | None:
    """The value to draw: of a range its lower end; None where the fact is no quantity."""
    return fact.bounds[0] if fact.bounds else None
