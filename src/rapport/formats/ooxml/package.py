"""Parts and the relationships between them, as the files of an Office package (ECMA-376 part 2).

Each part is added, named and related in constant time, however many there are, and the graph is walked without
recursion: slides may be linked one to the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from posixpath import relpath, split

from msgspec import Struct, field

from rapport.formats.ooxml.kinds import RelationType
from rapport.formats.ooxml.markup import Markup, document, element, join
from rapport.formats.ooxml.zip import Member

_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
"""Of relationships, which lxml wrote at first: what was handed out then is the same file now."""
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
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


class FilePart(Struct, eq=False):
    """One file of a package: its name from the root (`/ppt/slides/slide1.xml`), its content type, its bytes.

    `relations` are by their identifiers (`rId7`), which the part's own markup names.
    """

    name: str
    content_type: str
    data: bytes = b""
    relations: dict[str, PartRelation] = field(default_factory=dict)

    @property
    def extension(self) -> str:
        """The ending of its name, without the point."""
        return self.name.rpartition(".")[2]

    def related(self, kind: str) -> FilePart:
        """The first part that it refers to by a type of relationship. Raises KeyError where there is none."""
        for relation in self.relations.values():
            if relation.kind == kind and isinstance(relation.target, FilePart):
                return relation.target
        raise KeyError(kind)


class PartRelation(Struct, frozen=True, eq=False):
    """From a part to another, or to an address outside of the package; `kind` is its type in full."""

    kind: str
    target: FilePart | str


class NewPackage:
    """An empty package, to which parts are added."""

    def __init__(self) -> None:
        self.relations: dict[str, PartRelation] = {}
        self._counters: Counter[str] = Counter()
        self._images: dict[bytes, FilePart] = {}

    def add(self, name: str, content_type: str, data: bytes = b"") -> FilePart:
        """A new part. A `%d` in its name is the next number of a counter of its own, from 1."""
        if "%d" in name:
            self._counters[name] += 1
            name = name % self._counters[name]
        return FilePart(name, content_type, data)

    def count(self, name: str) -> int:
        """How many parts have been named by a pattern."""
        return self._counters[name]

    def image(self, data: bytes, extension: str) -> FilePart:
        """The part that holds these bytes; the same bytes are stored once. `extension` is `png`, `jpg` or `gif`."""
        digest = sha256(data).digest()
        if digest not in self._images:
            self._images[digest] = self.add(f"/ppt/media/image%d.{extension}", _DEFAULT_TYPES[extension], data)
        return self._images[digest]

    def parts(self) -> Iterator[FilePart]:
        """Every part that something refers to, once."""
        seen: set[FilePart] = set()
        pending = [*self.relations.values()]
        while pending:
            target = pending.pop().target
            if isinstance(target, FilePart) and target not in seen:
                seen.add(target)
                yield target
                pending += target.relations.values()

    def members(self) -> Iterator[Member]:
        """The files of the package, in no particular order."""
        parts = tuple(self.parts())
        yield Member("[Content_Types].xml", _content_types(parts))
        yield Member("_rels/.rels", _listed(self.relations, "/"))
        for part in parts:
            yield Member(part.name[1:], part.data)
            if part.relations:
                folder, name = split(part.name)
                yield Member(f"{folder[1:]}/_rels/{name}.rels", _listed(part.relations, folder))


def relate(source: NewPackage | FilePart, target: FilePart, kind: str) -> str:
    """A new relationship from the package or a part to a part; answers its identifier (`rId7`).

    `kind` is a member of `RelationType`. The caller makes sure that it is not there already.
    """
    return _added(source.relations, PartRelation(kind, target))


def relate_as(source: FilePart, target: FilePart, kind: str, identifier: str) -> None:
    """The same under an identifier that markup already names."""
    source.relations[identifier] = PartRelation(kind, target)


def relate_externally(source: FilePart, uri: str) -> str:
    """A new hyperlink from a part to an address outside of the package; answers its identifier."""
    return _added(source.relations, PartRelation(RelationType.HYPERLINK, uri))


def _added(relations: dict[str, PartRelation], relation: PartRelation) -> str:
    """Adds a relationship under the next number that is free, where some were given others."""
    number = len(relations) + 1
    while (identifier := f"rId{number}") in relations:
        number -= 1
    relations[identifier] = relation
    return identifier


def _listed(relations: Mapping[str, PartRelation], folder: str) -> bytes:
    """The relationships of what stands in a folder, by their numbers (ECMA-376 part 2, 8.5.3)."""
    ordered = sorted(relations, key=lambda identifier: (_number(identifier), identifier))
    written = (_relationship(identifier, relations[identifier], folder) for identifier in ordered)
    return _DECLARATION + element("Relationships", join(written), xmlns=_RELATIONSHIPS).encode()


def _relationship(identifier: str, relation: PartRelation, folder: str) -> Markup:
    target, mode = relation.target, None
    if isinstance(target, str):
        reference, mode = target, "External"
    else:
        reference = relpath(target.name, folder)
    return element("Relationship", Id=identifier, Type=relation.kind, Target=reference, TargetMode=mode)


def _number(identifier: str) -> int:
    digits = identifier.removeprefix("rId")
    return int(digits) if digits.isdecimal() else 0


def _content_types(parts: tuple[FilePart, ...]) -> bytes:
    defaults = {"rels", "xml"} | {part.extension for part in parts if _is_default(part)}
    overrides = sorted((part.name, part.content_type) for part in parts if not _is_default(part))
    return document(
        element(
            "Types",
            join(element("Default", Extension=ext, ContentType=_DEFAULT_TYPES[ext]) for ext in sorted(defaults)),
            join(element("Override", PartName=name, ContentType=kind) for name, kind in overrides),
            xmlns=_CONTENT_TYPES,
        )
    )


def _is_default(part: FilePart) -> bool:
    return _DEFAULT_TYPES.get(part.extension) == part.content_type
