"""Templates as awkward as real ones, each for what it has or lacks."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Mapping

from msgspec.structs import replace
from PIL import Image

from template.maker import DARK, MadeLayout, MadeMaster, Ph, made, painted, panel, picture, size, solid

TITLE = (0.9, 0.5, 11.5, 1.3)
BODY = (0.9, 2.0, 11.5, 4.5)
LEFT, RIGHT = (0.9, 2.0, 5.6, 4.5), (6.8, 2.0, 5.6, 4.5)
FOOT = (
    Ph("dt", 10, (0.9, 6.9, 3, 0.4), size(12)),
    Ph("ftr", 11, (4.4, 6.9, 4.5, 0.4), size(12)),
    Ph("sldNum", 12, (9.4, 6.9, 3, 0.4), size(12)),
)
WHITE_TEXT = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'


def noisy(most: int = 255) -> bytes:
    """A picture on which any text is lost somewhere; at most 60 of red, green and blue for one on which white shows."""
    image = Image.new("RGB", (16, 9))
    image.putdata(
        [tuple((at * step * 37) % (most + 1) for step in (3, 5, 7)) for at in range(image.width * image.height)]
    )
    buffer = io.BytesIO()
    image.resize((320, 180)).save(buffer, "PNG")
    return buffer.getvalue()


def logo() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (120, 60), "#A93226").save(buffer, "PNG")
    return buffer.getvalue()


def layouts(
    names: tuple[str, ...] = ("Titre", "Section", "Contenu", "Deux contenus", "Titre seul"), typed: bool = True
) -> tuple[MadeLayout, ...]:
    """The five that templates have at least."""
    types = ("title", "secHead", "obj", "twoObj", "titleOnly") if typed else ("",) * 5
    placeholders = (
        (Ph("ctrTitle", None, (1.5, 2.0, 10, 1.6), size(44)), Ph("subTitle", 1, (1.5, 3.8, 10, 1.2), size(24))),
        (Ph("title", None, (0.9, 3.2, 11.5, 1.6), size(40)), Ph("body", 1, (0.9, 4.9, 11.5, 1), size(20))),
        (Ph("title", None, TITLE), Ph("obj", 1, BODY), *FOOT),
        (Ph("title", None, TITLE), Ph("obj", 1, LEFT), Ph("obj", 2, RIGHT), *FOOT),
        (Ph("title", None, TITLE), *FOOT),
    )
    return tuple(MadeLayout(name, held, kind) for name, held, kind in zip(names, placeholders, types, strict=True))


MASTER = (Ph("title", None, TITLE), Ph("body", 1, BODY), *FOOT)


def plain(**changes: object) -> MadeMaster:
    return replace(MadeMaster(layouts(), MASTER), **changes)


def each_layout(**changes: object) -> tuple[MadeLayout, ...]:
    return tuple(replace(layout, **changes) for layout in layouts())


def without_numbers() -> bytes:
    """LibreOffice writes no numbers of placeholders at all."""
    bare = tuple(
        replace(layout, placeholders=tuple(replace(each, idx=None) for each in layout.placeholders))
        for layout in layouts()
    )
    return made(plain(layouts=bare))


def without_types() -> bytes:
    return made(plain(layouts=layouts(("Layout 1", "Layout 2", "Layout 3", "Layout 4", "Layout 5"), typed=False)))


def dark_map() -> bytes:
    return made(plain(mapping=DARK, colours={"dk1": "101820", "accent1": "F2AA4C"}))


def four_to_three() -> bytes:
    def narrow(each: Ph) -> Ph:
        if each.frame is None:
            return each
        x, y, width, height = each.frame
        return replace(each, frame=(x * 0.75, y, width * 0.75, height))

    narrowed = tuple(replace(layout, placeholders=tuple(map(narrow, layout.placeholders))) for layout in layouts())
    return made(plain(layouts=narrowed, placeholders=tuple(map(narrow, MASTER))), wide=10)


def paper() -> bytes:
    """A4, across."""

    def fitting(each: Ph) -> Ph:
        x, y, width, height = each.frame or TITLE
        return replace(each, frame=(x * 0.81, y, width * 0.81, height))

    fitted = tuple(replace(layout, placeholders=tuple(map(fitting, layout.placeholders))) for layout in layouts())
    return made(plain(layouts=fitted, placeholders=tuple(map(fitting, MASTER))), wide=10.833)


def several_masters() -> bytes:
    second = plain(colours={"lt1": "0B2545", "dk1": "FFFFFF", "accent1": "F6AE2D"}, faces=("Georgia", "Georgia"))
    return made(plain(), second, plain(layouts=layouts()[:2]))


def japanese() -> bytes:
    """Names alone tell nothing to who reads no Japanese; geometry is in layouts only."""
    names = ("表紙", "中扉", "コンテンツ", "2つのコンテンツ", "タイトルのみ")
    return made(plain(layouts=layouts(names, typed=False), placeholders=(), faces=("Yu Gothic", "Yu Gothic")))


def german() -> bytes:
    names = ("Titelfolie", "Kapiteltrenner", "Inhalt", "Vergleich", "Nur Titel")
    agenda = MadeLayout("Gliederung", (Ph("title", None, TITLE), Ph("body", 1, BODY), *FOOT))
    quote = MadeLayout("Zitat", (Ph("title", None, TITLE), Ph("body", 1, BODY), *FOOT))
    return made(plain(layouts=(*layouts(names, typed=False), agenda, quote)), kind="template")


def bare_master() -> bytes:
    """No placeholder in the master, no name that says anything."""
    return made(plain(layouts=layouts(("A", "B", "C", "D", "E"), typed=False), placeholders=()))


def unplaced_master() -> bytes:
    """Placeholders of the master say nothing of where they are."""
    bare = tuple(replace(each, frame=None) for each in MASTER)
    return made(plain(placeholders=bare))


def on_pictures() -> bytes:
    return made(plain(pictures=(noisy(),), ground=painted()))


def on_dark_pictures() -> bytes:
    white = {"dk1": "FFFFFF", "lt1": "101010"}
    return made(plain(pictures=(noisy(60),), ground=painted(), colours=white))


def tiny_titles() -> bytes:
    small = Ph("title", None, (0.4, 0.15, 6, 0.28), size(12))
    held = tuple(
        replace(layout, placeholders=(small, *layout.placeholders[1:]))
        if layout.type in ("obj", "twoObj", "titleOnly")
        else layout
        for layout in layouts()
    )
    return made(plain(layouts=held))


def unknown_face() -> bytes:
    return made(plain(faces=("Zzyzx Grotesk", "Zzyzx Text")))


def logos() -> bytes:
    """A logo where titles end, another where content goes, a band with words at the foot."""
    drawn = (
        picture((11.6, 0.2, 1.5, 0.75)) + picture((0.2, 5.4, 1.2, 0.9), number=82)
        + panel((0, 7.0, 13.333, 0.5), "accent1", 83, "Direction des chiffres")
    )  # fmt: skip
    return made(plain(pictures=(logo(),), drawn=drawn))


def metafile() -> bytes:
    """A rectangle as Windows describes it: header, rectangle, end (MS-EMF 2.3)."""
    box = struct.pack("<4i", 0, 0, 1200, 600)
    drawn = struct.pack("<II", 43, 24) + box
    end = struct.pack("<5I", 14, 20, 0, 0, 20)
    head = struct.pack("<II", 1, 88) + box + box + b" EMF"
    head += struct.pack("<3I2H3I4i", 0x10000, 88 + len(drawn) + len(end), 3, 1, 0, 0, 0, 0, 1200, 600, 320, 160)
    return head + drawn + end


def metafiles() -> bytes:
    """A logo as a metafile, and another one over the whole of the slides, on which nobody can tell what shows."""
    drawn = picture((0, 0, 13.333, 7.5), number=81) + picture((11.6, 0.2, 1.5, 0.75), number=82)
    return made(plain(pictures=(metafile(),), drawn=drawn))


def title_band() -> bytes:
    """Titles in white on a band."""
    style = size(32, ' b="1"', WHITE_TEXT)
    titled = tuple(
        replace(layout, placeholders=(replace(layout.placeholders[0], style=style), *layout.placeholders[1:]))
        if layout.type in ("obj", "twoObj", "titleOnly")
        else layout
        for layout in layouts()
    )
    return made(plain(layouts=titled, drawn=panel((0, 0.35, 13.333, 1.55), "accent1")))


def lying_theme() -> bytes:
    """Black slides whose theme says that they are white."""
    return made(plain(ground=solid("000000"), styles=""))


def small_slides() -> bytes:
    def smaller(each: Ph) -> Ph:
        return replace(each, frame=tuple(side * 0.75 for side in each.frame) if each.frame else None)

    small = tuple(replace(layout, placeholders=tuple(map(smaller, layout.placeholders))) for layout in layouts())
    return made(plain(layouts=small, placeholders=tuple(map(smaller, MASTER))), wide=10, high=5.625)


def capitals() -> bytes:
    style = size(36, ' cap="all" b="1"')
    raised = tuple(
        replace(layout, placeholders=(replace(layout.placeholders[0], style=style), *layout.placeholders[1:]))
        for layout in layouts()
    )
    gradient = (
        '<p:bg><p:bgPr><a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs><a:gs '
        'pos="100000"><a:srgbClr '
        'val="DDE6F0"/></a:gs></a:gsLst><a:lin ang="5400000"/></a:gradFill><a:effectLst/></p:bgPr></p:bg>'
    )
    return made(plain(layouts=raised, ground=gradient, faces=("Verdana", "Verdana")))


def pale_accents() -> bytes:
    return made(
        plain(
            colours={
                f"accent{number}": value
                for number, value in enumerate(("FFE699", "C6E0B4", "BDD7EE", "F8CBAD", "EDEDED", "D9D9D9"), start=1)
            }
        )
    )


def side_title() -> bytes:
    """The title in a column of its own, at the left."""
    beside = (0.4, 0.6, 3.6, 5.6)
    held = (
        *layouts()[:2],
        MadeLayout("Contenu", (Ph("title", None, beside), Ph("obj", 1, (4.5, 0.6, 8.3, 5.9)), *FOOT), "obj"),
        MadeLayout("Titre seul", (Ph("title", None, beside), *FOOT), "titleOnly"),
    )
    return made(plain(layouts=held, drawn=panel((0, 0, 4.2, 7.5), "lt2")))


def one_layout() -> bytes:
    return made(plain(layouts=layouts()[2:3]))


def without_foot() -> bytes:
    """Neither footer nor number on any layout."""

    def bare(layout: MadeLayout) -> MadeLayout:
        return replace(layout, placeholders=tuple(each for each in layout.placeholders if each not in FOOT))

    return made(plain(layouts=tuple(map(bare, layouts())), placeholders=MASTER[:2]))


def dark_cover() -> bytes:
    """A cover and openers on the accent, content on white."""
    first, second, *others = layouts()
    style = size(44, "", WHITE_TEXT)
    dark = tuple(
        replace(
            layout,
            ground=solid("1B2A41"),
            placeholders=tuple(
                replace(each, style=style if at == 0 else size(20, "", WHITE_TEXT))
                for at, each in enumerate(layout.placeholders)
            ),
        )
        for layout in (first, second)
    )
    return made(plain(layouts=(*dark, *others)))


def faint_title() -> bytes:
    """Titles in a grey that nobody reads."""
    style = size(32, "", '<a:solidFill><a:srgbClr val="D0D0D0"/></a:solidFill>')
    faint = tuple(
        replace(layout, placeholders=(replace(layout.placeholders[0], style=style), *layout.placeholders[1:]))
        for layout in layouts()
    )
    return made(plain(layouts=faint))


AWKWARD: Mapping[str, Callable[[], bytes]] = {
    maker.__name__: maker
    for maker in (
        without_numbers, without_types, dark_map, four_to_three, paper, several_masters, japanese, german, bare_master,
        unplaced_master, on_pictures, on_dark_pictures, tiny_titles, unknown_face, logos, title_band, lying_theme,
        small_slides, capitals, pale_accents, metafiles, side_title, one_layout, without_foot, dark_cover, faint_title,
    )
}  # fmt: skip
