"""An Office Open XML package against the rebuilt one, part by part along its relationships."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree
from msgspec import Struct, field

from rapport.formats.office.archive import open_archive, parse
from rapport.formats.office.package import OfficePackage, open_package
from rapport.formats.unreadable import UnreadableError, quoted

TYPES = "[Content_Types].xml"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TOLD = {
    "Types": frozenset[str](),
    "Default": frozenset(("Extension", "ContentType")),
    "Override": frozenset(("PartName", "ContentType")),
    "Relationships": frozenset[str](),
    "Relationship": frozenset(("Id", "Type", "Target", "TargetMode")),
}
"""The elements of both kinds of lists with their attributes (ISO/IEC 29500-2, 10.1.2.2 and 9.3)."""
PACKAGES = (".xlsx", ".xlsm", ".xlsb", ".docx", ".pptx")
WHITE = " \t\r\n"

Edges = dict[str, tuple[str, str, str]]
"""Relationship id -> type, target, mode."""


class PackageParts(Struct, frozen=True):
    """Two parts in the same place: their names here and there, and the trail of kinds that leads to them."""

    found: str
    wanted: str
    trail: tuple[str, ...]


class PackageFault(Struct, frozen=True):
    """A difference in a part of the rebuilt package (its name there; empty for the package), as a sentence."""

    part: str
    message: str


class PackageComparison(Struct):
    """Two packages, walked together; a pair of parts is looked at once."""

    found: OfficePackage
    wanted: OfficePackage
    seen: set[str] = field(default_factory=set)

    def faults(self) -> Iterator[PackageFault]:
        """All differences, parts that nothing leads to included."""
        pending, matched = [PackageParts("", "", ())], {"", TYPES}
        while pending:
            parts = pending.pop()
            matched |= {parts.found, _relations(parts.found)}
            yield from self._part(parts)
            yield from self._edges(parts, pending)
        for name in self.found.parts:
            if name not in matched:
                yield PackageFault("", f"partie ajoutée\u00a0: {quoted(name)}")
        yield from self._defaults()
        for name in self.found.parts:
            if name == TYPES or name.endswith(".rels"):
                yield from (PackageFault("", message) for message in _beside(self.found.root(name), name))

    def _part(self, parts: PackageParts) -> Iterator[PackageFault]:
        if not parts.wanted:
            return
        given, wanted = self.found.parts[parts.found], self.wanted.parts[parts.wanted]
        kind, other = content_type(self.found, parts.found), content_type(self.wanted, parts.wanted)
        if kind != other:
            yield PackageFault(parts.wanted, f"type {quoted(kind)} au lieu de {quoted(other)}")
        if given != wanted:
            yield from (
                PackageFault(parts.wanted, message) for message in part_differences(parts.wanted, given, wanted)
            )

    def _edges(self, parts: PackageParts, pending: list[PackageParts]) -> Iterator[PackageFault]:
        given, wanted = edges(self.found, parts.found), edges(self.wanted, parts.wanted)
        for key in sorted(given.keys() | wanted.keys()):
            one, other = given.get(key), wanted.get(key)
            if one is None or other is None:
                kind, target, _ = one or other or ("", "", "")
                what = "lien ajouté" if other is None else "lien retiré"
                yield PackageFault(parts.wanted, f"{what}\u00a0: {kind.rpartition('/')[2]} vers {quoted(target)}")
            elif (one[0], one[2]) != (other[0], other[2]) or (one[2] and one[1] != other[1]):
                yield PackageFault(parts.wanted, f"un lien mène à {quoted(one[1])} au lieu de {quoted(other[1])}")
            elif not one[2]:
                yield from self._follow(one[1], other[1], pending)

    def _follow(self, found: str, wanted: str, pending: list[PackageParts]) -> Iterator[PackageFault]:
        """Goes on to the parts a relationship leads to, if that is the first one to lead to either."""
        pair = f"{found}\0{wanted}"
        if pair in self.seen:
            return
        self.seen |= {pair}
        if found not in self.found.parts:
            yield PackageFault(wanted, "partie absente")
        elif {f"<{found}", f">{wanted}"} & self.seen:
            yield PackageFault(wanted, "la partie n’est plus à sa place")
        else:
            self.seen |= {f"<{found}", f">{wanted}"}
            pending.append(PackageParts(found, wanted, ()))

    def _defaults(self) -> Iterator[PackageFault]:
        """Types told by ending that lead programs to take a part for something else."""
        for ending, kind in _types(self.found)[0].items():
            known = _types(self.wanted)[0].get(ending)
            if known != kind and known is not None:
                yield PackageFault("", f"les fichiers {quoted(ending)} se disent {quoted(kind)}")


def part_differences(name: str, given: bytes, wanted: bytes) -> Iterator[str]:
    """What differs between two parts: workbooks part by part, XML by its elements, the rest by its bytes."""
    if name.endswith(PACKAGES):
        yield from workbook_differences(given, wanted)
    elif name.endswith((".xml", ".rels", ".vml")):
        if canonical(given, name) != canonical(wanted, name):
            yield first_difference(parse(given, name), parse(wanted, name))
    else:
        yield "contenu remplacé"


def workbook_differences(given: bytes, wanted: bytes) -> Iterator[str]:
    """The differences of a workbook inside the package."""
    for fault in PackageComparison(open_package(given), open_package(wanted)).faults():
        place = f"{PurePosixPath(fault.part).name}\u00a0: " if fault.part else ""
        yield f"classeur\u00a0: {place}{fault.message}"


def canonical(data: bytes, name: str) -> bytes:
    """A part in the one way of writing that all programs share (W3C Canonical XML). Raises `UnreadableError`."""
    try:
        return bytes(etree.tostring(parse(data, name), method="c14n"))
    except etree.C14NError as error:  # of namespaces that no program of Office writes
        raise UnreadableError(f"XML d’une forme inconnue dans {quoted(name)}") from error


def first_difference(given: etree._Element, wanted: etree._Element) -> str:
    """The first element that differs, in words."""
    stack = [(given, wanted)]
    while stack:
        one, other = stack.pop()
        if one.tag != other.tag:
            return f"élément {quoted(_tag(one))} au lieu de {quoted(_tag(other))}"
        for key in sorted({*one.attrib, *other.attrib}, key=str):
            if one.get(key) != other.get(key):
                before, after = one.get(key, "rien"), other.get(key, "rien")
                return f"{_tag(one)}, {_local(str(key))}\u00a0: {quoted(before)} au lieu de {quoted(after)}"
        if _text(one) != _text(other):
            return f"texte {quoted(_text(one))} au lieu de {quoted(_text(other))}"
        if len(one) != len(other):
            return _surplus(one, other)
        stack += reversed(list(zip(one, other, strict=True)))
    return "élément ou texte différent"


def _surplus(one: etree._Element, other: etree._Element) -> str:
    """Which child there is too much, or is missing."""
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if _bytes(a) != _bytes(b)), -1)
    longer, what = (one, "ajouté") if len(one) > len(other) else (other, "retiré")
    child = longer[at if at >= 0 else min(len(one), len(other))]
    said = child.itertext() if isinstance(child.tag, str) else (child.text,)
    text = "".join(map(str, said)).strip(WHITE)
    words = f" (texte {quoted(text)})" if text else ""
    return f"élément {what}\u00a0: {quoted(_tag(child))}{words} dans {_tag(one)}"


def _bytes(node: etree._Element) -> bytes:
    if not isinstance(node.tag, str):  # lxml ends the whole process when it makes a remark alone canonical
        return f"{node.tag.__name__} {node.text}".encode()
    return bytes(etree.tostring(node, method="c14n"))


def _text(node: etree._Element) -> str:
    return (node.text or "") + (node.tail or "")


def _tag(node: etree._Element) -> str:
    return _local(str(node.tag)) if isinstance(node.tag, str) else "commentaire"


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def edges(package: OfficePackage, name: str) -> Edges:
    """The relationships of a part, or of the package for an empty name; targets within it by their part's name."""
    relations = _relations(name)
    if relations not in package.parts:
        return {}
    found: Edges = {}
    related = package.relations(name)
    for node in package.root(relations).iter(RELATIONS):
        key, mode = str(node.get("Id")), str(node.get("TargetMode", ""))
        mode = "" if mode == "Internal" else mode
        if key in found:
            raise UnreadableError(f"deux liens de même identifiant dans {quoted(relations)}")
        target = str(node.get("Target", "")) if mode else related[key].target
        found[key] = (str(node.get("Type", "")), target, mode)
    return found


