"""`rapport pack`: the documents of a briefing in one archive, with a manifest that proves them."""

from __future__ import annotations

import argparse
from importlib.metadata import version

from rapport.commands.build import documents
from rapport.commands.composition import Composition, compose
from rapport.commands.diagnostics import errors, show
from rapport.commands.house import house_of
from rapport.commands.project import chosen, reading_of, sound
from rapport.commands.writing import write_one
from rapport.edition.walk import evidence
from rapport.model.content import Content
from rapport.pack.archive import archive
from rapport.pack.file import PackedFile
from rapport.pack.manifest import Imprint, manifest
from rapport.problem import ContentError


def run(arguments: argparse.Namespace) -> int:
    """Packs one briefing."""
    reading = reading_of(arguments)
    content = sound(reading)
    [key] = chosen(content, [arguments.briefing])
    house = house_of(arguments)
    made = compose(content, key, house, "draft")
    problems = (*reading.problems, *made.problems)
    if errors(problems):
        raise ContentError(problems)
    show(problems)
    files = tuple(PackedFile(name, drawn.data) for name, drawn in documents(made, house).items())
    path = arguments.output / key / f"{key}-pack.zip"
    write_one(path, archive((*files, manifest(imprint(content, made), files))))
    print(path)
    return 0


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
