"""Files made to harm: what each is called, where a user would put it, and the command that meets it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
from msgspec import Struct
from pikepdf import Array, Dictionary, Name, String

SECRET = Path("/etc/passwd").as_uri()
LEVELS = range(1, 25)
XXE = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "{SECRET}">]>'.encode()
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "ha">'
    + b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]>"
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">%s</svg>'


class Hostile(Struct, frozen=True):
    """A file by its name in the project, how it is made of a sound one, and words of the one line that refuses it."""

    name: str
    made: Callable[[bytes], bytes]
    says: str


def instead(data: bytes) -> Callable[[bytes], bytes]:
    return lambda _sound: data


def yaml_laughs() -> bytes:
    """Aliases of aliases: nine levels of nine."""
    lines = ["a0: &a0 [ha]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in LEVELS]
    return "\n".join(lines).encode()


def png(width: int, height: int) -> bytes:
    """A picture whose head promises that many pixels and whose data give none."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def member(name: str, data: bytes, *, beside: bool = True) -> Callable[[bytes], bytes]:
    """A sound package with one member more, or (beside=False) another in the place of one."""

    def made(sound: bytes) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(sound)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            for each in old.namelist():
                if beside or each != name:
                    new.writestr(each, old.read(each))
            new.writestr(name, data)
        return target.getvalue()

    return made


def before_part(name: str, head: bytes) -> Callable[[bytes], bytes]:
    """A sound package, one part of which begins otherwise."""

    def made(sound: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(sound)) as archive:
            part = archive.read(name)
        return member(name, head + part.partition(b"?>")[2], beside=False)(sound)

    return made


def related(relation: bytes) -> Callable[[bytes], bytes]:
    """A sound deck whose first slide has one relationship more."""
    name = "ppt/slides/_rels/slide1.xml.rels"

    def made(sound: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(sound)) as archive:
            part = archive.read(name)
        return member(name, part.replace(b"</Relationships>", relation + b"</Relationships>"), beside=False)(sound)

    return made


def pdf(change: Callable[[pikepdf.Pdf], None]) -> Callable[[bytes], bytes]:
    def made(sound: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(sound)) as file:
            change(file)
            target = io.BytesIO()
            file.save(target)
            return target.getvalue()

    return made


def scripted(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def launching(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = Dictionary(S=Name.Launch, F=String("calc.exe"))


def carrying(file: pikepdf.Pdf) -> None:
    stream = file.make_stream(b"MZ")
    holder = Dictionary(Type=Name.Filespec, F=String("a.exe"), EF=Dictionary(F=stream))
    file.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a.exe"), holder])))


def circular(file: pikepdf.Pdf) -> None:
    root = file.Root.StructTreeRoot.K
    root = root[0] if isinstance(root, pikepdf.Array) else root
    root.K = Array([root])


def endless_form(file: pikepdf.Pdf) -> None:
    form = file.make_stream(b"/F Do")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 1, 1])
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    file.pages[0].obj.Resources.XObject = Dictionary(F=form)
    file.pages[0].obj.Contents = file.make_stream(b"/F Do")


def inflating(file: pikepdf.Pdf) -> None:
    stream = file.make_stream(b"")
    stream.write(zlib.compress(bytes(80 << 20)), filter=Name.FlateDecode)
    file.pages[0].obj.Contents = stream


def external(kind: bytes, target: bytes) -> bytes:
    base = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    return b'<Relationship Id="rId99" Type="' + base + kind + b'" Target="' + target + b'" TargetMode="External"/>'


FACTS, LIST = "content/facts/financement.yaml", "liste.csv"
BRIEF, DECK, PACK = (f"output/evian/evian-{ending}" for ending in ("brief.pdf", "deck.pptx", "pack.zip"))
SLIDE = "ppt/slides/slide1.xml"
BOMB = bytes(300 << 20)

