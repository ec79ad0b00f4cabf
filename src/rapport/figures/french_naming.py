"""How French names with numbers: acts, places, hours, sets and periods that nobody would ask a source for."""

from __future__ import annotations

import re
from functools import cache

from rapport.figures.naming import DOTTED, LIST, Naming, label_pattern

LABELS = """
    article|art|alinéa|paragraphe|considérant|annexe|tableau|tableaux|graphique|figure|fig|encadré|carte
    chapitre|chap|titre|section|partie
    page|pp?|point|onglet|ligne|colonne|note|livre|tome|volume|numéro|référence|pièce|document|fiche|diapositive
    planche|cahier|feuillet
    cible|objectif|ODD|action|mesure|recommandation|proposition|axe|volet|pilier|priorité|chantier|thème
    engagement|levier|question|réponse
    lot|bloc|phase|étape|niveau|classe|catégorie|groupe|zone|secteur|division|sous-division|rang|échelon|degré
    stade|tranche|cercle|palier|strate
    option|scénario|hypothèse|variante|cas|exemple|test|essai|vague|série|édition|version|tour|round|cycle|acte
    session|séance|atelier
    salle|bureau|bâtiment|étage|porte|hall|stand|quai|voie|terminal|panel|table ronde|entrée|parking|poste|place|siège
    salle bilatérale|table|chambre|box|entrepôt|hangar|site|îlot|parcelle|quartier|arrondissement|département
    région|circonscription|canton
    semaine|jour|journée|trimestre|semestre|année|mandature|législature
    vol|train|TGV|TER|RER|bus|métro|tram|tramway|route|autoroute|nationale|départementale|RN|RD|bretelle|sortie
    vote|scrutin|protocole|convention|résolution|décision|règlement|directive|loi|décret|arrêté|ordonnance|circulaire
    instruction|avis|arrêt|affaire|délibération
    projet de loi|rapport|programme|mission|opération|ticket|dossier|amendement|motion|sous-programme|budget|BOP
    imputation|nature|fonction|règle|forfait|ligne directrice|lettre|point d'ordre|dispositif|tarif|barème
    scope|génération|type|modèle|formulaire|cerfa|norme|indicateur|critère|scénarios|cran|canal|chaîne|code|clé
    identifiant|matricule
    paris|lyon|marseille|horizon|agenda|objectifs
"""
NOUNS = [noun for line in LABELS.split("\n") for noun in line.strip(" ").split("|") if noun]
UNLABELLED = (
    r"(?:Les?|La|Des?|Du|Un|Une|En|Au|Aux|À|Et|Ou|Sur|Par|Pour|Avec|Dans|Dès|Entre|Sous|Plus|Moins|Soit|Dont|"
    r"Près|Environ|Total|Seuls?|Seules?|Ces?|Cette|Nos|Vos|Ses|Leurs|Chez|Contre|Depuis|Après|Avant|Vers|"
    r"Selon|Il|Elle|Ils|Elles|On|Nous|Vous|EUR|USD|GBP|Quelque|Quelques|Jusqu|Ont|Sont|Est|Ainsi|Mais|Hors|"
    r"Car|Si|Sans|Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre)"
)
PEOPLE = (
    r"communes?|villes?|villages?|agglomérations?|collectivités?|intercommunalités?|EPCI|unités urbaines|"
    r"entreprises?|PME|TPE|ETI|établissements?|exploitations?|structures?|sociétés?|aires urbaines"
)
TERMS = (
    r"retraites?|départs?|majorité|prêts?|emprunts?|taux|OAT|obligations?|bons?|swaps?|rendements?|maturité|"
    r"permis|bébés?|enfants?|élèves?|mineurs?|garçons?|filles?|hommes?|femmes?|homme|femme|patiente?"
)
"""What has a term, or an age, by which it is known."""
HOLDING = r"comporte|comprend|compte|contient|aborde|examine|soulève|retient|traite|liste|inscrit"
"""What an agenda or a text does with its points."""
COVERING = r"port(?:e|ent|era|eront|ait|ant)|repos\w+|débouch\w+|étend\w*|étal\w+|appu\w+|compt(?:e|ent)|tabl(?:e|ent)"
"""Verbs that "sur" follows before a number of things, not before the whole of a part."""
FEW = r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"
WHOLES = rf"\d|{FEW}|vingt|cent|mille"
"""What a number is a part of: « neuf sur dix »."""
PARTS = r"(?:tiers|quarts|cinquièmes|sixièmes|dixièmes)"
N = r"\d{1,3}(?: \d{3})*"
HOLDS = (
    rf"(?:plus d[e'] ?|moins d[e'] ?|au moins |entre |de )?{N}(?: (?:à|et) (?:moins de )?{N})? (?:habitants|"
    r"salariés|agents|hectares)"
)
NOT_NOUNS = (
    r"(?!(?:total|minimum|maximum|seule?|peu|même|taux|prix|nombre|coût|montant|chiffre d'affaires|compte|reste) )"
)
"""What stands between an article and a number that counts."""
NOT_COUNTED = r"(?:autres|nouveaux|nouvelles|grands|grandes|petits|petites|premiers|premières|derniers|dernières) "

