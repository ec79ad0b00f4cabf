"""An empty presentation in the charter's looks, with the layouts a deck uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part

from rapport.formats.ooxml.markup import EMPTY
from rapport.formats.ooxml.package import FastPackage, relate
from rapport.look.charter import Charter, DeckLook
from rapport.look.house import HouseCharter, Keeping
from rapport.render.deck.template import properties
from rapport.render.deck.template.layout_part import layout_part
from rapport.render.deck.template.layouts import Layout, layouts
from rapport.render.deck.template.master import notes_master, slide_master
from rapport.render.deck.template.placeholder import DeckVoice
from rapport.render.deck.template.properties import presentation_properties, view_properties
from rapport.render.deck.template.stamp import SlideStamp
from rapport.render.deck.template.theme import table_styles, theme
from rapport.slides.deck import Deck, LayoutName, Slide

_CUSTOM_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


class Template(Struct, frozen=True):
    """The package and those of its parts that slides refer to; `stamp` is that of numbered copies, None for no copy.

    `masters` are relationships of the presentation, `layouts` those of ours or, on an organisation's template, none:
    `housed` has these by the key of the layout.
    """

    package: FastPackage
    voice: DeckVoice
    look: DeckLook
    stamp: SlideStamp | None
    presentation: Part
    masters: tuple[str, ...]
    notes_master: Part
    notes_master_relation: str
    layouts: Mapping[LayoutName, tuple[Layout, Part]]
    housed: Mapping[str, tuple[Layout, Part]] = {}
    charter: HouseCharter | None = None
    kept: tuple[tuple[Part, Keeping], ...] = ()

    def layout_of(self, slide: Slide) -> tuple[Layout, Part]:
        """The layout that a slide stands on. Raises KeyError for one that there is not."""
        if not slide.house:
            return self.layouts[slide.layout]
        layout, part = self.housed[slide.house]
        return replace(layout, name=slide.layout, furniture=slide.layout != "cover"), part


def template(deck: Deck, charter: Charter, *, is_stamped: bool) -> Template:
    """The presentation before its first slide; the presentation part itself is still empty."""
    package, look = FastPackage(), charter.deck
    voice = DeckVoice(deck.language, deck.names, deck.title)
    stamp = SlideStamp(look, voice, deck.stamp) if is_stamped else None
    presentation = package.add("/ppt/presentation.xml", CONTENT_TYPE.PML_PRESENTATION_MAIN)
    relate(package, presentation, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    add_properties(package, deck, stamp)
    master, layout_parts = _add_master(package, charter, voice, {slide.layout for slide in deck.slides})
    notes = add_notes_master(package, charter, voice)
    master_relation = relate(presentation, master, RELATIONSHIP_TYPE.SLIDE_MASTER)
    notes_relation = relate(presentation, notes, RELATIONSHIP_TYPE.NOTES_MASTER)
    add_settings(package, presentation, charter, voice)
    relate(presentation, _theme_of(master), RELATIONSHIP_TYPE.THEME)
    return Template(package, voice, look, stamp, presentation, (master_relation,), notes, notes_relation, layout_parts)


def add_properties(package: FastPackage, deck: Deck, stamp: SlideStamp | None) -> None:
    """Adds what the file says of itself, the number of a copy included."""
    said = properties.core(deck, stamp.identifier if stamp else EMPTY)
    core = package.add("/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, said)
    application = package.add("/docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, properties.application(deck))
    custom = package.add("/docProps/custom.xml", CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, properties.custom(deck))
    relate(package, core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    relate(package, application, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    relate(package, custom, _CUSTOM_PROPERTIES)


def _add_master(
    package: FastPackage, charter: Charter, voice: DeckVoice, used: Iterable[LayoutName]
) -> tuple[Part, Mapping[LayoutName, tuple[Layout, Part]]]:
    """The master with its theme and the layouts in use, in the order of the charter."""
    master = package.add("/ppt/slideMasters/slideMaster1.xml", CONTENT_TYPE.PML_SLIDE_MASTER)
    wanted = frozenset(used)
    parts: dict[LayoutName, tuple[Layout, Part]] = {}
    relations = []
    for name, layout in layouts(charter.deck).items():
        if name not in wanted:
            continue
        data = layout_part(layout, charter.deck, voice)
        part = package.add("/ppt/slideLayouts/slideLayout%d.xml", CONTENT_TYPE.PML_SLIDE_LAYOUT, data)
        relate(part, master, RELATIONSHIP_TYPE.SLIDE_MASTER)
        relations.append(relate(master, part, RELATIONSHIP_TYPE.SLIDE_LAYOUT))
        parts[name] = layout, part
    _add_theme(package, master, charter, voice)
    master.blob = slide_master(charter.deck, voice, relations)
    return master, parts


def add_notes_master(package: FastPackage, charter: Charter, voice: DeckVoice) -> Part:
    """It has a theme of its own, as PowerPoint wants."""
    data = notes_master(charter.deck, voice)
    part = package.add("/ppt/notesMasters/notesMaster1.xml", CONTENT_TYPE.PML_NOTES_MASTER, data)
    _add_theme(package, part, charter, voice)
    return part


def _add_theme(package: FastPackage, master: Part, charter: Charter, voice: DeckVoice) -> None:
    data = theme(charter, voice.names("theme"), voice.language, voice.names("script-face"))
    part = package.add("/ppt/theme/theme%d.xml", CONTENT_TYPE.OFC_THEME, data)
    relate(master, part, RELATIONSHIP_TYPE.THEME)


def add_settings(package: FastPackage, presentation: Part, charter: Charter, voice: DeckVoice) -> None:
    """Adds the settings of show and window, and the table style."""
    table_style = table_styles(charter.deck, voice.names("table-style"))
    show = package.add("/ppt/presProps.xml", CONTENT_TYPE.PML_PRES_PROPS, presentation_properties())
    view = package.add("/ppt/viewProps.xml", CONTENT_TYPE.PML_VIEW_PROPS, view_properties())
    tables = package.add("/ppt/tableStyles.xml", CONTENT_TYPE.PML_TABLE_STYLES, table_style)
    relate(presentation, show, RELATIONSHIP_TYPE.PRES_PROPS)
    relate(presentation, view, RELATIONSHIP_TYPE.VIEW_PROPS)
    relate(presentation, tables, RELATIONSHIP_TYPE.TABLE_STYLES)


def _theme_of(master: Part) -> Part:
    return master.part_related_by(RELATIONSHIP_TYPE.THEME)
