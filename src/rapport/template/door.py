"""The bytes of a template -> the parts that decks are made with; what runs, calls out or follows readers stays outside.

Parts are kept by what leads to them, not by what they are called: whatever none of the allowed relationships leads to
is left behind, and said.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from rapport.formats.office.archive import Archive, ArchiveLimits, open_archive, parse
from rapport.formats.unreadable import UnreadableError
from rapport.origin import Origin
from rapport.problem import ContentError, Problem

Relation = tuple[str, str, str]
"""Kind (the last word of its type), target's part name or address, type in full."""

LARGEST_FILE, LIMITS = 64 << 20, ArchiveLimits(total=256 << 20, members=4_000, ratio=0, rooted=True)
"""Bytes of the file and of all its parts, and how many these are: a template with pictures has a tenth of that."""
LARGEST_TREE = 2_000_000
"""Elements of a part: the data of a chart of ten thousand points have a tenth of that."""
STRICT = "http://purl.oclc.org/ooxml/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
ALLOWED: Mapping[str, tuple[str, ...]] = {
    "presentation": ("slideMaster", "slide"),
    "slideMaster": ("slideLayout", "theme", "image"),
    "slideLayout": ("slideMaster", "image"),
    "slide": ("slideLayout", "image", "chart", "hyperlink"),
    "chart": ("package",),
    "theme": ("image",),
}
"""What each kind of part may lead to; `slide` alone to an address, which its reader clicks on."""
REMOVED: Mapping[str, str] = {
    "vbaProject": "macros (programme VBA)",
    "oleObject": "objet OLE",
    "control": "contrôle ActiveX",
    "attachedTemplate": "modèle lié",
    "font": "polices incorporées",
    "video": "film",
    "audio": "son",
    "media": "film ou son",
    "tags": "étiquettes de compléments",
    "customXml": "données de compléments",
    "comments": "commentaires",
    "commentAuthors": "auteurs de commentaires",
    "authors": "auteurs de commentaires",
    "hyperlink": "lien vers l’extérieur",
    "vmlDrawing": "dessin VML",
    "ctrlProp": "contrôle",
    "externalLink": "classeur lié",
    "diagramData": "schéma SmartArt",
}
"""What is left behind and worth a word; other kinds (thumbnails, printer settings, views) are left in silence."""
PICTURES: Mapping[str, str] = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
"""Kinds of pictures by their ending; the last two, of Windows alone, hold many a logo and are kept as they are."""
SIGNS: Mapping[str, Mapping[int, tuple[bytes, ...]]] = {
    "png": {0: (b"\x89PNG\r\n\x1a\n",)},
    "jpg": {0: (b"\xff\xd8\xff",)},
    "jpeg": {0: (b"\xff\xd8\xff",)},
    "gif": {0: (b"GIF8",)},
    "emf": {0: (b"\x01\0\0\0",), 40: (b" EMF",)},
    "wmf": {0: (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0")},
}
"""What stands at some places of each kind (MS-EMF 2.3.4.2, MS-WMF 2.3.2)."""


class OpenedPackage(Struct, frozen=True):
    """The parts kept, by name without a leading slash, and what each leads to; `said` is what was left outside."""

    name: str
    main: str
    parts: Mapping[str, bytes]
    kinds: Mapping[str, str]
    relations: Mapping[str, Mapping[str, Relation]]
    said: tuple[str, ...]


def opened(data: bytes, name: str) -> OpenedPackage:
    """The template's parts. Raises ContentError for what is no presentation, is damaged or made to harm."""
    archive = _archive(data, name)
    relations = {part: dict(_relations(archive, part, name)) for part in ("", *archive)}
    main = next((target for kind, target, _ in relations[""].values() if kind == "officeDocument"), "")
    root = _root(archive[main], main, name) if main in archive else None
    if root is None or etree.QName(root).localname != "presentation":
        raise refusal(name, "le fichier n’est pas une présentation PowerPoint (.pptx, .potx)")
    if STRICT.encode() in archive[main]:
        raise refusal(
            name,
            "le fichier est au format «\u00a0Strict Open XML\u00a0», que seul PowerPoint écrit",
            "enregistrez-le comme «\u00a0Modèle PowerPoint (*.potx)\u00a0»",
        )
    kinds = dict(_kept(main, archive, relations))
    for part in kinds:
        if part.endswith(".xml"):
            _root(archive[part], part, name)
    kept = {part: {key: link for key, link in relations[part].items() if _goes(link, kinds)} for part in kinds}
    said = tuple(dict.fromkeys(_left(relations, archive)))
    return OpenedPackage(name, main, {part: archive[part] for part in kinds}, kinds, kept, said)


def refusal(name: str, message: str, hint: str = "vérifiez le fichier dans PowerPoint ou LibreOffice") -> ContentError:
    """A template that cannot be used, as a located problem."""
    return ContentError((Problem("template-unreadable", message, Origin(name), hint),))


def _archive(data: bytes, name: str) -> Archive:
    if len(data) > LARGEST_FILE:
        raise refusal(name, f"le modèle dépasse {LARGEST_FILE >> 20}\u00a0Mio")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise refusal(
            name,
            "le modèle est à mot de passe, ou au format d’avant 2007",
            "enregistrez-le en .potx, sans mot de passe",
        )
    try:
        return open_archive(data, LIMITS)
    except UnreadableError as error:
        raise refusal(name, f"{error}") from error


def _root(data: bytes, part: str, name: str) -> etree._Element:
    """A part's root element; entities are never followed."""
    try:
        return parse(data, part, LIMITS.total, LARGEST_TREE)
    except UnreadableError as error:
        raise refusal(name, f"{error}") from error


def _relations(archive: Archive, part: str, name: str) -> Iterator[tuple[str, Relation]]:
    folder, _, base = part.rpartition("/")
    listed = f"{folder}/_rels/{base}.rels".lstrip("/")
    if listed not in archive:
        return
    for node in _root(archive[listed], listed, name):
        if not isinstance(node.tag, str):
            continue
        kind, target = str(node.get("Type", "")), str(node.get("Target", ""))
        external = node.get("TargetMode") == "External"
        place = target if external else _resolved(folder, target)
        yield str(node.get("Id")), (kind.rpartition("/")[2], f"\0{place}" if external else place, kind)


def _resolved(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _kept(main: str, archive: Archive, relations: Mapping[str, Mapping[str, Relation]]) -> Iterator[tuple[str, str]]:
    """Each part that allowed relationships lead to, with its kind, from the presentation on."""
    seen, pending = {main}, [(main, "presentation")]
    while pending:
        part, kind = pending.pop(0)
        yield part, kind
        for led, target, _ in relations[part].values():
            wanted = led in ALLOWED.get(kind, ()) and target in archive and target not in seen
            if wanted and _sound(led, target, archive):
                seen.add(target)
                pending.append((target, led))


def _sound(kind: str, part: str, archive: Archive) -> bool:
    """Whether a picture is what its name says, and a workbook one that runs nothing; other parts are XML."""
    ending = part.rpartition(".")[2].lower()
    if kind == "image":
        signs = SIGNS.get(ending, {})
        return bool(signs) and all(archive[part].startswith(signs[place], place) for place in signs)
    return ending == "xlsx" if kind == "package" else ending == "xml"


def _goes(link: Relation, kinds: Mapping[str, str]) -> bool:
    """Whether a relationship leads to a part that is kept, of that kind."""
    return kinds.get(link[1]) == link[0]


def _left(relations: Mapping[str, Mapping[str, Relation]], archive: Archive) -> Iterator[str]:
    """What was left outside, a word for each kind and place."""
    for part, links in relations.items():
        for kind, target, _ in links.values():
            outside = target.startswith("\0")
            if outside and kind not in ("hyperlink",):
                yield f"contenu pris hors du fichier\u00a0: {target[1:]}"
            elif kind in REMOVED and (kind != "hyperlink" or outside):
                yield f"{REMOVED[kind]}\u00a0: {target.lstrip(chr(0)) or part}"
            elif kind == "image" and target in archive and not _sound(kind, target, archive):
                yield f"image d’un format que les présentations ne montrent pas partout\u00a0: {target}"
