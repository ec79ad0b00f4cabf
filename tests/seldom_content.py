"""What authors seldom type, each thing once: a content that rests on one source, in which nothing is usual."""

from __future__ import annotations

from collections.abc import Mapping

FACTS = """
        group: Le réseau
        {measured}
        {others}
        """
KNOWN = "as_of: 2026-02-10, source: bilan"
YEARS = {2016: 12, 2017: 18, 2018: 14, 2019: 20, 2020: 9, 2021: 26, 2022: 31, 2023: 31, 2024: 40, 2025: 44.5}
MEASURED = "\n        ".join(
    f"an-{year}: {{label: lignes en {year}, value: {value}, unit: ligne, status: measured, period: {year}, "
    f"{KNOWN}, locator: § {at}}}"
    for at, (year, value) in enumerate(YEARS.items(), 1)
)
OTHERS = f"""vise-2028: {{label: lignes visées, value: 60, unit: ligne, status: target, period: by-2028, {KNOWN},
                    locator: p. 3}}
        vise-2030: {{label: lignes visées, value: 75, unit: ligne, status: target, period: by-2030, {KNOWN},
                    locator: p. 4}}
        budget: {{label: budget, value: 812_500, unit: EUR, status: achieved, {KNOWN}, locator: § 21}}
        voted: {{label: crédits votés, value: 2_450_000, unit: EUR, qualifier: about, status: planned, {KNOWN},
                locator: § 22}}
        fourchette: {{label: coût, low: 400_000, high: 700_000, unit: EUR, status: estimated, {KNOWN}, locator: § 23}}
        solde: {{label: solde, value: -12_300, unit: EUR, status: measured, {KNOWN}, locator: § 24}}
        nul: {{label: retour, value: 0, unit: EUR, status: measured, {KNOWN}, locator: § 25}}
        gain: {{label: gain, value: 37_000, unit: EUR, status: measured, {KNOWN}, locator: § 24}}
        part: {{label: part des trains, value: 6.25, unit: percent, status: measured, {KNOWN}, locator: § 26}}
        recul: {{label: recul, value: -1.5, unit: percentage-point, status: measured, {KNOWN}, locator: § 27}}
        rang: {{label: rang en Europe, value: 6, unit: rank, status: measured, {KNOWN}, locator: § 33}}
        gaz: {{label: gaz évités, value: 1_250_000, unit: tonne-CO2e, status: estimated, {KNOWN}, locator: § 34}}
        cinq: {{label: gares neuves, value: 5, unit: gare, words: cinq, status: achieved, {KNOWN}, locator: § 28}}
        moitie: {{label: la moitié des gares, value: 50, unit: percent, words: la moitié, qualifier: nearly,
                 status: estimated, {KNOWN}, locator: § 29}}
        gares: {{label: "gares desservies", value: 1_200, unit: gare, qualifier: at-least, status: measured, {KNOWN},
                locator: § 30}}
        ouverture: {{label: ouverture de la ligne, date: 2026-06-14, status: planned, {KNOWN}, locator: § 31}}
        loi: {{label: loi du réseau, name: Loi du réseau, period: 2026, value: 1, unit: loi, status: planned, {KNOWN},
              locator: § 32}}
        nomme: {{label: pilote, words: Autorité des lignes, status: announced, {KNOWN}, locator: annexe 2}}"""
