"""The seal of a visible signature in a tagged PDF: its field is an element that says what it shows (PDF/UA-1, 7.18)."""

from __future__ import annotations

import io

from msgspec import Struct
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.stamp import StaticStampStyle


class SignatureSeal(Struct, frozen=True):
    """What shows a signature: a PDF of one page, its place on the first page (from the lower left), and its words."""

    form: bytes
    box: tuple[float, float, float, float]
    words: str

    @property
    def style(self) -> StaticStampStyle:
        """How the field shows it: as it is, whole, without anything around."""
        filling = SimpleBoxLayoutRule(
            AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, Margins(), InnerScaling.STRETCH_FILL
        )
        return StaticStampStyle(
            background=_Page(self.form), border_width=0, background_opacity=1.0, background_layout=filling
        )


class _Page(PdfContent):
    """The page of a PDF as content of another one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        super().__init__()

    def render(self) -> bytes:
        form = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._data)))
        self.resources.xobject["/SignatureSeal"] = form
        left, bottom, right, top = form.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
        return b"/SignatureSeal Do"


def page_size(writer: IncrementalPdfFileWriter) -> tuple[float, float]:
    """The size of the first page."""
    page = writer.find_page_for_modification(0)[0].get_object()
    left, bottom, right, top = map(float, page["/MediaBox"])
    return right - left, top - bottom


def add_sealed_field(writer: IncrementalPdfFileWriter, name: str, seal: SignatureSeal) -> None:
    """A field on the first page where a signature will show, and its element, the last of the document."""
    left, bottom, right, top = map(round, seal.box)
    append_signature_field(writer, SigFieldSpec(name, on_page=0, box=(left, bottom, right, top)))
    reference = writer.root["/AcroForm"]["/Fields"].raw_get(-1)
    page, field = writer.find_page_for_modification(0)[0], reference.get_object()
    tree = writer.root["/StructTreeRoot"]
    first = tree.raw_get("/K")
    parent = first if isinstance(first, generic.IndirectObject) else first.raw_get(0)
    parent = parent if isinstance(parent.get_object(), generic.DictionaryObject) else parent.get_object().raw_get(0)
    held = {"/Type": pdf_name("/OBJR"), "/Obj": reference, "/Pg": page}
    said = {
        "/Type": pdf_name("/StructElem"), "/S": pdf_name("/Form"), "/P": parent, "/Pg": page,
        "/Alt": pdf_string(seal.words), "/K": _dictionary(held),
    }  # fmt: skip
    element, document, key = writer.add_object(_dictionary(said)), parent.get_object(), tree["/ParentTreeNextKey"]
    kids = document.raw_get("/K")
    if isinstance(kids.get_object() if isinstance(kids, generic.IndirectObject) else kids, generic.ArrayObject):
        document["/K"].append(element)
    else:
        document[pdf_name("/K")] = generic.ArrayObject([kids, element])
    numbers = tree["/ParentTree"]["/Nums"]
    numbers.extend((generic.NumberObject(key), element))
    tree[pdf_name("/ParentTreeNextKey")] = generic.NumberObject(key + 1)
    field[pdf_name("/StructParent")] = generic.NumberObject(key)
    field[pdf_name("/TU")] = pdf_string(seal.words)
    for changed in (document, document["/K"], numbers, tree, field):
        writer.update_container(changed)


def _dictionary(entries: dict[str, object]) -> generic.DictionaryObject:
    return generic.DictionaryObject({pdf_name(key): value for key, value in entries.items()})
