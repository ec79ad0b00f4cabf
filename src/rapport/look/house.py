"""An organisation's own presentation file as a value: its layouts, where each keeps text, on which ground."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from rapport.look.charter import Charter, DeckLook
from rapport.look.geometry import Box, Padding, Pt
from rapport.look.grid import GridStrip, SlideGrid
from rapport.look.palette import ColourName, Palette
from rapport.look.scaling import scaled

Role = Literal[
    "cover",
    "opener",
    "statement",
    "content",
    "columns",
    "chart",
    "table",
    "figures",
    "agenda",
    "quote",
    "people",
    "visual",
    "closing",
]
"""What a slide is for; `visual` is whatever is drawn freely under a title (timelines, maps, pictures, messages)."""
ROLES: tuple[Role, ...] = get_args(Role)
Keeping = Literal["drop", "first", "last"]
"""What becomes of a slide that the template holds."""
SlotAnchor = Literal["top", "middle", "bottom"]
SlotAlign = Literal["start", "center", "end"]


class HouseGrid(SlideGrid, frozen=True, kw_only=True):
    """The grid of one layout of a template: its own place for titles, and a foot that clears logos."""

    title_box: Box
    title_anchor: SlotAnchor = "top"
    title_align: SlotAlign = "start"
    subtitle_box: Box | None = None
    """Where covers and openers have a second text; None where the layout has none."""
    picture_box: Box | None = None
    """Where a cover has a picture; None where the layout has no place for one."""
    foot_strip: GridStrip
    kicker_strip: GridStrip

    @property
    def title(self) -> GridStrip:
        return GridStrip(self.title_box.x, self.title_box.width)

    @property
    def foot(self) -> GridStrip:
        return self.foot_strip

    @property
    def kicker(self) -> GridStrip:
        return self.kicker_strip


class HouseSlot(Struct, frozen=True):
    """A placeholder that slides fill: `place` as in the plan, type and index by which slides find it.

    `box` is its frame, text `insets` within it. `colour` is markup that is said in place of its own where that does not
    show on its ground; empty where its own does. A `backed` one is filled with the ground's colour, over a picture; one
    that is `moved` does not stand where the layout has it.
    """

    place: str
    type: str
    index: int | None
    box: Box
    insets: Padding = Padding()
    anchor: SlotAnchor = "top"
    colour: str = ""
    align: SlotAlign = "start"
    moved: bool = False
    backed: bool = False


class HouseLayout(Struct, frozen=True):
    """A layout as slides use it. `key` names it among those of the template, `part` is its part in the package.

    `look` counts in points of a slide as large as ours (see `HouseTemplate.scale`), `slots` in the template's own.
    `colours` say each role's colour as markup of the template's theme, `palette` what it comes to on this ground.
    """

    key: str
    part: str
    name: str
    look: DeckLook
    palette: Palette
    colours: Mapping[ColourName, str]
    slots: tuple[HouseSlot, ...]
    plate: Box | None = None
    """Painted in the ground's colour under a slide's content, where the layout has a picture that text is lost on."""
    furniture: tuple[HouseSlot, ...] = ()


class KeptSlide(Struct, frozen=True):
    """A slide of the template that goes into every deck: its part, and whether before or after ours."""

    part: str
    place: Keeping


class HouseTemplate(Struct, frozen=True):
    """A template: `roles` names the layout of each role, `slides` those that the map gives single slides, by key.

    `scale` is the size of its points in those of the looks: on a small slide text is smaller. `parts` are those of the
    file, sound and without what runs; `types` and `relations` say what they are and lead to. `texts` stand on its
    layouts, hence on every slide. `width` and `height` are in English Metric Units; `default_text` is markup.
    """

    name: str
    digest: str
    scale: float
    width: int
    height: int
    roles: Mapping[Role, HouseLayout]
    slides: Mapping[str, HouseLayout]
    masters: tuple[str, ...]
    parts: Mapping[str, bytes]
    types: Mapping[str, str]
    relations: Mapping[str, Mapping[str, tuple[str, str, str]]]
    default_text: str = ""
    texts: tuple[str, ...] = ()
    kept: tuple[KeptSlide, ...] = ()
    spread: float = 1.0
    """How much wider words may be in its face than measured ones, for prose."""
    title_spread: float = 1.0
    upper_titles: bool = False

    def layout_of(self, key: str, role: Role) -> HouseLayout:
        """The layout of a slide: the one the map gives its key, or else the one for its role."""
        return self.slides.get(key, self.roles[role])

    @property
    def layouts(self) -> Mapping[str, HouseLayout]:
        """All layouts by key."""
        return {layout.key: layout for layout in (*self.roles.values(), *self.slides.values())}


class HouseCharter(Charter, frozen=True, kw_only=True):
    """A charter whose decks fill a template; `deck` is the look of its plain content."""

    house: HouseTemplate

    def of_layout(self, layout: HouseLayout) -> HouseCharter:
        """What a slide of that layout is drawn with, in the template's own points."""
        return replace(self, deck=scaled(layout.look, self.house.scale), palette=layout.palette)


def charter_on(charter: Charter, key: str) -> Charter:
    """What a slide of the layout of a key is drawn with; the charter itself without a template."""
    if not isinstance(charter, HouseCharter):
        return charter
    layouts = charter.house.layouts
    return charter.of_layout(layouts.get(key, charter.house.roles["content"]))


def points(emus: float) -> Pt:
    """English Metric Units as points."""
    return Pt(emus / 12_700)
