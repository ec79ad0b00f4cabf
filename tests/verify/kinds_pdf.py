"""Ways to change a finished PDF that its words do not tell: what covers, hides, moves, runs or leads elsewhere."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from random import Random  # noqa: TID251 (places for faults, drawn from a seed)
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

Change = Callable[[pikepdf.Pdf, Random], None]


def changed(data: bytes, change: Change, seed: int, **options: Any) -> bytes:
    """The document with a change; `seed` says where."""
    with pikepdf.open(BytesIO(data)) as pdf, warnings.catch_warnings():
        change(pdf, Random(seed))  # noqa: S311 (no secret)
        target = BytesIO()
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)  # of a form field put there on purpose
        pdf.save(target, **options)
        return target.getvalue()


def page_of(pdf: pikepdf.Pdf, draw: Random) -> Any:
    return pdf.pages[draw.randrange(1, len(pdf.pages))].obj


def annotation(subtype: str, **entries: Any) -> Change:
    def change(pdf: pikepdf.Pdf, draw: Random) -> None:
        page = page_of(pdf, draw)
        looks = pdf.make_stream(b"1 1 1 rg 0 0 200 50 re f", Subtype=Name.Form, BBox=Array([0, 0, 200, 50]))
        made = Dictionary(
            Type=Name.Annot, Subtype=Name("/" + subtype), Rect=Array([100, 400, 300, 450]), F=4, AP=Dictionary(N=looks)
        )
        for key, value in entries.items():
            made[f"/{key}"] = value
        page.Annots = Array([*page.get("/Annots", Array()), pdf.make_indirect(made)])

    return change


def drawn(code: str) -> Change:
    """More instructions at the end of a page; `{x}` and `{y}` are a place on it."""

    def change(pdf: pikepdf.Pdf, draw: Random) -> None:
        page = page_of(pdf, draw)
        placed = code.replace("{x}", str(draw.randint(70, 300))).replace("{y}", str(draw.randint(120, 700)))
        page.Contents = Array([page.Contents, pdf.make_stream(placed.encode())])

    return change


def hidden_text(state: str) -> Change:
    return drawn(f"/Artifact BMC q BT /F1 10 Tf {state} 1 0 0 1 {{x}} {{y}} Tm <00010002> Tj ET Q EMC")


def with_state(**entries: Any) -> Change:
    def change(pdf: pikepdf.Pdf, draw: Random) -> None:
        page = page_of(pdf, draw)
        page.Resources.ExtGState = Dictionary(G=Dictionary(**entries))
        page.Contents = Array([pdf.make_stream(b"/G gs"), page.Contents])

    return change


def hidden_layer(pdf: pikepdf.Pdf, draw: Random) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="x"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    page = page_of(pdf, draw)
    page.Resources.Properties = Dictionary(L=layer)
    page.Contents = Array([pdf.make_stream(b"/OC /L BDC"), page.Contents, pdf.make_stream(b"EMC")])


def page_entry(key: str, value: Any) -> Change:
    def change(pdf: pikepdf.Pdf, draw: Random) -> None:
        page_of(pdf, draw)[f"/{key}"] = value

    return change


def descendant(pdf: pikepdf.Pdf, draw: Random) -> Any:
    fonts = pdf.pages[1].obj.Resources.Font
    return fonts[draw.choice(sorted(fonts.keys()))].DescendantFonts[0]


def glyphs_exchanged(pdf: pikepdf.Pdf, draw: Random) -> None:
    """Two glyphs of a font stand for each other's characters."""
    stream = descendant(pdf, draw).CIDToGIDMap
    codes = bytearray(stream.read_bytes())
    used = [place for place in range(0, len(codes), 2) if codes[place : place + 2] != b"\0\0"]
    one, other = draw.sample(used, 2)
    codes[one : one + 2], codes[other : other + 2] = codes[other : other + 2], codes[one : one + 2]
    stream.write(bytes(codes))


def font_replaced(pdf: pikepdf.Pdf, draw: Random) -> None:
    fonts = [font.DescendantFonts[0].FontDescriptor for _, font in pdf.pages[1].obj.Resources.Font.items()]
    one, other = draw.sample(fonts, 2)
    one.FontFile2 = other.FontFile2


def widths(pdf: pikepdf.Pdf, draw: Random) -> None:
    listed = descendant(pdf, draw).W[1]
    listed[draw.randrange(len(listed))] = 17