def _beside(root: etree._Element, name: str) -> Iterator[str]:
    """What a list of relationships or of types holds beside them: words that no program shows."""
    for node in root.iter():
        known = TOLD.get(_tag(node))
        if known is None or _text(node).strip(WHITE) or set(map(str, node.attrib)) - known:
            yield f"texte, remarque ou attribut ajouté dans {quoted(name)}"
            return


def _relations(name: str) -> str:
    folder, _, base = name.rpartition("/")
    return f"{folder}/_rels/{base}.rels".lstrip("/")


def content_type(package: OfficePackage, name: str) -> str:
    """The media type of a part."""
    defaults, overrides = _types(package)
    return overrides.get(name, defaults.get(name.rpartition(".")[2].lower(), ""))


def _types(package: OfficePackage) -> tuple[dict[str, str], dict[str, str]]:
    """Types by ending and by part (ISO/IEC 29500-2, 10.1.2.2)."""
    root = package.root(TYPES)
    defaults = {str(n.get("Extension", "")).lower(): str(n.get("ContentType")) for n in root if _tag(n) == "Default"}
    overrides = {
        str(n.get("PartName", "")).lstrip("/"): str(n.get("ContentType")) for n in root if _tag(n) == "Override"
    }
    return defaults, overrides


def package_faults(found: bytes, rebuilt: bytes) -> tuple[PackageFault, ...]:
    """What differs between two packages. Raises `UnreadableError`."""
    return tuple(PackageComparison(OfficePackage(open_archive(found).members), open_package(rebuilt)).faults())
