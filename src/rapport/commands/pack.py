"""`rapport pack`: the documents of a briefing in one archive, or a numbered copy for each recipient."""

from __future__ import annotations

import argparse
from dataclasses import replace
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from rapport.commands.build import documents
from rapport.commands.composition import Composition, compose
from rapport.commands.copies import Copies, write_copies
from rapport.commands.diagnostics import errors, show
from rapport.commands.house import House, house_of
from rapport.commands.project import chosen, reading_of, sound
from rapport.commands.writing import write_one
from rapport.edition.walk import evidence
from rapport.model.content import Content
from rapport.pack.archive import archive
from rapport.pack.file import PackedFile
from rapport.pack.manifest import Imprint, manifest
from rapport.problem import ContentError
from rapport.read.recipients.recipients import Recipients, read_recipients
from rapport.resolve.edition import Release


def run(arguments: argparse.Namespace) -> int:
    """Packs one briefing; nothing is written before content and recipients are sound."""
    reading = reading_of(arguments)
    content = sound(reading)
    [key] = chosen(content, [arguments.briefing])
    house = house_of(arguments)
    composed = cache(partial(_composed, content, key, house, "final" if arguments.final else "draft"))
    recipients = read_recipients(arguments.recipients) if arguments.recipients else Recipients((), ())
    locales = dict.fromkeys(("", *(recipient.locale for recipient in recipients.listed)))
    found = [*reading.problems, *recipients.problems]
    found += dict.fromkeys(problem for locale in locales for problem in composed(locale).problems)
    if errors(found):
        raise ContentError(found)
    show(found)
    if arguments.recipients:
        print(write_copies(Copies(composed, house), recipients.listed, arguments.output))
    else:
        print(_write_pack(arguments.output, content, composed(""), house))
    return 0


def _composed(content: Content, key: str, house: House, release: Release, locale: str) -> Composition:
    """The briefing in a locale, in its own for an empty one."""
    briefing = content.briefings[key]
    if locale and locale != briefing.locale:
        briefing = briefing.model_copy(update={"locale": locale})
    return compose(replace(content, briefings={**content.briefings, key: briefing}), key, house, release)


def _write_pack(output: Path, content: Content, made: Composition, house: House) -> Path:
    files = tuple(PackedFile(name, drawn.data) for name, drawn in documents(made, house).items())
    path = output / made.key / f"{made.key}-pack.zip"
    write_one(path, archive((*files, manifest(imprint(content, made), files))))
    return path


def imprint(content: Content, made: Composition) -> Imprint:
    """What the manifest says of the pack's content."""
    shown = dict.fromkeys(proof.fact for edition in (made.brief, made.deck) for proof in evidence(edition.sections))
    facts = tuple((key, _stated(content, key)) for key in sorted(shown))
    return Imprint(made.key, made.brief.version, content.digest, version("rapport"), facts)


def _stated(content: Content, key: str) -> str:
    """A fact's value as the content states it: bounds and unit, date, or name."""
    fact = content.facts[key]
    if fact.bounds is None:
        return str(fact.date) if fact.date is not None else fact.label.text
    low, high = fact.bounds
    amount = str(low) if low == high else f"{low}..{high}"
    return " ".join(part for part in (fact.qualifier, amount, fact.unit) if part)
