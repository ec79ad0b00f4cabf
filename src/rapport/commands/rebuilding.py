"""Documents as the content at hand gives them, to compare files with: of either release, with or without sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from msgspec import Struct

from rapport.artefact import DocumentKind, SlotError
from rapport.commands.handout import HANDOUTS, USUAL_PER_SHEET, HandoutOrder
from rapport.project.composition import Composition
from rapport.project.copies import Copies
from rapport.project.documents import BRIEF, FORMS, DocumentForm, with_sources
from rapport.project.project import House
from rapport.render.pdf.brief import PLAIN

PER_SHEET = range(2, 17)
"""Pages that a sheet may bear."""
Redraw = Callable[[HandoutOrder], bytes]


def _plain(form: DocumentForm, order: HandoutOrder) -> bytes:
    return form.draw(order.made, order.house).data


DOCUMENTS: Mapping[str, Redraw] = {
    **{form.ending: partial(_plain, form) for form in FORMS.values()},
    BRIEF: lambda order: order.brief(order.house.charter, order.settings).data,
    "-lines.pdf": lambda order: HANDOUTS["lines"](order).data,
    "-bound.pdf": lambda order: HANDOUTS["bound"](order).data,
    "-large-print.pdf": lambda order: HANDOUTS["large_print"](order).data,
    "-booklet.pdf": lambda order: HANDOUTS["booklet"](order).data,
    **{f"-{count}up.pdf": lambda order: HANDOUTS["n_up"](order).data for count in PER_SHEET},
}
"""How each document is drawn again, by the ending of its name."""
SOURCED = (BRIEF, "-large-print.pdf")
"""What may be made with its sources attached."""
KINDS: Mapping[str, DocumentKind] = {form.ending: kind for kind, form in FORMS.items()}
"""What numbered copies are of."""


class RebuiltFrom(Struct, frozen=True):
    """What a file is made of: the composition of its release, its ending, and its number as a copy, 0 for none."""

    made: Composition
    ending: str
    number: int = 0


class Rebuilding:
    """Draws documents again, each once, however many copies of it are compared."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._copies: dict[tuple[str, str, bool], Copies] = {}
        self._drawn: dict[tuple[str, bool, bool], bytes] = {}

    def document(self, origin: RebuiltFrom, *, sources: bool = False) -> bytes:
        """The bytes of a document; a numbered copy bears the stamp of its composition."""
        if origin.number:
            return self._copy(origin)
        key = (origin.made.named(origin.ending), origin.made.brief.draft, sources)
        if key not in self._drawn:
            self._drawn[key] = self._draw(origin, sources)
        return self._drawn[key]

    def _draw(self, origin: RebuiltFrom, sources: bool) -> bytes:
        made = origin.made
        settings = with_sources(made.content, made) if sources else PLAIN
        per_sheet = next((count for count in PER_SHEET if origin.ending == f"-{count}up.pdf"), USUAL_PER_SHEET)
        return DOCUMENTS[origin.ending](HandoutOrder(made, self.house, settings, per_sheet))

    def _copy(self, origin: RebuiltFrom) -> bytes:
        """As `pack` makes it: in the place kept, or apart where the stamp does not fit there."""
        made, kind = origin.made, KINDS[origin.ending]
        try:
            return bytes(self.copies(made).press(kind).copy(made.brief.stamp).data)
        except SlotError:
            return FORMS[kind].draw(made, self.house, stamped=True).data

    def copies(self, made: Composition) -> Copies:
        """The copies of a composition, its stamp aside; their documents are drawn once."""
        plain = made.stamped("")
        return self._copies.setdefault((made.stem, made.translation, made.brief.draft), Copies(plain, self.house))
