"""Titles before a name (Lexique, « abréviations des titres de civilité »)."""

from __future__ import annotations

from typing import Final

TITLES: Final = ("M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Dr", "Drs", "Pr", "Prs", "Me", "Mgr")
"""Bound to the name that follows; only the abbreviations that drop the end of the word keep a full stop."""

POINTLESS: Final = ("Mme", "Mmes", "Mlle", "Mlles", "Dr", "Drs", "Pr", "Prs", "Mgr")
"""Written without a full stop: their last letter is the word's."""

NOT_A_SURNAME: Final = frozenset(
    """
    À Au Aux Ce Ces Cet Cette Dans De Des Du Elle Elles En Et Il Ils La Le Les Mais On Ou Où Par Pour Sur Un Une
    """.split()
)
"""Words that start a sentence rather than follow initials: « le plan B. Le projet »."""
