"""Any change to a finished file, drawn from a seed, and whether a reader could notice: by picture, text and links."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from io import BytesIO
from random import Random  # noqa: TID251 (places for faults, drawn from a seed)
from typing import Any

import pikepdf
import pypdfium2
from lxml import etree
from pikepdf import Array, Dictionary, Name, String

from verify.mutations_deck import members, packed

TRIES = 200


def flipped(data: bytes, draw: Random) -> bytes:
    """Other bytes in one to four places."""
    whole = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 4))):
        place = draw.randrange(len(whole))
        whole[place] ^= draw.randrange(1, 256)
    return bytes(whole)


def altered(data: bytes, draw: Random) -> bytes:
    """One value of a PDF's objects lost or other."""
    with pikepdf.open(BytesIO(data)) as pdf, warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        kinds = (Dictionary, pikepdf.Stream, Array)
        holders = [each for each in pdf.objects if isinstance(each, kinds)]
        for _ in range(TRIES):
            if _changed(draw.choice(holders), draw):
                break
        target = BytesIO()
        pdf.save(target)
        return target.getvalue()


def _changed(holder: Any, draw: Random) -> bool:
    """Changes a value in a holder or below it; False where it has none."""
    while True:
        keys: Any = range(len(holder)) if isinstance(holder, Array) else sorted(set(holder.keys()) - {"/Length"})
        if not keys:
            return False
        key = draw.choice(keys)
        value = holder[key]
        inner = isinstance(value, Dictionary | Array) and not getattr(value, "is_indirect", False)
        if not inner or draw.random() < 0.2:
            break
        holder = value
    if draw.random() < 0.2:
        del holder[key]
        return True
    return _other(holder, key, value, draw)


def _other(holder: Any, key: Any, value: Any, draw: Random) -> bool:
    if isinstance(value, bool):
        holder[key] = not value
    elif isinstance(value, int):
        holder[key] = value + draw.choice((1, -1, 7, 100))
    elif not isinstance(value, pikepdf.Object):
        holder[key] = float(value) * draw.choice((0.5, 2, 1.02)) + 0.5
    elif isinstance(value, String):
        holder[key] = String(f"{value}9")
    elif isinstance(value, Name):
        holder[key] = Name(f"{value}9")
    elif isinstance(value, pikepdf.Stream):
        return _rewritten(value, draw)
    elif isinstance(value, Array) and len(value) > 1:
        holder[key] = Array(list(value)[::-1])
    else:
        return False
    return True


def _rewritten(stream: Any, draw: Random) -> bool:
    try:
        data = bytearray(stream.read_bytes())
    except pikepdf.PdfError:
        return False
    if not data:
        return False
    data[draw.randrange(len(data))] ^= draw.choice((1, 2, 3))
    stream.write(bytes(data))
    return True


def edited(data: bytes, draw: Random) -> bytes:
    """One attribute, element or text of any part of a package lost or other."""
    whole = members(data)
    name = draw.choice(sorted(name for name in whole if name.endswith((".xml", ".rels"))))
    root = etree.fromstring(whole[name])
    node = draw.choice(list(root.iter(etree.Element)))
    if draw.random() < 0.3 and node.getparent() is not None:
        node.getparent().remove(node)
    elif node.attrib and draw.random() < 0.8:
        key = draw.choice(sorted(node.attrib))
        node.set(key, f"{node.get(key)}1")
    else:
        node.text = f"{node.text or ''}9"
    return packed({**whole, name: etree.tostring(root)})


CHANGES: dict[str, tuple[Callable[[bytes, Random], bytes], ...]] = {
    ".pdf": (flipped, altered, altered),
    ".pptx": (flipped, edited, edited),
    ".zip": (flipped,),
}


def change(data: bytes, ending: str, seed: int) -> bytes:
    """The file changed as the seed says."""
    draw = Random(seed)  # noqa: S311 (no secret)
    return draw.choice(CHANGES[ending])(data, draw)


def shown(data: bytes, ending: str) -> object:
    """All that a reader gets of a file: pages as drawn and read, with their links; parts as XML; members."""
    if ending == ".pdf":
        with pypdfium2.PdfDocument(data) as document:
            return [_page(document, number) for number in range(len(document))], _links(data)
    if ending == ".pptx":
        return {name: _canonical(name, part) for name, part in members(data).items()}
    return members(data)


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[bytes, str]:
    page = document[number]
    return page.render(scale=1).to_pil().tobytes(), str(page.get_textpage().get_text_range())


def _links(data: bytes) -> list[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return [_link(each, numbers) for page in pdf.pages for each in page.obj.get("/Annots", ())]


def _link(annotation: Any, numbers: dict[tuple[int, int], int]) -> str:
    place = annotation.get("/Dest", annotation.get("/A", Dictionary()).get("/URI", ""))
    leads = numbers.get(place[0].objgen) if isinstance(place, Array) else str(place)
    return f"{[float(edge) for edge in annotation.Rect]} {leads}"


def _canonical(name: str, part: bytes) -> bytes:
    if name.endswith((".xml", ".rels")):
        return bytes(etree.tostring(etree.fromstring(part), method="c14n"))
    return part
