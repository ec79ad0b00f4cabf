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
    said={
        "in-progress": (
            *("en cours", "engag*", "commenc*", "avancent", "avancé*", "avancement*", "se poursui*", "actuel*"),
            *("lanc*", "chantier*", "travaux", "construi*", "construction*", "déploi*", "en train de", "en train d’"),
            *("en instruction", "à l’instruction", "l’instruction du", "l’instruction des", "l’instruction de"),
        ),
        "provisional": ("provisoire*", "prélimin*", "à ce stade"),
        "adopted": (
            *("adopt*", "vote", "votent", "voté*", "décid*", "décision*", "fixe", "fixent", "fixé*", "arrête"),
            *("arrêté*", "approuv*", "inscri*", "allou*"),
        ),
        "projected": (
            *("projeté*", "projett*", "projection*", "prévo*", "prévu*", "prévis*", "scénario*", "trajectoire*"),
            *("attein*", "devr*", "d’ici", "horizon*"),
        ),
        "reserved": ("réserve", "réservent", "réservé*", "réservation*", "retenu*"),
        "planned": (
            *("prévo*", "prévu*", "prévis*", "programmé*", "programmation*", "d’ici", "devr*", "doit", "doivent"),
            *("avant", "sera*", "seront", "à venir", "prochain*", "demandé*", "propose*", "proposé*", "proposi*"),
            *("attendue*", "attendus", "est attendu", "sont attendu*", "attendu d*", "attendu en", "attendu pour"),
            *("attendu le", "attendu à", "attendu au", "attendu fin", "attendu sur"),
        ),
        "promised": ("promis*", "promet*", "promess*", "engage*"),
        "announced": ("annonc*",),
        "estimated": ("estim*", "évalu*", "de l’ordre de", "de l’ordre d’"),
        "target": (
            *("objectif*", "vise", "visent", "visé*", "visait", "visaient", "visera*", "viser*", "visant", "cible*"),
            *("d’ici", "équiper", "horizon*"),
        ),
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
