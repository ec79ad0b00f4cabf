"""A sentence put back into a finished file, in each place where a file carries words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image, PngImagePlugin

from verify.mutations_deck import members, packed
from verify.mutations_pdf import Mutation

PdfLeak = Callable[[pikepdf.Pdf, str], None]


def _saved(pdf: pikepdf.Pdf) -> bytes:
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()


def pdf_leaks(data: bytes, sentence: str) -> Iterator[Mutation]:
    """The PDF with the sentence in each of its carriers, and as a revision that a later one replaced."""
    for name, leak in PDF_LEAKS.items():
        with pikepdf.open(BytesIO(data)) as pdf:
            leak(pdf, sentence)
            yield Mutation(name, _saved(pdf))
    with pikepdf.open(BytesIO(data)) as pdf:
        _on_page(pdf, sentence)
        yield Mutation("earlier revision", _saved(pdf) + _update(pdf))


def _update(pdf: pikepdf.Pdf) -> bytes:
    """A later revision that replaces what the document says of itself."""
    number = len(pdf.objects) + 1
    return f"\n{number} 0 obj\n<< /Title (x) >>\nendobj\nstartxref\n0\n%%EOF\n".encode()


def _drawing(sentence: str, mode: int = 0) -> bytes:
    words = sentence.encode("cp1252", "replace").hex()
    return f"BT /Leak 9 Tf {mode} Tr 40 40 Td <{words}> Tj ET".encode()


def _font(pdf: pikepdf.Pdf) -> Any:
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )


def _on_page(pdf: pikepdf.Pdf, sentence: str, mode: int = 0) -> None:
    page = pdf.pages[-1]
    page.add_resource(_font(pdf), pikepdf.Name.Font, pikepdf.Name.Leak)
    page.contents_add(_drawing(sentence, mode))


def _invisible(pdf: pikepdf.Pdf, sentence: str) -> None:
    _on_page(pdf, sentence, 3)


def _own_page(pdf: pikepdf.Pdf, sentence: str) -> None:
    """A page of an earlier edition, left at the end."""
    pdf.add_blank_page()
    _on_page(pdf, sentence)


def _lost_page(pdf: pikepdf.Pdf, sentence: str) -> None:
    """A page that the page tree no longer leads to."""
    _own_page(pdf, sentence)
    pdf.Root.Lost = pdf.pages[-1].obj
    del pdf.pages[-1]


def _form(pdf: pikepdf.Pdf, sentence: str) -> None:
    form = pikepdf.Stream(pdf, _drawing(sentence), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
    form.BBox = pikepdf.Array([0, 0, 600, 800])
    form.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(Leak=_font(pdf)))
    pdf.pages[0].add_resource(form, pikepdf.Name.XObject, pikepdf.Name.Leak)
    pdf.pages[0].contents_add(b"/Leak Do")


def _marked(pdf: pikepdf.Pdf, sentence: str) -> None:
    text = ("\ufeff" + sentence).encode("utf-16-be").hex()
    pdf.pages[0].contents_add(f"/Span << /ActualText <{text}> >> BDC EMC".encode())


def _element(key: str) -> PdfLeak:
    def leak(pdf: pikepdf.Pdf, sentence: str) -> None:
        pdf.Root.StructTreeRoot[key] = pikepdf.String(sentence)

    return leak


def _docinfo(key: str) -> PdfLeak:
    def leak(pdf: pikepdf.Pdf, sentence: str) -> None:
        pdf.docinfo[key] = pikepdf.String(sentence)

    return leak


def _packet(pdf: pikepdf.Pdf, sentence: str) -> None:
    before = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(before.replace(b"</rdf:RDF>", f"<!-- {sentence} --></rdf:RDF>".encode()))


def _bookmark(pdf: pikepdf.Pdf, sentence: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(sentence, 0))


def _file(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.AttachedFileSpec:
    return pikepdf.AttachedFileSpec(
        pdf, data, description="", filename="contenu.yaml", mime_type="", creation_date="", mod_date=""
    )


def _attached(data: Callable[[str], bytes]) -> PdfLeak:
    def leak(pdf: pikepdf.Pdf, sentence: str) -> None:
        pdf.attachments["contenu.yaml"] = _file(pdf, data(sentence))

    return leak


def _zipped(sentence: str) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("notes.txt", sentence)
    return target.getvalue()


def _named_file(pdf: pikepdf.Pdf, sentence: str) -> None:
    pdf.attachments[f"{sentence}.txt"] = _file(pdf, b"x")


def _annotation(**entries: Any) -> PdfLeak:
    def leak(pdf: pikepdf.Pdf, sentence: str) -> None:
        written = {key: make(sentence) for key, make in entries.items()}
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=pikepdf.Array([0, 0, 9, 9]), **written)
        page = pdf.pages[0]
        page.obj.Annots = pikepdf.Array([*page.obj.get("/Annots", pikepdf.Array()), pdf.make_indirect(note)])

    return leak


def _action(sentence: str) -> Any:
    return pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(f"app.alert('{sentence}')"))


def _link(sentence: str) -> Any:
    return pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(f"https://exemple.fr/?q={sentence}"))


def _destination(pdf: pikepdf.Pdf, sentence: str) -> None:
    pdf.Root.Leak = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String(sentence), pdf.pages[0].obj]))


def _layer(pdf: pikepdf.Pdf, sentence: str) -> None:
    group = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String(sentence)))
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([group]), D=pikepdf.Dictionary())


def _field(pdf: pikepdf.Pdf, sentence: str) -> None:
    field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String("champ"), V=pikepdf.String(sentence))
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([pdf.make_indirect(field)]))


PDF_LEAKS: Mapping[str, PdfLeak] = {
    "page": _on_page,
    "invisible text": _invisible,
    "page of an earlier edition": _own_page,
    "page without a tree": _lost_page,
    "drawing used on a page": _form,
    "mark in the content": _marked,
    "alternative text": _element("/Alt"),
    "replacement text": _element("/ActualText"),
    "expansion": _element("/E"),
    "title of an element": _element("/T"),
    "title of the file": _docinfo("/Title"),
    "subject": _docinfo("/Subject"),
    "keywords": _docinfo("/Keywords"),
    "own property": _docinfo("/Secret"),
    "metadata packet": _packet,
    "bookmark": _bookmark,
    "attachment": _attached(str.encode),
    "attachment of a text processor": _attached(lambda sentence: sentence.encode("utf-16")),
    "attachment of an old machine": _attached(lambda sentence: sentence.encode("cp1252", "replace")),
    "archive attached": _attached(_zipped),
    "name of an attachment": _named_file,
    "comment": _annotation(Subtype=lambda _: pikepdf.Name.Text, Contents=pikepdf.String),
    "author of a comment": _annotation(Subtype=lambda _: pikepdf.Name.Text, T=pikepdf.String),
    "script": _annotation(Subtype=lambda _: pikepdf.Name.Link, A=_action),
    "address of a link": _annotation(Subtype=lambda _: pikepdf.Name.Link, A=_link),
    "destination": _destination,
    "layer": _layer,
    "form field": _field,
}


def deck_leaks(data: bytes, sentence: str) -> Iterator[Mutation]:
    """The deck with the sentence in each of its carriers."""
    whole = members(data)
    for name, (part, before, after) in DECK_LEAKS.items():
        found = next(each for each in sorted(whole) if each.startswith(part) and before.encode() in whole[each])
        changed = whole[found].replace(before.encode(), after.replace("LEAK", sentence).encode(), 1)
        yield Mutation(name, packed(whole | {found: changed}))
    for name, added in DECK_ADDITIONS.items():
        yield Mutation(name, packed(whole | added(sentence)))
    book = next(each for each in sorted(whole) if each.endswith(".xlsx"))
    for name, (part, before, after) in BOOK_LEAKS.items():
        inside = members(whole[book])
        found = next(each for each in sorted(inside) if each.startswith(part))
        changed = inside[found].replace(before.encode(), after.replace("LEAK", sentence).encode(), 1)
        assert changed != inside[found], name
        yield Mutation(name, packed(whole | {book: packed(inside | {found: changed})}))
    yield Mutation("comment of the archive", _commented(data, sentence))


def _commented(data: bytes, sentence: str) -> bytes:
    target = io.BytesIO(data)
    with zipfile.ZipFile(target, "a") as archive:
        archive.comment = sentence.encode()
    return target.getvalue()


def _picture(sentence: str) -> dict[str, bytes]:
    target, about = BytesIO(), PngImagePlugin.PngInfo()
    about.add_itxt("Description", sentence)
    Image.new("L", (2, 2)).save(target, "PNG", pnginfo=about)
    return {"ppt/media/leak.png": target.getvalue()}


DECK_LEAKS: Mapping[str, tuple[str, str, str]] = {
    "slide": ("ppt/slides/slide", "</a:t>", " LEAK</a:t>"),
    "runs of a slide": ("ppt/slides/slide", "</a:t></a:r>", "</a:t></a:r><a:r><a:t>LEAK</a:t></a:r>"),
    "alternative text": ("ppt/slides/slide", "<p:cNvPr ", '<p:cNvPr descr2="LEAK" '),
    "title of a shape": ("ppt/slides/slide", "<p:cNvPr ", '<p:cNvPr title="LEAK" '),
    "comment in the markup": ("ppt/slides/slide", "<p:cSld", "<!-- LEAK --><p:cSld"),
    "notes": ("ppt/notesSlides/notesSlide", "</a:t>", " LEAK</a:t>"),
    "layout": ("ppt/slideLayouts/slideLayout", "<p:cSld name=", '<p:cSld leak="LEAK" name='),
    "master": ("ppt/slideMasters/slideMaster", "<p:cNvPr ", '<p:cNvPr descr="LEAK" '),
    "master of notes": ("ppt/notesMasters/notesMaster", "<p:cNvPr ", '<p:cNvPr descr="LEAK" '),
    "part of the deck": ("ppt/presentation", "<p14:section ", '<p14:section title="LEAK" '),
    "chart": ("ppt/charts/chart", "<c:v>", "<c:v>LEAK"),
    "theme": ("ppt/theme/theme", "<a:theme ", '<a:theme leak="LEAK" '),
    "title of the file": ("docProps/core", "</dc:title>", " LEAK</dc:title>"),
    "properties": ("docProps/app", "</Properties>", "<Manager>LEAK</Manager></Properties>"),
    "relation": ("ppt/slides/_rels/slide", "<Relationship ", '<Relationship Target2="https://x/LEAK" '),
}
DECK_ADDITIONS: Mapping[str, Callable[[str], dict[str, bytes]]] = {
    "slide nobody leads to": lambda text: {"ppt/slides/slide99.xml": f"<x><t>{text}</t></x>".encode()},
    "slide of an earlier edition": lambda text: {"ppt/old/slide1.bin": text.encode("utf-16-le")},
    "comments": lambda text: {"ppt/comments/comment1.xml": f'<x text="{text}"/>'.encode()},
    "tags": lambda text: {"ppt/tags/tag1.xml": f'<x val="{text}"/>'.encode()},
    "custom data": lambda text: {"customXml/item1.xml": f"<x><![CDATA[{text}]]></x>".encode()},
    "embedded document": lambda text: {"ppt/embeddings/note.docx": _zipped(text)},
    "picture": _picture,
    "name of a part": lambda text: {f"ppt/media/{text}.txt": b"x"},
}
BOOK_LEAKS: Mapping[str, tuple[str, str, str]] = {
    "cell of the workbook": (
        "xl/worksheets/",
        "</sheetData>",
        '<row r="40"><c r="A40" t="inlineStr"><is><t>LEAK</t></is></c></row></sheetData>',
    ),
    "note in the workbook": ("xl/worksheets/", "<sheetData>", "<!-- LEAK --><sheetData>"),
    "name in the workbook": ("xl/workbook", "</workbook>", '<definedName name="x" comment="LEAK"/></workbook>'),
    "title of the workbook": ("docProps/core", "</dc:title>", " LEAK</dc:title>"),
}


def pack_leaks(data: bytes, sentence: str) -> Iterator[Mutation]:
    """Files of a pack with the sentence in them, each alone."""
    whole = members(data)
    page = whole["LISEZMOI.html"]
    for name, before, after in PAGE_LEAKS:
        changed = page.replace(before.encode(), after.replace("LEAK", sentence).encode(), 1)
        assert changed != page, name
        yield Mutation(name, changed)
    manifest = whole["manifest.json"]
    yield Mutation("manifest", manifest.replace(b'"texts": [', f'"texts": ["{sentence}", '.encode(), 1))
    escaped = sentence.encode("ascii", "backslashreplace").replace(b"\\x", b"\\u00")
    yield Mutation("manifest in escapes", manifest.replace(b'"texts": [', b'"texts": ["' + escaped + b'", ', 1))
    verification = whole["verification.json"]
    yield Mutation(
        "verification",
        verification.replace(b'"message": "', f'"message": "{sentence}'.encode(), 1)
        if b'"message": "' in verification
        else verification + sentence.encode(),
    )


PAGE_LEAKS = (
    ("text of the page", "</p>", " LEAK</p>"),
    ("attribute of the page", "<p", '<p title="LEAK"'),
    ("comment in the page", "</body>", "<!-- LEAK --></body>"),
    ("style of the page", "</style>", "/* LEAK */</style>"),
)
