"""ReportLab's canvas, whose drawing belongs to structure elements or is marked as artifact.

ReportLab's private names, all of them used here, and why its public ones do not serve:

- `_doc`: the document under the canvas; ours writes the structure tree, and takes fonts, pictures and annotations.
- `_code`: the page's operators; marked content needs operators that no method of the canvas writes.
- `_make_preamble`, `_preamble`: the public way names Helvetica on each page, which is never embedded (PDF/A).
- `_startPage`, `_setAnnotations`: where a page begins and is registered; marks are counted per page (StructParents).
- `_annotationrefs`, `_bookmarkReference`: links that the structure tree names; `linkRect` makes others.
- `_formsinuse`: resources of a page; pictures are drawn as forms and images of our own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFPage, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from rapport.artefact import Artefact, ArtefactKind, Slot
from rapport.edition.picture import Picture
from rapport.formats.pdf.archive import PACKET, Attachment, Properties, describe
from rapport.formats.pdf.glyphs import GlyphFont
from rapport.formats.pdf.pictures import form_object, image_object
from rapport.formats.pdf.stamp import FORM, Stamp, StampForm
from rapport.formats.pdf.tags.file import IDENTIFIER_LENGTH, TaggedDocument, WrittenFile
from rapport.formats.pdf.tags.serial import fill, number, text_string, uri_string
from rapport.formats.pdf.tags.tree import AnnotationKid, ArtifactKind, ArtifactSubtype, Element, Marks, StructureTree
from rapport.lines.face import Face
from rapport.look.geometry import Box
from rapport.look.palette import Colour

# Link annotations (ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.5).


class LinkAnnotation(pdfdoc.PDFObject):
    """A link to a URI or to a destination (then `destination` is ReportLab's and `uri` empty).

    `area` is left, bottom, right and top in points from the page's lower left corner.
    `contents` says where the link leads; `key` is its entry in the parent tree, -1 for a link inside an
    artifact.
    """

    def __init__(
        self, area: tuple[float, float, float, float], contents: str, uri: str, destination: Any = None
    ) -> None:
        self.area = area
        self.contents = contents
        self.uri = uri
        self.destination = destination
        self.key = -1

    def format(self, document: Any) -> bytes:
        """The annotation's dictionary; raises ValueError for a destination that no page has."""
        rectangle = " ".join(map(number, self.area)).encode()
        entries = [b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[", rectangle, b"]/Contents"]
        entries.append(text_string(self.contents))
        if self.key >= 0:
            entries.append(b"/StructParent %d" % self.key)
        if self.uri:
            entries += [b"/A<</Type/Action/S/URI/URI", uri_string(self.uri), b">>"]
        else:
            entries += [b"/Dest ", self.destination.format(document)]
        return b"".join(entries) + b">>"


Fill = Callable[[], str]
"""Gives the operators to be written at a reserved place."""


_TOKEN = re.compile(r"\n%late (\d+)(?=\n)")


class LateCode:
    """Places reserved in the code of pages, filled just before the file is written: one pass is enough."""

    def __init__(self) -> None:
        self._fills: list[Fill] = []

    def reserve(self, fill: Fill) -> str:
        """A line of page code to be replaced by what `fill` gives."""
        self._fills.append(fill)
        return f"%late {len(self._fills) - 1}"

    def resolve(self, code: str) -> str:
        """The code of a page with its reserved places filled."""
        return _TOKEN.sub(lambda match: "\n" + self._fills[int(match[1])](), code)


class TaggedCanvas(Canvas):
    """A canvas of one size of page; `tree.document` is the root of what is drawn.

    Places are points from the page's top left corner, y downwards, as in `rapport.look.geometry`; `flip` turns
    them into those of page code.

    Everything drawn stands between `begin(element)` and `end()` (or `with marked(element)`) or within
    `with artifact(...)`; mistakes raise MarkingError at once.
    """

    def __init__(self, size: tuple[float, float], properties: Properties) -> None:
        super().__init__("", pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 7))
        self.size, self._height = size, size[1]
        self.tree = StructureTree()
        self.properties = properties
        self._doc = TaggedDocument(self.tree, properties.language)
        self._marks = Marks(self._doc.thisPageName())
        self._late = LateCode()
        self._fonts: dict[str, GlyphFont] = {}
        self._stamp: StampForm | None = None
        self._stamp_colour: Colour | None = None
        self._origin: tuple[float, float] | None = None

    def _make_preamble(self) -> None:
        self._preamble = ""  # ReportLab's would name a font that is never embedded

    def flip(self, y: float) -> float:
        """A height from the top as a height from the bottom of the page, or the reverse."""
        return self._height - y

    def font(self, face: Face) -> GlyphFont:
        """The face as a font of this document."""
        font = self._fonts.get(face.digest)
        if font is None:
            font = self._fonts[face.digest] = GlyphFont(f"F{len(self._fonts) + 1}", face)
            self._doc.delayedFonts.append(font)
        return font

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
        """What is drawn inside is not content; marks and links inside are ignored."""
        self.emit(self._marks.begin_artifact(kind, subtype))
        yield
        self.emit(self._marks.end_artifact())

    @contextmanager
    def turned(self, x: float, y: float) -> Iterator[None]:
        """What is drawn inside is read when the page is turned by a quarter, which this page then is for readers.

        Its top left corner is the point of the page, its width goes up and its height to the right.
        """
        self.setPageRotation(90)
        self._origin = x, self.flip(y)
        self.emit(f"q 0 1 -1 0 {number(x + self._height)} {number(self.flip(y))} cm")
        yield
        self.emit("Q")
        self._origin = None

    def _area(self, area: Box) -> tuple[float, float, float, float]:
        """An area as its lower left and upper right corners on the page."""
        if self._origin is None:
            return area.x, self.flip(area.bottom), area.right, self.flip(area.y)
        x, y = self._origin
        return x + area.y, y + area.x, x + area.bottom, y + area.right

    def late(self, fill: Fill) -> None:
        """Reserve a place for operators that `fill` gives once all pages are drawn."""
        self.emit(self._late.reserve(fill))

    def draw_picture(self, picture: Picture, area: Box, window: Box | None = None) -> None:
        """Draw an image file over an area, or what of it lies in the window; one that is drawn twice is written once.

        Raises OSError for what is none.
        """
        name = self._doc.getXObjectName(picture.digest)
        if name not in self._doc.idToObject:
            drawn = form_object(picture) if picture.shapes else image_object(picture.data)
            self._doc.Reference(drawn, name)
        self._formsinuse.append(picture.digest)
        matrix = " ".join(map(number, (area.width, 0, 0, area.height, area.x, self.flip(area.bottom))))
        edges = (window.x, self.flip(window.bottom), window.width, window.height) if window else ()
        clip = f"{' '.join(map(number, edges))} re W n " if edges else ""
        self.emit(f"q {clip}{matrix} cm /{name} Do Q")

    # navigation

    def link(self, element: Element, area: Box, contents: str, target: str) -> None:
        """A link annotation of the Link `element`; none within an artifact.

        `target` is a URI, or "#name" for a bookmark of this document, perhaps on a later page;
        `contents` says in words where it leads.
        """
        if self._marks.in_artifact:
            return
        uri = "" if target.startswith("#") else target
        destination = None if uri else self._bookmarkReference(target[1:])
        rectangle = self._area(area)
        annotation = LinkAnnotation(rectangle, contents, uri, destination)
        annotation.key = self.tree.add_annotation(element)
        name = f"link{annotation.key}"
        self._doc.addAnnotation(name, annotation)
        self._annotationrefs.append(self._doc.refAnnotation(name))
        element.place()
        element.kids.append(AnnotationKid(self._marks.page, self._doc.annotationName(name)))

    def bookmark(self, name: str, y: float) -> None:
        """Name a height of this page as a destination; readers keep their zoom."""
        self.bookmarkHorizontalAbsolute(name, self.flip(y))

    def outline(self, title: str, name: str, level: int) -> None:
        """An entry of the outline leading to the bookmark `name`; levels start at 0 and go down by one at most."""
        self.addOutlineEntry(title, name, level)

    # pages and file

    def reserve_stamp(self, stamp: Stamp, element: Element) -> None:
        """Draw the stamp of numbered copies on this page, as content of `element`, and on all that follow it.

        Raises SlotError for a text that no face has.
        """
        form = StampForm(stamp, element, self._height, self.font)
        name = self._doc.getXObjectName(FORM)
        self._doc.Reference(form, name)
        self._doc.delayedFonts += [] if form.is_filled else [form.font]
        self._doc.kept_last = (PACKET, name)
        self._stamp = form

    def colour_stamp(self, colour: Colour) -> None:
        """The stamp of this page alone is drawn in another colour."""
        self._stamp_colour = colour

    def _draw_stamp(self, form: StampForm) -> None:
        # once as content, where a reader meets it; on further pages as what pages repeat
        first = not form.owner.kids
        with self.marked(form.owner) if first else self.artifact("Pagination", "Watermark"):
            place = " ".join(map(number, form.place))
            self.emit(f"q {fill(self._stamp_colour or form.colour)} 1 0 0 1 {place} cm")
            self.doForm(FORM)
            self.emit("Q")

    def showPage(self) -> None:
        """Close the page and begin the next."""
        if self._stamp is not None:
            self._draw_stamp(self._stamp)
            self._stamp_colour = None
        super().showPage()

    def _setAnnotations(self, page: Any) -> None:
        # ReportLab calls this for each page (and form) just before it registers it
        super()._setAnnotations(page)
        if not isinstance(page, PDFPage):
            return
        self._marks.check_closed()
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self.tree.add_page(tuple(self._marks.owners))
        if page.Rotate:  # ReportLab exchanges them, as if they were those that readers see
            page.pagewidth, page.pageheight = page.pageheight, page.pagewidth
        page.Tabs = "/S"
        page.Trans = None

    def _startPage(self) -> None:
        super()._startPage()
        self.setPageRotation(0)
        self._marks = Marks(self._doc.thisPageName())

    def finish(self, kind: ArtefactKind, attachments: Sequence[Attachment] = ()) -> Artefact:
        """Close the last page if anything stands on it, and write the file."""
        if self._code:
            self.showPage()
        for page in self._doc.Pages.pages:
            # given whole, since ReportLab would encode it in base 85
            code = self._late.resolve(page.stream).encode("latin-1")
            page.Contents = PDFStream(content=code, filters=[PDFZCompress])
        self.tree.prune()
        identifier = self._stamp.label.filled("") if self._stamp else b""
        describe(self._doc, self.properties, attachments, identifier)
        written = self._doc.write(self)
        return Artefact(kind, written.data, tuple(self._slots(written)))

    def _slots(self, written: WrittenFile) -> Iterator[Slot]:
        if self._stamp is not None:
            packet, form = (written.bodies[self._doc.number_of(name)] for name in self._doc.kept_last)
            yield self._stamp.label_slot(written.data, packet)
            if not self._stamp.is_filled:
                yield self._stamp.slot(written.data, form)
            yield Slot("identifier", written.identifier, IDENTIFIER_LENGTH)
