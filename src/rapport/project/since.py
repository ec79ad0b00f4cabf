"""What changed since an earlier pack, and the page that says so."""

from __future__ import annotations

from rapport.artefact import Artefact
from rapport.edition.edition import Edition
from rapport.edition.imprint import Changes, Imprint
from rapport.pack.changes import compare
from rapport.project.earlier import Earlier
from rapport.project.editions import AUDIENCE_WORDS
from rapport.project.house import House
from rapport.project.project import UsageError
from rapport.render.pdf.sheet import draw_sheet
from rapport.resolve.reports.changes import change_sheets


def changes_since(old: Imprint, new: Imprint) -> Changes:
    """What differs between two editions of a briefing. Raises UsageError for two briefings, or two audiences."""
    if old.briefing != new.briefing:
        raise UsageError(
            f"ce sont deux dossiers différents\u00a0: «\u00a0{old.briefing}\u00a0» et «\u00a0{new.briefing}\u00a0»"
        )
    if old.audience != new.audience:
        named = f"«\u00a0{AUDIENCE_WORDS[old.audience]}\u00a0» et «\u00a0{AUDIENCE_WORDS[new.audience]}\u00a0»"
        raise UsageError(f"les deux éditions n’ont pas le même public visé\u00a0: {named}")
    return compare(old, new)


def change_sheet(earlier: Earlier, new: Imprint, brief: Edition, house: House) -> Artefact:
    """One page: what changed, and the numbered copies that hold the earlier edition. Raises UsageError."""
    changes = changes_since(earlier.imprint, new)
    return draw_sheet(change_sheets(changes, earlier.holders, brief), house.charter, house.fonts)