CHARTS = """
        title: Les {an-2025}
        kind: fiche
        message: "Dix ans de lignes[^compte]"
        lead: "Les {an-2016:number} lignes de 2016 sont {an-2025:number} aujourd'hui [@bilan p. 9]."
        blocks:
          - chart:
              kind: line
              title: "Dix ans de lignes"
              measure: "lignes"
              facts: [an-2016, an-2017, an-2018, an-2019, an-2020, an-2021, an-2022, an-2023, an-2024, an-2025]
              highlight: [an-2020]
              scale: {from: 5, to: 50}
              remark: "Année 2020 à part[^compte]."
            message: "Une hausse, sauf en 2020"
          - chart:
              kind: line
              title: "Réel, puis visé"
              measure: "Lignes en service"
              categories: ["2023", "2024", "2025", "2028", "2030"]
              series:
                - {name: Réseau, facts: [an-2023, an-2024, an-2025, vise-2028, vise-2030]}
                - {name: Voisins, facts: [an-2016, {gap: "non mesuré"}, an-2016, {gap: "non mesuré"}, an-2016]}
              scale: {step: 20}
              highlight: ["2025"]
            message: "Une même courbe, deux statuts"
          - chart:
              kind: column
              title: "De 2016 à 2019"
              measure: "lignes"
              order: value
              categories: ["2016", "2017", "2019", "2018"]
              series:
                - {name: Ici, facts: [an-2016, an-2017, an-2019, an-2018]}
                - {name: Là, facts: [an-2019, an-2020, {gap: "non mesuré"}, an-2016]}
            message: "La première série range les deux"
          - chart: {kind: column, title: "Quatre ans sur six", measure: "lignes",
                    facts: [an-2016, an-2018, an-2019, an-2021]}
            message: "Un rang par année"
          - chart: {kind: bar, title: "Deux années", measure: "lignes", facts: [{fact: an-2025, label: "Cette année"},
                    {gap: "L'an prochain"}, {fact: vise-2030, label: "En 2030"}], remark: "Chiffres provisoires."}
            message: "Ce qui manque reste dit"
          - chart:
              kind: stacked
              title: "En pile"
              measure: "lignes"
              categories: ["Nord", "Sud"]
              series:
                - {name: Rapides, facts: [an-2016, an-2017]}
                - {name: Lentes, facts: [an-2018, {gap: "non mesuré"}]}
            message: "L'une sur l'autre"
          - chart: {kind: waterfall, title: "Du budget au solde", measure: "en euros",
                    facts: [budget, solde, nul, budget]}
            message: "Pas à pas"
          - chart: {kind: range, title: "Ce que cela coûte", measure: "Coût (EUR)", facts: [fourchette, budget]}
            message: "Un coût incertain"
        footnotes:
          compte: "Une ligne est comptée à son ouverture."
        """
TABLES = """
        title: Les tableaux
        summary: "Ce qu'ils disent"
        message: "Crédits : {voted:short} votés"
        blocks:
          - paragraph: "Il s'agit de {voted}. {cinq} gares sont neuves, {moitie} l'est. De {fourchette:value}, dit-on."
          - table:
              caption: "Crédits, en milliers d'euros"
              columns: ["Poste", {title: "Montant", width: 30, align: right}, {title: "Remarque", under: "À lire"}]
              rows:
                - {kind: group, cells: ["En route"]}
                - {cells: ["Exécuté", "{budget:amount}", "—"]}
                - {cells: ["Voté", "{voted:amount}", "n.d."]}
                - {cells: ["Voté, encore", "{voted:short}", "12 ou 13"]}
                - {kind: total, cells: ["Solde", "", "—"]}
            message: "En milliers, puisque le titre le dit"
          - table:
              caption: "Mêlé"
              columns: ["Objet", "Valeur", "Cible", "Nombre"]
              rows:
                - {cells: ["Part", "{part}", "{vise-2028:short}", "1 200"]}
                - {cells: ["Gares", "{gares:amount}", "{vise-2030:short}", "-3,5 %"]}
                - {cells: ["Lignes", "{an-2025:number}", "–", "non précisé"]}
            message: "Des unités qui diffèrent"
          - table:
              caption: "À l'échelle"
              groups:
                - {title: "Perdu", facts: [solde, nul]}
                - {title: "Gagné", facts: [{fact: gain, label: "Gagné", detail: "au budget"}]}
              bars: true
              reading: "le budget est de {budget:short} !"
            message: "Une barre par montant"
          - table:
              caption: "Dix ans"
              trend: true
              columns: ["Réseau", "2016", "2020", "2025"]
              rows:
                - {kind: group, cells: ["Ici"]}
                - {cells: ["Lignes", "{an-2016:number}", "{an-2020:number}", "{an-2025:number}"]}
                - {cells: ["Sans changement", "{an-2022:number}", "{an-2023:number}", "{an-2022:number}"]}
            message: "Une courbe par rang"
          - table: {caption: "Une ligne", facts: [nomme], remark: "Voir aussi [@bilan p. 12]."}
            message: "Un nom pour chiffre"
        """
