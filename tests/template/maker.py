"""Template files made of nothing but what a test says: masters, layouts, placeholders, what they draw.

Lengths are inches. The parts are those that PowerPoint writes, no more: no notes master, no thumbnail, no settings.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

INCH = 914_400
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TYPES = "application/vnd.openxmlformats-officedocument."
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F497D", "lt2": "EEECE1", "accent1": "1F5FA8", "accent2": "C0504D",
    "accent3": "9BBB59", "accent4": "8064A2", "accent5": "4BACC6", "accent6": "F79646", "hlink": "0000FF",
    "folHlink": "800080",
}  # fmt: skip
LIGHT = MappingProxyType({"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"})
DARK = MappingProxyType({"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"})

Frame = tuple[float, float, float, float] | None


class Ph(Struct, frozen=True):
    """A placeholder: its type (`obj` is not written), number (None for none written) and frame (None to inherit)."""

    type: str
    idx: int | None = None
    frame: Frame = None
    style: str = ""
    body: str = ""


class MadeLayout(Struct, frozen=True):
    """A layout; `drawn` is markup of shapes, `ground` markup of a background, `attributes` of the root element."""

    name: str
    placeholders: tuple[Ph, ...]
    type: str = ""
    drawn: str = ""
    ground: str = ""
    attributes: str = ""


class MadeMaster(Struct, frozen=True):
    """A master with its theme and its layouts; `pictures` are files by name, `rId90` and on in its parts."""

    layouts: tuple[MadeLayout, ...]
    placeholders: tuple[Ph, ...] = ()
    colours: Mapping[str, str] = {}
    mapping: Mapping[str, str] = LIGHT
    faces: tuple[str, str] = ("Calibri", "Calibri")
    drawn: str = ""
    ground: str = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
    styles: str = ""
    pictures: tuple[bytes, ...] = ()


def placeholder(each: Ph, number: int) -> str:
    """A placeholder as a shape."""
    kind = "" if each.type == "obj" else f' type="{each.type}"'
    index = "" if each.idx is None else f' idx="{each.idx}"'
    text = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:t>‹N°›</a:t></a:fld>'
    words = text if each.type == "sldNum" else f"<a:r><a:rPr lang='fr-FR'/><a:t>{each.type}</a:t></a:r>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{each.type} {number}"/><p:cNvSpPr><a:spLocks '
        f'noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr><p:spPr>{frame(each.frame)}</p:spPr><p:txBody>"
        f"<a:bodyPr{each.body}/><a:lstStyle>{each.style}</a:lstStyle><a:p>{words}</a:p></p:txBody></p:sp>"
    )


def frame(place: Frame) -> str:
    """A place in inches; empty for none."""
    if place is None:
        return ""
    x, y, width, height = (round(each * INCH) for each in place)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def panel(place: tuple[float, float, float, float], colour: str, number: int = 80, text: str = "") -> str:
    """A filled rectangle; `colour` is a name of the scheme or six digits."""
    kind = "srgbClr" if len(colour) == 6 and colour.upper() == colour else "schemeClr"
    words = f"<a:r><a:rPr lang='fr-FR' sz='1400'/><a:t>{text}</a:t></a:r>" if text else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Bandeau {number}"/><p:cNvSpPr/><p:nvPr '
        f'userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'{frame(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:{kind} '
        f'val="{colour}"/></a:solidFill>'
        f"<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{words}</a:p></p:txBody></p:sp>"
    )


def picture(place: tuple[float, float, float, float], relation: str = "rId90", number: int = 81) -> str:
    """A picture of the master."""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Logo" descr="Logo"/><p:cNvPicPr/><p:nvPr '
        f'userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{frame(place)}"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def painted(relation: str = "rId90") -> str:
    """A background made of a picture."""
    return (
        f'<p:bg><p:bgPr><a:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
        f"<a:effectLst/></p:bgPr></p:bg>"
    )


def solid(colour: str) -> str:
    """A background of one colour, six digits."""
    return f'<p:bg><p:bgPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'


def size(points: float, more: str = "", within: str = "") -> str:
    """The first level of a text, in points."""
    return f'<a:lvl1pPr><a:defRPr sz="{round(points * 100)}"{more}>{within}</a:defRPr></a:lvl1pPr>'


def made(
    *masters: MadeMaster,
    wide: float = 13.333,
    high: float = 7.5,
    extra: Mapping[str, bytes] | None = None,
    kind: str = "presentation",
) -> bytes:
    """The file. `extra` parts are added as they are, `kind` is `template` for a .potx."""
    parts: dict[str, str | bytes] = {}
    listed, links, types = "", "", ""
    count = 0
    for number, master in enumerate(masters, start=1):
        name = f"ppt/slideMasters/slideMaster{number}.xml"
        listed += f'<p:sldMasterId id="{2147483648 + 100 * number}" r:id="rId{number}"/>'
        links += relation(number, "slideMaster", f"slideMasters/slideMaster{number}.xml")
        types += override(name, "presentationml.slideMaster+xml") + override(
            f"ppt/theme/theme{number}.xml", "theme+xml"
        )
        parts[f"ppt/theme/theme{number}.xml"] = theme(master)
        images = [f"ppt/media/image{number}{at}.{_ending(data)}" for at, data in enumerate(master.pictures)]
        parts |= dict(zip(images, master.pictures, strict=True))
        pictures = "".join(
            relation(90 + at, "image", f"../media/{name.rpartition('/')[2]}") for at, name in enumerate(images)
        )
        layouts, within = "", relation(1, "theme", f"../theme/theme{number}.xml") + pictures
        for at, layout in enumerate(master.layouts, start=2):
            count += 1
            part = f"ppt/slideLayouts/slideLayout{count}.xml"
            types += override(part, "presentationml.slideLayout+xml")
            layouts += f'<p:sldLayoutId id="{2147483648 + 100 * number + at}" r:id="rId{at}"/>'
            within += relation(at, "slideLayout", f"../slideLayouts/slideLayout{count}.xml")
            parts[part] = layout_part(layout)
            own = relation(1, "slideMaster", f"../slideMasters/slideMaster{number}.xml") + pictures
            parts[f"ppt/slideLayouts/_rels/slideLayout{count}.xml.rels"] = relations(own)
        parts[name] = master_part(master, layouts)
        parts[f"ppt/slideMasters/_rels/slideMaster{number}.xml.rels"] = relations(within)
    parts["ppt/presentation.xml"] = (
        f"<p:presentation {NAMESPACES}><p:sldMasterIdLst>{listed}</p:sldMasterIdLst><p:sldSz "
        f"cx='{round(wide * INCH)}' "
        f"cy='{round(high * INCH)}'/><p:notesSz cx='6858000' cy='9144000'/></p:presentation>"
    )
    parts["ppt/_rels/presentation.xml.rels"] = relations(links)
    parts["_rels/.rels"] = relations(relation(1, "officeDocument", "ppt/presentation.xml"))
    parts["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="emf" ContentType="image/x-emf"/>{types}'
        f"{override('ppt/presentation.xml', f'presentationml.{kind}.main+xml')}</Types>"
    )
    return zipped(parts | dict(extra or {}))


def _ending(data: bytes) -> str:
    return "emf" if data[40:44] == b" EMF" else "png"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as an archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def relation(number: int, kind: str, target: str, more: str = "") -> str:
    """One relationship."""
    return f'<Relationship Id="rId{number}" Type="{OFFICE}{kind}" Target="{target}"{more}/>'


def relations(listed: str) -> str:
    """The relationships of a part."""
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'
    )


def override(part: str, kind: str) -> str:
    """The type of a part."""
    return f'<Override PartName="/{part}" ContentType="{TYPES}{kind}"/>'


def theme(master: MadeMaster) -> str:
    """Colours, faces, and the fills that the schema asks for."""
    slots = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in {**COLOURS, **master.colours}.items()
    )
    faces = "".join(
        f'<a:{kind}Font><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind, face in zip(("major", "minor"), master.faces, strict=True)
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Essai"><a:themeElements>'
        f'<a:clrScheme name="Essai">{slots}</a:clrScheme><a:fontScheme '
        f'name="Essai">{faces}</a:fontScheme><a:fmtScheme name="Essai">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>"
        f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        f"</a:fmtScheme></a:themeElements></a:theme>"
    )


def tree(placeholders: tuple[Ph, ...], drawn: str) -> str:
    """What a part draws, then its placeholders."""
    shapes = "".join(placeholder(each, number) for number, each in enumerate(placeholders, start=2))
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{drawn}{shapes}</p:spTree>"
    )


def layout_part(layout: MadeLayout) -> str:
    """A layout."""
    kind = f' type="{layout.type}"' if layout.type else ""
    return (
        f"<p:sldLayout {NAMESPACES}{kind}{layout.attributes}><p:cSld name='{layout.name}'>{layout.ground}"
        f"{tree(layout.placeholders, layout.drawn)}</p:cSld><p:clrMapOvr><a:masterClrMapping/>"
        f"</p:clrMapOvr></p:sldLayout>"
    )


STYLES = (
    '<p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="4000"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    '<a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle><a:lvl1pPr '
    'marL="228600" indent="-228600">'
    '<a:buChar char="•"/><a:defRPr sz="2800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    '<a:latin typeface="+mn-lt"/>'
    '</a:defRPr></a:lvl1pPr></p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="1800"><a:solidFill>'
    '<a:schemeClr val="tx1"/>'
    "</a:solidFill><a:latin typeface='+mn-lt'/></a:defRPr></a:lvl1pPr></p:otherStyle>"
)


def master_part(master: MadeMaster, layouts: str) -> str:
    """A master."""
    mapping = "".join(f' {name}="{slot}"' for name, slot in master.mapping.items())
    same = "".join(
        f' {name}="{name}"' for name in (*(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    )
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld>{master.ground}{tree(master.placeholders, master.drawn)}</p:cSld>"
        f"<p:clrMap{mapping}{same}/><p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst>"
        f"<p:txStyles>{master.styles or STYLES}"
        f"</p:txStyles></p:sldMaster>"
    )
