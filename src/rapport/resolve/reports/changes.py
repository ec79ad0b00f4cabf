"""What changed since an earlier edition, on one page: figures before and now, texts touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.blocks.words import Callout
from rapport.edition.edition import Block, Contents, Edition, EditionSection
from rapport.edition.imprint import (
    ChangeKind,
    FactChange,
    FactShown,
    ImprintChanges,
    ImprintPassage,
    Move,
    PassageChange,
)
from rapport.edition.text import Status, Text, evidence, plain, words
from rapport.language.languages import enumerate_plainly, join_numbers, join_places, number_runs
from rapport.model.content import Content
from rapport.model.fact import Fact
from rapport.resolve.context import ResolveContext, phrase, status_of
from rapport.resolve.edition import context_of
from rapport.resolve.inline import line_of
from rapport.resolve.reports.report import ReportWording, part, wording

Places = Mapping[str, tuple[int, ...]]
"""Fact -> the pages or slides on which it is printed."""


def facts_shown(
    content: Content, editions: tuple[Edition, Edition], pages: Places, slides: Places
) -> Iterator[FactShown]:
    """Every fact that the brief or the deck prints, in order of its key."""
    context = context_of(content, editions[0].briefing, "brief")
    for key in sorted({proof.fact for edition in editions for proof in evidence((edition.sections, edition.notes))}):
        fact = context.fact(key)
        status = status_of(fact, context)
        yield FactShown(
            key=key,
            label=_line(fact.label.text, context),
            value=stated(fact),
            text=_line(phrase(key, "full", context), context),
            status=status.key,
            word=status.word,
            pages=pages.get(key, ()),
            slides=slides.get(key, ()),
        )


def stated(fact: Fact) -> str:
    """A fact's value as the content states it: qualifier, bounds and unit, date, or name."""
    if fact.bounds is None:
        return str(fact.date) if fact.date is not None else fact.label.text
    low, high = fact.bounds
    amount = f"{low:f}" if low == high else f"{low:f}..{high:f}"
    return " ".join(part for part in (fact.qualifier, amount, fact.unit) if part)


def _line(string: str, context: ResolveContext) -> str:
    return plain(line_of(string, context))


# What changed since an earlier edition, on one page: figures before and now, texts touched, copies to replace.


KEY = "changements"
KINDS: tuple[ChangeKind, ...] = ("changed", "added", "removed")
LENGTHS = (40, 24, 16, 10, 6, 4)
"""How many rows of each table are tried: a page will hold one of them."""


def change_sheets(changes: ImprintChanges, holders: Sequence[int], brief: Edition) -> tuple[Edition, ...]:
    """The sheet in several lengths, from the fullest to the barest; `brief` is the new edition.

    `holders` are the numbers of the copies that hold the earlier one, in rising order.
    """
    say = wording(brief)
    versions = changes.old.version, changes.new.version
    title = say("changes-same") if versions[0] == versions[1] else say("changes-title", versions[0])
    lead, handed = words(summary(changes, say)), tuple(_handed(holders, say))
    lengths = dict.fromkeys((*blocks, *handed) for blocks in _lengths(changes, say))
    return tuple(_edition(brief, part(KEY, say("changes"), title, *blocks, lead=lead)) for blocks in lengths)


def _edition(brief: Edition, section: EditionSection) -> Edition:
    return replace(
        brief,
        medium="sheet",
        title=section.title,
        cover=replace(brief.cover, kind=section.kicker),
        contents=Contents((), ()),
        sections=(section,),
        notes=(),
    )


def summary(changes: ImprintChanges, say: ReportWording) -> str:
    """How much has changed, in a line."""
    if changes.none:
        return say.string("changes-none")
    touched = {move.after.name for move in changes.moves} | {change.shown.name for change in changes.passages}
    passages = len(changes.passages) if changes.passages else len(touched)
    counts = (("facts", len(changes.facts)), ("passages", passages))
    return f"{join_places([say.count(name, count) for name, count in counts if count], say.locale)}."


def _lengths(changes: ImprintChanges, say: ReportWording) -> Iterator[tuple[Block, ...]]:
    yield (*_facts(changes, LENGTHS[0], say), *_quoted(changes, LENGTHS[0], say))
    for most in LENGTHS:
        yield (*_facts(changes, most, say), *_named(changes, most, say))


