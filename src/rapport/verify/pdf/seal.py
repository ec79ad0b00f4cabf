"""The seal of a visible signature: the line it shows, the element that says the same; values of a PDF compared."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
import pypdfium2

from rapport.verify.pdf.content import form_text

Said = tuple["Said | str", ...] | str


def said(value: object, *, own: bool = False) -> Said:
    """A value however its texts are encoded; what it points to is a number, unless it is `own`."""
    if isinstance(value, pikepdf.Object) and value.is_indirect and not own:
        return ("R", str(value.objgen))
    if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        return tuple((str(key), said(each)) for key, each in sorted(value.items()))
    if isinstance(value, pikepdf.Array):
        return ("[", *(said(each) for each in value))
    return f"{type(value).__name__} {value}"


def entries(holder: pikepdf.Object, but: frozenset[str] = frozenset()) -> dict[str, Said]:
    """Each entry of a dictionary, or all but some."""
    return {str(key): said(value) for key, value in holder.items() if key not in but}


Number = tuple[int, int]
_FIELD = frozenset(
    ("/Type", "/Subtype", "/FT", "/T", "/F", "/P", "/Rect", "/V", "/Lock", "/Ff", "/AP", "/TU", "/StructParent")
)
_ELEMENT = frozenset(("/Type", "/S", "/P", "/Pg", "/Alt", "/K"))
_ACTIVE = frozenset(("/A", "/AA", "/JS", "/URI", "/EF", "/Launch", "/OpenAction", "/Annots", "/PieceInfo", "/OC"))
"""What a drawn line needs none of: actions, files, layers."""
_TREE, _NUMBERS, _KIDS = frozenset(("/ParentTree", "/ParentTreeNextKey")), frozenset(("/Nums",)), frozenset(("/K",))
"""What a new element changes of the structure: the table that leads to it, the kids of its parent."""
_DEPTH = 12  # nodes of the structure's table of numbers within each other


def is_seal(field: pikepdf.Object) -> bool:
    """Whether a field is that of a signature which shows something on a page."""
    if not isinstance(field, pikepdf.Dictionary) or field.get("/FT") != "/Sig" or "/AP" not in field:
        return False
    return set(field.keys()) <= _FIELD and set(field.AP.keys()) == {"/N"} and isinstance(field.AP.N, pikepdf.Stream)


def seal_words(pdf: pikepdf.Pdf) -> str:
    """What the seal of a signed file says of itself; empty where there is none."""
    field = _seal(pdf)
    return str(field.get("/TU", "")) if field is not None else ""


def seal_objects(old: pikepdf.Pdf, new: pikepdf.Pdf) -> frozenset[Number]:
    """The objects that a seal adds to a file or changes in it, each as it must be; empty where one is not."""
    field = _seal(new)
    element = _element(new, field) if field is not None else None
    if field is None or element is None:
        return frozenset()
    words, form = str(field.get("/TU", "")), field.AP.N
    assert isinstance(form, pikepdf.Stream)
    if not words or str(element.get("/Alt", "")) != words or _plain(form_text(form)) != _plain(words):
        return frozenset()
    held = _structure(old, new, element)
    drawn = tuple(_drawn(form, {item.objgen for item in old.objects}, 0))
    if not held or None in drawn:
        return frozenset()
    return frozenset((*held, *(each for each in drawn if each is not None)))


def covers_text(before: bytes, new: pikepdf.Pdf, password: str) -> bool:
    """Whether the seal stands on words of the first page as it was."""
    field = _seal(new)
    if field is None:
        return False
    left, bottom, right, top = map(float, field.Rect)
    with pypdfium2.PdfDocument(before, password=password or None) as document:
        reader = document[0].get_textpage()
        try:
            found = [reader.get_rect(number) for number in range(reader.count_rects())]
        finally:
            reader.close()
    return any(one[0] < right and left < one[2] and one[1] < top and bottom < one[3] for one in found)


def _seal(pdf: pikepdf.Pdf) -> pikepdf.Object | None:
    form = pdf.Root.get("/AcroForm")
    fields = form.get("/Fields", ()) if isinstance(form, pikepdf.Dictionary) else ()
    seals = [each for each in fields if is_seal(each)]
    on_first = seals and seals[0].get("/P") is not None and seals[0].P.objgen == pdf.pages[0].obj.objgen
    return seals[0] if len(seals) == 1 and on_first else None


def _element(pdf: pikepdf.Pdf, field: pikepdf.Object) -> pikepdf.Object | None:
    """The element that the field belongs to, which says so too."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.get("/Nums", ())
    key = int(field.get("/StructParent", -1))
    pairs = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers) - 1, 2)}
    element = pairs.get(key)
    if not isinstance(element, pikepdf.Dictionary) or element.get("/S") != "/Form" or set(element.keys()) - _ELEMENT:
        return None
    kid = element.get("/K")
    is_own = isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR" and kid.Obj.objgen == field.objgen
    return element if is_own else None


def _structure(old: pikepdf.Pdf, new: pikepdf.Pdf, element: pikepdf.Object) -> frozenset[Number]:
    """The holders of the new element, where it is all that they have more than before."""
    before, after = old.Root.StructTreeRoot, new.Root.StructTreeRoot
    parent, key = element.get("/P"), int(before.ParentTreeNextKey)
    if not isinstance(parent, pikepdf.Dictionary):
        return frozenset()
    held = old.get_object(parent.objgen)
    alike = (
        entries(before, _TREE) == entries(after, _TREE)
        and entries(before.ParentTree, _NUMBERS) == entries(after.ParentTree, _NUMBERS)
        and entries(held, _KIDS) == entries(parent, _KIDS)
        and int(after.ParentTreeNextKey) == key + 1
    )
    numbers = [*map(said, before.ParentTree.Nums), said(key), said(element)] == [*map(said, after.ParentTree.Nums)]
    before_it = held.K if isinstance(held.K, pikepdf.Array) else [held.K]
    kids = [*map(said, before_it), said(element)] == [*map(said, parent.K)]
    if not (alike and numbers and kids):
        return frozenset()
    holders = (element, after, after.ParentTree, after.ParentTree.Nums, parent, parent.K)
    return frozenset(each.objgen for each in holders if each.is_indirect)


def _drawn(value: object, known: set[Number], depth: int) -> Iterator[Number | None]:
    """The objects that a form is drawn with; None for one that has no part in that."""
    if depth > _DEPTH:
        yield None
        return
    if isinstance(value, pikepdf.Object) and value.is_indirect:
        if value.objgen in known:
            yield None
            return
        yield value.objgen
    if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        if _ACTIVE & set(value.keys()) or value.get("/Subtype") == "/Image":
            yield None
        for each in value.values() if isinstance(value, pikepdf.Dictionary) else value.stream_dict.values():
            yield from _drawn(each, known, depth + 1)
    elif isinstance(value, pikepdf.Array):
        for each in value:
            yield from _drawn(each, known, depth + 1)


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split(" "))
