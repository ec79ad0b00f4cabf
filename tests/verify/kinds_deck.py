"""Ways to change a finished deck that its words do not tell: what covers, hides, runs, cuts an axis, comes along."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from random import Random  # noqa: TID251 (places for faults, drawn from a seed)
from typing import Any

from lxml import etree

from verify.mutations_deck import NAMES, Members, members, packed

A, P, C = (f"{{{NAMES[key]}}}" for key in "apc")
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Change = Callable[[Members, Random], None]


def changed(data: bytes, change: Change, seed: int) -> bytes:
    """The deck with a change; `seed` says where."""
    whole = members(data)
    before = dict(whole)
    change(whole, Random(seed))  # noqa: S311 (no secret)
    assert whole != before
    return packed(whole)


def edit(start: str, path: str, act: Callable[[Any], object]) -> Change:
    """Acts on one of the elements at a path, in the parts whose names begin so."""

    def change(whole: Members, draw: Random) -> None:
        parts = sorted(name for name in whole if name.startswith(start) and name.endswith(".xml"))
        draw.shuffle(parts)
        for part in parts:
            root = etree.fromstring(whole[part])
            found = root.xpath(path, namespaces=NAMES)
            if found:
                before = etree.tostring(root, method="c14n")
                act(draw.choice(found))
                if etree.tostring(root, method="c14n") != before:
                    whole[part] = etree.tostring(root)
                    return

    return change


def put(name: str, value: str) -> Callable[[Any], object]:
    return lambda node: node.set(name, value)


def child(xml: str, at: int = 0) -> Callable[[Any], object]:
    """A new child, in the usual names."""
    spaces = " ".join(f'xmlns:{key}="{name}"' for key, name in {**NAMES, "r": R, "mc": MC}.items())
    return lambda node: node.insert(at, etree.fromstring(f"<x {spaces}>{xml}</x>")[0])


CORE = b"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SLIDES, CHARTS = "ppt/slides/slide", "ppt/charts/chart"
BOX = (
    '<p:sp><p:nvSpPr><p:cNvPr id="999" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="900000" '
    'y="900000"/><a:ext cx="3000000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
    "<p:txBody><a:bodyPr/><a:p><a:r><a:t>99 %</a:t></a:r></a:p></p:txBody></p:sp>"
)
NEWER = f'<mc:AlternateContent><mc:Choice Requires="p14">{BOX}</mc:Choice></mc:AlternateContent>'
CLEAR = '<a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="0"/></a:srgbClr></a:solidFill>'


def lose(node: Any) -> None:
    node.getparent().remove(node)


def double(node: Any) -> None:
    node.addnext(etree.fromstring(etree.tostring(node)))


def any_attribute(node: Any) -> None:
    for name in sorted(node.attrib):
        node.set(name, node.get(name) + "1")
        return


def boxes_exchanged(node: Any) -> None:
    found = [each.find("p:spPr/a:xfrm/a:off", NAMES) for each in node.iterfind("p:sp", NAMES)]
    placed = [each for each in found if each is not None]
    if len(placed) > 1 and dict(placed[0].attrib) != dict(placed[-1].attrib):
        one, other = dict(placed[0].attrib), dict(placed[-1].attrib)
        placed[0].attrib.update(other)
        placed[-1].attrib.update(one)


def member(name: str, data: bytes) -> Change:
    def change(whole: Members, _draw: Random) -> None:
        whole[name] = data

    return change


def relation(part: str, kind: str, target: str) -> Change:
    """A link out of the file, from one of the parts whose relationships begin so."""

    def change(whole: Members, draw: Random) -> None:
        name = draw.choice(sorted(each for each in whole if each.startswith(part) and each.endswith(".rels")))
        more = f'<Relationship Id="rx" Type="{R}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
        whole[name] = whole[name].replace(b"</Relationships>", more.encode())

    return change


def relations_exchanged(whole: Members, draw: Random) -> None:
    """Two links of a part lead to each other's place, as an agenda's to another slide."""
    names = [name for name in sorted(whole) if name.endswith(".rels") and whole[name].count(b"Target=") > 1]
    name = draw.choice(names)
    root = etree.fromstring(whole[name])
    one, other = root[0], root[-1]
    first, last = one.get("Target"), other.get("Target")
    one.set("Target", last)
    other.set("Target", first)
    whole[name] = etree.tostring(root)


def in_workbook(change: Callable[[Members], None]) -> Change:
    def apply(whole: Members, draw: Random) -> None:
        name = draw.choice(sorted(each for each in whole if each.endswith(".xlsx")))
        book = members(whole[name])
        change(book)
        whole[name] = packed(book)

    return apply


def sheet_hidden(book: Members) -> None:
    book["xl/workbook.xml"] = book["xl/workbook.xml"].replace(b"<sheet ", b'<sheet state="hidden" ', 1)


def macro_within(book: Members) -> None:
    book["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"


def link_within(book: Members) -> None:
    name = "xl/_rels/workbook.xml.rels"
    more = f'<Relationship Id="rx" Type="{R}/externalLinkPath" Target="http://a" TargetMode="External"/>'
    book[name] = book[name].replace(b"</Relationships>", more.encode() + b"</Relationships>")


def cell_changed(book: Members) -> None:
    name = next(each for each in sorted(book) if each.startswith("xl/worksheets/"))
    root = etree.fromstring(book[name])
    root.xpath("//s:v", namespaces=NAMES)[-1].text = "77"
    book[name] = etree.tostring(root)


def slide_lost(whole: Members, draw: Random) -> None:
    root = etree.fromstring(whole["ppt/presentation.xml"])
    lose(draw.choice(root.findall(".//p:sldId", NAMES)))
    whole["ppt/presentation.xml"] = etree.tostring(root)


def slides_exchanged(whole: Members, draw: Random) -> None:
    one, other = draw.sample(sorted(name for name in whole if name.startswith(SLIDES) and name.endswith(".xml")), 2)
    whole[one], whole[other] = whole[other], whole[one]


def core(tag: bytes, value: bytes) -> Change:
    def change(whole: Members, _draw: Random) -> None:
        data = whole["docProps/core.xml"]
        end = data.rindex(b"</")
        more = b"<cp:%s xmlns:cp='%s'>%s</cp:%s>" % (tag, CORE, value, tag)
        whole["docProps/core.xml"] = data[:end] + more + data[end:]

    return change


def macro_type(whole: Members, _draw: Random) -> None:
    name = "[Content_Types].xml"
    whole[name] = whole[name].replace(b"presentationml.presentation.main+xml", b"presentationml.template.main+xml")


def run(attribute: str, value: str, path: str = "//a:rPr") -> Change:
    return edit(SLIDES, path, put(attribute, value))


AXIS = "//c:valAx/c:scaling"
KINDS: Mapping[str, Change] = {
    "text for newer programs": edit(
        SLIDES,
        "//p:spTree",
        child(f"<mc:AlternateContent><mc:Choice Requires='p14'>{BOX}</mc:Choice></mc:AlternateContent>", 2),
    ),
    "a box": edit(SLIDES, "//p:spTree", child(BOX, 2)),
    "shapes on a chart": edit(CHARTS, "/c:chartSpace", child('<c:userShapes r:id="rId9"/>', 1)),
    "leaves by itself": edit(SLIDES, "/p:sld", child("<p:timing><p:tnLst/></p:timing>", 1)),
    "a transition": edit(SLIDES, "/p:sld", child('<p:transition advTm="0"/>', 1)),
    "a custom show": edit("ppt/presentation.xml", "/p:presentation", child("<p:custShowLst/>", 3)),
    "shape hidden": run("hidden", "1", "//p:cNvPr"),
    "slide hidden": run("show", "false", "/p:sld"),
    "transparent text": edit(SLIDES, "//a:r/a:rPr", child(CLEAR)),
    "text without fill": edit(SLIDES, "//a:r/a:rPr", child("<a:noFill/>")),
    "struck": run("strike", "sngStrike"),
    "superscript": run("baseline", "30000"),
    "tiny": run("sz", "100"),
    "spaced": run("spc", "-9000"),
    "boxes exchanged": edit(SLIDES, "//p:spTree", boxes_exchanged),
    "no size": edit(SLIDES, "//p:sp//a:ext[@cx]", put("cx", "0")),
    "turned": run("rot", "10800000", "//a:xfrm"),
    "mirrored": run("flipH", "1", "//a:xfrm"),
    "insets": run("lIns", "9000000", "//a:bodyPr"),
    "upright": run("vert", "vert270", "//a:bodyPr"),
    "shrunk": edit(SLIDES, "//a:bodyPr", child('<a:normAutofit fontScale="1000"/>')),
    "lines close": edit(SLIDES, "//a:p", child('<a:pPr><a:lnSpc><a:spcPct val="1000"/></a:lnSpc></a:pPr>')),
    "row without height": run("h", "0", "//a:tr"),
    "symbols": edit("ppt/theme/theme1", "//a:latin", put("typeface", "Wingdings")),
    "background": edit(SLIDES, "//p:cSld", child("<p:bg><p:bgPr><a:noFill/><a:effectLst/></p:bgPr></p:bg>")),
    "a layout covers": edit("ppt/slideLayouts/", "//p:spTree", child(BOX, 2)),
    "a master covers": edit("ppt/slideMasters/", "//p:spTree", child(BOX, 2)),
    "axis cut": edit(CHARTS, AXIS, child('<c:min val="70"/>', 1)),
    "axis reversed": edit(CHARTS, "//c:scaling/c:orientation", put("val", "maxMin2")),
    "axis logarithmic": edit(CHARTS, AXIS, child('<c:logBase val="10"/>')),
    "labels formatted": edit(CHARTS, "//c:dLbls", child('<c:numFmt formatCode="0,00" sourceLinked="0"/>')),
    "series without fill": edit(CHARTS, "//c:ser", child("<c:spPr><a:noFill/></c:spPr>", 3)),
    "cache": edit(CHARTS, "//c:v", lambda node: setattr(node, "text", "77")),
    "a sign lost": edit(SLIDES, "//p:sp", lose),
    "a shape doubled": edit(SLIDES, "//p:sp", double),
    "links exchanged": relations_exchanged,
    "a field": edit(SLIDES, "//a:fld", put("type", "datetime1")),
    "a program": edit(SLIDES, "//p:cNvPr", child('<a:hlinkClick r:id="" action="ppaction://program"/>')),
    "a macro": edit(SLIDES, "//p:cNvPr", child('<a:hlinkClick r:id="" action="ppaction://macro?name=x"/>')),
    "a program within": member("ppt/embeddings/a.exe", b"MZ"),
    "a document within": member("ppt/embeddings/a.docx", b"PK"),
    "comments": member("ppt/comments/comment1.xml", b"<a/>"),
    "macros": member("ppt/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
    "a remark": edit(SLIDES, "/p:sld", child("<!-- 99 % -->")),
    "an extension": edit(
        SLIDES, "/p:sld", child('<p:extLst><p:ext uri="{A}"><x xmlns="urn:u"/></p:ext></p:extLst>', 9)
    ),
    "masters' shapes hidden": run("showMasterSp", "0", "/p:sld"),
    "colours of its own": edit(SLIDES, "/p:sld/p:clrMapOvr/*", put("bg1", "dk1")),
    "a glow": edit(SLIDES, "//p:spPr", child('<a:effectLst><a:glow rad="9"/></a:effectLst>', 9)),
    "three dimensions": edit(SLIDES, "//p:spPr", child("<a:scene3d/>", 9)),
    "cells joined": run("hMerge", "1", "//a:tc"),
    "from right to left": run("rtl", "1", "//a:pPr"),
    "a kiosk": edit("ppt/presProps.xml", "/p:presentationPr", child("<p:showPr/>")),
    "an add-in": member("ppt/webextensions/webextension1.xml", b"<x/>"),
    "data of others": member("customXml/item1.xml", b"<x>99</x>"),
    "a sound": relation("ppt/slides/_rels/", "audio", "file:///x.wav"),
    "a link out": relation("ppt/_rels/", "hyperlink", "http://a.fr"),
    "a picture from elsewhere": relation("ppt/slides/_rels/", "image", "http://a.fr/x.png"),
    "a template from elsewhere": relation("ppt/_rels/", "attachedTemplate", "file:///x"),
    "workbook hidden": in_workbook(sheet_hidden),
    "workbook macro": in_workbook(macro_within),
    "workbook link": in_workbook(link_within),
    "workbook cell": in_workbook(cell_changed),
    "slide lost": slide_lost,
    "slides exchanged": slides_exchanged,
    "another kind of file": macro_type,
    "a property": core(b"category", b"x"),
    "words": edit(SLIDES, "//a:t", lambda node: setattr(node, "text", "99 %")),
    "notes": edit("ppt/notesSlides/", "//a:t", lambda node: setattr(node, "text", "99 %")),
    "described as": run("descr", "99 %", "//p:cNvPr"),
    "named": run("name", "99 %", "//p:cNvPr"),
    "language": run("lang", "de-DE"),
    "any attribute of a slide": edit(SLIDES, "//*[@*]", any_attribute),
    "keywords": core(b"keywords", b"x"),
    "last author": core(b"lastModifiedBy", b"x"),
    "any element of a slide": edit(SLIDES, "//p:spTree//*", lose),
    "any attribute of a chart": edit(CHARTS, "//*[@*]", any_attribute),
    "any element of a chart": edit(CHARTS, "/*/*//*", lose),
    "any attribute of the template": edit("ppt/slideMasters/", "//*[@*]", any_attribute),
    "any colour of the theme": edit("ppt/theme/", "//a:srgbClr", put("val", "123456")),
}
"""Each kind of change, by a short name."""


def zipped_otherwise(data: bytes) -> bytes:
    """The same parts in another order, otherwise compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in reversed(members(data).items()):
            archive.writestr(name, part)
    return target.getvalue()


def written_otherwise(data: bytes) -> bytes:
    """The same XML as another program writes it."""
    whole = members(data)
    parsed = {name: etree.fromstring(part) for name, part in whole.items() if name.endswith((".xml", ".rels"))}
    return packed(whole | {name: etree.tostring(root, encoding="UTF-16") for name, root in parsed.items()})
