"""The rule on contrast: every text against what is behind it."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.verify.accessibility.subject import Subject
from rapport.verify.finding import Finding, page_place
from rapport.verify.pdf.colours import Inked, Rgb

LEAST, LEAST_LARGE = 4.5, 3.0
LARGE, LARGE_BOLD = 18.0, 14.0
ROUNDING = 0.05
"""Colours are written with few decimals."""


def contrasted(subject: Subject) -> Iterator[Finding]:
    """P17. EN 301 549, 10.1.4.3: 4.5:1, 3:1 for large text; text over pictures is for eyes to judge."""
    for page in subject.document.pages:
        if page.inked is None:
            yield Finding("P17", "les couleurs de la page ne se lisent pas", page_place(page.number))
            continue
        for each in sorted(page.inked, key=lambda text: (text.colour, text.ground, text.size)):
            ratio = _ratio(each.colour, each.ground)
            if ratio + ROUNDING < (LEAST_LARGE if _is_large(each) else LEAST):
                value = f"{ratio:.1f}".replace(".", ",")
                message = f"contraste de {value} pour un texte de {each.size:.0f}\u00a0points"
                yield Finding("P17", message, page_place(page.number))


def _is_large(text: Inked) -> bool:
    return text.size >= (LARGE_BOLD if "bold" in text.font.lower() else LARGE)


def _ratio(one: Rgb, other: Rgb) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Rgb) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = ((part / 12.92) if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
