"""Facts and their sources: what each says as its author reads it, and the looking for it in the source's text."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from rapport.language.dates import write_date
from rapport.language.languages import status_word
from rapport.language.quantity import Quantity, write
from rapport.language.system_errors import refusal
from rapport.model.content import Content
from rapport.model.fact import Fact
from rapport.problem import Problem
from rapport.project.project import UsageError
from rapport.review.claims import claim
from rapport.verify.provenance import Taken, provenance_findings

# A fact as its author reads it: what it says, how sure it is, where it comes from.

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


def provenance_problems(content: Content, file: Path) -> Iterator[Problem]:
    """A problem at the line of each fact that its source does not state. Raises UsageError for an unreadable file."""
    source = _source_of(content, file)
    facts = tuple(
        Taken(claim(key, fact), fact.locator.text, fact.origin)
        for key, fact in content.facts.items()
        if fact.source == source
    )
    hint = "vérifiez la valeur, la nuance et le paragraphe, ou corrigez le fait"
    for finding in provenance_findings(facts, _text(file), "fr"):
        yield Problem("source-figure", f"{finding.message} ({finding.place})", finding.origin, hint)


def _source_of(content: Content, file: Path) -> str:
    """The source a text belongs to: the only one, or the one whose key the file's name holds."""
    known = sorted(content.sources)
    if len(known) == 1:
        return known[0]
    if file.stem in known:
        return file.stem
    near = difflib.get_close_matches(file.stem, known, n=1)
    hint = f"nommez-le {near[0] if near else known[0] if known else 'comme sa source'}{file.suffix}"
    raise UsageError(f"de quelle source «\u00a0{file.name}\u00a0» est-il le texte\u00a0? ({hint})")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"«\u00a0{file.name}\u00a0» n’est pas en UTF-8") from error
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{file}\u00a0» ({refusal(error)})") from error
