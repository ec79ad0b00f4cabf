"""French words that grammar and typography must know one by one."""

from __future__ import annotations

import unicodedata
from typing import Final

# Acronyms once written with points; today without (Lexique, « sigles »).

POINTED_ACRONYMS: Final = frozenset(
    """
    ADN AFP ANR BCE BRICS CEA CNRS DGE DINUM EDF FMI IA INSEE OCDE OMC OMS ONG ONU OTAN PIB PME RATP RTE SNCF TPE TVA
    UE USA
    """.split()
)


# French words whose h forbids elision and liaison (Académie française, dictionary, « h aspiré »).
#
# Stems: a word is aspirated when it begins with one of `ASPIRATED` and with none of `MUTE`; any other h is mute.

ASPIRATED: Final = frozenset(
    """
    hach hacienda hack haddock hagard haie haillon hain haï halage halal haleter hall halo halte hamac hamburger
    hameau hammam hamster hanap hanche hand hangar hanneton hant happ haquenée harangue haras harceler harcèle
    hard hareng harfang hargn haricot harnach harnais haro harpe harpie harpon hasard hase hashtag hauban hausse
    haut havane havre hayon hâbl hâle hât hâve heaume heavy hein henné hennir hep hernie herse heurt hère hélas
    héler héraut hériss héron héros hêtre hibou hic hideu high hiérarchi hippie hiss hit hobby hobereau hoch
    hockey hold hollandais holster hoax homard home hongrois honni hont hooligan hoquet horde horion hors hosanna
    hotline hotte houblon houe houille houle houppe hourra housse houx hub huche huer huées huguenot huis huit
    hulotte hululer humer hun huppe hurl huron hussard hutte
    """.split()
)

MUTE: Final = frozenset("haïti hallali halluc hallux halog huissier huitre".split())
"""Words with a mute h that an aspirated stem would claim."""

MUTE_NAMES: Final = frozenset(
    """
    Hadrien Hawaï Haïti Hector Helsinki Hercule Hermès Hervé Hippocrate Hippolyte Hiroshima Hollywood Homère
    Honoré Horace Hortense Hubert Hyères Hélène Hérault Hérodote
    """.split()
)
"""Proper names with a mute h; any other capitalised h is taken as aspirated (Hongrie, Hauts-de-France, Hambourg)."""


# French names of months and days as they are typed.

MONTHS: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
SHORT_MONTHS: Final = ("janv.", "févr.", "avr.", "juill.", "juil.", "sept.", "oct.", "nov.", "déc.")
WEEKDAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


# Words that lose the accent of their capital at the keyboard: « Etat » is always « État ».
#
# Only words that exist with the accent alone. The plural in s is understood, and so is the same word all in capitals.

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


# French words that no number counts: after a figure they start something else.

FUNCTION_WORDS: Final = frozenset(
    """
    à a afin ai ainsi alors après as au aucun auprès aussi autour aux avaient avait avant avec avoir ayant
    b c car ce ceci cela celle celles celui cependant certains ces cet cette ceux chacun chaque chez ci comme comment
    concernant contre d dans de depuis derrière des dès désormais devant devra devrait doit doivent donc dont du
    durant début elle elles en encore enfin ensuite entre environ est et étaient était étant été être eu eux eut
    excepté face fait fin font fut furent grâce hors hormis il ils je jusqu jusque l la là le les lequel laquelle
    lesquels leur leurs lors lorsqu lorsque lui m ma mais malgré me mes mi même moins mon n ne ni non nos notre nous
    on ont or ou où outre par parce parmi pas pendant permet permettent peut peuvent plus pour pourquoi pourra pourrait
    puis puisqu puisque qu quand quant que quel quelle qui quoi quoique s sa sans sauf se sera serait seront ses
    si sinon soit son sont sous suite suivant sur t ta tandis tant te tel telle toi ton toujours tous tout toute
    toutefois toutes très tu un une va vers via voici voilà vont vos votre vous vs y
    """.split()
)


