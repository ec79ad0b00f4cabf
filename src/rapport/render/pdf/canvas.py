"""ReportLab's canvas, whose drawing belongs to structure elements or is marked as artifact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from rapport.render.pdf.annotation import Area, LinkAnnotation
from rapport.render.pdf.late import Fill, LateCode
from rapport.render.pdf.metadata import Properties, describe
from rapport.render.pdf.tags.document import TaggedDocument
from rapport.render.pdf.tags.element import AnnotationKid, Element
from rapport.render.pdf.tags.file import WrittenFile
from rapport.render.pdf.tags.marks import ArtifactKind, ArtifactSubtype, Marks
from rapport.render.pdf.tags.tree import StructureTree


class TaggedCanvas(Canvas):
    """A canvas in points from the lower left corner of the page; `tree.document` is the root of what is drawn.

    Everything drawn stands between `begin(element)` and `end()` (or `with marked(element)`) or within
    `with artifact(...)`; mistakes raise MarkingError at once.
    """

    def __init__(self, size: tuple[float, float], properties: Properties) -> None:
        super().__init__("", pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 7))
        self.tree = StructureTree()
        self.properties = properties
        self._doc = TaggedDocument(self.tree, properties.language)
        self._marks = Marks(self._doc.thisPageName())
        self._late = LateCode()

    def _make_preamble(self) -> None:
        self._preamble = ""  # ReportLab's would name a font that is never embedded

    # marked content

    def emit(self, operators: str) -> None:
        """Write operators into the page's code; nothing for an empty string."""
        if operators:
            self._code.append(operators)

    def begin(self, element: Element) -> None:
        """Open content of `element`."""
        self.emit(self._marks.begin(element))

    def end(self) -> None:
        """Close the open content."""
        self.emit(self._marks.end())

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn inside is content of `element`."""
        self.begin(element)
        yield
        self.end()

    @contextmanager
    def artifact(self, kind: ArtifactKind = "Layout", subtype: ArtifactSubtype = "") -> Iterator[None]:
        """What is drawn inside is no content; marks and links inside are silent."""
        self.emit(self._marks.begin_artifact(kind, subtype))
        yield
        self.emit(self._marks.end_artifact())

    def late(self, fill: Fill) -> None:
        """Reserve a place for operators that `fill` gives once all pages are drawn."""
        self.emit(self._late.reserve(fill))

    # navigation

    def link(self, element: Element, area: Area, contents: str, target: str) -> None:
        """A link annotation of the Link `element`, in the current coordinates, none within an artifact.

        `target` is a URI in ASCII, or "#name" for a bookmark of this document, perhaps on a later page; `contents`
        says in words where it leads.
        """
        if self._marks.in_artifact:
            return
        uri = "" if target.startswith("#") else target
        destination = None if uri else self._bookmarkReference(target[1:])
        annotation = LinkAnnotation(Area(*self._absRect(area, 1)), contents, uri, destination)
        annotation.key = self.tree.add_annotation(element)
        name = f"link{annotation.key}"
        self._doc.addAnnotation(name, annotation)
        self._annotationrefs.append(self._doc.refAnnotation(name))
        element.place()
        element.kids.append(AnnotationKid(self._marks.page, self._doc.annotationName(name)))

    def bookmark(self, name: str, top: float) -> None:
        """Name the height `top` (current coordinates) of this page as a destination."""
        self.bookmarkHorizontal(name, 0, top)

    def outline(self, title: str, name: str, level: int) -> None:
        """An entry of the outline, level from 0, leading to the bookmark `name`."""
        self.addOutlineEntry(title, name, level)

    # pages and file

    def _setAnnotations(self, page: Any) -> None:
        # ReportLab calls this for each page (and form) just before it registers it
        super()._setAnnotations(page)
        if not isinstance(page, pdfdoc.PDFPage):
            return
        self._marks.check_closed()
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self.tree.add_page(tuple(self._marks.owners))
        page.Tabs = "/S"
        page.Trans = None

    def _startPage(self) -> None:
        super()._startPage()
        self._marks = Marks(self._doc.thisPageName())

    def finish(self) -> WrittenFile:
        """Close the last page if anything stands on it, and write the file."""
        if self._code:
            self.showPage()
        for page in self._doc.Pages.pages:
            page.stream = self._late.resolve(page.stream)
        self.tree.prune()
        describe(self._doc, self.properties)
        return self._doc.write(self)
