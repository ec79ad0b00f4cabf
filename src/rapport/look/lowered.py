"""A charter -> the same with the content of its pages beginning lower, where their head needs more room."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.look.charter import Charter
from rapport.look.length import Pt


def lowered(charter: Charter, by: float) -> Charter:
    """The charter of a brief whose content begins so many points lower."""
    if not by:
        return charter
    grid = charter.brief.grid
    lower = replace(
        grid,
        margins=replace(grid.margins, top=Pt(grid.margins.top + by)),
        opening_rule_y=Pt(grid.opening_rule_y + by),
        kicker_y=Pt(grid.kicker_y + by),
        title_y=Pt(grid.title_y + by),
        content_top=Pt(grid.content_top + by),
    )
    return replace(charter, brief=replace(charter.brief, grid=lower))
