"""A document that reviewers had -> its lines with their insertions and deletions, and their comments."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from lxml import etree
from msgspec import Struct

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBERED = re.compile(r"rapport_(\d+)(?:_([0-9a-f]{8}))?(?:_(\w+))?")
INSERTED = (f"{W}ins", f"{W}moveTo")
DELETED = (f"{W}del", f"{W}moveFrom")
OTHERS = (f"{W}txbxContent", f"{W}rPr", f"{W}pPr", f"{W}sdtPr")
"""Inside a paragraph, but no part of its text."""


class Stretch(Struct, frozen=True):
    """Text that was always there, was inserted or was deleted, by whom and when (ISO 8601, as the program wrote it)."""

    text: str
    kind: str = ""
    author: str = ""
    date: str = ""


class Revised(Struct, frozen=True):
    """A line: its number in the script (0 for one that reviewers added) and its stretches.

    `seal` is that of the text as it was sent, empty where the document does not say.
    """

    number: int
    stretches: tuple[Stretch, ...]
    seal: str = ""

    @property
    def original(self) -> str:
        """The text as it was before all tracked changes."""
        return "".join(each.text for each in self.stretches if each.kind != "inserted")

    def accepted(self, authors: Container[str] | None = None) -> str:
        """The text with the changes of some authors made, of all where it is None, and the others' undone."""
        return "".join(each.text for each in self.stretches if _stays(each, authors))


class Comment(Struct, frozen=True):
    """What a reviewer remarks about a line."""

    number: int
    author: str
    date: str
    text: str


MOST_PARAGRAPHS, MOST_CELLS, MOST_CHANGES = 20_000, 10_000, 5_000
"""Of a document, of one of its tables, of a document."""


def is_vast(document: etree._Element) -> bool:
    """Whether a part of a document is larger than anything a person writes."""
    tables = (sum(1 for _ in table.iter(f"{W}tc")) for table in document.iter(f"{W}tbl"))
    changes = sum(1 for _ in document.iter(*INSERTED, *DELETED))
    paragraphs = sum(1 for _ in document.iter(f"{W}p"))
    return paragraphs > MOST_PARAGRAPHS or changes > MOST_CHANGES or any(cells > MOST_CELLS for cells in tables)


def revised(document: etree._Element, footnotes: etree._Element | None = None) -> Iterator[Revised]:
    """The lines of the body, tables included, then of the footnotes; empty ones that nobody knows are left out."""
    notes = [] if footnotes is None else [note for note in footnotes.iter(f"{W}footnote") if not note.get(f"{W}type")]
    marks = {str(note.get(f"{W}id")): _mark(note) for note in notes}
    for part in (document, *notes):
        for paragraph in part.iter(f"{W}p"):
            number, sent, _ = _name(paragraph)
            line = Revised(number, tuple(_stretches(paragraph, Stretch(""), marks)), sent)
            if line.number or line.accepted().strip(" "):
                yield line


def _mark(note: etree._Element) -> str:
    """The mark of a footnote as it was sent; what reviewers added has none."""
    return next((mark for paragraph in note.iter(f"{W}p") if (mark := _name(paragraph)[2])), "")


def comments(document: etree._Element, notes: etree._Element) -> Iterator[Comment]:
    """The comments in order of the lines they are about."""
    known = {str(node.get(f"{W}id")): node for node in notes.iter(f"{W}comment")}
    for paragraph in document.iter(f"{W}p"):
        for reference in paragraph.iter(f"{W}commentReference"):
            node = known.get(str(reference.get(f"{W}id")))
            if node is not None:
                text = " ".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in node.iter(f"{W}p"))
                author, date = (str(node.get(f"{W}{name}", "")) for name in ("author", "date"))
                yield Comment(_number(paragraph), author, date, text)


def _stays(stretch: Stretch, authors: Container[str] | None) -> bool:
    taken = authors is None or stretch.author in authors
    return not stretch.kind or (stretch.kind == "inserted") == taken


def _number(paragraph: etree._Element) -> int:
    return _name(paragraph)[0]


def _name(paragraph: etree._Element) -> tuple[int, str, str]:
    """The number and the seal of a line, and the mark of a footnote."""
    names = (NUMBERED.fullmatch(str(node.get(f"{W}name"))) for node in paragraph.iter(f"{W}bookmarkStart"))
    return next(((int(match[1]), match[2] or "", match[3] or "") for match in names if match), (0, "", ""))


def _stretches(node: etree._Element, now: Stretch, marks: Mapping[str, str]) -> Iterator[Stretch]:
    for child in node.iterchildren(etree.Element):
        if child.tag in OTHERS:
            continue
        if child.tag in (*INSERTED, *DELETED):
            kind = "inserted" if child.tag in INSERTED else "deleted"
            author, date = (str(child.get(f"{W}{name}", "")) for name in ("author", "date"))
            yield from _stretches(child, Stretch("", kind, author, date), marks)
        elif child.tag == f"{W}footnoteReference":
            yield Stretch(marks.get(str(child.get(f"{W}id")), ""), now.kind, now.author, now.date)
        elif child.tag in (f"{W}t", f"{W}delText"):
            yield Stretch(child.text or "", now.kind, now.author, now.date)
        elif child.tag in (f"{W}tab", f"{W}br", f"{W}noBreakHyphen"):
            yield Stretch("-" if child.tag.endswith("Hyphen") else " ", now.kind, now.author, now.date)
        else:
            yield from _stretches(child, now, marks)