# French nouns in s, x or z whose singular is the same: « 1 mois » is no fault of agreement.

INVARIABLE: Final = frozenset(
    """
    abus accès amas as autobus avis biais bois bras bus campus cas choix colis compas concours consensus corps
    corpus cours croix cursus discours dos décès encours excès fois fonds français gaz gros héros index lapsus
    matelas mois nez os palais parcours pas pays poids prix process processus progrès propos puits recours
    divers fils gens legs mors rebours remords secours vers
    relais repas repos revers sens succès sursis taux temps tiers univers virus voix
    """.split()
)


# Words written with œ or æ, as stems: « coeur » is « cœur », while « coexister », « moelle » and « poêle » stay.

OE_STEMS: Final = (
    "oeuvr", "coeur", "soeur", "noeud", "oeil", "oeuf", "boeuf", "voeu", "moeurs", "oedèm", "oedip", "foetus", "foetal",
    "oecumén", "oesoph", "oenolog", "oestrog", "oestr", "choeur",
    "coelacanth", "coelio",
)  # fmt: skip
AE_WORDS: Final = {
    "ex aequo": "ex æquo", "ex-aequo": "ex æquo", "et caetera": "et cætera", "curriculum vitae": "curriculum vitæ",
    "intuitu personae": "intuitu personæ", "caecum": "cæcum", "naevus": "nævus", "praesidium": "præsidium",
}  # fmt: skip


# French words that begin with a vowel letter and yet refuse elision (Grevisse, « le bon usage », § 45-50).

NO_ELISION: Final = frozenset(
    """
    onze onzième onzièmes onzièmement oui ouistiti uhlan ululer
    yacht yachting yaourt yak yankee yard yen yéti yeti yiddish yoga yogi yogourt yo-yo yoyo yuan yucca yourte
    youtubeur yuppie yougoslave yéménite yttrium
    """.split()
)

Y_ELIDED: Final = frozenset("y yeux yeuse yèble ypérite ytterbium yonne yvelines yves yvette yvonne ypres yser".split())
"""Words in y that do elide; y before a consonant elides too, y before a vowel does not."""


# French plurals that the endings do not tell (Grevisse, § 514-536).

IRREGULAR: Final = {
    "data": "data",
    "œil": "yeux",
    "ciel": "cieux",
    "travail": "travaux",
    "bail": "baux",
    "émail": "émaux",
    "vitrail": "vitraux",
    "corail": "coraux",
    "bijou": "bijoux",
    "caillou": "cailloux",
    "chou": "choux",
    "genou": "genoux",
    "hibou": "hiboux",
    "joujou": "joujoux",
    "pneu": "pneus",
    "bleu": "bleus",
    "landau": "landaus",
    "bal": "bals",
    "carnaval": "carnavals",
    "festival": "festivals",
    "récital": "récitals",
    "régal": "régals",
    "chacal": "chacals",
    "naval": "navals",
    "fatal": "fatals",
    "final": "finals",
    "bancal": "bancals",
    "natal": "natals",
    "madame": "mesdames",
    "monsieur": "messieurs",
    "start-up": "start-up",
    "exaflop/s": "exaflop/s",
    "pétaflop/s": "pétaflop/s",
    "haut-parleur": "haut-parleurs",
}

LINKS: Final = frozenset("de du des d à au aux en par pour sur sous dans chez et ou sans avec contre".split())
"""Words after which nothing of a noun phrase agrees: « mégawatts par an », « centres de données »."""


# Titles before a name (Lexique, « abréviations des titres de civilité »).

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


# French words that announce a figure or a name, beside function words.

QUALIFIERS: Final = frozenset(
    """
    près presque quelque hauteur voire soit avait avaient aura auront jusqu’à jusqu’au jusqu’en d’ici
    """.split()
)
"""What stands before a figure ("près de", "d’ici 2030"), and auxiliaries."""