def instructions(change: Callable[[list[Any], Random], None]) -> Change:
    def apply(pdf: pikepdf.Pdf, draw: Random) -> None:
        page = pdf.pages[draw.randrange(1, len(pdf.pages))]
        found = list(pikepdf.parse_content_stream(page))
        change(found, draw)
        page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(found))

    return apply


def operand(operators: str) -> Change:
    """A number of one of these operators, changed."""

    def change(found: list[Any], draw: Random) -> None:
        wanted = set(operators.split())
        at = draw.choice([i for i, each in enumerate(found) if str(each.operator) in wanted])
        operands = list(found[at].operands)
        place = draw.randrange(len(operands))
        operands[place] = round(float(operands[place]) * 0.5 + 0.31, 3)
        found[at] = pikepdf.ContentStreamInstruction(operands, found[at].operator)

    return instructions(change)


def lost(found: list[Any], draw: Random) -> None:
    drawing = [i for i, each in enumerate(found) if str(each.operator) in ("TJ", "Tj", "f", "S", "B", "rg", "Tm")]
    del found[draw.choice(drawing)]


def doubled(found: list[Any], draw: Random) -> None:
    at = draw.choice([i for i, each in enumerate(found) if str(each.operator) in ("TJ", "Tj")])
    found.insert(at, found[at])


def a_link(pdf: pikepdf.Pdf, draw: Random) -> Any:
    links = [link for page in pdf.pages for link in page.obj.get("/Annots", Array()) if "/Dest" in link]
    return draw.choice(links)


def link_elsewhere(pdf: pikepdf.Pdf, draw: Random) -> None:
    link = a_link(pdf, draw)
    pages = [page.obj for page in pdf.pages if page.obj.objgen != link.Dest[0].objgen]
    link.Dest = Array([draw.choice(pages), *list(link.Dest)[1:]])


def link_action(**entries: Any) -> Change:
    def change(pdf: pikepdf.Pdf, draw: Random) -> None:
        link = a_link(pdf, draw)
        del link["/Dest"]
        link.A = pdf.make_indirect(Dictionary(**entries))

    return change


def link_entry(key: str, value: Any) -> Change:
    def change(pdf: pikepdf.Pdf, draw: Random) -> None:
        a_link(pdf, draw)[f"/{key}"] = value

    return change


def link_lost(pdf: pikepdf.Pdf, draw: Random) -> None:
    page = draw.choice([page.obj for page in pdf.pages if "/Annots" in page.obj])
    page.Annots = Array(list(page.Annots)[1:])


def bookmarks(pdf: pikepdf.Pdf) -> list[Any]:
    found, node = [], pdf.Root.Outlines.get("/First")
    while node is not None:
        found.append(node)
        node = node.get("/Next")
    return found


def bookmark_title(pdf: pikepdf.Pdf, draw: Random) -> None:
    draw.choice(bookmarks(pdf)).Title = "Autre"


def bookmark_elsewhere(pdf: pikepdf.Pdf, draw: Random) -> None:
    one, other = draw.sample(bookmarks(pdf), 2)
    one.Dest, other.Dest = other.Dest, one.Dest


def root_entry(key: str, value: Callable[[pikepdf.Pdf], Any]) -> Change:
    def change(pdf: pikepdf.Pdf, _draw: Random) -> None:
        pdf.Root[f"/{key}"] = value(pdf)

    return change


def script(pdf: pikepdf.Pdf) -> Any:
    return pdf.make_indirect(Dictionary(S=Name.JavaScript, JS="app.alert(1)"))


def chained_script(pdf: pikepdf.Pdf, draw: Random) -> None:
    link_action(S=Name.URI, URI="http://a.fr", Next=Array([script(pdf)]))(pdf, draw)


def without(key: str) -> Change:
    def change(pdf: pikepdf.Pdf, _draw: Random) -> None:
        del pdf.Root[f"/{key}"]

    return change


def info(key: str, value: str) -> Change:
    def change(pdf: pikepdf.Pdf, _draw: Random) -> None:
        pdf.docinfo[f"/{key}"] = value

    return change


def packet(before: bytes, after: bytes) -> Change:
    def change(pdf: pikepdf.Pdf, _draw: Random) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert before in data
        pdf.Root.Metadata.write(data.replace(before, after))

    return change


def elements(pdf: pikepdf.Pdf) -> list[Any]:
    return [
        each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/Type") == Name.StructElem
    ]  # fmt: skip