VERBS = r"(?:vote|note|classe|groupe|porte|cible|mesure|règle|tranche|livre|place|poste|code|titre|programme|table)"
"""Nouns with numbers that are verbs in the singular too: « la région porte 12 projets »."""
DETERMINERS = (
    r"(?:les?|la|un|une|du|des?|aux?|ce|cette|ces|chaque|notre|nos|votre|vos|leurs?|sa|son|ses|en|par|pour|sur|sous|dans|"
    r"à|avec|selon|hors|sans|dès|vers|voir|première|seconde|nouvelle|autre|dite?)"
)
"""What stands before a noun, and not before the verb of a sentence."""
ADJECTIVES = (
    r"[a-zà-ÿ]+(?:aires?|elles?|els?|ales?|aux|al|iques?|ives?|ifs?|euses?|eux|ées?|és?|ières?|iers?|ermes?|oirs?)"
)
"""What may stand between a noun and the numbers of its instances: « les tranches optionnelles 1 et 2 »."""
PLURALS = "(?:les|des|aux|ces|nos|vos|ses|leurs)"
SEVERAL = r"\d{1,4}[a-z]?(?:(?:, \d{1,4}[a-z]?)* (?:et|ou|à) |-)\d{1,4}(?!\w|[.,]\d)"


french_naming = cache(
    lambda: Naming(
        phrases=(
            r"n° ?\d{1,3}(?: \d{3})+(?!\d)",
            r"(?i:(?<!\w)(?:n°|nos?|nº|art\.|p\.|pp\.|§|chap\.|fig\.|al\.|l\.|t\.|vol\.|col\.|tab\.|ann\.|"
            r"éd\.) ?[\w./-]*\d[\w./-]*(?:(?:, ?| et | à |-|–)\d[\w./-]*)*(?! \d{3}))",
            r"(?<!\w)(?:chap|art|titre|livre|annexe)\.? [IVXLC]+(?:, ?\d+)+",
            r"(?<!\w)(?:L|R|D|A|LO|CGI)\.? ?\d+(?:-\d+)*(?!\w| ?[%€])",
            r"(?i:(?<!\w)(?:articles?|art\.|lois?|décrets?|arrêtés?|règlements?|directives?|décisions?|ordonnances?|"
            r"délibérations?|circulaires?|résolutions?)(?: \([A-Z]+\))?(?: n°)? ?(?:[LRDA]\.? ?)?\d[\w./-]*(?: (?:bis|"
            r"ter|quater|quinquies))?(?:(?:, | et | à )(?:[LRDA]\.? ?)?\d[\w./-]*)*)(?! ?[%€]| [mM]illi)",
            r"(?i:(?<![\w,])\d{1,2} ?(?:h|heures?)(?: ?\d\d)?(?:(?: ?[–-] ?| à | et )\d{1,2} ?(?:h|heures?)"
            r"(?: ?\d\d)?)?(?! ?(?:\d|,\d|par\b|de (?:travail|cours|formation|vol|trajet)|en moyenne|supplémentaires)|"
            r"\w))",
            r"(?<![\w,])\d{1,2}:\d\d(?!\d)",
            r"(?<![\w,])\d{1,3} (?:articles|annexes|chapitres|pages|paragraphes|alinéas|considérants|"
            r"pièces jointes)(?!\w)",
            r"(?i:(?<!\d)\d+ ?(?:h|heures|j|jours)? ?sur \d+ ?(?:h|heures|j|jours)(?!\w)|"
            r"24 ?(?:h|heures)? ?(?:sur|/) ?24|7 ?(?:j|jours)? ?(?:sur|/) ?7(?! ?%))",
            rf"(?i:(?<!\w)(?:semaines?|sem\.|années?|exercices?|millésimes?) {LIST}(?!\w| \d))",
            r"(?i:(?<!\w)(?:en|de|dès|depuis|avant|après|vers|à|jusqu'en|jusqu'à|l'an|d'ici|d'ici à|horizon|fin|début|"
            r"entre|et|loi|ordonnance|code|traité|mi-) ?(?:1[0-8]|2[12])\d\d(?![\d,]| \d{3}))(?! [\w-]+s\b)",
            r"(?<![\d,.-])(?:1[0-9]|20|21)\d\d(?: ?[-–/] ?(?:1[0-9]|20|21)\d\d|[-–/]\d\d)(?![\d,%]| ?[%€])",
            rf"(?i:(?<!\w)(?:{PEOPLE})(?: [\w'’-]+)?? (?:de |d'|comptant |employant ){HOLDS})",
            r"(?i:(?<!\w)(?:jeunes|enfants|personnes|adultes|élèves|femmes|hommes|seniors|actifs|habitants|âgée?s?)"
            r"(?: [\w-]+)? (?:de |d')?(?:plus de |moins de |entre )?\d{1,3}(?:(?:-| à | et )\d{1,3})? ans(?: (?:et|ou)"
            r" (?:plus|moins))?)",
            r"(?:^|(?<=[;:(–] )|(?<=[;:(]))(?:Moins|Plus|moins|plus) de \d{1,2} ans(?= *(?:$|[;:),–]))",
            r"(?i:(?<!\w)(?:à|des|aux|les) (?:vingt-sept|27)(?=$|[.;:,)]| (?:États|pays)))",
            r"(?i:(?<!\w)[\w-]+[sx] (?:de (?:plus|moins) de|âgée?s? (?:d'au moins|de)) \d{1,2} ans"
            r"(?: (?:et|ou) (?:plus|moins))?)",
            r"(?i:(?<!\w)(?:dès|à partir de|avant|jusqu'à|dès l'âge de|à l'âge de) \d{1,2} ans)",
            r"(?i:(?<!\w)(?:dès|à partir de|dès l'âge de|à l'âge de) \d{1,2} mois)",
            r"(?<![\w,.])\d{1,3}(?:(?:-| à )\d{1,3})? ans (?:et|ou) (?:plus|moins)(?!\w)",
            r"^\d{1,2}(?:-| à )\d{1,3} ans$",
            rf"(?i:(?<!\w)(?:{TERMS}) (?:[a-zà-ÿ]+ )?(?:à|de) \d{{1,2}}(?: ou \d{{1,2}})? ans)",
            r"(?i:(?<!\w)(?:tendances?|prévisions?|perspectives?|projections?|échéances?|horizon|vision)"
            r" (?:[a-zà-ÿ]+ )?à \d{1,2} (?:jours|semaines|mois|ans))",
            r"(?i:(?<!\w)(?:football|foot|futsal|rugby|handball|hockey|jeu|jou(?:er|ent|e|é)) à \d{1,2}"
            r"(?:(?:,| et| ou) (?:à )?\d{1,2})*(?! ?[\d%€]| [\w'-]+s(?!\w)))",
            r"(?i:(?<!\w)à \d{1,2} contre(?: \d{1,2})?(?!\w| ?[%€]| \d))",
            r"(?i:(?<!\w)(?:échelle|classement|classification|notation|cotation|gradu\w+|numérot\w+)[^.;:]{0,25}"
            r" de \d{1,3} à \d{1,3}(?![\d,]| ?[%€]| [\w'-]+s(?!\w)| [mM]illi))",
            rf"(?i:(?<!\w)en (?:{FEW}|\d{{1,2}}) (?:points|temps|mots|étapes|volets|parties|phases|axes|actes|"
            r"exemplaires|langues)(?! de (?:pourcentage|base|PIB|plus|moins)))",
            r"(?i:(?<!\w)(?:obus|munitions?|canons?|calibres?|mortiers?|roquettes?|tubes?)(?: [\w'-]+)? (?:de |à )?"
            r"\d{1,3}(?:,\d{1,2})? ?mm(?!\w))",
            r"(?i:(?<!\w)(?:les|des|aux) (?:(?:plus|moins) de )?\d{1,2}(?:(?:-| à )\d{1,2})? ans(?: (?:et|ou) (?:plus|"
            r"moins))?)",
            r"(?<!\w)\d{1,4}(?: (?:bis|ter))?,? (?:rue|avenue|boulevard|bd|place|quai|allée|chemin|route|cours|"
            r"impasse|square|esplanade|faubourg)(?!\w)",
            r"(?i:(?<!\w)(?:appel\w*|compos\w*|joign\w*|joindre|contact\w*|numéros?)(?: d'urgence)? "
            r"(?:le |au |du |est le )?\d{2,4}(?:(?:,| ou| et| puis) (?:le |au )?\d{2,4})*)"
            r"(?![\d,]| \d| ?[%€]| [\w'-]+[sx](?!\w))",
            r"(?:^|(?<=\n))\d{1,2}(?:\.\d{1,2})*[.)°] (?=[^\W\d])",
            r"(?i:(?<!\w)(?:sur|aux|par) 100 ?(?:km|kilomètres|m|mètres)(?!\w))(?=,| ?:)",
            r"(?<=[;:,.] )\d{1,2}\) (?=[^\W\d])",
            r"(?i:(?<!\w)(?:ont|avaient|auront|ayant|avoir) (?:plus|moins) de \d{1,2} ans)",
            r"(?i:(?<!\w)code postal(?: est| :)? \d{5})",
            rf"(?i:(?<!\w)(?:{HOLDING})(?:nt|ra|ront)? (?:{FEW}|\d{{1,2}}) points)"
            r"(?! de (?:pourcentage|base|PIB|plus|moins))",
            rf"(?i:(?<!\w)(?<!\d )sur (?:{FEW}|\d{{1,2}}) points)(?! de (?:pourcentage|base|PIB|plus|moins))",
            r"\(\d{1,2}(?:-| à )\d{1,2} ans\)",
            r"(?i:(?<!\w)(?:majorité|minorité)(?: qualifiée)? (?:des|de|d'au moins) \d/\d)",
            r"(?i:(?<!\w)en (?:une|deux|trois|quatre|\d) fois)(?! (?:plus|moins))",
            r"(?<!\w)\d{5} (?=[A-ZÉÀ][a-zé]+(?:-| |$|,|\.))(?!\w+ \d)",
            r"(?i:(?<!\w)(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d{1,2}(?!\w|,\d| \d))",
            r"(?i:(?<!\w)(?:le|du|au|les|dès le|soir du|matin du) (?:[12]?\d|3[01])(?:(?: et | au | ou |-|, )"
            r"(?:[12]?\d|3[01]))?(?=$|[.;:)]|, | (?:au (?:soir|matin)|à|dans|en|matin|soir|sur|pour|avec|et|ou|est|"
            r"sera|se)(?!\w)))(?! en moyenne| sur \d)",
            r"(?i:(?<!\w)(?:le|au|du) (?:1[1-9]\d|3\d ?\d\d)(?=$|[.;:,)]))",
            r"(?i:(?<!\w)la \d{1,3}(?=$|[.;:)]|, | (?:et|ou|puis) la \d))",
            r"(?i:fit for 55|ajustement à l'objectif 55|paragraphe 2|1,5 (?:°C|degrés?)(?! par| en| de plus))",
        ),
        dotted=DOTTED,
        labels=label_pattern(NOUNS),
        called=re.compile(
            r"(?i:(?<![\w-])(?:"
            rf"(?:(?:le|la|du|au|un|une|cette|ce|chaque|notre|votre|son|sa|leur) |l'|d'un |d'une ){NOT_NOUNS}"
            rf"(?=[\w-]+[^\W\dsxz] )|(?:{PLURALS} |(?<=, )|(?<=\())(?=[\w-]+[sx] (?:{ADJECTIVES} )?{SEVERAL}))"
            rf"(?P<word>[a-zà-ÿ][\w-]{{2,}}(?: {ADJECTIVES})?)) (?P<numbers>{LIST})"
            rf"(?!\w|[.,]\d| \d{{3}}(?!\d)| ?[%€$]| (?:{NOT_COUNTED})?[\w'-]+[sx](?!\w))"
        ),
        acting=re.compile(rf"{VERBS} \d{{1,5}} (?:{NOT_COUNTED})?[a-zà-ÿ'-]+[sx](?!\w)"),
        subject=re.compile(rf"(?i:(?<!\w)(?!{DETERMINERS} )[\w'-]*[^\W\d] )$"),
        proper=re.compile(
            rf"(?<![\w.-])(?!{UNLABELLED} )(?P<word>[A-ZÀ-Ý][\w&-]*(?:\.[A-Z])*) (?P<numbers>{LIST})(?!\w|[.,]\d|"
            rf" \d{{3}}(?!\d)| ?[%€$]| à \d)"
            r"(?! (?!et |ou |à |au |aux |en |de |du |des |sur |pour |est |sont |sera |a |ont |prévoit|reste|s'|"
            r"[A-ZÀ-Ý])[a-zà-ÿ-]+[sx](?!\w))"
        ),
        before=re.compile(
            r"(?i:(?<!\w)(?:en|sur|depuis|pendant|durant|dans|dans les|d'ici|d'ici à|il y a|après|avant|sous|tous les|"
            r"toutes les|les|ces|des|aux"
            r"|au cours des|lors des|(?:plan|contrat|bail|mandat|période|durée|délai|horizon|moyenne|recul|cycle|"
            r"rythme|pause|moratoire|prolongation) de|moyenne sur|pour|(?:délais?|préavis|franchise)[^.;:]{1,30} de)"
            r"(?: (?:moins de|plus de|près de|environ|quelque))? ?)$"
        ),
        after=re.compile(
            r"(?i:(?: (?:après|avant|plus tard|plus tôt|auparavant|d'affilée|consécutif|consécutive|consécutifs|"
            r"consécutives|de suite|durant|à l'avance|suivants|précédents|derniers))(?!\w))"
        ),
        lasting=re.compile(
            r"(?i:(?<!\w)(?:moyenn?e?s?|médiane?s?|retards?|attente|cumulée?s?|siégé|travaillent|travaillé|dormi)"
            r"(?: (?:est|sont|était|s'élève|atteint|passe|durent?))?(?: (?:de|à|d'environ|près de|plus de))? )$"
        ),
        known=re.compile(r"(?i:(?<!\w)(?:les|des|ces|aux|nos|vos|ses|leurs|mes|l'un des|une des|d'entre les) )$"),
        of=re.compile(
            rf"(?i:(?:\d|\x00|(?<!\w)(?!(?:{COVERING}) sur)[\w'-]*\w\w|\w [A-Z]) sur (?:les |un total de )?)$"
        ),
        whole_of=re.compile(
            rf"(?i:(?: [\w'-]+){{0,3}} sur (?:\d[\d ]*\d|{WHOLES})(?![\w,]| ?[%€]| ans| mois)| {PARTS}(?!\w))"
        ),
        share=re.compile(r"(?i:(?<!\w)(?:une?|neuf) (?:[\w'-]+ ){0,2}sur )$"),
        things=re.compile(
            r" (?:(?:grands|grandes|nouveaux|nouvelles|autres) )?"
            r"(?!(?:dans|sans|sous|plus|moins|pas|mais|puis|alors|depuis|dès|vers|chez|n'est|fois|ans|mois)(?!\w))"
            r"[a-zà-ÿ'-]+[sx](?!\w)"
        ),
        unnumbered=re.compile(r"(?i:(?<![\d\x00] )(?<!\w)pour )$"),
        ratio=re.compile(r"(?i:(?:divisée?s?|multipliée?s?|multiplier|diviser|multiplie|divise|triplée?s?) par )$"),
        factor=re.compile(
            r"(?i: fois (?:sur |plus|moins|supérieur|inférieur|le |la |les |celui|celle|ce |son |sa |leur|autant|"
            rf"davantage)| {PARTS}(?!\w)| ?(?:sur|pour) (?:{WHOLES})"
            r"| par (?:semaine|jour|an|mois|habitant|élève|agent)(?!\w)|"
            r"(?: [\w'-]+){0,3} en moyenne(?!\w))"
        ),
        losses=re.compile(
            r"(?i: (?:[\w-]+ )?(?:(?:sont|est|seraient|étaient|ont été|a été|avaient été) )?"
            r"(?:décédée?s?|morts?|mortes|blessée?s?|victimes?|décès|tuée?s?|disparue?s?|otages|attentats|accidents|noyades)(?!\w))"
        ),
        qualified=re.compile(r"(?i:(?: [\w'-]+){1,2} et \d[\d ,]* ?(?:%|€|[kM]?€|Md))"),
        counted=re.compile(
            r"(?i:(?<!\w)(?:il y a|y a-t-il|comptent?|recensent?|dénombrent?|ferment?|perd|perdent|"
            r"emploient?|manquent?) )$"
        ),
    )
)
"""How French names with numbers."""