def _facts(changes: ImprintChanges, most: int, say: ReportWording) -> Iterator[Table]:
    """The facts by what happened to them, at most `most`, and how many more there are."""
    ordered = sorted(changes.facts, key=lambda change: KINDS.index(change.kind))
    rows: list[Row] = []
    for kind in KINDS:
        group = [_fact_row(change, say) for change in ordered[:most] if change.kind == kind]
        rows += [Row((Cell(say(f"group-{kind}")),), "group"), *group] if group else []
    columns = (Column(say("fact"), "name"), *(Column(say(name)) for name in ("before", "after", "where")))
    if rows:
        yield Table(say("facts-caption"), columns, tuple(rows), _more(len(ordered) - most, say))


def _fact_row(change: FactChange, say: ReportWording) -> Row:
    shown = change.shown
    cells = (_value(fact, say) for fact in (change.before, change.after))
    return Row((Cell(words(shown.label)), *cells, Cell(words(where(shown, say)))))


def _value(fact: FactShown | None, say: ReportWording) -> Cell:
    """A value with its sign and, below, the word of its status."""
    if fact is None:
        return Cell(say("absent"))
    return Cell(words(fact.text), words(fact.word), Status(fact.status, fact.word))


def where(fact: FactShown, say: ReportWording) -> str:
    """Where a fact is shown: "dossier, p. 3–5, 8\u202f; diapos 2"."""
    places = (("in-brief", fact.pages), ("in-deck", fact.slides))
    return join_places(
        [say.string(name, enumerate_plainly(number_runs(numbers, "–"))) for name, numbers in places if numbers],
        say.locale,
    )


def _quoted(changes: ImprintChanges, most: int, say: ReportWording) -> Iterator[Table]:
    """The texts that are gone beside those that are new; none where there are too many."""
    changed = (row for change in changes.passages for row in _texts(change, say))
    rows = (*changed, *(_moved(move, say) for move in changes.moves))
    columns = (Column(say("passage"), "name"), Column(say("before")), Column(say("after")))
    if rows and len(rows) <= most:
        yield Table(say("passages-caption"), columns, rows, ())


def _texts(change: PassageChange, say: ReportWording) -> Iterator[Row]:
    absent = say.string("absent")
    for number in range(max(len(change.gone), len(change.new), 1)):
        pair = (texts[number] if number < len(texts) else absent for texts in (change.gone, change.new))
        yield Row((Cell(words(name_of(change, say))), *(Cell(words(text)) for text in pair)))


def _moved(move: Move, say: ReportWording) -> Row:
    """A text where it was, and where it now is."""
    where_to = say("moved-to", called(move.after, say))
    return Row((Cell(words(called(move.before, say))), Cell(words(move.text)), Cell(where_to)))


def _named(changes: ImprintChanges, most: int, say: ReportWording) -> Iterator[Table]:
    """The passages touched, and how much of them."""
    columns = (Column(say("passage"), "name"), Column(say("change")))
    moved = (
        Row((Cell(words(called(move.before, say))), Cell(say("moved-to", called(move.after, say)))))
        for move in changes.moves
    )
    rows = (*(_named_row(change, say) for change in changes.passages), *moved)
    if rows:
        yield Table(say("passages-caption"), columns, rows[:most], _more(len(rows) - most, say))


def _named_row(change: PassageChange, say: ReportWording) -> Row:
    count = max(len(change.gone), len(change.new))
    how = (
        f"{say.string(change.kind)}, {say.count('texts', count)}"
        if change.kind == "changed"
        else say.string(change.kind)
    )
    return Row((Cell(words(name_of(change, say))), Cell(words(how))))


def name_of(change: PassageChange, say: ReportWording) -> str:
    """What a changed passage is called."""
    return called(change.shown, say)


def called(passage: ImprintPassage, say: ReportWording) -> str:
    """What a passage is called: "Diapositive 3\u00a0: Chiffres clés"."""
    if passage.medium == "deck":
        return say.string("slide-of", passage.number, passage.name)
    return say.string("section-of", passage.name)


def _more(left: int, say: ReportWording) -> Text:
    return say("facts-more", left) if left > 0 else ()


def _handed(holders: Sequence[int], say: ReportWording) -> Iterator[Callout]:
    if holders:
        yield Callout(say("holders-title"), say("holders", join_numbers(holders, say.locale)))
