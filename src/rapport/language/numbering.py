"""The names of sections, with the numbers that their order gives them and without."""

from __future__ import annotations

import re
from functools import cache

from rapport.language.languages import furniture
from rapport.language.locales import LOCALES

_SPACE = "[ \u00a0\u202f]"


def unnumbered(name: str) -> str:
    """The name of a section without the number of its fiche, whatever the language: "Fiche 2 – Objectifs 2030" is
    "Objectifs 2030".
    """
    number = _numbering().match(name)
    return name[number.end() :] if number else name


@cache
def _numbering() -> re.Pattern[str]:
    numbered = (furniture(locale)["sheet-named"].format("", "0", "") for locale in LOCALES)
    return re.compile("|".join(re.sub(_SPACE, _SPACE, name).replace("0", "[0-9]+") for name in numbered))
