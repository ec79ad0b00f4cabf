"""The first page or slide, and the contents page."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.audience import Audience
from rapport.edition.edition import Contents, Cover, CoverRow, Detail, Furniture
from rapport.edition.text import Text, plain, words
from rapport.language.dates import write_date, write_moment
from rapport.model.briefing import Briefing
from rapport.model.fact import STATUSES
from rapport.model.partial_date import PartialDate
from rapport.resolve.blocks.made import Shown, fact_groups, status_legend
from rapport.resolve.context import Context
from rapport.resolve.inline import line_of, text_of
from rapport.resolve.phrases import status


def cover(context: Context) -> Cover:
    """The cover, with the author's details or else the closing of the data and the event."""
    briefing = context.briefing
    own = briefing.kind if context.medium == "brief" else briefing.deck_kind
    usual = "note" if context.medium == "brief" and briefing.form == "note" else context.medium
    kind = text_of(own, context) or line_of(context.furniture(f"kind-{usual}"), context)
    return Cover(
        kind=kind_for(kind, context.content.audience, context.furniture),
        title=text_of(briefing.title, context),
        subtitle=text_of(briefing.subtitle, context),
        date=line_of(write_date(briefing.date, "long", context.locale), context),
        details=details(context),
        statuses=(),
        marking=text_of(briefing.marking, context),
        embargo=_embargo(briefing, context),
        issuer=text_of(briefing.issuer, context),
    )


def kind_for(kind: Text, audience: Audience, furniture: Furniture) -> Text:
    """A kind of document and for whom it is: "Dossier d’information – usage interne"."""
    return (*kind, *words(f" – {furniture(f'for-{audience}')}"))


def signed(front: Cover, shown: Shown, context: Context) -> Cover:
    """The cover with a sign for each fact shown, group by group, and the key of the signs used."""
    rows = tuple(
        CoverRow(line_of(title, context), tuple(status(context.fact(key).status, context) for key in keys))
        for title, keys in fact_groups(context, shown)
    )
    used = {each.key for row in rows for each in row.statuses}
    statuses = tuple(status(key, context) for key in STATUSES if key in used)
    remark = line_of(context.furniture("sign-each"), context) if rows else ()
    return replace(front, rows=rows, statuses=statuses, sign_remark=remark)


def details(context: Context) -> tuple[Detail, ...]:
    """When the data were closed, then the author's details, or the event's name with its place and date."""
    closed = line_of(write_date(context.briefing.closed_on, "long", context.locale), context)
    first = Detail(line_of(context.furniture("closed-on"), context), closed)
    if context.briefing.details:
        others = (
            Detail(text_of(item.label, context), text_of(item.value, context)) for item in context.briefing.details
        )
        return (first, *others)
    event = context.briefing.event
    when = write_date(event.date, "long", context.locale)
    value = line_of(f"{event.place.text}, {when}", context)
    return (first, Detail(text_of(event.name, context), value))


def closing(context: Context) -> Text:
    """When the data were closed, in a sentence."""
    date = write_date(context.briefing.closed_on, "long", context.locale)
    return line_of(context.furniture("as-of", date), context)


def _embargo(briefing: Briefing, context: Context) -> Text:
    if briefing.embargo is None:
        return ()
    day, _, clock = briefing.embargo.until.partition("T")
    hour, minute = (int(part) for part in clock.split(":"))
    moment = write_moment(PartialDate.parse(day), (hour, minute), context.locale)
    return line_of(f"{context.furniture('embargo', moment)} ({briefing.embargo.zone})", context)


def contents(context: Context, shown: Shown) -> Contents:
    """The contents page: its message, and how to read the statuses where the author asks for it."""
    opening = context.briefing.contents
    name = line_of(context.furniture("contents"), context)
    title = text_of(opening.message, context) if opening else name
    key = opening is not None and opening.status_key and context.medium == "brief"
    remark = line_of(context.furniture("no-sum"), context)
    return Contents(title, name, (status_legend(remark, shown, context),) if key else ())


def subject(context: Context) -> str:
    """What the document is about, for its metadata."""
    event = context.briefing.event
    when = write_date(event.date, "long", context.locale)
    return plain(line_of(f"{event.name.text}, {event.place.text}, {when}", context))
