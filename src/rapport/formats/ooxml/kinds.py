"""What parts are and how they refer to each other, as Office names it (ECMA-376 part 1, 11.3 and 15.2; part 2, 8.5)."""

from __future__ import annotations

from typing import Final

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_TYPE: Final = "application/vnd.openxmlformats-"


class PartType:
    """Content types of the parts of a deck."""

    CHART: Final = f"{_TYPE}officedocument.drawingml.chart+xml"
    CORE_PROPERTIES: Final = f"{_TYPE}package.core-properties+xml"
    CUSTOM_PROPERTIES: Final = f"{_TYPE}officedocument.custom-properties+xml"
    EXTENDED_PROPERTIES: Final = f"{_TYPE}officedocument.extended-properties+xml"
    NOTES_MASTER: Final = f"{_TYPE}officedocument.presentationml.notesMaster+xml"
    NOTES_SLIDE: Final = f"{_TYPE}officedocument.presentationml.notesSlide+xml"
    PRESENTATION: Final = f"{_TYPE}officedocument.presentationml.presentation.main+xml"
    PRESENTATION_PROPERTIES: Final = f"{_TYPE}officedocument.presentationml.presProps+xml"
    SLIDE: Final = f"{_TYPE}officedocument.presentationml.slide+xml"
    SLIDE_LAYOUT: Final = f"{_TYPE}officedocument.presentationml.slideLayout+xml"
    SLIDE_MASTER: Final = f"{_TYPE}officedocument.presentationml.slideMaster+xml"
    TABLE_STYLES: Final = f"{_TYPE}officedocument.presentationml.tableStyles+xml"
    THEME: Final = f"{_TYPE}officedocument.theme+xml"
    VIEW_PROPERTIES: Final = f"{_TYPE}officedocument.presentationml.viewProps+xml"
    WORKBOOK: Final = f"{_TYPE}officedocument.spreadsheetml.sheet"


class RelationType:
    """Types of relationships between them."""

    CHART: Final = f"{_OFFICE}/chart"
    CHART_USER_SHAPES: Final = f"{_OFFICE}/chartUserShapes"
    CORE_PROPERTIES: Final = f"{_PACKAGE}/core-properties"
    CUSTOM_PROPERTIES: Final = f"{_OFFICE}/custom-properties"
    EXTENDED_PROPERTIES: Final = f"{_OFFICE}/extended-properties"
    HYPERLINK: Final = f"{_OFFICE}/hyperlink"
    IMAGE: Final = f"{_OFFICE}/image"
    NOTES_MASTER: Final = f"{_OFFICE}/notesMaster"
    NOTES_SLIDE: Final = f"{_OFFICE}/notesSlide"
    OFFICE_DOCUMENT: Final = f"{_OFFICE}/officeDocument"
    PACKAGE: Final = f"{_OFFICE}/package"
    PRESENTATION_PROPERTIES: Final = f"{_OFFICE}/presProps"
    SLIDE: Final = f"{_OFFICE}/slide"
    SLIDE_LAYOUT: Final = f"{_OFFICE}/slideLayout"
    SLIDE_MASTER: Final = f"{_OFFICE}/slideMaster"
    TABLE_STYLES: Final = f"{_OFFICE}/tableStyles"
    THEME: Final = f"{_OFFICE}/theme"
    VIEW_PROPERTIES: Final = f"{_OFFICE}/viewProps"
