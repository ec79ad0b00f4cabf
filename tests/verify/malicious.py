"""Small files made to hang a reader or to fill its memory: each a way to turn a format on who opens it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

Change = Callable[[pikepdf.Pdf], None]


def one_page(change: Change) -> bytes:
    """A tagged PDF of one page, changed."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 200))
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
        root.K = document
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        change(pdf)
        target = BytesIO()
        mode = pikepdf.ObjectStreamMode.disable
        pdf.save(target, object_stream_mode=mode, compress_streams=False, fix_metadata_version=False)
        return target.getvalue()


def flated(pdf: pikepdf.Pdf, data: bytes, times: int = 1) -> Any:
    """A stream compressed once or more."""
    stream = pdf.make_stream(b"")
    for _ in range(times):
        data = zlib.compress(data, 1)
    stream.write(data, filter=Array([Name.FlateDecode] * times))
    return stream


def contents(data: bytes, times: int = 1) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = flated(pdf, data, times)

    return change


def form(pdf: pikepdf.Pdf, data: bytes, **drawn: Any) -> Any:
    made = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 200]))
    made.Resources = Dictionary(XObject=Dictionary({f"/{name}": each for name, each in drawn.items()}))
    return made


def draw(pdf: pikepdf.Pdf, made: Any) -> None:
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(F=made))
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/F Do\n")


def exponential_forms(pdf: pikepdf.Pdf) -> None:
    made = form(pdf, b"0 0 1 1 re f\n")
    for _ in range(11):
        made = form(pdf, b"/F Do\n" * 10, F=made)
    draw(pdf, made)


def recursive_form(pdf: pikepdf.Pdf) -> None:
    made = form(pdf, b"/F Do /F Do\n")
    made.Resources.XObject.F = made
    draw(pdf, made)


def forms_in_turn(pdf: pikepdf.Pdf) -> None:
    one, other = form(pdf, b"/F Do /F Do\n"), form(pdf, b"/F Do /F Do\n")
    one.Resources.XObject.F, other.Resources.XObject.F = other, one
    draw(pdf, one)


def annotation_forms(pdf: pikepdf.Pdf) -> None:
    exponential_forms(pdf)
    looks = pdf.pages[0].obj.Resources.XObject.F
    pdf.pages[0].obj.Contents = pdf.make_stream(b"")
    one = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), AP=Dictionary(N=looks))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(one)])


def struct_dag(pdf: pikepdf.Pdf) -> None:
    node = pdf.Root.StructTreeRoot.K
    for _ in range(40):
        child = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=node, K=Array()))
        node.K = Array([child, child])
        node = child


def struct_loop(pdf: pikepdf.Pdf) -> None:
    node = pdf.Root.StructTreeRoot.K
    node.K = Array([node])


def struct_deep(pdf: pikepdf.Pdf) -> None:
    node = pdf.Root.StructTreeRoot.K
    for _ in range(5000):
        child = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=node, K=Array()))
        node.K = Array([child])
        node = child


def font_with(cmap: bytes) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        below = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.A)
        font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.A, Encoding=Name("/Identity-H"))
        font.DescendantFonts = Array([pdf.make_indirect(below)])
        font.ToUnicode = flated(pdf, cmap)
        pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
        pdf.pages[0].obj.Contents = pdf.make_stream(b"BT /F 9 Tf <00010002> Tj ET")

    return change


def bookmark_loop(pdf: pikepdf.Pdf) -> None:
    outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=2))
    one = pdf.make_indirect(Dictionary(Title="a", Parent=outlines))
    other = pdf.make_indirect(Dictionary(Title="b", Parent=outlines, Next=one, First=one, Last=one))
    one.Next, outlines.First, outlines.Last = other, one, other
    pdf.Root.Outlines = outlines


def bookmark_dag(pdf: pikepdf.Pdf) -> None:
    outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    node = pdf.make_indirect(Dictionary(Title="a", Parent=outlines))
    for _ in range(40):
        below = node
        node = pdf.make_indirect(Dictionary(Title="a", Parent=outlines, First=below, Last=below, Next=below))
    outlines.First = outlines.Last = node
    pdf.Root.Outlines = outlines


def page_loop(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def page_dag(pdf: pikepdf.Pdf) -> None:
    node = pdf.Root.Pages
    for _ in range(30):
        above = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=1 << 30, Kids=Array([node, node])))
        node = above
    pdf.Root.Pages = node


def many_pages(pdf: pikepdf.Pdf) -> None:
    for _ in range(20_000):
        pdf.Root.Pages.Kids.append(pdf.make_indirect(Dictionary(Type=Name.Page, Parent=pdf.Root.Pages)))
    pdf.Root.Pages.Count = 20_001


def huge_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.MediaBox = Array([0, 0, 10**9, 10**9])
    pdf.pages[0].obj.UserUnit = 10**6


def huge_image(pdf: pikepdf.Pdf) -> None:
    made = flated(pdf, bytes(1000))
    made.Type, made.Subtype, made.Width, made.Height = Name.XObject, Name.Image, 10**6, 10**6
    made.ColorSpace, made.BitsPerComponent = Name.DeviceRGB, 8
    draw(pdf, made)


