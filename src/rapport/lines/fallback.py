"""The width of text on a machine that lacks our face: Arial's advance widths, to leave room for the substitute.

Office programs put Arial, or something narrower, in the place of a sans serif they lack. No face of its metrics comes
by package, so its published widths stand here (those of Helvetica, Adobe Core 14 AFM, which Arial shares), for the
characters of French and English. French text is 8 to 10 % wider in Arial than in Source Sans, figures 12 %.
"""

from __future__ import annotations

from functools import lru_cache

from rapport.lines import widest
from rapport.lines.face import Face, coverage, shaper

REGULAR_WIDTHS = {
    191: "'",
    222: "ijl‘’‚",
    278: " \u00a0!,./:;I[\\]ft·ÌÍÎÏìíîï",
    333: "()-`r¨“”„‹›²³¹\u2010\u2011",
    350: "•",
    355: '"',
    365: "º",
    370: "ª",
    389: "*",
    400: "°",
    500: "Jcksvxyzçýÿš",
    556: "#$0123456789?L_abdeghnopqu£§«»àáâãäåèéêëñòóôõöùúûü–€",
    584: "+<=>×÷−",
    611: "FTZø",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËŸ",
    722: "CDHNRUwÇÑÙÚÛÜ",
    778: "GOQÒÓÔÕÖØ",
    833: "Mm",
    889: "%æ",
    944: "Wœ",
    1000: "ÆŒ—…‰™",
    1015: "@",
}
BOLD_WIDTHS = {
    238: "'",
    278: " \u00a0,./I\\ijl·ÌÍÎÏìíîï‘’‚",
    333: "!()-:;[]`ft¨²³¹‹›\u2010\u2011",
    350: "•",
    365: "º",
    370: "ª",
    389: "*r",
    400: "°",
    474: '"',
    500: "z“”„",
    556: "#$0123456789J_aceksvxy£§«»àáâãäåçèéêëýÿš–€",
    584: "+<=>×÷−",
    611: "?FLTZbdghnopquñòóôõöøùúûü",
    667: "EPSVXYÈÉÊËŸ",
    722: "&ABCDHKNRUÀÁÂÃÄÅÇÑÙÚÛÜ",
    778: "GOQwÒÓÔÕÖØ",
    833: "M",
    889: "%mæ",
    944: "Wœ",
    975: "@",
    1000: "ÆŒ—…‰™",
}
"""Thousandths of an em -> the characters so wide, upright or slanted."""

MARGIN = 1.1
"""What a character that is not in the table is taken to be wider than in our face."""

WIDEST = 1.27
"""What such a character is taken to be wider in the widest face than in Arial: hardly any letter is more."""

REGULAR = {char: width / 1000 for width, chars in REGULAR_WIDTHS.items() for char in chars}
BOLD = {char: width / 1000 for width, chars in BOLD_WIDTHS.items() for char in chars}


@lru_cache(maxsize=1 << 16)
def widest_width(face: Face, text: str) -> float:
    """The width in em of a text that is never to be cut, in the widest face that takes the place of ours."""
    widths = widest.BOLD if face.bold else widest.REGULAR
    return sum([widths.get(char) or WIDEST * fallback_width(face, char) for char in text])


@lru_cache(maxsize=1 << 16)
def fallback_width(face: Face, text: str) -> float:
    """The width of a text in em where Arial, or Arial Bold, takes the place of the face."""
    widths = BOLD if face.bold else REGULAR
    return sum([widths.get(char) or _margin_width(face, char) for char in text])


def _margin_width(face: Face, char: str) -> float:
    em = 1.0 if char not in coverage(face) else shaper(face).advance(char) / shaper(face).units_per_em
    return em * MARGIN
