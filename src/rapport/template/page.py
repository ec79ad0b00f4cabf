"""The explanation as a page: a picture of every layout, its roles under it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape

from rapport.look.geometry import Box
from rapport.template.explain import ROLE_NAMES, Explanation
from rapport.template.house import Housed, OpenTemplate
from rapport.template.layouts import ReadLayout, ReadPlaceholder
from rapport.template.shapes import DrawnShape
from rapport.template.site import sheet_of

WORDS = {
    "title": "titre", "ctrTitle": "titre", "subTitle": "sous-titre", "body": "texte", "obj": "contenu",
    "chart": "graphique", "tbl": "tableau", "pic": "image", "dt": "date", "ftr": "pied", "sldNum": "n°",
}  # fmt: skip
STYLE = """
body{font:16px/1.5 system-ui,sans-serif;color:#15201e;background:#fff;margin:2rem auto;max-width:72rem;padding:0 1rem}
ul.layouts{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:1.5rem;padding:0;list-style:none}
svg{width:100%;height:auto;border:1px solid #808d88}h2{margin-top:2.5rem}table{border-collapse:collapse}
th,td{text-align:left;vertical-align:top;padding:.4rem 1.2rem .4rem 0;border-bottom:1px solid #c8cfcb}
"""
HEAD = (
    "<!DOCTYPE html>\n<html lang='fr'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width'>"
)
HEADS = "".join(f"<th scope='col'>{name}</th>" for name in ("Rôle", "Disposition", "Pourquoi", "À savoir"))
MOST_PICTURE = 400_000
"""Bytes of a picture that a page carries for each layout; larger ones are shown as their mean colour."""


SHOWN = {"png": b"\x89PNG", "jpeg": b"\xff\xd8", "gif": b"GIF8"}
"""Kinds of pictures that browsers show."""
BETWEEN = "\u202f; "
"""Between remarks on one line."""


def page(opening: OpenTemplate, made: Housed, said: Explanation) -> str:
    """The whole page, in French, nothing fetched from elsewhere."""
    rows = "".join(
        f"<tr><th scope='row'>{escape(each.name)}</th><td>{escape(each.layout or '—')}</td><td>{escape(each.how)}</td>"
        f"<td>{escape(BETWEEN.join(each.notes))}</td></tr>"
        for each in said.roles
    )
    pictures = "".join(_figure(layout, opening, made) for layout in opening.read.layouts)
    parts = (
        ("Couleurs", said.colours), ("Polices", said.faces), ("Places", said.areas), ("Retiré ou réparé", said.changed),
        ("Diapositives du modèle", said.slides), ("Ce qui n’est pas repris du modèle", said.differences),
    )  # fmt: skip
    lists = "".join(f"<h2>{title}</h2><ul>{_items(lines)}</ul>" for title, lines in parts if lines)
    return (
        f"{HEAD}<title>Modèle {escape(said.file)}</title><style>{STYLE}</style></head><body><main>"
        f"<h1>Modèle {escape(said.file)}</h1><p>{escape(said.slide)}</p>"
        f"<h2>Rôles</h2><table><thead><tr>{HEADS}</tr></thead>"
        f"<tbody>{rows}</tbody></table><h2>Dispositions</h2><ul class='layouts'>{pictures}</ul>{lists}"
        "</main></body></html>\n"
    )


def _items(lines: tuple[str, ...]) -> str:
    return "".join(f"<li>{escape(line)}</li>" for line in lines)


def _figure(layout: ReadLayout, opening: OpenTemplate, made: Housed) -> str:
    """One layout: what it draws, its placeholders, and the room that our content has in its first role."""
    roles = [role for role, each in made.roles.items() if each.layout.part == layout.part]
    names = ", ".join(ROLE_NAMES[role] for role in roles) or "aucun rôle"
    sheet = sheet_of(opening.read.width, opening.read.height)
    room = made.roles[roles[0]].places.content if roles else None
    drawn = "".join(_shapes(layout))
    held = "".join(_placeholder(each) for each in layout.placeholders)
    free = f"<rect {_frame(room)} fill='none' stroke='#0b5a4c' stroke-width='3'/>" if room else ""
    words = escape(f"{layout.name or 'sans nom'}\u00a0: {names}")
    return (
        f"<li><svg role='img' aria-label='{words}' viewBox='0 0 {sheet.width:g} {sheet.height:g}'>{drawn}{held}{free}"
        f"</svg><strong>{escape(layout.name or 'sans nom')}</strong><br>{escape(names)}</li>"
    )


def _shapes(layout: ReadLayout) -> Iterator[str]:
    for shape in layout.shapes:
        kind = next((kind for kind, sign in SHOWN.items() if shape.picture.startswith(sign)), "")
        yield _picture(shape, kind) if kind and len(shape.picture) < MOST_PICTURE else _filled(shape)


def _picture(shape: DrawnShape, kind: str) -> str:
    data = base64.b64encode(shape.picture).decode()
    return f"<image {_frame(shape.box)} preserveAspectRatio='none' href='data:image/{kind};base64,{data}'/>"


def _filled(shape: DrawnShape) -> str:
    fill = shape.fill.colour if shape.fill else "none"
    outline = "" if shape.fill and not shape.picture else " stroke='#808d88'"
    return f"<rect {_frame(shape.box)} fill='{fill}'{outline}/>"


def _placeholder(each: ReadPlaceholder) -> str:
    words = escape(WORDS.get(each.type, each.type))
    x, y = each.box.x + 4, each.box.y + min(each.box.height, 18) - 3
    return (
        f"<rect {_frame(each.box)} fill='#ffffff' fill-opacity='.55' stroke='#55615d' stroke-dasharray='6 4'/>"
        f"<text x='{x:.1f}' y='{y:.1f}' font-size='15' font-family='sans-serif' fill='#15201e'>{words}</text>"
    )


def _frame(box: Box) -> str:
    return f"x='{box.x:.1f}' y='{box.y:.1f}' width='{box.width:.1f}' height='{box.height:.1f}'"
