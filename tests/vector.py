"""A vector picture for tests: a red square with a hole, and a thick blue line under it."""

from __future__ import annotations

from hashlib import sha256

from rapport.edition.picture import Picture
from rapport.read.svg.document import drawing_of

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<path fill="#f00" fill-rule="evenodd" d="M0 0h100v80H0zM30 20h40v40h-40z"/>
<path fill="none" stroke="#00f" stroke-width="10" d="M0 90h100"/></svg>"""


def vector() -> Picture:
    drawing = drawing_of(SVG)
    digest = sha256(SVG).hexdigest()
    return Picture("carré.svg", SVG, digest, "image/svg+xml", drawing.width, drawing.height, drawing.shapes)
