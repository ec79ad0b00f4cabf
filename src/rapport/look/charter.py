"""The charter: everything a renderer needs to know of looks."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rapport.look import measures
from rapport.look.geometry import Rules
from rapport.look.grid import PageGrid, SlideGrid
from rapport.look.palette import Palette
from rapport.look.sign import SignMeasures, StatusLook
from rapport.look.type_style import BriefType, DeckType


class Organisation(Struct, frozen=True):
    """Who issues the documents. `logo` is a path relative to the charter's folder; both are empty by default."""

    name: str = ""
    logo: str = ""
    logo_description: str = ""
    """What the logo shows, for those who do not see it."""


class FontFamily(Struct, frozen=True):
    """A family of five styles: regular, italic, semibold, bold, bold italic.

    `folder` holds its files, relative to the charter's folder; empty for an installed font package. `fallbacks` are
    named where the family is not installed.
    """

    name: str
    folder: str = ""
    fallbacks: tuple[str, ...] = ()


class BriefLook(Struct, frozen=True):
    """The looks of a brief."""

    grid: PageGrid
    type: BriefType
    rules: Rules
    gaps: measures.Gaps
    list: measures.ListMeasures
    table: measures.TableMeasures
    chart: measures.ChartMeasures
    timeline: measures.TimelineMeasures
    callout: measures.CalloutMeasures
    key_figures: measures.KeyFigureMeasures
    cover: measures.CoverMeasures


class DeckLook(Struct, frozen=True):
    """The looks of a deck."""

    grid: SlideGrid
    type: DeckType
    rules: Rules
    gaps: measures.Gaps
    list: measures.ListMeasures
    table: measures.TableMeasures
    chart: measures.ChartMeasures
    timeline: measures.TimelineMeasures
    callout: measures.CalloutMeasures
    key_figures: measures.KeyFigureMeasures
    cover: measures.CoverMeasures
    divider: measures.DividerMeasures
    limits: measures.SlideLimits


class Charter(Struct, frozen=True):
    """The whole charter, as read from one file. `statuses` is keyed by a fact's status."""

    organisation: Organisation
    font: FontFamily
    palette: Palette
    signs: SignMeasures
    statuses: Mapping[str, StatusLook]
    brief: BriefLook
    deck: DeckLook
    template: str = ""
    """A presentation file whose layouts decks fill, relative to the charter's folder; empty for our own layouts."""
