"""The words by which a reader knows a figure's status and qualifier: verify's own list, in each language."""

from __future__ import annotations

STATUS_WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "fr": {
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
    "en": {
        "achieved": ("completed", "achieved", "done", "delivered"),
        "measured": ("measured", "observed"),
        "in-progress": ("in progress", "under way", "ongoing"),
        "provisional": ("provisional", "preliminary"),
        "adopted": ("adopted", "passed", "voted"),
        "projected": ("projected", "projection", "forecast"),
        "reserved": ("reserved",),
        "planned": ("planned",),
        "promised": ("pledged", "promised"),
        "announced": ("announced",),
        "estimated": ("estimated",),
        "target": ("target",),
        "to-confirm": ("to be confirmed", "to confirm"),
    },
    "hi": {
        "achieved": ("पूर्ण",),
        "measured": ("मापित",),
        "in-progress": ("जारी",),
        "provisional": ("अनंतिम",),
        "adopted": ("पारित",),
        "projected": ("प्रक्षेपित",),
        "reserved": ("आरक्षित",),
        "planned": ("नियोजित",),
        "promised": ("वचनबद्ध",),
        "announced": ("घोषित",),
        "estimated": ("अनुमानित",),
        "target": ("लक्ष्य",),
        "to-confirm": ("पुष्टि शेष",),
    },
}
"""What stands beside a status's sign, in lower case; and in a caption, as it agrees there."""

STATUS_STEMS: dict[str, dict[str, tuple[str, ...]]] = {
    "fr": {
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
    "en": {
        "in-progress": ("in progress", "under way", "underway", "ongoing", "continu", "under construction", "so far"),
        "provisional": ("provision", "prelimin"),
        "adopted": ("adopt", "pass", "vot", "agreed", "set", "commit", "approv", "allocat", "enact"),
        "projected": ("project", "forecast", "scenario", "expect", "will", "by 20"),
        "reserved": ("reserv",),
        "planned": ("plan", "will", "schedul", "expect", "due", "propos", "upcoming"),
        "promised": ("promis", "pledg", "commit"),
        "announced": ("announc",),
        "estimated": ("estimat", "assess", "put at"),
        "target": ("target", "aim", "goal", "objective", "by 20"),
    },
    "hi": {
        "in-progress": (
            "जारी",
            "चल रह",
        ),
        "provisional": ("अनंतिम",),
        "adopted": (
            "पारित",
            "निर्णय",
        ),
        "projected": (
            "प्रक्षेप",
            "होगा",
            "होंगे",
        ),
        "reserved": ("आरक्षित",),
        "planned": (
            "नियोजित",
            "योजना",
            "होगा",
            "होंगे",
            "होगी",
            "तक",
        ),
        "promised": (
            "वचन",
            "प्रतिबद्ध",
        ),
        "announced": ("घोष",),
        "estimated": ("अनुमान",),
        "target": (
            "लक्ष्य",
            "तक",
        ),
    },
}
"""How a sentence says the status of a figure that is not yet done: one of these begins one of its words."""

QUALIFIER_WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "fr": {
        "more-than": ("plus de", "plus d’"),
        "at-least": ("au moins",),
        "nearly": ("près de", "près d’"),
        "about": ("environ", "quelque", "de l’ordre de"),
        "up-to": ("jusqu’à",),
        "less-than": ("moins de", "moins d’"),
        "to-the-amount-of": ("à hauteur de", "à hauteur d’"),
    },
    "en": {
        "more-than": ("more than", "over"),
        "at-least": ("at least",),
        "nearly": ("nearly", "almost"),
        "about": ("about", "around", "approximately"),
        "up-to": ("up to",),
        "less-than": ("less than", "fewer than", "under"),
        "to-the-amount-of": ("amounting to", "to the tune of", "to the amount of", "worth"),
    },
    "hi": {
        "more-than": ("से अधिक",),
        "at-least": ("कम से कम",),
        "nearly": ("क़रीब",),
        "about": ("लगभग",),
        "up-to": ("अधिकतम",),
        "less-than": ("से कम",),
        "to-the-amount-of": ("की राशि",),
    },
}

LANGUAGE_NAMES = {"fr": "français", "en": "anglais", "hi": "hindi"}
"""What a sentence is told to be in."""
LITTLE_WORDS = {
    "fr": frozenset(
        """
        à au aux avec ce ces cette dans de des du elle elles en est et été être il ils la le les leur leurs ne nos notre
        nous ont où par pas plus pour qu que qui sa sans se sera ses son sont sous sur un une vos votre vous
        c d j l m n s t
        """.split()
    ),
    "en": frozenset(
        """
        a an and are as at be been by for from has have in is it its not of on or our that the their these they this to
        was we were which who will with you your
        """.split()
    ),
    "hi": frozenset(),
}
"""The little words of each language, those without which it makes no sentence."""
