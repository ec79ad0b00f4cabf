"""Link annotations (ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.5)."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from rapport.formats.pdf.tags.syntax import number, text_string, uri_string


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