WORDS = r"""
        title: Les mots
        message: "Des mots, un *nom* et du `code`"
        blocks:
          - paragraph: >-
              **{gares} ouvrent**, soit {part:signed} (et non plus) ; le [site](https://exemple.fr/) dit
              « [all aboard]{lang=en} », et l'ONU aussi. L'« ONU » le répète[^onu]. À Paris [À CONFIRMER], le CO2 baisse
              de {recul}.
          - key-figures: {facts: [cinq, moitie, gares, {fact: recul, label: "sur un an"}, fourchette, ouverture]}
            message: "Six tuiles"
          - key-figures: {facts: [rang, gaz]}
            message: "Un rang, un gaz"
          - key-figures: {facts: [part], role: aside}
            message: "À côté"
          - callout: "L'ONU n'en dit rien."
          - messages:
              - {title: "La part", text: "Elle est de {part}, pour {voted:short}."}
              - {title: "Rien", text: "Rien de plus."}
            message: "Deux messages"
          - comparison:
              - {title: "Avant", items: ["{an-2016}"]}
              - {title: "Après", detail: "en 2025", items: ["{an-2025}", "Et plus"], status: measured}
            remark: "D'après le compte de {an-2024:number} lignes."
            message: "Avant, après"
          - questions:
              - {question: "Combien ?", say: "{gares}.", limit: "Pas un mot des coûts."}
            message: "Ce que l'on demandera"
          - quote: "Nous roulons."
            message: "Ce que nous dirons"
          - heading: "Dans le calendrier"
          - timeline:
              - {text: "Loi du réseau", fact: loi, when: "dans l'année"}
              - {text: "Bilan", date: 2026-02-10, status: achieved}
              - {text: "Début de l'année", date: 2026-01, status: measured}
              - {text: "Ligne ouverte", short: "Ouverte", fact: ouverture}
              - {text: "Fin des travaux", date: by-2030, status: target}
        footnotes:
          onu: "L'ONU compte autrement."
        notes: "À dire lentement : {gares}, et rien de plus."
        """
PEOPLE = """
        title: Participants
        message: "Qui vient, et quand"
        blocks:
          - people:
              - {name: "Jean Le Rond d'Alembert", office: "Géomètre"}
              - {name: "Marie-Claire Y. Durand", office: "Avocate", position: "Contre"}
              - {name: "李 明", office: "Conseiller", said: "li ming"}
          - agenda:
              - {from: "09:00", text: "Accueil"}
              - {from: "09:30", to: "11:00", text: "Séance"}
            title: "Matinée"
            zone: Europe/Paris
          - bilateral: {partner: "Avec le voisin", asks: ["Un horaire commun"]}
            message: "Une heure avec le voisin"
          - objective:
              purpose: "S'entendre."
              decisions: ["Qui parle en premier"]
          - red-lines:
              - {text: "Pas d'exception", fallback: "Une clause"}
              - "Pas de délai"
          - commitments:
              - {text: "Publier", status: planned}
          - gaps: ["Le coût", {text: "La date", when: "demain"}]
        """
LAST = """
        title: Sources
        kind: annex
        message: "D'où viennent les chiffres"
        blocks:
          - annex: "Tous les chiffres"
            remark: "Chiffres arrondis."
          - all-gaps: used
          - glossary: used
          - sources: used
          - contacts: used
          - visuals: used
            title: "Ce qui est dessiné"
        """
SELDOM: Mapping[str, str] = {
    "sources.yaml": """
        bilan: {title: Bilan du réseau, short: bilan du réseau, date: 2026-02-10, author: Cour des lignes,
                publisher: Maison des lignes, url: "https://exemple.fr/bilan"}
        """,
    "units.yaml": """
        ligne: {singular: ligne, plural: lignes, english: line, english_plural: lines}
        gare: {singular: gare, plural: gares, symbol: gar.}
        """,
    "acronyms.yaml": """
        ONU: {expansion: Organisation des Nations unies}
        """,
    "facts/financement.yaml": FACTS.format(measured=MEASURED, others=OTHERS),
    "sections/financement.yaml": CHARTS,
    "sections/tableaux.yaml": TABLES,
    "sections/mots.yaml": WORDS,
    "sections/gens.yaml": PEOPLE,
    "sections/fin.yaml": LAST,
    "briefings/evian.yaml": """
        title: "Le réseau, ligne à ligne"
        subtitle: "Tout ce qui est rare"
        kind: Mémo
        version: "1.0"
        date: 2026-02-10
        closed: 2026-02-10
        status_words: {target: Visé}
        contents: {status_key: true, slide: false}
        sections: [financement, tableaux, mots, gens, fin]
        """,
}
