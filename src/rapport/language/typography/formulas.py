"""Chemical formulas of energy and climate, whose figures are set low."""

from __future__ import annotations

import re
from typing import Final

from rapport.language.typography.classes import END_OF_WORD, NOT_IN_WORD

LOWERED: Final = re.compile(
    rf"{NOT_IN_WORD}(?:[kMG]?t)?(?:CO(?=2)|SO(?=2)|NO(?=2)|O(?=[23])|H(?=2)|N(?=2O)|CH(?=4)|NH(?=3)|SF(?=6))"
    rf"(?P<figure>\d)(?=O?(?:e|eq)?{END_OF_WORD})"
)
"""The group holds the figure to lower."""
