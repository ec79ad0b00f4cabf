"""Words that lose the accent of their capital at the keyboard: « Etat » is always « État ».

Only words that exist with the accent alone. The plural in s is understood, and so is the same word all in capitals.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_WORDS: Final = """
    Ébauche Écart École Écolier Écologie Écologique Écologiste Écologue Économe Économie Économique Économiste Écosse
    Écosystème Écoute Écran Écrin Écrit Écriture Écrivain Écrire Écu Écurie Édifice Éditeur Éditorial Édition
    Édouard Éducation Éducatif Éducative Égal Égale Également Égalité Égard Égide Église Égypte Égyptien
    Élaboration Élan Élargissement Électeur Élection Électoral Électricité Électrique Électrification Électronique
    Élément Élémentaire Élève Élevage Éleveur Élimination Élisabeth Élite Éloge Élu Élysée
    Émancipation Émetteur Émile Émirat Émission Émotion Émulation Énergie Énergétique
    Énième Énoncé Énorme Énumération Éolien Éolienne Épargne Épernay Épinal Épidémie Épidémiologie Épisode
    Époque Épreuve Éprouvé Équateur Équation Équilibre Équipage Équipe Équipement Équiper Équitable Équité Équivalence
    Équivalent Éradication Érosion Érythrée Établir Établi Établissement Étalement Étalon Étant Étape État
    Étatique Étendue Éternel Éthiopie Éthique Étienne Étoile Étranger Étrangère Étroit Étude Étudiant
    Étudiante Eurêka Évaluation Évaluer Événement Évènement Éventail Éventuel Éventuelle Éventuellement Évian
    Éviter Évolution Évoluer Évreux Évry Évêque Être Île Îlot
    Éclairage Éclairer Écouter Écrire Éditer Étaient Était Étant Étaler Étendre Été Êtes Étonnant Évidemment Évident
    Évidence Évoquer Éléphant Émettre Énoncer Énumérer Épouse Époux Équiper
    """
_CERTAIN_IN_CAPITALS: Final = 7
"""Shorter words in capitals may be acronyms: loi ELAN, the ECU."""
_FREQUENT: Final = frozenset("École Équipe Étape État Étude Évian".split())


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _typed() -> dict[str, str]:
    """Each word as typed without the accent of its capital, in the singular, the plural and in capitals."""
    table: dict[str, str] = {}
    for word in _WORDS.split():
        first = word[0]
        for form in (word, f"{word}s"):
            table[_bare(first) + form[1:]] = form
            if len(form) >= _CERTAIN_IN_CAPITALS or word in _FREQUENT:
                table[_bare(first) + form[1:].upper()] = form.upper()
                table[_bare(form).upper()] = form.upper()
    return table


ACCENTED_CAPITALS: Final = _typed()
"""As typed -> as printed: Etat -> État, Etats -> États, ETAT -> ÉTAT, ENERGIE -> ÉNERGIE."""

PLACES: Final = frozenset(
    """
    Abidjan Aix Ajaccio Alger Amiens Angers Annecy Athènes Avignon Barcelone Bastia Belfort Bercy Berlin
    Besançon Bordeaux Bourges Brest Bruxelles Cachan Caen Cannes Chambéry Clermont Cologne Colmar Copenhague
    Dakar Davos Delhi Dijon Dubaï Dublin Dunkerque Évian Evian Fouju Francfort Fontainebleau Genève Grenoble
    Hambourg Hanoï Helsinki Istanbul Kyiv La Lausanne Le Les Lille Limoges Lisbonne Londres Lorient Luxembourg
    Lyon Madrid Mantes Marseille Matignon Meaux Melun Metz Milan Montereau Montpellier Montréal Mulhouse Munich Nancy
    Nanterre Nantes New Nice Nîmes Orléans Oslo Ottawa Palaiseau Paris Pau Pékin Perpignan Poitiers Prague
    Québec Rabat Reims Rennes Rome Rouen Saclay Saint Sarcelles Séoul Shanghai Singapour Sophia Stockholm
    Strasbourg Tokyo Toulon Toulouse Tours Tunis Valence Varsovie Versailles Vienne Villeurbanne Washington
    Zurich
    """.split()
)
"""Towns that « À » may come before at the start of a sentence."""

AFTER_INITIAL_A: Final = frozenset(
    """
    bientôt cause ce ces cet cette ceux chacun chaque compter condition confirmer court côté date droite défaut
    distance eux faire fin gauche hauteur horizon jour l la laquelle leur leurs long lui ma mes mesure mi moins moyen
    nos notre noter nouveau partir peine peu plus propos proximité quel quelle qui quoi raison retenir sa savoir ses
    son suivre supposer terme titre tous tout toute toutes travers trois un une venir votre vos voir vrai échéance elle
    cela deux elles quelques compétences égalité droit demain quand vous nous force
    """.split()
)
"""Lower-case words before which an initial « A » can only be « À »."""

_INNER: Final = """
    Assemblée Comité Conférence Décret Défense Délégation Département Développement Européen Européenne Fédération
    Français Française Général Générale Intérieur Liberté Ministère Métropole Numérique Présidence Président Présidente
    Préfecture Préfet Régional Régionale République Sécurité Secrétariat Sénat Société Stratégie Télécommunications
    """
INNER_ACCENTED: Final = {
    typed: printed
    for word in _INNER.split()
    for form in (word, word if word.endswith("s") else f"{word}s")
    for typed, printed in ((_bare(form), form), (_bare(form).upper(), form.upper()))
}
"""Words that are misspelled without their accents, with a capital or all in capitals: « Republique », « MINISTERE »."""
