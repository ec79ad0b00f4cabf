"""By which words French documents are judged: statuses, qualifiers, and what makes a sentence French."""

from __future__ import annotations

from rapport.figures.words import JudgedWords

FRENCH_WORDS = JudgedWords(
    called="français",
    statuses={
        "achieved": ("réalisé", "réalisée", "réalisés", "réalisées"),
        "measured": ("constaté", "constatée", "constatés", "constatées", "mesuré", "mesurée", "mesurés", "mesurées"),
        "in-progress": ("en cours",),
        "provisional": ("provisoire", "provisoires"),
        "adopted": ("adopté", "adoptée", "adoptés", "adoptées", "voté", "votée", "votés", "votées"),
        "projected": ("projeté", "projetée", "projetés", "projetées", "projection", "projections"),
        "reserved": ("réservé", "réservée", "réservés", "réservées"),
        "planned": ("prévu", "prévue", "prévus", "prévues"),
        "promised": ("promis", "promise", "promises"),
        "announced": ("annoncé", "annoncée", "annoncés", "annoncées"),
        "estimated": ("estimé", "estimée", "estimés", "estimées"),
        "target": ("objectif", "objectifs"),
        "to-confirm": ("à confirmer",),
    },
    stems={
        "in-progress": (
            *("en cours", "engag", "commenc", "avanc", "se poursui", "actuel", "lanc"),
            *("chantier", "travaux", "construi", "construction", "instruction", "déploi", "en train"),
        ),
        "provisional": ("provis", "prélimin", "à ce stade"),
        "adopted": ("adopt", "vot", "décid", "fix", "arrêt", "approuv", "inscri", "allou"),
        "projected": ("projet", "projection", "prév", "scénario", "trajectoire", "attein", "devr", "d’ici", "horizon"),
        "reserved": ("réserv", "retenu"),
        "planned": (
            *("prév", "prévu", "programm", "d’ici", "devr", "doit", "doivent", "avant", "sera", "seront"),
            *("à venir", "prochain", "demandé", "propos", "attendu"),
        ),
        "promised": ("prom", "engage"),
        "announced": ("annon",),
        "estimated": ("estim", "évalu", "ordre de"),
        "target": ("objectif", "vis", "cible", "d’ici", "équiper", "horizon"),
    },
    qualifiers={
        "more-than": ("plus de", "plus d’"),
        "at-least": ("au moins",),
        "nearly": ("près de", "près d’"),
        "about": ("environ", "quelque", "de l’ordre de"),
        "up-to": ("jusqu’à",),
        "less-than": ("moins de", "moins d’"),
        "to-the-amount-of": ("à hauteur de", "à hauteur d’"),
    },
    little=frozenset(
        """
        à au aux avec ce ces cette dans de des du elle elles en est et été être il ils la le les leur leurs ne nos notre
        nous ont où par pas plus pour qu que qui sa sans se sera ses son sont sous sur un une vos votre vous
        c d j l m n s t
        """.split()
    ),
)
