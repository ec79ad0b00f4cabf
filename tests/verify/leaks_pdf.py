"""A sentence put back into a finished PDF, in each place where it carries words."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image

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


def zipped(sentence: str) -> bytes:
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


def _thumbnail(pdf: pikepdf.Pdf, sentence: str) -> None:
    """A small picture of a page, with a remark in its bytes."""
    pdf.pages[0].obj.Thumb = _jpeg_stream(pdf, sentence)


def _photograph(pdf: pikepdf.Pdf, sentence: str) -> None:
    pdf.pages[0].add_resource(_jpeg_stream(pdf, sentence), pikepdf.Name.XObject, pikepdf.Name.LeakPicture)


def _jpeg_stream(pdf: pikepdf.Pdf, sentence: str) -> Any:
    return pikepdf.Stream(
        pdf,
        jpeg(sentence),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=2,
        Height=2,
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray,
        Filter=pikepdf.Name.DCTDecode,
    )


def jpeg(sentence: str) -> bytes:
    target = BytesIO()
    Image.new("L", (2, 2)).save(target, "JPEG", comment=sentence.encode())
    return target.getvalue()


def _of_page(key: str, value: Callable[[pikepdf.Pdf, str], Any]) -> PdfLeak:
    def leak(pdf: pikepdf.Pdf, sentence: str) -> None:
        pdf.pages[0].obj[key] = value(pdf, sentence)

    return leak


def _of_file(key: str, value: Callable[[pikepdf.Pdf, str], Any]) -> PdfLeak:
    def leak(pdf: pikepdf.Pdf, sentence: str) -> None:
        pdf.Root[key] = value(pdf, sentence)

    return leak


def _said(_pdf: pikepdf.Pdf, sentence: str) -> Any:
    return pikepdf.Dictionary(Leak=pikepdf.String(sentence))


def _stream_of(pdf: pikepdf.Pdf, sentence: str) -> Any:
    return pikepdf.Stream(pdf, f"<x>{sentence}</x>".encode())


def _labels(_pdf: pikepdf.Pdf, sentence: str) -> Any:
    return pikepdf.Dictionary(Nums=pikepdf.Array([0, pikepdf.Dictionary(P=pikepdf.String(sentence))]))


def _described(pdf: pikepdf.Pdf, sentence: str) -> None:
    pdf.attachments["contenu.yaml"] = pikepdf.AttachedFileSpec(
        pdf, b"x", description=sentence, filename="contenu.yaml", mime_type="", creation_date="", mod_date=""
    )


def _unused(pdf: pikepdf.Pdf, sentence: str) -> None:
    """An object of the trailer, to which nothing a reader opens leads."""
    pdf.trailer.Leak = pdf.make_indirect(pikepdf.Dictionary(Kept=pikepdf.String(sentence)))


def _scripted(pdf: pikepdf.Pdf, sentence: str) -> None:
    pdf.Root.OpenAction = _action(sentence)


PDF_LEAKS: Mapping[str, PdfLeak] = {
    "thumbnail of a page": _thumbnail,
    "remark in a photograph": _photograph,
    "metadata of a page": _of_page("/Metadata", _stream_of),
    "data of another program": _of_page("/PieceInfo", _said),
    "transition of a page": _of_page("/Trans", _said),
    "label of pages": _of_file("/PageLabels", _labels),
    "colour of the printer": _of_file("/OutputIntents", lambda pdf, said: pikepdf.Array([_said(pdf, said)])),
    "collection": _of_file("/Collection", _said),
    "description of an attachment": _described,
    "object out of sight": _unused,
    "script of the file": _scripted,
    "subject of a comment": _annotation(Subtype=lambda _: pikepdf.Name.Text, Subj=pikepdf.String),
    "name of a comment": _annotation(Subtype=lambda _: pikepdf.Name.Text, NM=pikepdf.String),
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
    "archive attached": _attached(zipped),
    "name of an attachment": _named_file,
    "comment": _annotation(Subtype=lambda _: pikepdf.Name.Text, Contents=pikepdf.String),
    "author of a comment": _annotation(Subtype=lambda _: pikepdf.Name.Text, T=pikepdf.String),
    "script": _annotation(Subtype=lambda _: pikepdf.Name.Link, A=_action),
    "address of a link": _annotation(Subtype=lambda _: pikepdf.Name.Link, A=_link),
    "destination": _destination,
    "layer": _layer,
    "form field": _field,
}