def element_entry(key: str, value: Any) -> Change:
    def change(pdf: pikepdf.Pdf, draw: Random) -> None:
        draw.choice(elements(pdf))[f"/{key}"] = value

    return change


def kids_exchanged(pdf: pikepdf.Pdf, draw: Random) -> None:
    several = [each for each in elements(pdf) if isinstance(each.get("/K"), Array) and len(each.K) > 1]
    element = draw.choice(several)
    element.K = Array([*list(element.K)[1:], element.K[0]])


def attached(pdf: pikepdf.Pdf, _draw: Random) -> None:
    pdf.attachments["a.exe"] = b"MZ"


def contents_elsewhere(pdf: pikepdf.Pdf, draw: Random) -> None:
    """The same instructions, and a file from elsewhere to be read in their place."""
    page = page_of(pdf, draw)
    page.Contents = pdf.make_stream(page.Contents.read_bytes())
    page.Contents["/F"] = Dictionary(Type=Name.Filespec, F="http://a.fr/x")


def trailer_entry(pdf: pikepdf.Pdf, _draw: Random) -> None:
    pdf.trailer["/Secret"] = pikepdf.String("99 %")


def print_only(pdf: pikepdf.Pdf, _draw: Random) -> None:
    usage = Dictionary(Print=Dictionary(PrintState=Name.ON), View=Dictionary(ViewState=Name.OFF))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="x", Usage=usage))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def page_doubled(pdf: pikepdf.Pdf, draw: Random) -> None:
    pdf.pages.append(pdf.pages[draw.randrange(len(pdf.pages))])


def page_lost(pdf: pikepdf.Pdf, draw: Random) -> None:
    del pdf.pages[draw.randrange(1, len(pdf.pages))]


def pages_exchanged(pdf: pikepdf.Pdf, draw: Random) -> None:
    at = draw.randrange(1, len(pdf.pages) - 1)
    page = pdf.pages[at]
    del pdf.pages[at]
    pdf.pages.append(page)


def meanings_changed(pdf: pikepdf.Pdf, draw: Random) -> None:
    fonts = pdf.pages[1].obj.Resources.Font
    stream = fonts[draw.choice(sorted(fonts.keys()))].ToUnicode
    stream.write(stream.read_bytes().replace(b"<0031>", b"<0035>").replace(b"<0065>", b"<0066>"))


def entry_lost(pdf: pikepdf.Pdf, draw: Random) -> None:
    """Any entry of any object that the document is made of."""
    tagged = [each for each in elements(pdf) if len(each.keys()) > 3]
    element = draw.choice(tagged)
    del element[draw.choice(sorted(set(element.keys()) - {"/Type", "/P"}))]


BOX = "q 1 1 1 rg {x} {y} 60 20 re f Q"

