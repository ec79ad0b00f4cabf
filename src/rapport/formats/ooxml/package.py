"""python-pptx as the layer of parts and relationships, without the searches that make big decks slow.

Stock python-pptx walks the whole graph of parts for each new part name and image, rebuilds an index of
relationships for each new one, and walks the graph by recursion: time per slide grows with the number of slides,
and about 990 slides linked one to the next exhaust the stack. Nothing else in this package reaches into its
private names, which is why its version is pinned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO

from pptx.opc.constants import RELATIONSHIP_TARGET_MODE, RELATIONSHIP_TYPE
from pptx.opc.package import Part, _Relationship
from pptx.opc.packuri import PackURI
from pptx.package import Package

from rapport.formats.ooxml.markup import document, element, join
from rapport.formats.ooxml.zip import Member

_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULT_TYPES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}


class FastPackage(Package):
    """An empty package to which parts are added in constant time."""

    def __init__(self) -> None:
        super().__init__(BytesIO())
        self._counters: Counter[str] = Counter()
        self._images: dict[bytes, Part] = {}

    def add(self, name: str, content_type: str, data: bytes = b"") -> Part:
        """A new part. A `%d` in its name is the next number of a counter of its own, from 1."""
        if "%d" in name:
            self._counters[name] += 1
            name = name % self._counters[name]
        return Part(PackURI(name), content_type, self, data)

    def count(self, name: str) -> int:
        """How many parts have been named by a pattern."""
        return self._counters[name]

    def image(self, data: bytes, extension: str) -> Part:
        """The part that holds these bytes; the same bytes are stored once. `extension` is `png`, `jpg` or `gif`."""
        digest = sha256(data).digest()
        if digest not in self._images:
            self._images[digest] = self.add(f"/ppt/media/image%d.{extension}", _DEFAULT_TYPES[extension], data)
        return self._images[digest]

    def iter_rels(self) -> Iterator[_Relationship]:
        """Every relationship once, depth first, without recursion."""
        seen: set[Part] = set()
        pending = [iter(self._rels.values())]
        while pending:
            relationship = next(pending[-1], None)
            if relationship is None:
                pending.pop()
                continue
            yield relationship
            if not relationship.is_external and relationship.target_part not in seen:
                seen.add(relationship.target_part)
                pending.append(iter(relationship.target_part.rels.values()))

    def members(self) -> Iterator[Member]:
        """The files of the package, in no particular order."""
        parts = tuple(self.iter_parts())
        yield Member("[Content_Types].xml", _content_types(parts))
        yield Member("_rels/.rels", self._rels.xml)
        for part in parts:
            yield Member(part.partname.membername, part.blob)
            if len(part.rels):
                yield Member(part.partname.rels_uri.membername, part.rels.xml)


def relate(source: FastPackage | Part, target: Part, kind: str) -> str:
    """A new relationship from the package or a part to a part; answers its identifier (`rId7`).

    `kind` is a member of python-pptx's RELATIONSHIP_TYPE. The caller makes sure that it is not there already.
    """
    return _add_relationship(source, kind, target, is_external=False)


def relate_as(source: Part, target: Part, kind: str, identifier: str) -> None:
    """The same under an identifier that markup already names; `kind` is the relationship's type in full."""
    internal = RELATIONSHIP_TARGET_MODE.INTERNAL
    relation = _Relationship(source.partname.baseURI, identifier, kind, target_mode=internal, target=target)
    source._rels._rels[identifier] = relation  # noqa: SLF001 (see above)


def relate_externally(source: Part, uri: str) -> str:
    """A new hyperlink from a part to an address outside of the package; answers its identifier."""
    return _add_relationship(source, RELATIONSHIP_TYPE.HYPERLINK, uri, is_external=True)


def _add_relationship(source: FastPackage | Part, kind: str, target: Part | str, *, is_external: bool) -> str:
    return str(source._rels._add_relationship(kind, target, is_external=is_external))  # noqa: SLF001 (see above)


def _content_types(parts: tuple[Part, ...]) -> bytes:
    defaults = {"rels", "xml"} | {part.partname.ext for part in parts if _is_default(part)}
    overrides = sorted((part.partname, part.content_type) for part in parts if not _is_default(part))
    return document(
        element(
            "Types",
            join(element("Default", Extension=ext, ContentType=_DEFAULT_TYPES[ext]) for ext in sorted(defaults)),
            join(element("Override", PartName=name, ContentType=kind) for name, kind in overrides),
            xmlns=_CONTENT_TYPES,
        )
    )


def _is_default(part: Part) -> bool:
    return _DEFAULT_TYPES.get(part.partname.ext) == part.content_type