HOSTILE: Mapping[str, Hostile] = {
    "YAML of aliases of aliases": Hostile(FACTS, instead(yaml_laughs()), "alias"),
    "YAML that makes objects": Hostile(FACTS, instead(b"a: !!python/object/apply:os.system ['id']\n"), "yaml"),
    "YAML without end": Hostile(FACTS, instead(b"a: " + b"[" * 100_000), "yaml"),
    "YAML that holds itself": Hostile(FACTS, instead(b"a: &a [*a]\n"), "alias"),
    "CSV with a NUL": Hostile(LIST, instead(b"nom;titre\nA\x00;B\n"), "liste.csv"),
    "CSV of one endless cell": Hostile(LIST, instead(b'nom\n"' + b"x" * 5_000_000), "liste.csv"),
    "PNG of 60000 by 60000": Hostile("assets/essai.png", instead(png(60_000, 60_000)), "essai.png"),
    "PNG without pixels": Hostile("assets/essai.png", instead(png(3000, 3000)), "essai.png"),
    "SVG that reads a file": Hostile("assets/essai.svg", instead(XXE + SVG % b"<text>&x;</text>"), "essai.svg"),
    "SVG of a billion laughs": Hostile("assets/essai.svg", instead(LAUGHS + SVG % b"&e11;"), "essai.svg"),
    "SVG with a script": Hostile("assets/essai.svg", instead(SVG % b"<script>alert(1)</script>"), "essai.svg"),
    "SVG that fetches": Hostile("assets/essai.svg", instead(SVG % b'<image x:href="http://127.0.0.1/"/>'), "essai.svg"),
    "SVG of endless paths": Hostile(
        "assets/essai.svg", instead(SVG % (b'<path d="M0 0' + b"L1 1" * 900_000 + b'"/>')), "essai.svg"
    ),
    "PPTX with macros": Hostile(DECK, member("ppt/vbaProject.bin", b"\xd0\xcf\x11\xe0"), "contenu actif"),
    "PPTX with an OLE object": Hostile(DECK, member("ppt/embeddings/oleObject1.bin", b"\xd0\xcf"), "contenu actif"),
    "PPTX that fetches a picture": Hostile(
        DECK, related(external(b"image", b"http://127.0.0.1/x.png")), "contenu pris hors du fichier"
    ),
    "PPTX with a template elsewhere": Hostile(
        DECK, related(external(b"attachedTemplate", b"//ailleurs/a.potm")), "contenu pris hors du fichier"
    ),
    "PPTX with a link to a program": Hostile(
        DECK, related(external(b"hyperlink", b"calc.exe")), "contenu pris hors du fichier"
    ),
    "PPTX that reads a file": Hostile(DECK, before_part(SLIDE, XXE), "interdite"),
    "PPTX of a billion laughs": Hostile(DECK, before_part(SLIDE, LAUGHS), "interdite"),
    "PPTX that inflates": Hostile(DECK, member("ppt/media/a.png", BOMB), "archive"),
    "PPTX that leaves its folder": Hostile(DECK, member("../../a.xml", b"<a/>"), "chemin dangereux"),
    "PDF with a script": Hostile(BRIEF, pdf(scripted), "action interdite"),
    "PDF that starts a program": Hostile(BRIEF, pdf(launching), "action interdite"),
    "PDF with a hidden file": Hostile(BRIEF, pdf(carrying), "fichier est caché"),
    "PDF whose tree is a circle": Hostile(BRIEF, pdf(circular), "unreadable"),
    "PDF whose forms call each other": Hostile(BRIEF, pdf(endless_form), "se dessine lui-même"),
    "PDF that inflates": Hostile(BRIEF, pdf(inflating), "unreadable"),
    "PDF cut short": Hostile(BRIEF, lambda sound: sound[: len(sound) // 2], "evian-brief.pdf"),
    "pack that leaves its folder": Hostile(PACK, member("../../etc/passwd", b"x"), "chemin dangereux"),
    "pack that inflates": Hostile(PACK, member("a.pdf", BOMB), "archive"),
    "pack with a file more": Hostile(PACK, member("a.pdf", b"%PDF"), "fichier ajouté"),
    "pack without end in its manifest": Hostile(
        PACK, member("manifest.json", b"[" * 200_000, beside=False), "manifeste"
    ),
    "pack that is no archive": Hostile(PACK, instead(b"PK\x03\x04" + bytes(200)), "illisible"),
}
