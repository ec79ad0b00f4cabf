"""Single faults put into a finished deck: in slides, tables, notes, alternative texts, charts and their workbooks."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from verify.mutations_pdf import TEXT_CHANGES, Mutation, other_digit, spread

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "dc": "http://purl.org/dc/elements/1.1/",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
}
Members = dict[str, bytes]

TEXTS = {
    "slide": ("ppt/slides/slide", "//p:sp//a:t[not(ancestor::a:fld)]"),
    "table": ("ppt/slides/slide", "//a:tc//a:t"),
    "notes": ("ppt/notesSlides/notesSlide", "//a:t[not(ancestor::a:fld)]"),
    "chart label": ("ppt/charts/chart", "//c:dLbl//a:t"),
    "label cache": ("ppt/charts/chart", "//c15:dlblRangeCache//c:v"),
    "category": ("ppt/charts/chart", "//c:cat//c:v"),
    "series name": ("ppt/charts/chart", "//c:ser/c:tx//c:v"),
}
"""Where words stand: the parts, and the path of the texts in them."""


def members(data: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(found: Members) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return target.getvalue()


def deck_mutations(data: bytes, count: int) -> Iterator[Mutation]:
    """`count` of each kind of fault at most, spread over the deck."""
    whole = members(data)
    for carrier, (folder, path) in TEXTS.items():
        for kind, change in TEXT_CHANGES.items():
            yield from _edits(whole, (folder, path), f"{carrier}, {kind}", _text_change(change), count)
    for kind, (folder, path, edit) in EDITS.items():
        yield from _edits(whole, (folder, path), kind, edit, count)
    yield from _workbook_mutations(whole, count)


Edit = Callable[[Any], bool]
"""Changes an element; False where there is nothing to change."""


def _edits(whole: Members, where: tuple[str, str], name: str, edit: Edit, count: int) -> Iterator[Mutation]:
    folder, path = where
    parts = [part for part in whole if part.startswith(folder) and part.endswith(".xml")]
    places = [(part, index) for part in parts for index in range(len(_found(etree.fromstring(whole[part]), path)))]
    changed = [(part, index) for part, index in places if edit(_found(etree.fromstring(whole[part]), path)[index])]
    for part, index in spread(changed, count):
        root = etree.fromstring(whole[part])
        edit(_found(root, path)[index])
        yield Mutation(f"{name}: {part} {index}", packed(whole | {part: etree.tostring(root)}))


def _found(root: Any, path: str) -> list[Any]:
    return list(root.xpath(path, namespaces=NAMES))


def _text_change(change: Callable[[str], str]) -> Edit:
    def edit(node: Any) -> bool:
        text = node.text or ""
        node.text = change(text)
        return bool(node.text != text)

    return edit


def _alternative_digit(node: Any) -> bool:
    before = node.get("descr")
    node.set("descr", other_digit(before))
    return bool(node.get("descr") != before)


def _alternative_lost(node: Any) -> bool:
    del node.attrib["descr"]
    return True


def _removed(node: Any) -> bool:
    node.getparent().remove(node)
    return True


def _doubled(node: Any) -> bool:
    node.addnext(copy.deepcopy(node))
    return True


def _swapped(node: Any) -> bool:
    following = node.getnext()
    if following is None or following.tag != node.tag or etree.tostring(following) == etree.tostring(node):
        return False
    following.addnext(node)
    return True


def _value(node: Any) -> bool:
    node.text = other_digit(node.text)
    return True


def _hidden(node: Any) -> bool:
    node.set("show", "0")
    return True


def _renamed(node: Any) -> bool:
    node.set("name", node.get("name") + " bis")
    return True


EDITS: dict[str, tuple[str, str, Edit]] = {
    "alternative changed": ("ppt/slides/slide", "//p:cNvPr[@descr]", _alternative_digit),
    "alternative lost": ("ppt/slides/slide", "//p:cNvPr[@descr]", _alternative_lost),
    "shape lost": ("ppt/slides/slide", "//p:sp[.//a:t]", _removed),
    "shape doubled": ("ppt/slides/slide", "//p:sp[.//a:t]", _doubled),
    "shapes swapped": ("ppt/slides/slide", "//p:sp[.//a:t][following-sibling::*[1][self::p:sp[.//a:t]]]", _swapped),
    "table lost": ("ppt/slides/slide", "//p:graphicFrame[.//a:tbl]", _removed),
    "row lost": ("ppt/slides/slide", "//a:tr", _removed),
    "row doubled": ("ppt/slides/slide", "//a:tr", _doubled),
    "rows swapped": ("ppt/slides/slide", "//a:tr", _swapped),
    "cells swapped": ("ppt/slides/slide", "//a:tc[.//a:t]", _swapped),
    "paragraph lost": ("ppt/notesSlides/notesSlide", "//a:p[.//a:t]", _removed),
    "paragraph doubled": ("ppt/notesSlides/notesSlide", "//a:p[.//a:t]", _doubled),
    "paragraphs swapped": ("ppt/notesSlides/notesSlide", "//a:p[.//a:t]", _swapped),
    "chart lost": ("ppt/slides/slide", "//p:graphicFrame[.//c:chart]", _removed),
    "chart value": ("ppt/charts/chart", "//c:val//c:v", _value),
    "chart value lost": ("ppt/charts/chart", "//c:val//c:pt", _removed),
    "label lost": ("ppt/charts/chart", "//c:dLbl", _removed),
    "series lost": ("ppt/charts/chart", "//c:ser", _removed),
    "series doubled": ("ppt/charts/chart", "//c:ser", _doubled),
    "slide hidden": ("ppt/slides/slide", "/p:sld", _hidden),
    "part renamed": ("ppt/presentation", "//p14:section", _renamed),
    "title of the file": ("docProps/core", "//dc:title", _text_change(lambda text: text + " bis")),
    "language of the file": ("docProps/core", "//dc:language", _text_change(lambda text: "en-US")),
}
"""Faults in markup: the parts, the path of the elements, and what is done to one of them."""


def _workbook_mutations(whole: Members, count: int) -> Iterator[Mutation]:
    for name in (name for name in whole if name.endswith(".xlsx")):
        book = members(whole[name])
        for kind, (path, edit) in WORKBOOK_EDITS.items():
            for found in _edits(book, ("xl/worksheets/", path), kind, edit, count):
                yield Mutation(f"{name}, {found.name}", packed(whole | {name: found.data}))


WORKBOOK_EDITS: dict[str, tuple[str, Edit]] = {
    "number": ("//s:c[not(@t)]/s:v", _value),
    "text": ("//s:is/s:t", _text_change(lambda text: text + "x")),
    "label": ("//s:c[@t='str']/s:v", _value),
    "formula": ("//s:f", _text_change(lambda text: text.replace("&", '&"x"&', 1))),
    "cell lost": ("//s:c", _removed),
}
