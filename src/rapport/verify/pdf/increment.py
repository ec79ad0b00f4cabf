"""What stands after a signed PDF: a signature, the line it may show, and nothing else, whoever signed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from rapport.formats.unreadable import DAMAGE
from rapport.verify.pdf.seal import covers_text, entries, is_seal, said, seal_objects, seal_words
from rapport.verify.rebuilt.metadata import metadata_differences

_CATALOGUE = frozenset(("/AcroForm", "/Perms", "/Extensions", "/Version", "/Metadata"))
"""What a signature changes of the catalogue: the form that holds it, and its rights (ISO 32000-2, 12.7 and 12.8)."""
_FIELD = frozenset(("/Type", "/Subtype", "/FT", "/T", "/F", "/P", "/Rect", "/V", "/Lock", "/Ff"))
"""What a field of a signature may have; one with an appearance would show something."""
REWRITTEN = "XMP schemas"
"""How other properties are spelt, which pyHanko writes in another form (ISO 19005-2, 6.6.2.3.3)."""
_STREAMS = ("/XRef", "/ObjStm", "/Metadata")


def additions(data: bytes, before: bytes, password: str = "") -> Iterator[str]:
    """What a signed file holds that neither the document `before` nor its signature does, each in a few words."""
    try:
        with (
            pikepdf.open(BytesIO(before), password=password) as old,
            pikepdf.open(BytesIO(data), password=password) as new,
        ):
            yield from _added(old, new)
            if covers_text(before, new, password):
                yield "elle couvre un texte"
    except (pikepdf.PdfError, *DAMAGE):
        yield "un objet qui ne se lit pas"


def visible_words(data: bytes, password: str = "") -> str:
    """What the signature of a file shows on its first page; empty for nothing."""
    try:
        with pikepdf.open(BytesIO(data), password=password) as pdf:
            return seal_words(pdf)
    except (pikepdf.PdfError, *DAMAGE):
        return ""


def _added(old: pikepdf.Pdf, new: pikepdf.Pdf) -> Iterator[str]:
    known = {item.objgen for item in old.objects}
    sealed = seal_objects(old, new)
    fields = _fields(new, sealed=bool(sealed))
    for item in new.objects:
        if item.objgen in sealed:
            continue
        if item.objgen in known:
            if not _same(old.get_object(item.objgen), item) and not _allowed(old, item, fields):
                yield f"l’objet {item.objgen[0]} a changé"
        elif not _is_of_signature(item, fields):
            yield f"l’objet {item.objgen[0]} s’ajoute"
    told = (found.message for found in metadata_differences(new, old))
    yield from (message for message in told if REWRITTEN not in message)


def _fields(pdf: pikepdf.Pdf, *, sealed: bool) -> frozenset[tuple[int, int]]:
    """The fields of signatures, none of which shows anything but a seal where there is a sound one."""
    form = pdf.Root.get("/AcroForm")
    listed = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
    if not isinstance(listed, pikepdf.Array):
        return frozenset()
    return frozenset(each.objgen for each in listed if _is_bare(each) or (sealed and is_seal(each)))


def _is_bare(field: pikepdf.Object) -> bool:
    if not isinstance(field, pikepdf.Dictionary) or field.get("/FT") != "/Sig":
        return False
    return set(field.keys()) <= _FIELD and [float(side) for side in field.get("/Rect", ())] == [0.0] * 4


def _same(one: pikepdf.Object, other: pikepdf.Object) -> bool:
    if isinstance(one, pikepdf.Stream) and isinstance(other, pikepdf.Stream):
        return entries(one) == entries(other) and one.read_raw_bytes() == other.read_raw_bytes()
    return said(one, own=True) == said(other, own=True)


def _allowed(old: pikepdf.Pdf, item: pikepdf.Object, fields: frozenset[tuple[int, int]]) -> bool:
    """Whether a changed object is one that a signature changes, and no more than it does."""
    before = old.get_object(item.objgen)
    if isinstance(item, pikepdf.Stream):
        return item.get("/Type") in _STREAMS and before.get("/Type") == item.get("/Type")
    if isinstance(item, pikepdf.Array) and isinstance(before, pikepdf.Array):
        return _annotations(before, item, fields)
    if not isinstance(item, pikepdf.Dictionary) or not isinstance(before, pikepdf.Dictionary):
        return False
    one, other = entries(before), entries(item)
    changed = {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
    if item.get("/Type") == "/Catalog":
        return changed <= _CATALOGUE and _is_form(item.get("/AcroForm"))
    if item.get("/Type") == "/Page":
        return changed == {"/Annots"} and _annotations(before.get("/Annots", []), item.Annots, fields)
    return item.objgen == getattr(old.trailer.get("/Info"), "objgen", None)  # its entries are compared one by one


def _is_form(form: pikepdf.Object | None) -> bool:
    return (
        isinstance(form, pikepdf.Dictionary) and set(form.keys()) <= {"/Fields", "/SigFlags"} and len(form.Fields) == 1
    )


def _annotations(before: object, after: pikepdf.Object, fields: frozenset[tuple[int, int]]) -> bool:
    """Whether annotations are those before and fields of signatures alone."""
    kept = [said(each) for each in before] if isinstance(before, (list, pikepdf.Array)) else []
    added = [each for each in after if said(each) not in kept]
    return len(after) == len(kept) + len(added) and all(each.objgen in fields for each in added)


def _is_of_signature(item: pikepdf.Object, fields: frozenset[tuple[int, int]]) -> bool:
    if isinstance(item, pikepdf.Stream):
        return item.get("/Type") in _STREAMS or (item.get("/Subtype") == "/Form" and not item.read_bytes())
    if not isinstance(item, pikepdf.Dictionary):
        return isinstance(item, pikepdf.Array) and all(each.objgen in fields for each in item)
    kinds = ("/Sig", "/SigRef", "/TransformParams")
    return item.objgen in fields or item.get("/Type") in kinds or _is_form(item) or not item.keys()
