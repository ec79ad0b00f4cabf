"""Pages on what is handed out: what is inside, what a verification found, the register of copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Cell, Column, Image, Row, Table
from rapport.edition.blocks.words import Bullets, Item, Paragraph, StatusKey
from rapport.edition.edition import CoverDetail, Edition, EditionSection
from rapport.edition.picture import Preview
from rapport.edition.text import Span, Text, plain, words
from rapport.language.amounts import write_number
from rapport.resolve.reports.report import CHECKS_LANGUAGE, ReportWording, page_of, part, with_details, wording

SLIDES = ("deck", "slides", "notes")
"""Kinds of document that are counted in slides."""
NO_PDF = frozenset({"deck", "verification", "verification-data", "manifest", "twin"})


class Enclosure(Struct, frozen=True):
    """A file of the pack: its name, what kind of document it is, its size in bytes and its number of pages or slides.

    `kind` is an artefact's, or `changes`, `verification`, `verification-data` or `manifest`; `pages` and `size` are 0
    where they are not said.
    """

    name: str
    kind: str
    size: int
    pages: int = 0
    previews: tuple[Preview, ...] = ()


def readme(brief: Edition, enclosures: Sequence[Enclosure], pack: str, unproved: Sequence[str] = ()) -> Edition:
    """The page of the pack named `pack`, which is for all: numbered copies are listed by their register.

    `unproved` is what the proof has not found to hold, a line each, in the language of proofs.
    """
    say = wording(brief)
    sections = (
        *_unproved(unproved, say),
        part("documents", say("inside"), say("inside-title"), _table(enclosures, say)),
        *_previews(enclosures, say),
        *_statuses(brief, say),
        part("emploi", say("use"), say("use-title"), *_use(enclosures, pack, say)),
    )
    return with_details(page_of(brief, say("handed-out"), sections), CoverDetail(say("version"), words(brief.version)))


def _unproved(lines: Sequence[str], say: ReportWording) -> Iterator[EditionSection]:
    if lines:
        language = "" if CHECKS_LANGUAGE.startswith(say.locale[:2]) else CHECKS_LANGUAGE
        items = tuple(Item((Span(line, language=language),)) for line in lines)
        yield part("preuve", say("unproved"), say("unproved-title"), Bullets(items))


def _table(enclosures: Sequence[Enclosure], say: ReportWording) -> Table:
    columns = (
        Column(say("document"), "name"),
        Column(say("for-whom"), "text"),
        Column(say("format"), "text"),
        Column(say("size"), "amount"),
    )
    return Table((), columns, tuple(_row(file, say) for file in enclosures), ())


def _row(file: Enclosure, say: ReportWording) -> Row:
    name = (Span(say.string(file.kind), link=file.name),)
    extension = file.name.rpartition(".")[2].upper()
    unit = "slides" if file.kind in SLIDES else "pages"
    form = f"{extension}, {say.count(unit, file.pages)}" if file.pages else extension
    return Row(
        (
            Cell(name, say(f"{file.kind}-use")),
            Cell(say(f"{file.kind}-for")),
            Cell(words(form), words(file.name)),
            Cell(words(say.size(file.size) if file.size else "")),
        )
    )


def _previews(enclosures: Sequence[Enclosure], say: ReportWording) -> Iterator[EditionSection]:
    for file in enclosures:
        if file.previews:
            images = (_image(preview, file, say) for preview in file.previews)
            yield part(f"apercu-{file.kind}", say(file.kind), say(f"{file.kind}-preview"), *images)


def _image(preview: Preview, file: Enclosure, say: ReportWording) -> Image:
    """The picture, and under it the page's title, which opens the document there."""
    unit = "slide-preview" if file.kind in SLIDES else "page-preview"
    title = f". {preview.title}" if preview.title else f" {say.string('continued')}"
    caption: Text = (Span(f"{preview.number}{title}", link=f"{file.name}#page={preview.number}"),)
    return Image(preview.picture, say.string(unit, preview.number), caption)


def _statuses(brief: Edition, say: ReportWording) -> Iterator[EditionSection]:
    """How to read the statuses, as the brief explains them; nothing where it does not."""
    every = (*brief.contents.blocks, *(block for section in brief.sections for block in section.blocks))
    for key in [block for block in every if isinstance(block, StatusKey)][:1]:
        yield part("statuts", say("statuses"), key.title, replace(key, title=()))


def _use(enclosures: Sequence[Enclosure], pack: str, say: ReportWording) -> tuple[Bullets, Paragraph]:
    kinds = {file.kind for file in enclosures}
    lines = [
        "use-statuses",
        *(["use-pdf"] if kinds - NO_PDF else []),
        *(["use-deck"] if "deck" in kinds else []),
    ]
    command = Span(f"rapport verify {pack}", "strong", language="zxx")
    verify = Paragraph((Span(plain(say("use-verify")) + " "), command))
    return Bullets(tuple(Item(say(line)) for line in lines)), verify


# Pages on what was handed out: what a verification found, and the register of numbered copies.


class Examined(Struct, frozen=True):
    """A check of a document: its French title, how many things it looked at, its outcome (`passed`, `not-run`)."""

    title: str
    count: int
    outcome: str


def verification_page(brief: Edition, proofs: Sequence[tuple[str, Sequence[Examined]]], data: str) -> Edition:
    """The page: for each document by its name, what was examined; `data` is the file that says the same to programs."""
    say = wording(brief)
    columns = (Column(say("check"), "name"), Column(say("examined"), "amount"), Column(say("outcome"), "text"))
    rows = tuple(row for name, checks in proofs for row in _rows(name, checks, say))
    link = Paragraph((Span(f"{say.string('verification-data-lead')} "), Span(data, link=data)))
    section = part(
        "controles",
        say("checks"),
        say("verification-title"),
        Table((), columns, rows, ()),
        link,
        lead=say("verification-lead"),
    )
    return page_of(brief, say("verification"), (section,))


def _rows(name: str, checks: Sequence[Examined], say: ReportWording) -> Iterator[Row]:
    yield Row((Cell(words(name)),), "group")
    for check in checks:
        count = write_number(Decimal(check.count), say.locale)
        cells = (Cell(_french(check.title, say)), Cell(words(count)), Cell(say(f"outcome-{check.outcome}")))
        yield Row(cells)


def _french(title: str, say: ReportWording) -> Text:
    language = "" if CHECKS_LANGUAGE.startswith(say.locale[:2]) else CHECKS_LANGUAGE
    return (Span(title, language=language),)


Handed = tuple[str, str]
"""A document handed out: the name of its file and its SHA-256 in hexadecimal."""


def register_page(brief: Edition) -> Edition:
    """The page of the register, its table still empty: rows are added as copies are written."""
    say = wording(brief)
    columns = (Column(say("documents"), "name"), Column(say("digest"), "code"))
    table = Table((), columns, (), ())
    lead = say("register-lead")
    return page_of(
        brief, say("register"), (part("registre", say("register"), say("register-title"), table, lead=lead),)
    )


def register_rows(
    brief: Edition, number: int, holder: str, documents: Sequence[Handed], audience: str = "internal"
) -> Iterator[Row]:
    """What the register says of one copy: whose it is, then each document with its fingerprint."""
    named = wording(brief).string("copy-of", number, holder)
    yield Row((Cell(words(f"{named} – {brief.furniture(f'for-{audience}')}")),), "group")
    for name, digest in documents:
        yield Row((Cell(words(name)), Cell(words(digest))))
