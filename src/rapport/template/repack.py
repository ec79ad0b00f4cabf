"""Parts of a template as a package again, for a library to open."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping

from rapport.formats.ooxml.markup import document, element, join
from rapport.template.door import OFFICE, PICTURES, OpenedPackage

TYPES = "application/vnd.openxmlformats-officedocument.presentationml."
CONTENT_TYPES: Mapping[str, str] = {
    "presentation": TYPES + "presentation.main+xml",
    "slideMaster": TYPES + "slideMaster+xml",
    "slideLayout": TYPES + "slideLayout+xml",
    "slide": TYPES + "slide+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "package": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""By the kind of relationship that leads to a part; pictures by their ending."""
_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/"


def content_type(part: str, kind: str) -> str:
    """The media type of a part."""
    return CONTENT_TYPES.get(kind) or PICTURES[part.rpartition(".")[2].lower()]


def repacked(found: OpenedPackage) -> bytes:
    """A package of the parts alone."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", _types(found))
        archive.writestr(
            "_rels/.rels", _relations("", {"rId1": ("officeDocument", found.main, OFFICE + "officeDocument")})
        )
        for part, data in found.parts.items():
            archive.writestr(part, data)
            folder, _, base = part.rpartition("/")
            if found.relations[part]:
                archive.writestr(f"{folder}/_rels/{base}.rels", _relations(folder, found.relations[part]))
    return buffer.getvalue()


def _types(found: OpenedPackage) -> bytes:
    defaults = element(
        "Default", Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml"
    )
    overrides = (
        element("Override", PartName=f"/{part}", ContentType=content_type(part, kind))
        for part, kind in found.kinds.items()
    )
    return document(element("Types", defaults, join(overrides), xmlns=_NAMESPACE + "content-types"))


def _relations(folder: str, links: Mapping[str, tuple[str, str, str]]) -> bytes:
    listed = (
        element("Relationship", Id=key, Type=kind, Target=posixpath.relpath(f"/{target}", f"/{folder}"))
        for key, (_, target, kind) in links.items()
    )
    return document(element("Relationships", join(listed), xmlns=_NAMESPACE + "relationships"))
