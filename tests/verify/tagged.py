"""A small tagged PDF made by hand, for tests of the reader: what no renderer of ours has written."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

import pikepdf
from msgspec import Struct
from pikepdf import Array, Dictionary, Name, String


class Tag(Struct, frozen=True):
    """An element to write: its tag, what it holds (texts on a page, elements), and its entries."""

    tag: str
    kids: tuple[str | Tag, ...] = ()
    page: int = 0
    entries: tuple[tuple[str, str], ...] = ()


def tagged_pdf(tags: Iterable[Tag], artifacts: tuple[str, ...] = (), pages: int = 1, extra: bytes = b"") -> bytes:
    """A PDF whose structure tree holds the tags; artifact texts stand on every page, `extra` ends the first."""
    writer = _Writer(pages)
    return writer.finish(tuple(tags), artifacts, extra)


class _Writer:
    def __init__(self, pages: int) -> None:
        self.pdf = pikepdf.new()
        self.codes: dict[str, int] = {}
        self.content = [bytearray() for _ in range(pages)]
        self.next_mcid = [0] * pages
        self.pages = [self.pdf.add_blank_page(page_size=(400, 400)) for _ in range(pages)]

    def finish(self, tags: tuple[Tag, ...], artifacts: tuple[str, ...], extra: bytes) -> bytes:
        root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([])))
        document = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array([])))
        root.K.append(document)
        for tag in tags:
            document.K.append(self.element(tag, document, tag.page))
        self.pdf.Root.StructTreeRoot = root
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)
        self.pdf.Root.Lang = String("fr-FR")
        self.pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        self.pdf.docinfo["/Title"] = "Essai"
        for content in self.content:
            for text in artifacts:
                content.extend(b"/Artifact <</Type /Pagination>> BDC " + self.shown(text) + b" EMC\n")
        self.content[0].extend(extra)
        self.write_pages()
        target = BytesIO()
        self.pdf.save(target)
        return target.getvalue()

    def element(self, tag: Tag, parent: pikepdf.Object, page: int) -> pikepdf.Object:
        page = tag.page or page
        node = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + tag.tag), P=parent, K=Array([])))
        node.Pg = self.pages[page].obj
        for key, value in tag.entries:
            node["/" + key] = String(value)
        for kid in tag.kids:
            node.K.append(self.text(kid, tag.tag, page) if isinstance(kid, str) else self.element(kid, node, page))
        return node

    def text(self, text: str, tag: str, page: int) -> int:
        mcid = self.next_mcid[page]
        self.next_mcid[page] += 1
        self.content[page] += f"/{tag} <</MCID {mcid}>> BDC ".encode() + self.shown(text) + b" EMC\n"
        return mcid

    def shown(self, text: str) -> bytes:
        codes = "".join(f"{self.codes.setdefault(character, len(self.codes) + 1):04X}" for character in text)
        return f"BT /F1 12 Tf 10 10 Td <{codes}> Tj ET".encode()

    def write_pages(self) -> None:
        pairs = "".join(
            f"<{code:04X}> <{character.encode('utf-16-be').hex()}>\n" for character, code in self.codes.items()
        )
        cmap = f"{len(self.codes)} beginbfchar\n{pairs}endbfchar\n"
        font = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name("/AAAAAA+Essai"),
                Encoding=Name("/Identity-H"),
                ToUnicode=self.pdf.make_stream(cmap.encode()),
            )
        )
        for page, content in zip(self.pages, self.content, strict=True):
            page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
            page.obj.Contents = self.pdf.make_stream(bytes(content))
