"""A PDF against the rebuilt one: pages, links, bookmarks, tags, fonts, metadata, whatever the order of its objects."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from io import BytesIO

import pikepdf
from msgspec import Struct, field

from rapport.formats.unreadable import UnreadableError, quoted
from rapport.verify.pdf.document import examined_once, open_pdf
from rapport.verify.rebuilt.graph import Graph, same_stream
from rapport.verify.rebuilt.metadata import metadata_differences
from rapport.verify.rebuilt.pictures import page_differences, runs
from rapport.verify.report import Finding

PARTS: Mapping[str, tuple[str, str]] = {
    "/StructTreeRoot": ("rebuilt-tags", "le balisage du document diffère"),
    "/MarkInfo": ("rebuilt-tags", "le document ne se dit plus balisé de la même façon"),
    "/Outlines": ("rebuilt-bookmarks", "les signets diffèrent"),
    "/PageLabels": ("rebuilt-bookmarks", "les numéros de page affichés diffèrent"),
    "/OpenAction": ("rebuilt-actions", "le document agit ou s’ouvre autrement"),
    "/AA": ("rebuilt-actions", "le document agit de lui-même"),
    "/OCProperties": ("rebuilt-layers", "des calques ont été ajoutés ou changés"),
    "/AcroForm": ("rebuilt-forms", "des champs de formulaire ont été ajoutés ou changés"),
    "/AF": ("rebuilt-attachments", "les fichiers joints diffèrent"),
    "/Names": ("rebuilt-attachments", "les fichiers joints, scripts ou noms diffèrent"),
    "/OutputIntents": ("rebuilt-metadata", "le profil de couleurs diffère"),
    "/Lang": ("rebuilt-metadata", "la langue déclarée diffère"),
}
"""The entries of a catalogue by what a reader knows them as; another entry is named as it is."""

PAGE_PARTS: Mapping[str, tuple[str, str]] = {
    "/Annots": ("rebuilt-annotations", "liens ou annotations différents"),
    "/AA": ("rebuilt-actions", "la page agit d’elle-même"),
    "/Contents": ("rebuilt-content", "textes ou tracés différents"),
    "/StructParents": ("rebuilt-tags", "le balisage de la page diffère"),
    "/Tabs": ("rebuilt-tags", "l’ordre de tabulation diffère"),
    **dict.fromkeys(
        ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox", "/Rotate", "/UserUnit"),
        ("rebuilt-frame", "format, rotation ou rognage différent"),
    ),
}
RESOURCES: Mapping[str, tuple[str, str]] = {
    "/Font": ("rebuilt-fonts", "une police a été changée"),
    "/XObject": ("rebuilt-content", "une image ou un tracé a été changé"),
}
"""What pages draw with; anything else is named as it is."""
INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
"""Entries that a page may take from the tree above it (ISO 32000-1, table 30)."""
LOOKS = ("rebuilt-fonts", "rebuilt-content", "rebuilt-annotations", "rebuilt-frame", "rebuilt-resources")
"""What may change the picture of a page."""


class PdfChanges(Struct):
    """What differs: by code and message, the pages on which it does (0 for the document)."""

    found: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def add(self, code: str, message: str, page: int = 0) -> None:
        """One more difference."""
        pages = self.found.setdefault((code, message), [])
        if page not in pages:
            pages.append(page)

    def pages(self, codes: Iterable[str]) -> set[int]:
        """The pages on which something of these kinds differs."""
        return {page for (code, _), pages in self.found.items() if code in codes for page in pages if page}

    def findings(self) -> Iterator[Finding]:
        """One for each kind, its pages together."""
        for (code, message), pages in self.found.items():
            yield Finding(code, message, runs("page", [page for page in pages if page]))


def pdf_differences(found: bytes, rebuilt: bytes) -> tuple[Finding, ...]:
    """What differs between a PDF and the rebuilt one, however it was saved. Raises `UnreadableError`.

    Where no object does, its pages are looked at all the same: two engines may read a file in two ways.
    """
    examined_once(found)  # before anything parses its instructions
    with open_pdf(found) as given, open_pdf(rebuilt) as wanted:
        unlike = normal_form(found) != _normal_form(rebuilt)
        changes = _changes(given, wanted) if unlike else PdfChanges()
        metadata = tuple(metadata_differences(given, wanted))
        _draw(found, rebuilt, changes, len(wanted.pages))
        if given.get_warnings():
            changes.add("rebuilt-damaged", "le fichier est abîmé\u00a0: un lecteur doit le réparer")
        return (*changes.findings(), *metadata)


def normal_form(data: bytes) -> bytes:
    """The objects as qpdf numbers and writes them from the root on: the same for all that are the same document."""
    with open_pdf(data) as pdf, warnings.catch_warnings():
        if any(_is_folded(each) for each in pdf.objects):
            raise UnreadableError("un flux du PDF est compressé plusieurs fois")
        for holder, key in ((pdf.Root, "/Metadata"), (pdf.trailer, "/Info")):
            if key in holder:
                del holder[key]
        target = BytesIO()
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)  # of form fields, which are told as a difference
        pdf.save(
            target,
            static_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
            fix_metadata_version=False,
            encryption=False,
        )
        return target.getvalue().partition(b"\n")[2]


def _is_folded(value: object) -> bool:
    """Whether a stream is compressed more than once, and may unfold to any size."""
    filters = value.get("/Filter") if isinstance(value, pikepdf.Stream) else None
    return isinstance(filters, pikepdf.Array) and len(filters) > 1


_normal_form = lru_cache(4)(normal_form)
"""Of what was rebuilt: many files may be compared with it."""


def _changes(given: pikepdf.Pdf, wanted: pikepdf.Pdf) -> PdfChanges:
    changes, graph = PdfChanges(), Graph()
    pages = list(zip(given.pages, wanted.pages, strict=False))
    if len(given.pages) != len(wanted.pages):
        changes.add("rebuilt-pages", f"{len(given.pages)} pages au lieu de {len(wanted.pages)}")
    for one, other in pages:
        graph.hold(one.obj, other.obj)
    for key in ("/Pages", "/StructTreeRoot", "/Outlines"):
        graph.hold(given.Root.get(key), wanted.Root.get(key))
    for number, (one, other) in enumerate(pages, start=1):
        _page(one.obj, other.obj, number, (graph, changes))
    _catalogue(given.Root, wanted.Root, graph, changes)
    if "/Encrypt" in given.trailer:
        changes.add("rebuilt-protection", "le fichier est protégé, le document reconstruit ne l’est pas")
    return changes


def _catalogue(one: pikepdf.Object, other: pikepdf.Object, graph: Graph, changes: PdfChanges) -> None:
    for key in sorted((set(one.keys()) | set(other.keys())) - {"/Pages", "/Metadata", "/Type"}):
        for path in graph.differences(one.get(key), other.get(key), held=True):
            code, message = PARTS.get(key, ("rebuilt-document", f"l’entrée {quoted(key[1:])} du catalogue diffère"))
            changes.add(code, message + _detail(code, path))


def _detail(code: str, path: tuple[str, ...]) -> str:
    """What of the tags differs is worth a word: an alternative text is read aloud."""
    names = {"/Alt": "texte de remplacement", "/ActualText": "texte lu", "/Lang": "langue", "/S": "rôle", "/E": "sigle"}
    said = next((names[step] for step in reversed(path) if step in names), "")
    return f" ({said})" if code == "rebuilt-tags" and said else ""


def _page(one: pikepdf.Object, other: pikepdf.Object, number: int, both: tuple[Graph, PdfChanges]) -> None:
    graph, changes = both
    for key in sorted((set(one.keys()) | set(other.keys()) | set(INHERITED)) - {"/Parent", "/Type"}):
        first, second = _entry(one, key), _entry(other, key)
        if key == "/Contents":
            if not same_stream(first, second):
                changes.add(*PAGE_PARTS[key], number)
        elif key == "/Resources":
            _resources(first, second, number, both)
        elif key == "/Annots":
            _annotations(first, second, number, both)
        elif graph.differs(first, second):
            code, message = PAGE_PARTS.get(key, ("rebuilt-page", f"l’entrée {quoted(key[1:])} de la page diffère"))
            changes.add(code, message, number)


def _entry(page: pikepdf.Object, key: str) -> pikepdf.Object | None:
    node: pikepdf.Object | None = page
    for _ in range(20):
        if not isinstance(node, pikepdf.Dictionary) or key in node:
            break
        node = node.get("/Parent") if key in INHERITED else None
    return node.get(key) if isinstance(node, pikepdf.Dictionary) else None


def _resources(one: object, other: object, number: int, both: tuple[Graph, PdfChanges]) -> None:
    graph, changes = both
    if not isinstance(one, pikepdf.Dictionary) or not isinstance(other, pikepdf.Dictionary):
        if one is not other:
            changes.add("rebuilt-resources", "les ressources de la page diffèrent", number)
        return
    for key in sorted((set(one.keys()) | set(other.keys())) - {"/ProcSet"}):
        if graph.differs(one.get(key), other.get(key)):
            code, message = RESOURCES.get(key, ("rebuilt-resources", f"la ressource {quoted(key[1:])} diffère"))
            changes.add(code, message, number)


def _annotations(one: object, other: object, number: int, both: tuple[Graph, PdfChanges]) -> None:
    graph, changes = both
    given, wanted = (list(each) if isinstance(each, pikepdf.Array) else [] for each in (one, other))
    for extra in given[len(wanted) :]:
        subtype = str(extra.get("/Subtype", "?")) if isinstance(extra, pikepdf.Dictionary) else "?"
        changes.add("rebuilt-annotations", f"annotation ajoutée\u00a0: {quoted(subtype.lstrip('/'))}", number)
    if len(given) < len(wanted):
        changes.add("rebuilt-annotations", f"{len(wanted) - len(given)} lien(s) retiré(s)", number)
    for first, second in zip(given, wanted, strict=False):
        for path in graph.differences(first, second):
            changes.add("rebuilt-annotations", _link_fault(path), number)


def _link_fault(path: tuple[str, ...]) -> str:
    if {"/Dest", "/A"} & set(path[:1]):
        return "un lien mène ailleurs"
    if "/Contents" in path:
        return "la description d’un lien diffère"
    return "un lien a été déplacé ou remplacé" if "/Rect" in path else "lien ou annotation différent"


def _draw(found: bytes, rebuilt: bytes, changes: PdfChanges, count: int) -> None:
    """The pages that may look otherwise, drawn and compared; all of them where nothing says which."""
    everywhere = changes.pages(LOOKS) if changes.found and not _all_pages(changes) else set(range(1, count + 1))
    for number, code, message in page_differences(found, rebuilt, sorted(everywhere)):
        changes.add(code, message, number)


def _all_pages(changes: PdfChanges) -> bool:
    return any(code == "rebuilt-layers" for code, _ in changes.found)
