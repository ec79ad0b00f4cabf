"""The parts of a presentation that rules look at, parsed once; places of shapes; what a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from lxml.etree import _Element as Element
from msgspec import Struct

from rapport.formats.office.package import NAMES, RELATION, OfficePackage, Relation, attribute, find_all
from rapport.formats.office.presentation import open_presentation
from rapport.formats.unreadable import DAMAGE, UnreadableError
from rapport.verify.report import slide_place

ROUNDING = 2
"""Units by which edges may miss each other."""


class ShapeBox(Struct, frozen=True):
    """A rectangle by its edges, y growing downwards."""

    left: int
    top: int
    right: int
    bottom: int

    def holds(self, other: ShapeBox) -> bool:
        """Whether the other box lies within this one."""
        return (
            other.left >= self.left - ROUNDING
            and other.top >= self.top - ROUNDING
            and other.right <= self.right + ROUNDING
            and other.bottom <= self.bottom + ROUNDING
        )

    def shares_column(self, other: ShapeBox) -> bool:
        """Whether half of the narrower one's width is common to both."""
        common = min(self.right, other.right) - max(self.left, other.left)
        return 2 * common > min(self.right - self.left, other.right - other.left)


SHAPES_KEPT = 1024
"""What was asked of the shapes of a deck of some twenty slides; each that is kept keeps the XML of its slide."""


@lru_cache(SHAPES_KEPT)
def box_of(shape: Element) -> ShapeBox | None:
    """A shape's own place; None where it takes its layout's. Most rules ask for it."""
    frame = shape.find("p:xfrm", NAMES)
    if frame is None:
        frame = shape.find("*/a:xfrm", NAMES)
    if frame is None:
        return None
    offset, size = frame.find("a:off", NAMES), frame.find("a:ext", NAMES)
    left, top = int(attribute(offset, "x") or 0), int(attribute(offset, "y") or 0)
    return ShapeBox(left, top, left + int(attribute(size, "cx") or 0), top + int(attribute(size, "cy") or 0))


def slide_box(presentation: Element) -> ShapeBox:
    """The slide from edge to edge."""
    size = presentation.find("p:sldSz", NAMES)
    return ShapeBox(0, 0, int(attribute(size, "cx") or 0), int(attribute(size, "cy") or 0))


