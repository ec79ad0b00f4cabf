"""An edition of medium "page" -> one HTML page that needs nothing else: no script, no network, no file beside it.

Landmarks, a skip link, headings in order, tables with their headers, words beside every sign (WCAG 2.2, level AA).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.edition.blocks.figures import Row
from rapport.edition.edition import Cover, Edition, EditionSection
from rapport.edition.text import Status, Text, plain
from rapport.look.charter import Charter
from rapport.look.palette import ColourName, Palette
from rapport.look.type_style import TypeStyle
from rapport.render.page.blocks import draw_blocks, element, empty, inline, signed_large, text

_WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}  # CSS Fonts 4, 2.2
_COLOURS: tuple[ColourName, ...] = ("ink", "grey", "context", "rule", "accent", "tint", "paper", "white")


def style_sheet(charter: Charter) -> str:
    """The whole style sheet of a page."""
    styles = charter.brief.type
    roles = {
        "body": styles.body,
        ".kicker": styles.kicker,
        "h1": styles.cover_title,
        ".subtitle": styles.cover_subtitle,
        "h2": styles.title,
        ".lead": styles.lead,
        "h3": styles.heading_3,
        "table": styles.table_cell,
        "thead th": styles.table_head,
        ".detail": styles.table_second_line,
        "dt": styles.cover_meta_label,
        "dd": styles.cover_meta_value,
        ".status": styles.status,
        "caption": styles.table_title,
        "figcaption,.source,footer": styles.source,
    }
    type_rules = "\n".join(_type_rule(where, style, styles.body) for where, style in roles.items())
    return f"{_variables(charter)}\n{type_rules}\n{_LAYOUT}"


def _variables(charter: Charter) -> str:
    colours = "".join(f"--{name}:{_colour(charter.palette, name)};" for name in _COLOURS)
    family = charter.font
    faces = ",".join(f'"{name}"' for name in (family.name, *family.fallbacks))
    return f":root{{color-scheme:light;{colours}--face:{faces},sans-serif}}"


def _colour(palette: Palette, name: ColourName) -> str:
    return palette[name].lower()


def _type_rule(where: str, style: TypeStyle, body: TypeStyle) -> str:
    """A role's size in proportion to the body's, its leading, weight and colour."""
    size, leading = style.size / body.size, style.leading / style.size
    return (
        f"{where}{{font-size:{size:.3g}rem;line-height:{max(leading, 1.1):.3g};"
        f"font-weight:{_WEIGHTS[style.weight]};color:var(--{style.colour})}}"
    )


_LAYOUT = """\
*,::before,::after{box-sizing:border-box}
html{font-family:var(--face);background:var(--white);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word;font-variant-numeric:tabular-nums}
h1,h2,h3,p,ul,dl,dd,figure,table{margin:0;padding:0}
h1,h2,h3{text-wrap:balance}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.band a:focus-visible,.skip:focus{outline-color:var(--white)}
.wide{width:100%;max-width:62rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
.skip{position:absolute;left:0;top:-10rem;padding:.7rem 1rem;background:var(--accent);color:var(--white);z-index:1}
.skip:focus{top:0;outline-offset:-5px}
.band{background:var(--accent);color:var(--white);padding-block:1.6rem}
.band p,.band .status{color:var(--white)}
.band .line{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.3rem 2rem}
.band .notice{margin-top:.6rem}
.signs{display:grid;grid-template-columns:repeat(3,1fr);list-style:none;margin-top:1.8rem;text-align:center}
.signs .status{display:grid;justify-items:center;gap:.7rem;font-size:1rem}
.signs .sign{width:min(5rem,16vw);height:auto;margin:0}
.opening{padding-block:2rem 1.2rem}
.opening .wide{display:grid;gap:.9rem}
h1{font-size:clamp(1.75rem,1.1rem + 3vw,3rem)}
.meta{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:.8rem 1.6rem;
padding-top:.9rem;margin-top:.6rem;border-top:1px solid var(--ink)}
nav ul{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;list-style:none;font-weight:600}
nav a{display:inline-block;padding-block:.25rem}
nav a,figcaption a{text-decoration:none}
nav a:hover,figcaption a:hover{text-decoration:underline}
section{margin-top:2rem}
section>.wide>.head{border-top:2px solid var(--ink);padding-top:.8rem;margin-bottom:1.2rem}
h2{font-size:clamp(1.3rem,1rem + 1.6vw,2rem)}
.lead{margin-top:.6rem}
.text{display:grid;gap:.8rem;max-width:40rem}
.text ul{padding-left:1.2em;display:grid;gap:.4rem}
.text li::marker{content:"–  "}
.block+.block{margin-top:1.4rem}
.source{margin-top:.6rem}
.callout{background:var(--paper);border-left:4px solid var(--accent);padding:.9rem 1.2rem}
.sign{width:.84em;height:.84em;margin-right:.5em;vertical-align:-.06em;color:var(--accent);flex:none}
.band .sign{color:var(--white)}
.key{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:.8rem 1.6rem}
.key dd{font-weight:400}
table{width:100%;border-collapse:collapse;border-bottom:1px solid var(--ink)}
caption{text-align:left;padding-bottom:.4rem}
thead{border-top:1px solid var(--ink);border-bottom:1px solid var(--ink)}
th,td{text-align:left;vertical-align:baseline;padding:.45rem 1.2rem .45rem 0}
th:last-child,td:last-child{padding-right:0}
tbody tr+tr,tbody+tbody{border-top:1px solid var(--rule)}
tbody th{font-weight:600}
.amount{text-align:right;white-space:nowrap}
.group th{color:var(--accent);font-weight:700;padding-top:1rem}
tbody .code{font-family:ui-monospace,Consolas,Menlo,monospace;font-size:.8125rem;overflow-wrap:anywhere}
.detail{display:block;overflow-wrap:anywhere}
.gallery{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,var(--least,8.5rem)),1fr));
gap:1.2rem 1rem;list-style:none;align-items:start}
.gallery img{display:block;width:100%;height:auto;border:1px solid var(--rule)}
.gallery.across{--least:13rem}
figcaption{padding-top:.35rem}
figcaption a{display:inline-block;min-height:1.5rem}
footer{margin-top:2.4rem;padding-block:1rem 2rem}
footer .wide>*{border-top:1px solid var(--rule);padding-top:.8rem}
@media (min-width:52rem){
section>.wide>.head,.split{display:grid;grid-template-columns:1fr 2fr;gap:0 1rem}
.head .kicker{padding-top:.4rem}
.head .words{grid-column:2}
.split>.text{grid-column:2}
}
@media (max-width:40rem){
table,tbody,tr,th,td,caption{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table{border-top:1px solid var(--ink)}
th,td{padding:.1rem 0}
tr{padding-block:.6rem}
.amount{text-align:left}
td[data-label]::before{content:attr(data-label) "\\a0: ";content:attr(data-label) "\\a0: " / "";color:var(--grey)}
}
@media print{
@page{size:A4;margin:16mm 18mm}
html{font-size:10.5pt}
.skip,nav{display:none}
.wide{max-width:none;padding-inline:0}
.band{print-color-adjust:exact;-webkit-print-color-adjust:exact;padding:1.2rem}
.signs{display:none}
a{color:inherit;text-decoration:none}
.head,h2,caption,thead{break-after:avoid}
tr,figure,.callout,.head,tbody:has(.group){break-inside:avoid}
thead{display:table-header-group}
.gallery{grid-template-columns:repeat(5,1fr);gap:.8rem .6rem}
.gallery.across{grid-template-columns:repeat(4,1fr)}
}
@media (forced-colors:active){.sign{color:CanvasText}.band{border-bottom:1px solid}}
"""


# An edition of medium "page" -> one HTML page that needs nothing else: no script, no network, no file beside it.

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