def chained_actions(pdf: pikepdf.Pdf) -> None:
    first = step = pdf.make_indirect(Dictionary(S=Name.URI, URI="http://a"))
    for _ in range(20_000):
        step.Next = pdf.make_indirect(Dictionary(S=Name.URI, URI="http://a"))
        step = step.Next
    step.Next = first
    pdf.Root.OpenAction = first


def nested_functions(pdf: pikepdf.Pdf) -> None:
    function: Any = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1)
    for _ in range(40):
        function = pdf.make_indirect(
            Dictionary(
                FunctionType=3, Domain=Array([0, 1]), Functions=Array([function, function]),
                Bounds=Array([0.5]), Encode=Array([0, 1, 0, 1]),
            )
        )  # fmt: skip
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([0, 0, 200, 200]), Function=function)
    pdf.pages[0].obj.Resources = Dictionary(Shading=Dictionary(S=pdf.make_indirect(shading)))
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/S sh\n")


def objects_bomb() -> bytes:
    """A stream of objects that unfolds to many times its size."""
    packed = zlib.compress(b"1 0 " + b" " * (200 << 20), 1)
    head = b"%%PDF-1.5\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    return head + packed + b"\nendstream endobj\ntrailer<</Root 2 0 R>>\n%%EOF\n"


PDFS: Mapping[str, Callable[[], bytes]] = {
    "exponential forms": lambda: one_page(exponential_forms),
    "a form in itself": lambda: one_page(recursive_form),
    "forms in turn": lambda: one_page(forms_in_turn),
    "an annotation's forms": lambda: one_page(annotation_forms),
    "a tree that shares": lambda: one_page(struct_dag),
    "a tree that loops": lambda: one_page(struct_loop),
    "a deep tree": lambda: one_page(struct_deep),
    "a range of all codes": lambda: one_page(font_with(b"1 beginbfrange\n<00000000> <ffffffff> <0041>\nendbfrange")),
    "many ranges": lambda: one_page(font_with(b"1 beginbfrange\n" + b"<0000> <ffff> <0041>\n" * 4000 + b"endbfrange")),
    "a map that unfolds": lambda: one_page(font_with(b"1 beginbfchar\n" + b"<0001> <0041>\n" * (6 << 20))),
    "bookmarks that loop": lambda: one_page(bookmark_loop),
    "bookmarks that share": lambda: one_page(bookmark_dag),
    "pages that loop": lambda: one_page(page_loop),
    "pages that share": lambda: one_page(page_dag),
    "20,000 pages": lambda: one_page(many_pages),
    "a huge page": lambda: one_page(huge_page),
    "a huge image": lambda: one_page(huge_image),
    "a chain of actions": lambda: one_page(chained_actions),
    "functions that share": lambda: one_page(nested_functions),
    "a deep q": lambda: one_page(contents(b"q " * (4 << 20))),
    "deep arrays": lambda: one_page(contents(b"[" * (4 << 20))),
    "deep dictionaries": lambda: one_page(contents(b"/P <</A " * (1 << 20))),
    "deep marks": lambda: one_page(contents(b"/P BMC " * (1 << 20))),
    "long content": lambda: one_page(contents(b"0 0 m 1 1 l S\n" * (6 << 20))),
    "twice deflated": lambda: one_page(contents(bytes(1 << 28), 2)),
    "three times deflated": lambda: one_page(contents(bytes(1 << 27), 3)),
    "objects that unfold": objects_bomb,
    "only a head": lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 400_000,
}


def zipped(members: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def nested(levels: int, width: int = 1) -> bytes:
    data = zipped({"a.txt": b"x"})
    for _ in range(levels):
        data = zipped({f"a{number}.pptx": data for number in range(width)})
    return data


def quine_like() -> bytes:
    """Ten levels of ten archives each: ten thousand million texts."""
    return nested(10, 10)


def deck_of(xml: bytes, extra: Mapping[str, bytes] | None = None) -> bytes:
    types = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        b'<Default Extension="xml" ContentType="application/xml"/></Types>'
    )
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        b'Target="ppt/presentation.xml"/></Relationships>'
    )
    return zipped(
        {"[Content_Types].xml": types, "_rels/.rels": relations, "ppt/presentation.xml": xml, **(extra or {})}
    )


ARCHIVES: Mapping[str, Callable[[], bytes]] = {
    "archives within archives": quine_like,
    "1,200 levels": lambda: nested(1200),
    "an archive that unfolds": lambda: zipped({"a.txt": bytes(300 << 20)}),
    "many small members": lambda: zipped({f"{number}.txt": b"" for number in range(21_000)}),
    "a deep part": lambda: deck_of(b"<a>" * 200_000 + b"</a>" * 200_000),
    "entities": lambda: deck_of(b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
    "a part of many elements": lambda: deck_of(b"<a>" + b"<p/><q/>" * 400_000 + bytes(range(65, 91)) * 4000 + b"</a>"),
    "a long part": lambda: deck_of(b"<a>" + b"<p/>" * (20 << 20) + b"</a>"),
}
