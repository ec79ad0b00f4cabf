"""Charts and tables counted, each kind for itself: what they are called on the page and in prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Table
from rapport.edition.text import Span, Text, plain
from rapport.model.blocks.figures import ChartBlock, TableBlock
from rapport.model.blocks.matrix import MatrixBlock
from rapport.model.blocks.words import VisualsBlock
from rapport.model.content import prose_of
from rapport.model.prose import Prose
from rapport.resolve.context import ResolveContext

DASH = " \u2013 "
"""Between a number and what it names."""

Visual = ChartBlock | TableBlock | MatrixBlock


class CountedVisual(Struct, frozen=True):
    """A chart or table of the briefing, what it is called, and whether this medium shows it."""

    block: Visual
    label: str
    shown: bool


def counted(context: ResolveContext) -> tuple[CountedVisual, ...]:
    """All charts and tables of a briefing, in the order of their numbers; none where nothing asks for numbers.

    A number is the same in both documents: what the brief shows is counted first, then what the deck alone shows.
    """
    found = context.memory.visuals
    if found is None:
        found = context.memory.visuals = tuple(_counted(context)) if _is_asked(context) else ()
    return found


def _is_asked(context: ResolveContext) -> bool:
    """Whether the author wants numbers, a list of them, or names one in a text."""
    sections = context.every_section
    lists = any(isinstance(block, VisualsBlock) for section in sections for block in section.blocks)
    return context.briefing.numbered or lists or any(prose.visuals for prose in prose_of(sections))


def _counted(context: ResolveContext) -> Iterator[CountedVisual]:
    found = [
        (block, [medium for medium in section.media if medium in block.media])
        for section in context.every_section
        for block in section.blocks
        if isinstance(block, Visual)
    ]
    numbers: Counter[str] = Counter()
    for block, media in sorted(found, key=lambda each: "brief" not in each[1]):
        if media:
            name = "chart-numbered" if isinstance(block, ChartBlock) else "table-numbered"
            numbers[name] += 1
            yield CountedVisual(block, context.furniture(name, str(numbers[name])), context.medium in media)


def numbered(key: str, context: ResolveContext) -> str:
    """What prose calls the chart or table of this key: "graphique 2"; the key itself where there is none."""
    label = next((each.label for each in counted(context) if each.block.key == key), key)
    return label[:1].lower() + label[1:]


def titled(context: ResolveContext) -> Iterator[tuple[str, Prose]]:
    """The charts and tables that this medium shows: what each is called, and its title."""
    for each in counted(context):
        if each.shown:
            yield each.label, _title(each.block)


def _title(block: Visual) -> Prose:
    if isinstance(block, ChartBlock):
        return block.chart.title
    return block.matrix.caption if isinstance(block, MatrixBlock) else block.table.caption


def label_of(block: Visual, context: ResolveContext) -> str:
    """What a block is called; empty where blocks have no numbers."""
    return next((each.label for each in counted(context) if each.block is block), "")


def with_number(text: Text, label: str, above: Text) -> Text:
    """A measure or caption after its number; the number alone where the title above says the same."""
    if not label:
        return text
    if plain(text) == plain(above) or not text:
        return (Span(label),)
    return (Span(f"{label}{DASH}"), *text)


def with_reading(block: Chart | Table, context: ResolveContext) -> Chart | Table:
    """A chart or table whose source line begins with how one mark or row is read."""
    if not block.reading:
        return block
    before, after = context.furniture("reading", "\x00").split("\x00")
    said = plain(block.reading)
    stop = "" if said.endswith((".", "!", "?", "\u2026")) else "."
    note = (Span(before), *block.reading, Span(f"{after}{stop}{' ' if block.source else ''}"))
    return replace(block, source=(*note, *block.source), reading=())
