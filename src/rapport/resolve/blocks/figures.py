"""Figures shown large."""

from __future__ import annotations

import datetime as dt

from rapport.edition.blocks.figures import Image, KeyFigure, KeyFigures, Moment, Timeline
from rapport.edition.text import Span, Text, plain
from rapport.language.dates import write_date
from rapport.language.typographer import subscripts
from rapport.model.blocks.figures import ImageBlock, KeyFiguresBlock, MomentSpec, TimelineBlock
from rapport.model.located import FactEntry
from rapport.model.partial_date import PartialDate
from rapport.resolve.alternative import timeline_alternative
from rapport.resolve.context import SETTLED, ResolveContext, evidence_of, status, status_of, tile_parts, value_of
from rapport.resolve.inline import line_of, located, source_line, text_of, written_at


def key_figures(block: KeyFiguresBlock, context: ResolveContext, section: str) -> tuple[KeyFigures, ...]:
    """The tiles of a set."""
    spec = block.key_figures
    tiles = tuple(_tile(call, context, section) for call in spec.facts)
    return (
        KeyFigures(tiles, source_line(tiles, context), spec.role, text_of(spec.title, context, section), block.origin),
    )


def _tile(call: FactEntry, context: ResolveContext, section: str) -> KeyFigure:
    fact = context.fact(call.fact)
    qualifier, number, unit = tile_parts(fact, context)
    typeset = line_of(number, context)
    return KeyFigure(
        qualifier=qualifier,
        number=plain(typeset),
        unit=unit,
        label=text_of(call.label or fact.label, context, section),
        status=status_of(fact, context),
        evidence=evidence_of(call.fact, "amount", context),
        value=value_of(fact),
        origin=call.origin,
        raised=len(typeset[-1].text) if typeset[-1:] and typeset[-1].position == "superscript" else 0,
        lowered=subscripts(unit),
    )


def image(block: ImageBlock, context: ResolveContext, section: str) -> tuple[Image, ...]:
    """A picture with its caption and credit."""
    spec = block.image
    picture = context.content.pictures[spec.file]
    alternative = plain(text_of(spec.alternative, context, section))
    caption, credit = text_of(spec.caption, context, section), text_of(spec.credit, context, section)
    return (Image(picture, alternative, caption, credit, text_of(block.message, context, section), block.origin),)


def timeline(block: TimelineBlock, context: ResolveContext, section: str) -> tuple[Timeline, ...]:
    """The moments in order of date, those after the closing of the data marked as future."""
    ordered = sorted(block.timeline, key=lambda spec: _place(spec, context))
    moments = tuple(_moment(spec, context, section) for spec in ordered)
    source = source_line(moments, context, block.remark, section)
    cut_off = line_of(context.furniture("after-as-of"), context)
    message = text_of(block.message, context, section)
    return (Timeline(moments, cut_off, source, timeline_alternative(moments, context), message, block.origin),)


def _place(spec: MomentSpec, context: ResolveContext) -> tuple[bool, dt.date, dt.date, str]:
    """What began before the data were closed, then the rest, each by its latest possible day; equals as they come.

    What is done by then was done that day at the latest: early 2026 comes before 10 February 2026.
    """
    date, closed = date_of(spec, context), context.briefing.closed_on.last
    latest, first, hour = date.chronology
    done = _status_key(spec, context) in SETTLED and first <= closed
    return (date.first > closed, min(latest, closed) if done else latest, first, hour)


def _status_key(spec: MomentSpec, context: ResolveContext) -> str | None:
    """The key of a moment's status: its own, or its fact's."""
    return spec.status or (context.fact(spec.fact).status if spec.fact else None)


def date_of(spec: MomentSpec, context: ResolveContext) -> PartialDate:
    """A moment's date: its own, or its fact's; `read` has checked that there is one."""
    if spec.date is not None:
        return spec.date
    fact = context.fact(spec.fact or "")
    date = fact.date or fact.period
    if date is None:
        raise ValueError(f"no date for {spec.fact}")
    return date


def _moment(spec: MomentSpec, context: ResolveContext, section: str) -> Moment:
    date = date_of(spec, context)
    closed = context.briefing.closed_on
    key = _status_key(spec, context)
    text = text_of(spec.text, context, section)
    return Moment(
        date=_date(spec, date, "long", context),
        short_date=_date(spec, date, "short", context),
        text=text,
        short_text=text_of(spec.short, context, section) or text,
        status=status(key, context),
        future=date.first > closed.last,
        origin=spec.origin,
    )


def _date(spec: MomentSpec, date: PartialDate, form: str, context: ResolveContext) -> Text:
    words = spec.when.text if spec.when else write_date(date, form, context.locale)
    text = line_of(words[:1].upper() + words[1:], context)
    if not spec.fact:
        return located(text, spec.when) if spec.when else written_at(text, spec.origin)
    return (Span(plain(text), evidence=evidence_of(spec.fact, "when" if spec.when else "date", context)),)
