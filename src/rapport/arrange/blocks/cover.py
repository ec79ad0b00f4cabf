"""The cover: a sign for each fact, a row for each group of facts; title, subtitle and details."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.arrange.blocks.sign_field import sign_field
from rapport.arrange.fitting import filled
from rapport.arrange.page import Heading, Page, box
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.studio import Studio
from rapport.arrange.topic import Opening, Topic
from rapport.edition.edition import Cover, Detail
from rapport.look.geometry import Box
from rapport.look.grid import Strip
from rapport.slides.elements import Element, PictureFrame, Place, TextBox

_PLACES: tuple[Place, ...] = ("meta", "second", "third")


def compose(subject: Opening, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    """One page."""
    look, cover = studio.look, subject.cover
    measures, full = look.cover, look.grid.full
    height = measures.subtitle_y - measures.title_y - look.gaps.small
    title = Heading(full.box(measures.title_y, height), "cover_title")
    elements = (
        *_top_line(cover, studio),
        *sign_field(cover, _ground(cover, studio), studio),
        *_subtitle(cover, studio),
        *_details(cover.details or (Detail((), subject.closed),), studio),
    )
    return (Page("cover", title, elements),)


def _ground(cover: Cover, studio: Studio) -> Box:
    """The part of the coloured band that lies under the lines at its top."""
    look = studio.look
    notices = _notices_place(cover, studio)
    top = max(look.cover.sign_y, notices.bottom + look.gaps.small if notices.height else 0.0)
    return look.grid.full.box(top, look.cover.ground_height - top - look.gaps.small)


def _top_line(cover: Cover, studio: Studio) -> Iterator[Element]:
    """The kind of document at the start, the date and the issuer at the end; marking and embargo under them."""
    look, (left, right) = studio.look, studio.look.grid.strips(2)
    y, height = look.cover.top_line_y, look.cover.sign_y - look.cover.top_line_y
    if cover.kind:
        kind = (Piece(cover.kind, "cover_kicker", space=0),)
        yield filled(TextBox(studio.names("kind"), left.box(y, height), (), "kicker"), kind, studio)
    end = _end(cover)
    if end:
        yield filled(TextBox(studio.names("date"), right.box(y, height), ()), end, studio)
    place = _notices_place(cover, studio)
    if place.height:
        yield TextBox(studio.names("restriction"), place, set_at(0, _notices(cover), look))


def _end(cover: Cover) -> Pieces:
    texts = (cover.date, cover.issuer)
    return tuple(Piece(text, "cover_meta", colour="white", align="end", space=0) for text in texts if text)


def _notices(cover: Cover) -> Pieces:
    """What restricts the document: the marking, the embargo, a line each at least."""
    return tuple(Piece(text, "cover_kicker", space=0) for text in (cover.marking, cover.embargo) if text)


def _notices_place(cover: Cover, studio: Studio) -> Box:
    """Over the full width, under the line of the kind and the date; without height where nothing is restricted."""
    look, full = studio.look, studio.look.grid.full
    height = studio.measure.height(set_at(0, _notices(cover), look), full.width)
    down = look.type.cover_kicker.leading * max(1, len(_end(cover)))
    return full.box(look.cover.top_line_y + down, height)


def _subtitle(cover: Cover, studio: Studio) -> Iterator[Element]:
    look = studio.look
    y, full = look.cover.subtitle_y, look.grid.full
    height = look.cover.rule_y - y - look.gaps.small
    logo = _logo(cover, full, studio)
    width = full.width - (logo.width + look.gaps.large if logo else 0)
    if cover.subtitle:
        place = box(full.x, y, width, height)
        yield filled(
            TextBox(studio.names("subtitle"), place, (), "subtitle"), (Piece(cover.subtitle, "cover_subtitle"),), studio
        )
    if logo and cover.logo:
        yield PictureFrame(studio.names("logo"), logo, cover.logo, cover.logo_alternative)


def _logo(cover: Cover, full: Strip, studio: Studio) -> Box | None:
    """At the end of the subtitle's line, as high as the charter says."""
    if not cover.logo:
        return None
    height = studio.look.cover.logo_height
    width = height * cover.logo.width / cover.logo.height
    return box(full.right - width, studio.look.cover.subtitle_y, width, height)


def _details(details: tuple[Detail, ...], studio: Studio) -> Iterator[Element]:
    """Up to three in a row, each with its label above its value."""
    look = studio.look
    measures = look.cover
    strips = look.grid.strips(max(measures.meta_columns, len(details)))
    height = look.grid.height - measures.meta_y - look.gaps.small
    for index, (detail, strip) in enumerate(zip(details, strips, strict=False)):
        place = _PLACES[index] if index < len(_PLACES) else ""
        label = Piece(detail.label, "cover_meta", colour="grey")
        pieces = tuple(piece for piece in (label, Piece(detail.value, "cover_meta", space=0)) if piece.text)
        yield filled(
            TextBox(studio.names("cover-detail", index + 1), strip.box(measures.meta_y, height), (), place),
            pieces,
            studio,
        )
