"""`rapport handout`: content -> what is laid on the table: booklet, sheets, large print, slides and notes as PDF."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from rapport.artefact import Artefact
from rapport.commands.delivery import deliver
from rapport.commands.diagnostics import project_of, release_of, show
from rapport.edition.text import plain
from rapport.look.charter import Charter
from rapport.look.geometry import Pt
from rapport.look.variants import enlarged, large_print, mirrored
from rapport.pack.print.imposition import PrintWording, booklet, bound, n_up
from rapport.project.composition import Composition, prepare
from rapport.project.documents import with_sources
from rapport.project.project import House
from rapport.render.pdf.brief import PLAIN, BriefSettings, draw_brief
from rapport.render.pdf.slides.document import draw_slides, draw_with_lines
from rapport.render.pdf.slides.notes import draw_notes

BOOKLET_BODY, BOOKLET_LEAST = Pt(13), Pt(12.75)
"""Type before a booklet's pages are reduced from A4 to A5: 9.2 points of prose and 9 at least are left."""
USUAL_PER_SHEET = 2  # slides that are read at arm's length, with room for notes beside


class HandoutOrder(Struct, frozen=True):
    """What one briefing's handouts are made of; `per_sheet` is the number of pages on a sheet."""

    made: Composition
    house: House
    settings: BriefSettings
    per_sheet: int

    def brief(self, charter: Charter, settings: BriefSettings = PLAIN) -> Artefact:
        """The brief in a charter's looks."""
        return draw_brief(self.made.brief, charter, self.house.fonts, settings)

    @property
    def accessible(self) -> str:
        """The name of the document that those who cannot read paper are given."""
        return self.made.named("-brief.pdf")


def run(arguments: argparse.Namespace) -> int:
    """Makes the handouts asked for, all of them by default; nothing is written before all briefings are sound."""
    prepared = prepare(project_of(arguments), arguments.briefings, release_of(arguments))
    show(prepared.warnings)
    wanted = chosen_handouts(tuple(kind for kind in HANDOUTS if getattr(arguments, kind)))
    done = 0
    for made in prepared.compositions:
        settings = with_sources(prepared.content, made) if arguments.attach_source else PLAIN
        order = HandoutOrder(made, prepared.house, settings, arguments.n_up or USUAL_PER_SHEET)
        done = deliver(made, dict(_drawn(order, wanted)), arguments.output, done)
    return 0


def chosen_handouts(asked: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds asked for; all of them but those made on demand when none is named."""
    return asked or tuple(kind for kind in HANDOUTS if kind not in ON_DEMAND)


def _drawn(order: HandoutOrder, wanted: tuple[str, ...]) -> Iterator[tuple[str, Artefact]]:
    for kind in wanted:
        suffix = f"{order.per_sheet}up" if kind == "n_up" else kind.replace("_", "-")
        yield order.made.named(f"-{suffix}.pdf"), HANDOUTS[kind](order)


def _booklet(order: HandoutOrder) -> Artefact:
    """The brief set larger, so that its pages stay legible once two stand on a sheet."""
    pages = order.brief(enlarged(order.house.charter, BOOKLET_BODY, BOOKLET_LEAST))
    phrase = order.made.brief.furniture
    title = phrase("booklet", plain(order.made.brief.title))
    return booklet(pages.data, PrintWording(title, phrase("booklet-use", order.accessible)))


def _n_up(order: HandoutOrder) -> Artefact:
    phrase = order.made.brief.furniture
    title = phrase("n-up", plain(order.made.brief.title), order.per_sheet)
    wording = PrintWording(title, phrase("n-up-use", order.accessible))
    return n_up(order.brief(order.house.charter).data, order.per_sheet, wording)


def _bound(order: HandoutOrder) -> Artefact:
    """The brief for printing on both sides, its page numbers at the outer edge."""
    phrase = order.made.brief.furniture
    title = phrase("bound", plain(order.made.brief.title))
    return bound(
        order.brief(mirrored(order.house.charter)).data, PrintWording(title, phrase("bound-use", order.accessible))
    )


def _large_print(order: HandoutOrder) -> Artefact:
    return order.brief(large_print(order.house.charter), order.settings)


def _slides(order: HandoutOrder) -> Artefact:
    return draw_slides(order.made.plan, order.house.charter, order.house.fonts)


def _notes(order: HandoutOrder) -> Artefact:
    return draw_notes(order.made.plan, order.house.charter, order.house.fonts)


def _lines(order: HandoutOrder) -> Artefact:
    return draw_with_lines(order.made.plan, order.house.charter, order.house.fonts)


HANDOUTS: Mapping[str, Callable[[HandoutOrder], Artefact]] = MappingProxyType(
    {
        "booklet": _booklet,
        "n_up": _n_up,
        "bound": _bound,
        "large_print": _large_print,
        "slides": _slides,
        "notes": _notes,
        "lines": _lines,
    }
)
"""Each kind of handout, by the option that asks for it."""
ON_DEMAND = frozenset(("bound",))
"""Kinds that nobody gets unasked."""
