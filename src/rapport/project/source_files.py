"""What a brief was made from -> files to attach to it: its YAML, and the facts it prints as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from rapport.edition.text import evidence
from rapport.formats.pdf.archive import Attachment
from rapport.model.content import Content
from rapport.project.composition import Composition
from rapport.read.facts.entries import entries_of
from rapport.read.facts.table import FactLine, write_table
from rapport.read.yaml_nodes import without_entries, without_remarks

YAML, CSV = "application/yaml", "text/csv"
"""Media types (RFC 9512, RFC 4180)."""


def source_files(content: Content, made: Composition) -> tuple[Attachment, ...]:
    """The briefing, its sections, the facts it prints and their sources, without remarks; then the facts as a table.

    Nothing else of the content is attached: no other briefing, no fact that is not cited, no list of recipients.
    """
    facts = _cited(made)
    return (*_texts(content, made.key, facts), _table(content, facts))


class LeftOut(Struct, frozen=True):
    """How many remarks, and how many entries that are not cited, the attached files do without."""

    remarks: int
    entries: int


def left_out(content: Content, made: Composition) -> LeftOut:
    """What `source_files` does not attach of the files that it takes from."""
    facts = _cited(made)
    files = tuple(dict.fromkeys(_files(content, made.key, facts)))
    remarks = sum(without_remarks(content.texts[file])[1] for file in files)
    return LeftOut(remarks, sum(len(_uncited(content, file, facts)) for file in files))


def _cited(made: Composition) -> tuple[str, ...]:
    return tuple(dict.fromkeys(proof.fact for proof in evidence((made.brief.cover, made.brief.sections))))


def _uncited(content: Content, file: str, facts: Sequence[str]) -> frozenset[str]:
    """The facts and sources of a file that are not cited."""
    sources = {content.facts[fact].source for fact in facts}
    unused = {key for key, fact in content.facts.items() if fact.origin.file == file} - {*facts}
    return frozenset(unused | ({key for key, each in content.sources.items() if each.origin.file == file} - sources))


def _texts(content: Content, key: str, facts: Sequence[str]) -> Iterator[Attachment]:
    for file in dict.fromkeys(_files(content, key, facts)):
        text = without_entries(without_remarks(content.texts[file])[0], _uncited(content, file, facts))
        inside = PurePosixPath(*PurePosixPath(file).parts[1:])
        # one flat name per file: readers show attachments as a list, and some refuse folders
        name = "-".join(inside.parts)
        yield Attachment(name, text.encode(), YAML, f"Contenu du document\u00a0: {inside}")


def _files(content: Content, key: str, facts: Sequence[str]) -> Iterator[str]:
    briefing = content.briefings[key]
    yield briefing.origin.file
    yield from (content.sections[section].origin.file for section in briefing.sections)
    used = [content.facts[fact] for fact in facts]
    yield from (fact.origin.file for fact in used)
    yield from (content.sources[fact.source].origin.file for fact in used)


def _table(content: Content, facts: Sequence[str]) -> Attachment:
    """The facts as `rapport facts export` writes them, in the order in which they are printed."""
    files = dict.fromkeys(content.facts[fact].origin.file for fact in facts)
    entries = {file: entries_of(content.texts[file]) for file in files}
    homes = ((fact, content.facts[fact].origin.file) for fact in facts)
    lines = (FactLine(PurePosixPath(file).stem, fact, entries[file][fact].fields) for fact, file in homes)
    return Attachment("faits.csv", write_table(lines).encode("utf-8-sig"), CSV, "Les faits cités, en tableau", "Data")