KINDS: Mapping[str, Change] = {
    **{
        f"annotation {kind}": annotation(kind)
        for kind in "FreeText Stamp Square Redact Watermark Movie Screen 3D RichMedia FileAttachment Widget".split()
    },
    "a white box": drawn(BOX),
    "a line through": drawn("q 0.8 w {x} {y} m 500 {y} l S Q"),
    "digits as paths": drawn("q {x} {y} m {x} 730 l 2 w S Q"),
    "text that shows nothing": hidden_text("3 Tr"),
    "text that clips": hidden_text("7 Tr"),
    "text of half a point": drawn("/Artifact BMC BT /F1 0.5 Tf 1 0 0 1 {x} {y} Tm <00010002> Tj ET EMC"),
    "text without width": hidden_text("1 Tz"),
    "text off the page": drawn("/Artifact BMC BT /F1 9 Tf 1 0 0 1 -900 {y} Tm <0001> Tj ET EMC"),
    "an artifact's text": hidden_text("0 Tr"),
    "clipped": drawn("q 0 0 1 1 re W n Q"),
    "transparent": with_state(ca=0, CA=0),
    "soft mask": with_state(SMask=Name("/None"), ca=0.1),
    "blend": with_state(BM=Name.Multiply),
    "hidden layer": hidden_layer,
    "turned": page_entry("Rotate", 180),
    "cropped": page_entry("CropBox", Array([0, 0, 300, 300])),
    "scaled": page_entry("UserUnit", 2),
    "page acts": page_entry("AA", Dictionary(O=Dictionary(S=Name.Launch, F="x.exe"))),
    "glyphs exchanged": glyphs_exchanged,
    "font replaced": font_replaced,
    "widths": widths,
    "meanings": meanings_changed,
    "a shape stretched": operand("m l c w"),
    "recoloured": operand("rg RG"),
    "text moved": operand("Tm"),
    "text sized": operand("Tm"),
    "instruction lost": instructions(lost),
    "instruction doubled": instructions(doubled),
    "link elsewhere": link_elsewhere,
    "link lost": link_lost,
    "link moved": link_entry("Rect", Array([1, 1, 2, 2])),
    "link described otherwise": link_entry("Contents", "Autre"),
    "link with looks": link_entry("AP", Dictionary()),
    "link to a program": link_action(S=Name.URI, URI="file:///c:/calc.exe"),
    "link that is a script": link_action(S=Name.URI, URI="javascript:alert(1)"),
    "link that launches": link_action(S=Name.Launch, F="calc.exe"),
    "a script after a link": chained_script,
    "bookmark title": bookmark_title,
    "bookmark elsewhere": bookmark_elsewhere,
    "page labels": root_entry("PageLabels", lambda _: Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))),
    "opens on the last page": root_entry("OpenAction", lambda pdf: Array([pdf.pages[-1].obj, Name.Fit])),
    "opens with a script": root_entry("OpenAction", script),
    "language": root_entry("Lang", lambda _: "en"),
    "named scripts": root_entry(
        "Names", lambda pdf: Dictionary(JavaScript=Dictionary(Names=Array(["a", script(pdf)])))
    ),
    "form": root_entry("AcroForm", lambda pdf: Dictionary(Fields=Array(), XFA="x")),
    "colours": without("OutputIntents"),
    "tags": without("StructTreeRoot"),
    "not marked": without("MarkInfo"),
    "shown otherwise": without("ViewerPreferences"),
    "title": info("Title", "Autre"),
    "subject": info("Subject", "Autre"),
    "keywords": info("Keywords", "Autre"),
    "author": info("Author", "Autre"),
    "date": info("CreationDate", "D:20200101000000Z"),
    "archive mark": packet(b"<pdfaid:part>", b"<pdfaid:amd>"),
    "title within": packet(b"Intelligence artificielle", b"Intelligence naturelle"),
    "role": element_entry("S", Name.Artifact),
    "read as": element_entry("ActualText", "99"),
    "read in": element_entry("Lang", "de"),
    "described as": element_entry("Alt", "99"),
    "kids exchanged": kids_exchanged,
    "entry lost": entry_lost,
    "attached": attached,
    "contents from elsewhere": contents_elsewhere,
    "entry of the trailer": trailer_entry,
    "remark in the packet": packet(b"<rdf:RDF", b"<!-- 99 --><rdf:RDF"),
    "print only": print_only,
    "link drawn over": link_entry("AP", Dictionary(N=Dictionary())),
    "link hidden": link_entry("F", 2),
    "link of another program": link_entry("PA", Dictionary(S=Name.URI, URI="http://a.fr")),
    "page that goes on": page_entry("Dur", 1),
    "page in another space": page_entry("Group", Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)),
    "page with data": page_entry("PieceInfo", Dictionary(X=Dictionary(Private="x"))),
    "base of addresses": root_entry("URI", lambda _: Dictionary(Base="http://a.fr/")),
    "requirements": root_entry("Requirements", lambda _: Array([Dictionary(S=Name.EnableJavaScripts)])),
    "full screen": root_entry("PageMode", lambda _: Name.FullScreen),
    "other tags": root_entry("StructTreeRoot", lambda _: Dictionary(Type=Name.StructTreeRoot)),
    "page doubled": page_doubled,
    "page lost": page_lost,
    "pages exchanged": pages_exchanged,
}
"""Each kind of change, by a short name."""

SAVES: Mapping[str, Mapping[str, Any]] = {
    "plain": {},
    "linear": {"linearize": True},
    "no object streams": {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
    "object streams": {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
    "unpacked": {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
    "packed anew": {"recompress_flate": True},
    "for eyes": {"qdf": True},
    "lines mended": {"normalize_content": True},
    "own identifier": {"deterministic_id": True},
    "newer": {"min_version": "1.7"},
}
"""Ways of saving that change nothing."""


def untouched(_pdf: pikepdf.Pdf, _draw: Random) -> None:
    """No change."""
