"""Two decks -> the changes made by hand between them, each once."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from msgspec import Struct

from rapport.edits.change import Change, ChangeKind
from rapport.edits.deck import (
    EditedChart,
    EditedDeck,
    EditedParagraph,
    EditedSeries,
    EditedShape,
    EditedSlide,
    Paragraphs,
)
from rapport.edits.normal import alike, folded, words_of
from rapport.edits.pairing import Pairs, paired_shapes, paired_slides

LEAST = 0.3
"""Of their words that two paragraphs must have in common to be one that was changed."""

PARTED = " ¶ "
"""Between paragraphs that are told as one."""

Pair = tuple[EditedParagraph | None, EditedParagraph | None]


def changed(old: Sequence[EditedParagraph], new: Sequence[EditedParagraph]) -> Iterator[Pair]:
    """Pairs of paragraphs whose text differs, or their looks or links alone; None for one that was added or is gone."""
    before, after = ([folded(each.text) for each in side] for side in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(old[first:last], new[start:end], strict=True)
            yield from (pair for pair in pairs if pair[0].looks != pair[1].looks or pair[0].links != pair[1].links)
        else:
            yield from _replaced(old[first:last], new[start:end])


def _replaced(old: Sequence[EditedParagraph], new: Sequence[EditedParagraph]) -> Iterator[Pair]:
    """Paragraphs that were split or joined are reported as one change; the others are paired by likeness, in order."""
    if _said(old) == _said(new):
        yield (
            EditedParagraph(PARTED.join(each.text for each in old)),
            EditedParagraph(PARTED.join(each.text for each in new)),
        )
    elif len(old) == len(new):
        yield from zip(old, new, strict=True)
    else:
        yield from _aligned(old, new)


def _said(paragraphs: Sequence[EditedParagraph]) -> str:
    return " ".join(each.text for each in paragraphs)


def _aligned(old: Sequence[EditedParagraph], new: Sequence[EditedParagraph]) -> Iterator[Pair]:
    pairs = _best(old, new)
    at = 0
    for one, other in (*pairs, (len(old), len(new))):
        before = {first for first, second in pairs if second < other}
        yield from ((old[place], None) for place in range(len(old)) if place < one and not _met(place, pairs, before))
        yield from ((None, new[place]) for place in range(at, other))
        if one < len(old):
            yield old[one], new[other]
        at = other + 1


def _met(place: int, pairs: Sequence[tuple[int, int]], passed: set[int]) -> bool:
    """Whether an old paragraph has a partner, or was told before the last partner."""
    return any(first == place for first, _ in pairs) or any(first > place for first in passed)


def _best(old: Sequence[EditedParagraph], new: Sequence[EditedParagraph]) -> list[tuple[int, int]]:
    """The pairs in order whose likeness adds up to the most."""
    bags = [[Counter(words_of(each.text)) for each in side] for side in (old, new)]
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {}
    for one in range(len(old) + 1):
        for other in range(len(new) + 1):
            options = [(0.0, [])] if not one or not other else [best[one - 1, other], best[one, other - 1]]
            if one and other and (score := alike(bags[0][one - 1], bags[1][other - 1])) >= LEAST:
                value, pairs = best[one - 1, other - 1]
                options.append((value + score, [*pairs, (one - 1, other - 1)]))
            best[one, other] = max(options, key=lambda option: option[0])
    return best[len(old), len(new)][1]


# Two decks -> the changes made by hand between them, each once.

MOVED = 12_700
"""EMU, 1 point: LibreOffice rounds to 360, Google to 25, nobody moves a shape by less."""

Cells = tuple[Paragraphs, ...]
Rows = tuple[Cells, ...]


def changes(old: EditedDeck, new: EditedDeck) -> tuple[Change, ...]:
    """What was changed from one deck to the other: slides that are gone, then slide by slide as they now are."""
    pairs = paired_slides(old, new)
    gone = (slide for place, slide in enumerate(old.slides) if place not in pairs)
    found = [Change("slide-deleted", slide.number, 0, before=_title(slide)) for slide in gone]
    back = {other: one for one, other in pairs.items()}
    still = _rising([back[place] for place in range(len(new.slides)) if place in back])
    for place, slide in enumerate(new.slides):
        if place not in back:
            found.append(Change("slide-added", 0, slide.number, after=_title(slide)))
            continue
        both = _Both(old.slides[back[place]], slide)
        if back[place] not in still:
            found.append(both.change("slide-moved", before=str(both.old.number), after=str(slide.number)))
        found += both.changes(old.layouts)
    return (*found, *_sections(old, new))


def _sections(old: EditedDeck, new: EditedDeck) -> Iterator[Change]:
    """Sections called otherwise, or new; one that is gone or moved has lost or moved its slides, which are told."""
    if sorted(name for name, _ in old.sections) == sorted(name for name, _ in new.sections):
        return
    if len(old.sections) == len(new.sections):
        for (before, slide), (after, now) in zip(old.sections, new.sections, strict=True):
            if before != after:
                yield Change("section", slide, now, before=before, after=after)
    elif len(old.sections) < len(new.sections):
        known = {name for name, _ in old.sections}
        yield from (Change("section", 0, now, after=name) for name, now in new.sections if name not in known)


def _title(slide: EditedSlide) -> str:
    """The title of a slide, else what it says first."""
    titles = (shape.words for shape in slide.shapes if shape.role == "title" and shape.words)
    words = (shape.words for shape in slide.shapes if shape.words)
    return next(titles, next(words, "")).replace("\n", " ")


def _rising(numbers: Sequence[int]) -> set[int]:
    """The longest rising run of distinct numbers: the slides that stayed while others were moved."""
    ends: list[int] = []
    runs: list[list[int]] = []
    for number in numbers:
        place = bisect_left(ends, number)
        ends[place : place + 1] = [number]
        runs[place : place + 1] = [[*(runs[place - 1] if place else ()), number]]
    return set(runs[-1]) if runs else set()


class _Both(Struct, frozen=True):
    """A slide as it was and as it is."""

    old: EditedSlide
    new: EditedSlide

    def change(self, kind: ChangeKind, shape: str = "", place: str = "", before: str = "", after: str = "") -> Change:
        return Change(kind, self.old.number, self.new.number, shape, place, before, after)

    def changes(self, layouts: frozenset[str]) -> Iterator[Change]:
        if self.old.hidden != self.new.hidden:
            yield self.change("slide-hidden" if self.new.hidden else "slide-shown")
        if self.old.layout != self.new.layout and self.new.layout in layouts:  # other programs rename all of them
            yield self.change("layout", before=self.old.layout, after=self.new.layout)
        pairs = paired_shapes(self.old, self.new)
        yield from self._gone(pairs)
        yield from self._added(pairs)
        moved = dict(self._moved(pairs))
        for one, other in sorted(pairs.items()):
            if one in moved:
                yield moved[one]
            yield from self._shape(self.old.shapes[one], self.new.shapes[other])
        yield from self._texts("notes", "", "", (self.old.notes, self.new.notes))

    def _gone(self, pairs: Pairs) -> Iterator[Change]:
        """Shapes that are gone; what goes with its group is told with it."""
        for place, shape in enumerate(self.old.shapes):
            if place not in pairs and (shape.group < 0 or shape.group in pairs):
                yield self.change("shape-deleted", named(shape), before=_told(self.old.shapes, place))

    def _added(self, pairs: Pairs) -> Iterator[Change]:
        taken = set(pairs.values())
        for place, shape in enumerate(self.new.shapes):
            if place not in taken and (shape.group < 0 or shape.group in taken):
                yield self.change("shape-added", named(shape), after=_told(self.new.shapes, place))

    def _moved(self, pairs: Pairs) -> Iterator[tuple[int, Change]]:
        """Shapes that stand elsewhere; where all members of a group do, the group alone."""
        laid_out = self.old.layout != self.new.layout  # which places what has no place of its own
        found = {
            one: kind
            for one, other in pairs.items()
            if (self.new.shapes[other].own_box or not laid_out)
            and (kind := _shift(self.old.shapes[one], self.new.shapes[other]))
        }
        for place, shape in enumerate(self.old.shapes):
            members = [one for one in pairs if self.old.shapes[one].group == place and self.old.shapes[one].compared]
            if shape.kind == "group" and place in pairs and members and all(member in found for member in members):
                kinds = {found.pop(member) for member in members}
                found[place] = "moved" if kinds == {"moved"} else "resized"
        for one, kind in found.items():
            old, new = self.old.shapes[one], self.new.shapes[pairs[one]]
            yield one, self.change(kind, named(old), before=_box(old), after=_box(new))

    def _shape(self, old: EditedShape, new: EditedShape) -> Iterator[Change]:
        name = named(old)
        yield from self._texts("text", name, "", (old.paragraphs, new.paragraphs))
        yield from self._rows(name, old.rows, new.rows)
        if old.chart and new.chart:
            yield from self._chart(name, old.chart, new.chart)
        if old.picture != new.picture:
            yield self.change("picture", name)
        elif old.cropped != new.cropped:
            yield self.change("cropped", name)
        if old.turned != new.turned:
            yield self.change("turned", name, before=f"{old.turned}°", after=f"{new.turned}°")
        if old.link != new.link:
            yield self.change("link", name, before=old.link, after=new.link)
        # LibreOffice keeps the alternative texts of pictures alone.
        if old.alternative != new.alternative and (new.alternative or old.kind == "picture"):
            yield self.change("alternative", name, before=old.alternative, after=new.alternative)

    def _texts(self, kind: ChangeKind, name: str, place: str, sides: tuple[Paragraphs, Paragraphs]) -> Iterator[Change]:
        for one, other in changed(*sides):
            before, after = _text(one), _text(other)
            if one and other and one.links != other.links and PARTED not in after:
                yield self.change("link", name, place, ", ".join(one.links), ", ".join(other.links))
            if before.replace(PARTED, " ") == after.replace(PARTED, " ") and before != after:
                yield self.change("paragraphs", name, place, before, after)
            elif one is None or other is None or folded(before) != folded(after):
                yield self.change(kind, name, place, before, after)
            elif kind != "notes" and len(one.looks) == len(other.looks) and one.looks != other.looks:
                yield self.change("emphasis", name, place, _marked(one), _marked(other))

    def _rows(self, name: str, old: Rows, new: Rows) -> Iterator[Change]:
        """Cells; rows that were added, moved or are gone; a column that was, as one."""
        if old and new and len(old[0]) != len(new[0]):
            yield self.change("table", name, before=f"{len(old[0])} colonnes", after=f"{len(new[0])} colonnes")
            return
        for row, now, one, other in _paired_rows(old, new):
            if one is None or other is None:
                yield self.change("table", name, f"ligne\u00a0{row}", _row(one), _row(other))
                continue
            if now:
                yield self.change("table", name, f"ligne\u00a0{row}", _row(one), f"ligne\u00a0{now}")
            for column, cells in enumerate(zip_longest(one, other, fillvalue=()), start=1):
                yield from self._texts("text", name, f"ligne\u00a0{row}, colonne\u00a0{column}", cells)

    def _chart(self, name: str, old: EditedChart, new: EditedChart) -> Iterator[Change]:
        if old.drawn != new.drawn:
            yield self.change("chart", name, "type", old.drawn, new.drawn)
        for before, after in zip_longest(old.titles, new.titles, fillvalue=""):
            if before != after:
                yield self.change("text", name, "titre", before, after)
        shared = [series.categories for series in (*old.series[:1], *new.series[:1])]
        if len(shared) == 2 and len(shared[0]) == len(shared[1]):
            for before, after in zip(*shared, strict=True):
                if before != after:
                    yield self.change("chart", name, "catégorie", before, after)
        for one, other in zip_longest(old.series, new.series):
            yield from self._series(name, one, other)

    def _series(self, name: str, old: EditedSeries | None, new: EditedSeries | None) -> Iterator[Change]:
        if old is None or new is None or len(old.values) != len(new.values):
            yield self.change("chart", name, "série", _values(old), _values(new))
            return
        if old.name != new.name:
            yield self.change("chart", name, "série", old.name, new.name)
        for index, (before, after) in enumerate(zip(old.values, new.values, strict=True)):
            if before != after:
                category = old.categories[index] if index < len(old.categories) else str(index + 1)
                yield self.change("chart", name, ", ".join(filter(None, (old.name, category))), before, after)


def named(shape: EditedShape) -> str:
    """What a shape is called; what it is where it has no name."""
    return shape.name or shape.role or shape.kind


def _told(shapes: Sequence[EditedShape], place: int) -> str:
    """What a shape says, or the shapes of a group."""
    inside = [shape for shape in shapes if shape.group == place]
    return " ".join(shape.words.replace("\n", " ") for shape in (shapes[place], *inside) if shape.words)


def _shift(old: EditedShape, new: EditedShape) -> ChangeKind | None:
    """Whether a shape stands elsewhere, or is of another size."""
    pairs = list(zip(old.compared, new.compared, strict=False))
    far = [abs(one - other) > MOVED for one, other in pairs]
    if any(far[2:]):
        return "resized"
    return "moved" if any(far) else None


def _box(shape: EditedShape) -> str:
    """The box in points."""
    if shape.box is None:
        return ""
    left, top, width, height = (round(measure / 12_700) for measure in shape.box)
    return f"{left}, {top}, {width} × {height}\u00a0pt"


def _text(paragraph: EditedParagraph | None) -> str:
    return paragraph.text if paragraph else ""


def _marked(paragraph: EditedParagraph) -> str:
    """The text with asterisks about what is set off, as authors write it."""
    marks = {"-": "", "b": "**", "i": "*", "x": "***", "u": "__", "v": "__**", "w": "__*", "y": "__***"}
    signs, looks, now = [], iter(paragraph.looks), "-"
    for sign in paragraph.text:
        look = now if sign == " " else next(looks, "-")
        if look != now:
            signs.append(marks[now][::-1])
            signs.append(marks[look])
        now = look
        signs.append(sign)
    return "".join((*signs, marks[now][::-1]))


def _row(row: Cells | None) -> str:
    return " | ".join(" ".join(each.text for each in cell) for cell in row) if row else ""


def _paired_rows(old: Rows, new: Rows) -> Iterator[tuple[int, int, Cells | None, Cells | None]]:
    """The number of each row, the number it has been moved to (0 where it has not), the row as it was and as it is."""
    if len(old) == len(new):
        yield from _shuffled_rows(old, new)
        return
    matcher = SequenceMatcher(None, [_row(row) for row in old], [_row(row) for row in new], autojunk=False)
    for _, first, last, start, end in matcher.get_opcodes():
        for step, (one, other) in enumerate(zip_longest(old[first:last], new[start:end])):
            yield (first if one else start) + step + 1, 0, one, other


def _shuffled_rows(old: Rows, new: Rows) -> Iterator[tuple[int, int, Cells, Cells]]:
    """Rows of two tables of one size: those that say the same, wherever they stand, then the others in order."""
    places = [{_row(row): place for place, row in enumerate(rows)} for rows in (old, new)]
    alone = len(places[0]) == len(old) and len(places[1]) == len(new)
    same = {place: places[1][said] for said, place in places[0].items() if alone and said in places[1]}
    rest = [place for place in range(len(new)) if place not in same.values()]
    pairs = same | dict(zip((place for place in range(len(old)) if place not in same), rest, strict=True))
    still = _rising([pairs[place] for place in range(len(old))])
    for place, other in sorted(pairs.items()):
        yield place + 1, 0 if other in still else other + 1, old[place], new[other]


def _values(series: EditedSeries | None) -> str:
    return f"{series.name}\u00a0: {', '.join(series.values)}" if series else ""
