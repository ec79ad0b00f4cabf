"""The charter: everything a renderer needs to know of looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapport.look import measures
from rapport.look.grid import PageGrid, SlideGrid
from rapport.look.palette import Palette
from rapport.look.rule import Rules
from rapport.look.sign import SignMeasures, StatusLook
from rapport.look.type_style import BriefType, DeckType


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who issues the documents. `logo` is a path relative to the charter's folder; both are empty by default."""

    name: str = ""
    logo: str = ""
    logo_description: str = ""
    """What the logo shows, for those who do not see it."""


@dataclass(frozen=True, slots=True)
class FontFamily:
    """A family of five styles: regular, italic, semibold, bold, bold italic.

    `folder` holds its files, relative to the charter's folder; empty for an installed font package. `fallbacks` are
    named where the family is not installed.
    """

    name: str
    folder: str = ""
    fallbacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefLook:
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


@dataclass(frozen=True, slots=True)
class DeckLook:
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


@dataclass(frozen=True, slots=True)
class Charter:
    """The whole charter, as read from one file. `statuses` is keyed by a fact's status."""

    organisation: Organisation
    font: FontFamily
    palette: Palette
    signs: SignMeasures
    statuses: Mapping[str, StatusLook]
    brief: BriefLook
    deck: DeckLook
