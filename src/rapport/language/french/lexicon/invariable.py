"""French nouns in s, x or z whose singular is the same: « 1 mois » is no fault of agreement."""

from __future__ import annotations

from typing import Final

INVARIABLE: Final = frozenset(
    """
    abus accès amas as autobus avis biais bois bras bus campus cas choix colis compas concours consensus corps
    corpus cours croix cursus discours dos décès encours excès fois fonds français gaz gros héros index lapsus
    matelas mois nez os palais parcours pas pays poids prix process processus progrès propos puits recours
    relais repas repos revers sens succès sursis taux temps tiers univers virus voix
    """.split()
)
