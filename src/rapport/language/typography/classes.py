"""Character classes that the rules are written with, as pieces of regular expressions."""

from __future__ import annotations

from typing import Final

# Private-use characters that stand for what must not change. Text that holds them already is masked too.
WORD_MASK: Final = "\ue000"
SPACE_MASK: Final = "\ue001"
DIGIT_MASK: Final = "\ue002"
MASKS: Final = WORD_MASK + SPACE_MASK + DIGIT_MASK

FIGURES: Final = "0123456789"
SP: Final = r"[^\S\t-\r\x85]"
"""One space inside a line: as what is no non-space, which is prepared far faster than a class of few distant signs."""
RARE_SPACE: Final = r"[^\S\t-\r\x85 \u00a0\u202f]"
"""One of another width than the three that typeset text knows: thin, em, ideographic…"""
LETTER: Final = r"[^\W\d_]"
CAPITAL: Final = "[A-ZÀ-ÖØ-ÞŒ]"
LOWER: Final = "[a-zß-öø-ÿœ]"
FIGURE_END: Final = rf"(?<=[\d{DIGIT_MASK}])"
"""Just after a figure, or after something verbatim that ends with one."""
NOT_IN_WORD: Final = r"(?<!\w)"
END_OF_WORD: Final = r"(?!\w)"
NUMBER: Final = r"\d++(?:[ \u00a0\u202f]\d{3}(?!\d)){0,12}(?>(?:,\d++(?:\u202f\d{1,3}){0,6})?)"
"""A figure, grouped or not; bounded, so that a long run of figures is not read again from each of them."""
ROMAN: Final = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
