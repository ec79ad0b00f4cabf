"""What a charter must respect beyond its form; one small function per rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import asdict

from rapport.look.charter import Charter
from rapport.look.grid import Grid
from rapport.look.palette import HEX, weak_pairs
from rapport.model.fact import STATUSES

PRINT_MINIMUM = 8.5
"""Smallest size on the pages of a brief, in points."""

SOURCE_ROLES = frozenset({"source", "footer", "folio", "notes"})
"""Roles of a deck that no audience reads from afar."""


class CharterFault(Struct, frozen=True):
    """A rule broken at a place of the charter, given as the keys that lead to it."""

    path: tuple[str, ...]
    code: str
    message: str
    hint: str = ""


def charter_faults(charter: Charter) -> Iterator[CharterFault]:
    """Every rule the charter breaks; none for a sound charter."""
    for check in CHECKS:
        yield from check(charter)


def _colours(charter: Charter) -> Iterator[CharterFault]:
    """A colour is written #RRGGBB, for PDF, slides and web alike."""
    for role, value in asdict(charter.palette).items():
        if not HEX.fullmatch(value):
            hint = 'écrivez six chiffres hexadécimaux entre guillemets\u00a0: "#0B5A4C"'
            yield CharterFault(
                ("palette", role), "charter-colour", f"«\u00a0{value}\u00a0» n’est pas une couleur", hint
            )


def _contrast(charter: Charter) -> Iterator[CharterFault]:
    """Text and marks are seen by weak eyes and on poor projectors (WCAG 2.2, 1.4.3 and 1.4.11)."""
    if any(_colours(charter)):
        return
    for pair in weak_pairs(charter.palette):
        ratio = f"contraste de {_comma(pair.ratio)}, sous {_comma(pair.minimum)}"
        message = f"«\u00a0{pair.front}\u00a0» sur «\u00a0{pair.ground}\u00a0»\u00a0: {ratio}"
        yield CharterFault(("palette", pair.front), "charter-contrast", message, "éloignez les deux couleurs en clarté")


def _print_sizes(charter: Charter) -> Iterator[CharterFault]:
    """Nothing on paper is smaller than 8.5 points."""
    for role, style in asdict(charter.brief.type).items():
        if style.size < PRINT_MINIMUM:
            yield _too_small(("brief", "type", role, "size"), style.size, PRINT_MINIMUM)


def _slide_sizes(charter: Charter) -> Iterator[CharterFault]:
    """Nothing on a slide is smaller than the charter's own limits."""
    limits = charter.deck.limits
    for role, style in asdict(charter.deck.type).items():
        minimum = limits.min_source if role in SOURCE_ROLES else limits.min_text
        if style.size < minimum:
            yield _too_small(("deck", "type", role, "size"), style.size, minimum)


def _grids(charter: Charter) -> Iterator[CharterFault]:
    """A grid leaves room for content between its margins."""
    grids: tuple[tuple[str, Grid], ...] = (("brief", charter.brief.grid), ("deck", charter.deck.grid))
    for medium, grid in grids:
        if grid.columns < 1 or grid.cells.width <= 0:
            yield CharterFault((medium, "grid", "columns"), "charter-grid", "les colonnes n’ont pas de largeur")
        if not grid.content_top < grid.content_bottom <= grid.height:
            yield CharterFault((medium, "grid", "content_bottom"), "charter-grid", "le contenu n’a pas de hauteur")


def _labelling_columns(charter: Charter) -> Iterator[CharterFault]:
    """The margin column and the title leave at least one column, and take at least one."""
    brief, deck = charter.brief.grid, charter.deck.grid
    if not 1 <= brief.margin_columns < brief.columns:
        message = "la colonne de marge ne laisse pas de place au texte"
        yield CharterFault(("brief", "grid", "margin_columns"), "charter-grid", message)
    if not 1 <= deck.title_columns <= deck.columns:
        yield CharterFault(("deck", "grid", "title_columns"), "charter-grid", "le titre déborde de la grille")


def _bar_shares(charter: Charter) -> Iterator[CharterFault]:
    """A bar takes part of its category, not more."""
    for medium, chart in (("brief", charter.brief.chart), ("deck", charter.deck.chart)):
        if not 0 < chart.bar_share <= 1:
            yield CharterFault(
                (medium, "chart", "bar_share"), "charter-share", "la part d’une barre se donne entre 0 et 1"
            )


def _statuses(charter: Charter) -> Iterator[CharterFault]:
    """Every status a fact can have is recognised by a sign."""
    for status in STATUSES:
        if status not in charter.statuses:
            message = f"le statut «\u00a0{status}\u00a0» n’a pas de signe"
            hint = f"ajoutez un groupe «\u00a0{status}\u00a0» avec ses clés sign et bar"
            yield CharterFault(("statuses",), "charter-status", message, hint)


def _too_small(path: tuple[str, ...], size: float, minimum: float) -> CharterFault:
    message = f"corps de {_comma(size)} points, trop petit pour être lu"
    return CharterFault(path, "charter-size", message, f"{_comma(minimum)} points au moins")


def _comma(value: float) -> str:
    """At most two decimals, cut and not rounded: 4.496 must not read as the 4.5 it fails to reach."""
    return f"{int(value * 100 + 1e-9) / 100:g}".replace(".", ",")


CHECKS: tuple[Callable[[Charter], Iterator[CharterFault]], ...] = (
    _colours,
    _contrast,
    _print_sizes,
    _slide_sizes,
    _grids,
    _labelling_columns,
    _bar_shares,
    _statuses,
)
