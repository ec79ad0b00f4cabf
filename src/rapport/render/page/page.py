"""An edition of medium "page" -> one HTML page that needs nothing else: no script, no network, no file beside it.

Landmarks, a skip link, headings in order, tables with their headers, words beside every sign (WCAG 2.2, level AA).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.edition.blocks.figures import Row
from rapport.edition.edition import Cover, Edition, EditionSection
from rapport.edition.text import Status, Text, plain
from rapport.look.charter import Charter
from rapport.render.page.blocks import draw_blocks
from rapport.render.page.markup import element, empty, inline, signed_large, text
from rapport.render.page.style import style_sheet

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What a browser is told to allow: the page's own styles and pictures, nothing from elsewhere."""
_MAIN = "contenu"


def draw_page(edition: Edition, charter: Charter, rows: Iterable[Row] = ()) -> Iterator[str]:
    """The page, piece by piece; together they are UTF-8 text that begins with the document type.

    `rows` fill the edition's table that has none, as they come: a register of any length is never held whole.
    """
    yield f'<!DOCTYPE html>\n<html lang="{text(edition.language)}">\n'
    yield _head(edition, charter)
    yield f"<body>\n{element('a', text(edition.furniture('skip')), class_='skip', href=f'#{_MAIN}')}\n"
    yield f"<header>\n{_band(edition, charter)}\n{_opening(edition)}\n</header>\n"
    yield _navigation(edition)
    yield f'<main id="{_MAIN}" tabindex="-1">\n'
    for section in edition.sections:
        yield from _section(section, charter, rows)
    yield f"</main>\n{_foot(edition)}\n</body>\n</html>\n"


def _head(edition: Edition, charter: Charter) -> str:
    parts = (
        empty("meta", charset="utf-8"),
        empty("meta", name="viewport", content="width=device-width, initial-scale=1"),
        empty("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        empty("meta", name="generator", content="rapport"),
        empty("meta", name="robots", content="noindex"),
        element("title", text(f"{plain(edition.cover.kind)} – {plain(edition.title)}")),
        element("style", f"\n{style_sheet(charter)}"),
    )
    return element("head", "\n" + "\n".join(parts) + "\n") + "\n"


def _band(edition: Edition, charter: Charter) -> str:
    """Kind and date, what restricts the documents, and the signs of the product."""
    cover = edition.cover
    notices = (cover.marking, cover.embargo)
    parts = (
        element("div", _paragraph(cover.kind, "kicker") + _paragraph(cover.date, "date"), class_="line"),
        *(_paragraph(notice, "kicker notice") for notice in notices),
        _paragraph(edition.draft_mark, "kicker notice"),
        _signs(cover.statuses, charter),
    )
    return element("div", element("div", "".join(parts), class_="wide"), class_="band")


def _signs(statuses: tuple[Status, ...], charter: Charter) -> str:
    items = "".join(element("li", signed_large(status, charter)) for status in statuses)
    return element("ul", items, class_="signs") if items else ""


def _opening(edition: Edition) -> str:
    cover = edition.cover
    parts = (element("h1", inline(cover.title)), _paragraph(cover.subtitle, "subtitle"), _meta(cover))
    return element("div", element("div", "".join(parts), class_="wide"), class_="opening")


def _meta(cover: Cover) -> str:
    pairs = (
        element("div", element("dt", inline(detail.label)) + element("dd", inline(detail.value)))
        for detail in cover.details
    )
    return element("dl", "".join(pairs), class_="meta") if cover.details else ""


def _navigation(edition: Edition) -> str:
    """Links to the sections, where there are several."""
    if len(edition.sections) < 2:
        return ""
    links = (element("a", inline(section.name), href=f"#{section.key}") for section in edition.sections)
    listed = element("ul", "".join(element("li", link) for link in links), class_="wide")
    return element("nav", listed, aria_label=edition.furniture("on-this-page")) + "\n"


def _section(section: EditionSection, charter: Charter, rows: Iterable[Row]) -> Iterator[str]:
    heading = f"{section.key}-titre"
    words = element("h2", inline(section.title), id=heading) + _paragraph(section.lead, "lead")
    head = _paragraph(section.kicker, "kicker") + element("div", words, class_="words")
    yield f'<section id="{section.key}" aria-labelledby="{heading}"><div class="wide">\n'
    yield element("div", head, class_="head") + "\n"
    yield from draw_blocks(section.blocks, charter, rows)
    yield f"{_paragraph(section.source, 'source')}</div></section>\n"


def _foot(edition: Edition) -> str:
    words = " · ".join(filter(None, (plain(edition.cover.issuer), plain(edition.closed))))
    return element("footer", element("div", element("p", text(words)), class_="wide"))


def _paragraph(words: Text, role: str) -> str:
    return element("p", inline(words), class_=role) if words else ""