P, A, C = (f"{{{NAMES[prefix]}}}" for prefix in "pac")
SHAPES = tuple(P + name for name in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp"))


class PackagePart(Struct, frozen=True):
    """A part: its name, its root element, and what it relates to inside the package, by identifier."""

    name: str
    root: Element
    related: Mapping[str, Relation]

    def of_kind(self, kind: str) -> Iterator[str]:
        """The parts of a kind that this one relates to."""
        return (found.target for found in self.related.values() if found.kind == kind)


class SlideFile(Struct, frozen=True, eq=False):
    """A slide with what it inherits from and what hangs on it. `notes` is None for a slide without a notes page.

    Each is itself alone, so that what rules ask for of a slide is found once.
    """

    number: int
    part: PackagePart
    layout: PackagePart
    master: PackagePart
    theme: PackagePart
    notes: PackagePart | None
    charts: tuple[PackagePart, ...]
    default_text: Element | None

    @property
    def shapes(self) -> tuple[Element, ...]:
        """The shapes of the slide itself, in reading order, groups as one."""
        return tuple(node for node in self.part.root.iterfind("p:cSld/p:spTree/*", NAMES) if node.tag in SHAPES)

    @property
    def parts(self) -> tuple[PackagePart, ...]:
        """The slide, its notes and its charts."""
        return (self.part, *((self.notes,) if self.notes else ()), *self.charts)

    def place(self, shape: Element | None = None) -> str:
        """Where a shape stands, for a reader."""
        return slide_place(self.number, name_of(shape) if shape is not None else "")


class DeckFile(Struct, frozen=True):
    """A presentation: its package, its main part, its slides in order, its masters and their layouts."""

    package: OfficePackage
    main: PackagePart
    slides: tuple[SlideFile, ...]
    masters: tuple[PackagePart, ...]
    layouts: tuple[PackagePart, ...]


def read_deck_file(data: bytes) -> DeckFile:
    """Opens a presentation for rules. Raises `UnreadableError` for one that is damaged or made to harm."""
    package = open_presentation(data)
    try:
        return _Reader(package).deck()
    except DAMAGE as error:
        raise UnreadableError("présentation illisible\u00a0: une partie n’a pas la forme attendue") from error


def name_of(shape: Element) -> str:
    """A shape's name in the selection pane."""
    return attribute(properties_of(shape), "name")


def properties_of(shape: Element) -> Element:
    """A shape's `p:cNvPr`."""
    found = shape.find("*/p:cNvPr", NAMES)
    if found is None:
        raise UnreadableError("forme sans propriétés")
    return found


@lru_cache(SHAPES_KEPT)
def placeholder_of(shape: Element) -> Element | None:
    """A shape's `p:ph`; None for a shape that fills no placeholder. Most rules ask for it."""
    return shape.find("*/p:nvPr/p:ph", NAMES)


def is_decorative(shape: Element) -> bool:
    """Whether screen readers pass over the shape."""
    return properties_of(shape).find(".//adec:decorative[@val='1']", NAMES) is not None


def text_of(node: Element) -> str:
    """All characters of a shape or a cell."""
    return "".join(run.text or "" for run in node.iter(A + "t"))


def all_shapes(slide: SlideFile) -> Iterator[Element]:
    """Every shape of a slide, those inside groups after their group."""
    yield from slide.part.root.iter(*SHAPES)


class _Reader:
    """Parses each part once: slides share layouts, masters and themes."""

    def __init__(self, package: OfficePackage) -> None:
        self._package = package
        self._parts: dict[str, PackagePart] = {}

    def deck(self) -> DeckFile:
        main = self.part(self._package.related("", "officeDocument"))
        names = [self._target(main, node) for node in find_all(main.root, "p:sldIdLst/p:sldId")]
        masters = tuple(self.part(name) for name in main.of_kind("slideMaster"))
        layouts = tuple(self.part(name) for master in masters for name in master.of_kind("slideLayout"))
        slides = tuple(self._slide(name, number, main) for number, name in enumerate(names, start=1))
        return DeckFile(self._package, main, slides, masters, layouts)

    def part(self, name: str) -> PackagePart:
        if name not in self._parts:
            self._parts[name] = PackagePart(name, self._package.root(name), self._package.relations(name))
        return self._parts[name]

    def _only(self, part: PackagePart, kind: str) -> PackagePart:
        """The part of a kind that each has one of. Raises KeyError where it has none."""
        name = next(part.of_kind(kind), None)
        if name is None:
            raise KeyError(kind)
        return self.part(name)

    def _slide(self, name: str, number: int, main: PackagePart) -> SlideFile:
        part = self.part(name)
        layout = self._only(part, "slideLayout")
        master = self._only(layout, "slideMaster")
        notes = next(part.of_kind("notesSlide"), "")
        return SlideFile(
            number,
            part,
            layout,
            master,
            self._only(master, "theme"),
            self.part(notes) if notes else None,
            tuple(self.part(chart) for chart in part.of_kind("chart")),
            main.root.find("p:defaultTextStyle", NAMES),
        )

    @staticmethod
    def _target(main: PackagePart, node: Element) -> str:
        return main.related[attribute(node, f"{RELATION}id")].target


class Remark(Struct, frozen=True):
    """What a rule has to say: a French sentence, and where, for a reader (empty for the deck as a whole)."""

    message: str
    place: str = ""


DeckCheck = Callable[[DeckFile], Iterator[Remark]]
SlideCheck = Callable[[SlideFile], Iterator[Remark]]


class LintRule(Struct, frozen=True):
    """A stable code and the check behind it."""

    code: str
    check: DeckCheck


def each_slide(check: SlideCheck) -> DeckCheck:
    """A check of one slide as a check of the deck."""

    def check_all(deck: DeckFile) -> Iterator[Remark]:
        for slide in deck.slides:
            yield from check(slide)

    return check_all
