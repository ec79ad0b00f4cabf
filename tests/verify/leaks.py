"""A sentence put back into a finished deck or pack, in each place where it carries words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO

from PIL import Image, PngImagePlugin

from verify.leaks_pdf import jpeg, zipped
from verify.mutations_deck import members, packed
from verify.mutations_pdf import Mutation


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
    "words kept by a chart": ("ppt/charts/chart", "</c:strCache>", '<c:pt idx="9"><c:v>LEAK</c:v></c:pt></c:strCache>'),
    "figures kept by a chart": ("ppt/charts/chart", "<c:formatCode>", "<c:formatCode>LEAK"),
    "reference of a chart": ("ppt/charts/chart", "<c:f>", "<c:f>LEAK"),
    "description of a shape": ("ppt/slides/slide", "<p:cNvPr ", '<p:cNvPr tooltip="LEAK" '),
    "relation of a chart": ("ppt/charts/_rels/chart", "<Relationship ", '<Relationship Target2="LEAK" '),
    "view of the deck": ("ppt/presProps", "</p:presentationPr>", "<x>LEAK</x></p:presentationPr>"),
    "styles of tables": ("ppt/tableStyles", "<a:tblStyleLst ", '<a:tblStyleLst leak="LEAK" '),
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
    "embedded document": lambda text: {"ppt/embeddings/note.docx": zipped(text)},
    "picture": _picture,
    "custom properties": lambda text: {"docProps/custom2.xml": f'<x name="Note"><lpwstr>{text}</lpwstr></x>'.encode()},
    "thumbnail": lambda text: {"docProps/thumbnail.jpeg": jpeg(text)},
    "authors of comments": lambda text: {"ppt/commentAuthors.xml": f'<x name="{text}"/>'.encode()},
    "comments of today": lambda text: {"ppt/comments/modernComment_1.xml": f"<x><t>{text}</t></x>".encode()},
    "embedded face": lambda text: {"ppt/fonts/font1.fntdata": text.encode("utf-16-be")},
    "drawing of old": lambda text: {"ppt/drawings/vmlDrawing1.vml": f"<xml><v alt='{text}'/></xml>".encode()},
    "diagram": lambda text: {"ppt/diagrams/data1.xml": f"<x><t>{text}</t></x>".encode()},
    "settings of the printer": lambda text: {"ppt/printerSettings/printerSettings1.bin": text.encode("utf-16-le")},
    "ink": lambda text: {"ppt/ink/ink1.xml": f'<ink note="{text}"/>'.encode()},
    "name of a part": lambda text: {f"ppt/media/{text}.txt": b"x"},
}
BOOK_LEAKS: Mapping[str, tuple[str, str, str]] = {
    "cell of the workbook": (
        "xl/worksheets/",
        "</sheetData>",
        '<row r="40"><c r="A40" t="inlineStr"><is><t>LEAK</t></is></c></row></sheetData>',
    ),
    "styles of the workbook": ("xl/styles", "</styleSheet>", "<x>LEAK</x></styleSheet>"),
    "formula of the workbook": ("xl/worksheets/", "<sheetData>", "<sheetData><f>LEAK</f>"),
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
