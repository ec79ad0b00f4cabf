"""A deck against the rebuilt one: slides, notes, charts and workbooks by their XML; words where all was rewritten."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from rapport.formats.office.package import OfficePackage, open_package
from rapport.verify.deck.presentation import DeckSlide, Presentation, leaves
from rapport.verify.deck.reader import read_deck
from rapport.verify.rebuilt.package import canonical, edges, package_faults
from rapport.verify.rebuilt.pictures import text_differences
from rapport.verify.report import Finding, slide_place

NUMBERED = re.compile(r"ppt/(slides/slide|notesSlides/notesSlide)(\d+)\.xml")
KINDS = (
    ("ppt/slideMasters/", "rebuilt-template", "masque"),
    ("ppt/slideLayouts/", "rebuilt-template", "mise en page"),
    ("ppt/notesMasters/", "rebuilt-template", "masque des commentaires"),
    ("ppt/theme/", "rebuilt-template", "thème"),
    ("ppt/media/", "rebuilt-picture", "image"),
    ("docProps/", "rebuilt-metadata", "propriétés du fichier"),
    ("ppt/", "rebuilt-document", "présentation"),
)
"""What parts are to a reader, by how their names begin in a deck of ours."""
APPLICATION = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Application"


class DeckDifferences(Struct, frozen=True):
    """What differs in a deck; `rewritten` names the program that wrote all of it anew, whose looks prove nothing."""

    findings: tuple[Finding, ...]
    rewritten: str = ""


def deck_differences(found: bytes, rebuilt: bytes) -> DeckDifferences:
    """What differs between a deck and the rebuilt one, however it was zipped. Raises `UnreadableError`."""
    given, wanted = open_package(found), open_package(rebuilt)
    application = _application(given)
    if application != _application(wanted) and not _keeps_parts(given, wanted):
        return DeckDifferences(tuple(_word_findings(read_deck(found), read_deck(rebuilt))), application)
    places = dict(_places(wanted))
    findings = []
    for fault in package_faults(found, rebuilt):
        code, place = _kind(fault.part, places)
        findings.append(Finding(code, fault.message, place))
    return DeckDifferences(tuple(dict.fromkeys(findings)))


def _keeps_parts(given: OfficePackage, wanted: OfficePackage) -> bool:
    """Whether a part of a slide is still as we wrote it: a program that writes a file anew leaves none."""
    shared = (name for name in wanted.parts if NUMBERED.fullmatch(name) and name in given.parts)
    return any(canonical(given.parts[name], name) == canonical(wanted.parts[name], name) for name in shared)


def _application(package: OfficePackage) -> str:
    """The program that the file says it comes from."""
    part = package.related("", "extended-properties")
    texts = (node.text for node in package.root(part).iter(APPLICATION)) if part in package.parts else ()
    return next(filter(None, texts), "un programme sans nom")


def _places(deck: OfficePackage) -> Iterator[tuple[str, tuple[str, str]]]:
    """Part -> code and place, for what belongs to one slide."""
    for name in deck.parts:
        match = NUMBERED.fullmatch(name)
        if match is None:
            continue
        number, notes = int(match[2]), match[1].startswith("notes")
        place = f"commentaires\u00a0{number}" if notes else slide_place(number)
        yield name, ("rebuilt-notes" if notes else "rebuilt-slide", place)
        for _, chart, mode in edges(deck, name).values() if not notes else ():
            if not mode and chart.startswith("ppt/charts/"):
                yield chart, ("rebuilt-chart", f"{place}, graphique")
                yield from (
                    (book, ("rebuilt-chart", f"{place}, graphique")) for _, book, _ in edges(deck, chart).values()
                )


def _kind(part: str, places: dict[str, tuple[str, str]]) -> tuple[str, str]:
    if part in places:
        return places[part]
    known = ((code, name) for start, code, name in KINDS if part.startswith(start))
    code, name = next(known, ("rebuilt-document", ""))
    digits = re.sub(r"\D", "", part.rpartition("/")[2])
    return code, f"{name}\u00a0{digits}" if name and digits else name


def _word_findings(given: Presentation, wanted: Presentation) -> Iterator[Finding]:
    """The words of slides and notes that differ."""
    if len(given.slides) != len(wanted.slides):
        yield Finding("rebuilt-pages", f"{len(given.slides)} diapositives au lieu de {len(wanted.slides)}")
    for one, other in zip(given.slides, wanted.slides, strict=False):
        if one.hidden and not other.hidden:
            yield Finding("rebuilt-slide", "diapositive masquée", slide_place(one.number))
        for message in text_differences(_words(one), _words(other)):
            yield Finding("rebuilt-text", message, slide_place(one.number))
        for message in text_differences(_spoken(one), _spoken(other)):
            yield Finding("rebuilt-text", message, f"commentaires\u00a0{one.number}")


def _words(slide: DeckSlide) -> str:
    """All texts of a slide: paragraphs, cells, labels of charts with their values."""
    found: list[str] = []
    for shape in leaves(slide.shapes):
        found += shape.paragraphs
        found += (line for row in shape.rows for cell in row for line in cell)
        for series in shape.chart.series if shape.chart else ():
            found += (series.name, *series.categories, *(str(value) for value in series.values if value is not None))
    return "\n".join(found)


def _spoken(slide: DeckSlide) -> str:
    return "\n".join(line for shape in leaves(slide.notes) if shape.place == "body" for line in shape.paragraphs)
