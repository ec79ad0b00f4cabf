"""A deck as it is compared: only what people change, nothing that programs rewrite when they save."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["text", "picture", "chart", "table", "group", "line", "other"]

Box = tuple[int, int, int, int]
"""Left, top, width, height in English Metric Units from the slide's corner, whatever groups lie between."""


class EditedParagraph(Struct, frozen=True):
    """A paragraph in its normal form, and the weight and slope of each of its characters that is no space.

    `looks` has a letter for each, of which `-` is that of plain text. `links` are the addresses outside the deck that
    its words lead to, in order.
    """

    text: str
    looks: str = ""
    links: tuple[str, ...] = ()


Paragraphs = tuple[EditedParagraph, ...]


class EditedSeries(Struct, frozen=True):
    """A series of a chart; values are written with 12 digits, what programs keep of them."""

    name: str
    categories: tuple[str, ...]
    values: tuple[str, ...]


class EditedChart(Struct, frozen=True):
    """A chart: its data and its titles, and how it is drawn ("bar bar stacked")."""

    series: tuple[EditedSeries, ...]
    titles: tuple[str, ...]
    drawn: str = ""


class EditedShape(Struct, frozen=True):
    """A shape. `role` is its placeholder's type where programs keep it (title, footer), `created` its own identifier.

    `name` is empty where a program made it up. `group` is the place among the slide's shapes of the group it is in, -1
    for none. `picture` is the SHA-256 of its image, `cropped` what is cut off it on each side, in percent. `box` is
    None where nobody says its place, `own_box` whether the shape does, not its layout; `compared` is the part of it
    that survives being saved. `turned` is in degrees. `link` is the address outside the deck that it leads to.
    """

    kind: Kind
    role: str
    name: str
    created: str
    group: int = -1
    paragraphs: Paragraphs = ()
    rows: tuple[tuple[Paragraphs, ...], ...] = ()
    chart: EditedChart | None = None
    picture: str = ""
    cropped: tuple[int, ...] = ()
    alternative: str = ""
    box: Box | None = None
    own_box: bool = True
    compared: tuple[int, ...] = ()
    turned: int = 0
    link: str = ""

    @property
    def words(self) -> str:
        """All it says."""
        cells = (paragraph for row in self.rows for cell in row for paragraph in cell)
        return "\n".join(paragraph.text for paragraph in (*self.paragraphs, *cells))


class EditedSlide(Struct, frozen=True):
    """A slide, its shapes in reading order with those of groups after them. `created` is its own identifier.

    `part` is the name of its part in the file.
    """

    number: int
    created: str
    layout: str
    hidden: bool
    shapes: tuple[EditedShape, ...]
    notes: Paragraphs
    part: str = ""


class EditedDeck(Struct, frozen=True):
    """A deck: `layouts` are the names of all there are, `digest` names the content it was made from, empty for none.

    `identifier` is the stamp of a numbered copy, empty for none; it is no part of the slides. `language` is the BCP 47
    tag that the file says of itself, empty for none. `sections` are the names of its sections, each with the number
    of its first slide; programs that know no sections leave them out.
    """

    slides: tuple[EditedSlide, ...]
    layouts: frozenset[str]
    digest: str = ""
    identifier: str = ""
    language: str = ""
    sections: tuple[tuple[str, int], ...] = ()
