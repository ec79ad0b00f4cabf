"""A Word document -> the first files of a briefing: its outline as sections, its figures as facts to source."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from rapport.figures.claims import NOTHING, strays
from rapport.model.partial_date import PartialDate
from rapport.read.facts.entries import quoted
from rapport.review.stray_numbers import QUALIFIERS, bare_words, quantity, slug
from rapport.word.outline import Outline, Part, Passage, WordDrawing, WordRows

SCHEMA = "# yaml-language-server: $schema=../.schema/{}.schema.json\n"
TO_SOURCE = "a-sourcer"
SOURCE = """\
{key}:
  title: "[À CONFIRMER] Le document d’où vient chaque chiffre"
  short: "à sourcer"
  date: {date}
"""
DRAWN = ("png", "jpg", "svg")
"""Kinds of pictures that documents take."""
REMARK = "# Chaque chiffre du document, avec sa phrase\u00a0: donnez-lui sa source.\n"
LONGEST_KEY = 40
MARKS = re.compile(r"\\(.)|\*+|`|\[\^[^\]]*\]")
"""Whatever is not a word of a sentence."""
INTRODUCTION = "Introduction"


class Imported(Struct, frozen=True):
    """The texts of content by their paths in it, pictures by their names, and how many facts are to be sourced."""

    texts: Mapping[str, str]
    pictures: Mapping[str, bytes]
    facts: int


class _Section(Struct, frozen=True):
    title: str
    parts: Sequence[Part]


def imported(found: Outline, key: str, date: PartialDate, known: Iterable[str] = ()) -> Imported:
    """The files of a briefing that says what the document does. It builds as a draft; no fact bears a key known."""
    return _Importer(found, key, date, frozenset(known)).files()


class _Importer:
    def __init__(self, found: Outline, key: str, date: PartialDate, known: frozenset[str]) -> None:
        self.found, self.key, self.date, self.known = found, key, date, known
        self.facts: dict[str, str] = {}
        self.pictures: dict[str, bytes] = {}

    def files(self) -> Imported:
        sections = tuple(_sections(self.found.parts))
        names: dict[str, _Section] = {}
        for section in sections:
            names[_free(f"{slug(section.title)[:LONGEST_KEY].strip('-') or 'section'}-{self.key}", names)] = section
        texts = {f"sections/{name}.yaml": self.section(name, section) for name, section in names.items()}
        texts[f"briefings/{self.key}.yaml"] = self.briefing(tuple(names))
        if self.facts:
            head = SCHEMA.format("facts") + REMARK
            texts[f"facts/{self.key}.yaml"] = head + "\n".join(self.facts.values())
        return Imported(texts, self.pictures, len(self.facts))

    def briefing(self, names: Sequence[str]) -> str:
        titles = (part.text for part in self.found.parts if isinstance(part, Passage) and part.kind == "title")
        title = next(titles, "[À CONFIRMER] Le titre du dossier")
        lines = (
            f'event: {{name: "[À CONFIRMER] Événement", place: "[À CONFIRMER]", date: {str(self.date)[:7]}}}',
            f"title: {quoted(title)}",
            'subtitle: "[À CONFIRMER] À quoi sert ce dossier, en une phrase"',
            'version: "0.1"',
            f"date: {self.date}",
            "sections:",
            *(f"  - {name}" for name in names),
        )
        return SCHEMA.format("briefing") + "".join(f"{line}\n" for line in lines)

    def section(self, name: str, section: _Section) -> str:
        title = section.title
        lines = [f"title: {quoted(title)}", f"message: {quoted(f'[À CONFIRMER] {title}, en une phrase')}"]
        blocks = [line for block in self.blocks(name, section.parts) for line in block]
        lines += ["blocks:", *(f"  {line}" for line in blocks)] if blocks else []
        called = [note for note in self.found.footnotes if any(f"[^{note}]" in line for line in blocks)]
        notes = (f"  {note}: {quoted(self.figures(name, self.found.footnotes[note]))}" for note in called)
        lines += ["footnotes:", *notes] if called else []
        return SCHEMA.format("section") + "".join(f"{line}\n" for line in lines)

    def blocks(self, name: str, parts: Sequence[Part]) -> Iterator[list[str]]:
        for kind, group in groupby(parts, key=_group):
            together = list(group)
            if kind in ("bullet", "number"):
                yield self.listed(name, kind, [part for part in together if isinstance(part, Passage)])
                continue
            for part in together:
                yield [*self.block(name, part), *self.titled(part, parts)]

    def titled(self, part: Part, parts: Sequence[Part]) -> list[str]:
        """A second visual has a slide of its own, which needs a title."""
        visuals = [each for each in parts if isinstance(each, WordRows | WordDrawing)]
        second = part in visuals and part is not visuals[0]
        return ['  message: "[À CONFIRMER] Ce que montre ce visuel"'] if second else []

    def block(self, name: str, part: Part) -> list[str]:
        if isinstance(part, WordRows):
            return self.table(name, part)
        if isinstance(part, WordDrawing):
            return self.picture(part)
        said = quoted(self.figures(name, part.text))
        return [f"- heading: {said}"] if part.kind == "heading" else [f"- paragraph: {said}"]

    def listed(self, name: str, kind: str, items: Sequence[Passage]) -> list[str]:
        lines = [f"- {'bullets' if kind == 'bullet' else 'numbered'}:"]
        below = False
        for rank, item in enumerate(items):
            said = quoted(self.figures(name, item.text))
            if item.level and rank:
                lines += [] if below else ["      items:"]
                lines.append(f"        - {said}")
            else:
                lines.append(f"    - text: {said}")
            below = bool(item.level and rank)
        return lines

    def table(self, name: str, rows: WordRows) -> list[str]:
        head, *others = rows.cells
        if not others:
            return self.listed(name, "bullet", [Passage("bullet", cell) for cell in head if cell])
        cells = [
            ", ".join(
                quoted(self.figures(name, cell, f"{row[0]}, {label}\u00a0: {cell}"))
                for label, cell in zip(head, row, strict=True)
            )
            for row in others
        ]
        return [
            "- table:",
            '    caption: "[À CONFIRMER] Le titre du tableau"',
            f"    columns: [{', '.join(quoted(self.figures(name, cell) or '–') for cell in head)}]",
            "    rows:",
            *(f"      - cells: [{row}]" for row in cells),
        ]

    def picture(self, drawing: WordDrawing) -> list[str]:
        if drawing.ending not in DRAWN:
            said = f"[À CONFIRMER] Une image n’est pas reprise ({drawing.ending})\u00a0: enregistrez-la en PNG."
            return [f"- callout: {quoted(said)}"]
        file = f"{self.key}-{len(self.pictures) + 1}.{drawing.ending}"
        self.pictures[file] = drawing.data
        said = drawing.alternative or "[À CONFIRMER] Ce que montre l’image"
        return [
            "- image:",
            f"    file: {file}",
            f"    alternative: {quoted(said)}",
            '    caption: "[À CONFIRMER] La légende de l’image"',
        ]

    def figures(self, name: str, text: str, sentence: str = "") -> str:
        """The text with a call of a new fact for each figure that it types; `sentence` says more than a cell does."""
        said, pieces, done = MARKS.sub(lambda match: match[1] or "", sentence or text), [], 0
        for stray in strays(bare_words(text), NOTHING):
            reading = stray.reading
            start = reading.scope if reading.qualifier in QUALIFIERS else reading.start
            key = self.fact(name, text[reading.start : reading.end], quantity(reading), said)
            pieces += [text[done:start], f"{{{key}}}"]
            done = reading.end
        return "".join((*pieces, text[done:]))

    def fact(self, name: str, typed: str, amount: Sequence[str], sentence: str) -> str:
        """The key of a new fact, for an author to complete."""
        section = name.removesuffix(f"-{self.key}")
        key = _free(f"{section}-{slug(typed)}"[: 2 * LONGEST_KEY].strip("-"), {*self.facts, *self.known})
        lines = (
            f"# À sourcer\u00a0: {sentence}",
            f"{key}:",
            '  label: "[À CONFIRMER] ce que ce chiffre compte"',
            *(f"  {line}" for line in amount),
            "  status: to-confirm",
            f"  as_of: {self.date}",
            f"  source: {TO_SOURCE}",
            '  locator: "à sourcer"',
        )
        self.facts[key] = "".join(f"{line}\n" for line in lines)
        return key


def with_source(sources: str, date: PartialDate) -> str:
    """The file of sources with the one that stands for those not yet known."""
    if f"\n{TO_SOURCE}:" in f"\n{sources}":
        return sources
    head = sources if sources.endswith("\n") or not sources else f"{sources}\n"
    return head + SOURCE.format(key=TO_SOURCE, date=date)


def _sections(parts: Sequence[Part]) -> Iterator[_Section]:
    title, own = INTRODUCTION, list[Part]()
    for part in parts:
        if isinstance(part, Passage) and part.kind == "section":
            if own or title != INTRODUCTION:
                yield _Section(title, own)
            title, own = part.text, []
        elif not _is(part, "title"):
            own.append(part)
    yield _Section(title, own)


def _is(part: Part, kind: str) -> bool:
    return isinstance(part, Passage) and part.kind == kind


def _group(part: Part) -> str:
    return part.kind if isinstance(part, Passage) else "apart"


def _free(key: str, taken: Collection[str]) -> str:
    ranked = (f"{key}-{rank}" for rank in range(2, len(taken) + 3))
    return key if key not in taken else next(each for each in ranked if each not in taken)
