"""Small contents of every opening and closing, of places and people, as authors type them."""

from __future__ import annotations

from collections.abc import Mapping

from crowded_content import CROWDED
from sparse_content import SPARSE

SITES = {
    "sources.yaml": """
        bilan: {title: Bilan de l’IA, short: bilan du 10 février 2026, date: 2026-02-10, places: "§ : paragraphes"}
        rapport: {title: Rapport au Parlement, short: rapport de 2025, date: 2025-12-01, author: Zoé Çelik}
        cour: {title: Rapport de la Cour, short: rapport annuel de la Cour sur les comptes publics de la Nation,
               date: 2025-11-02}
        """,
    "facts/sites.yaml": """
        group: Sites
        sites-2023: {label: sites ouverts, name: Sites ouverts, value: 12, unit: site, status: achieved, period: 2023,
                     as_of: 2026-02-10, source: bilan, locator: § 1}
        sites-2024: {label: sites ouverts, name: Sites ouverts, value: 18, unit: site, status: achieved, period: 2024,
                     as_of: 2026-02-10, source: rapport, locator: p. 8}
        sites-2025: {label: sites ouverts, name: Sites ouverts, value: 31, unit: site, status: achieved, period: 2025,
                     as_of: 2026-02-10, source: cour, locator: p. 120}
        sites-2030: {label: sites à ouvrir, name: Sites à ouvrir, value: 75, unit: site, status: target,
                     period: by-2030, as_of: 2026-02-10, source: bilan, locator: § 3}
        aide: {label: l'aide promise, name: Aide promise, detail: sur cinq ans, value: 109_000_000_000, unit: EUR,
               qualifier: more-than, status: promised, as_of: 2026-02-10, source: bilan, locator: § 8}
        ouverture: {label: l'ouverture du premier site, date: 2026-06-14, status: planned, as_of: 2026-02-10,
                    source: rapport, locator: p. 1}
        moitie: {label: la moitié des communes, value: 50, unit: percent, words: la moitié, qualifier: nearly,
                 status: estimated,
                 as_of: 2026-02-10, source: rapport, locator: p. 2}
        """,
}
PARTS = {
    **SITES,
    "acronyms.yaml": """
        PME: {expansion: petites et moyennes entreprises}
        ONU: {expansion: Organisation des Nations unies, definition: à New York}
        """,
    "sections/avant.yaml": """
        title: Avant-propos
        summary: "Pourquoi ce dossier"
        message: "Ce dossier dit ce qui est fait et ce qui reste à faire"
        lead: "Trois ans après le lancement, les sites ouvrent un à un."
        blocks:
          - paragraph: >-
              Les PME et l'ONU attendent {sites-2025}. M. Martin le rappelle souvent ; il le redira demain. Le reste
              suit son cours, sans retard connu à ce jour.

              Un second paragraphe précise {aide}. Il n'en dit pas davantage.
        """,
    "sections/premiere.yaml": """
        title: Ouvrir
        kind: divider
        summary: "Promesses, terrains, puissance réservée"
        message: "Ouvrir les premiers sites"
        blocks: []
        """,
    "sections/sites.yaml": """
        title: Les sites
        kind: fiche
        summary: "Ce qui est ouvert, ce qui doit l'être"
        message: "De {sites-2023} à {sites-2025} en deux ans"
        blocks:
          - paragraph: "Ils sont {sites-2025}, contre {sites-2023} et {sites-2024} avant ; {sites-2030} sont visés."
          - points: ["{sites-2025} ouverts", "Objectif : {sites-2030}"]
          - quote: "Nous avons ouvert {sites-2025}."
            attribution: "§ 4, {sites-2025:status}"
        notes: >-
          Un premier paragraphe est dit ici.

          Un second paragraphe est dit là.
        """,
    "sections/rappel.yaml": """
        title: Rappel
        kind: statement
        message: "Trois ans après le lancement, ce qui était promis s'ouvre : {sites-2025}"
        lead: "Élément de langage, d'après le bilan"
        blocks: []
        """,
    "sections/longue.yaml": """
        title: Longue
        kind: statement
        message: >-
          Trois ans après le lancement de ce programme, les sites qui étaient promis ouvrent un à un, les communes qui
          les attendaient les voient arriver, et ceux qui n'y croyaient pas commencent à le dire moins fort qu'avant
        blocks: []
        """,
    "sections/aides.yaml": """
        title: Les aides
        summary: "Ce qui est promis"
        message: "L'aide promise dépasse {aide:short}"
        blocks:
          - paragraph: "L'aide est de {aide}, pour {moitie} des communes."
          - callout: "La source ne dit pas si cette somme est comprise dans la précédente."
            title: "Point d'attention"
          - callout: "Rien n'est dit des années suivantes."
            tone: information
        """,
    "sections/seconde.yaml": """
        title: Tenir
        kind: divider
        message: "Tenir le calendrier"
        lead: "Ce qui reste à faire avant 2030"
        blocks: []
        """,
    "sections/dates.yaml": """
        title: Les dates
        summary: "Une seule date est sûre"
        message: "Le premier site ouvre le {ouverture}"
        blocks:
          - timeline:
              - {text: "Lancement du programme", date: 2023-02, when: "Trois ans avant", status: achieved}
              - {text: "Ouverture du premier site", short: "Ouverture", fact: ouverture}
              - {text: "Fin du programme", date: end-2027, status: planned}
            message: "Une seule date est sûre"
          - status-key: "Deux statuts différents ne s'additionnent pas."
        """,
    "sections/qui.yaml": """
        title: À qui parler
        message: "Deux personnes répondent"
        blocks:
          - contacts: used
          - glossary: used
            title: "Sigles"
          - sources: used
        """,
    "sections/fin.yaml": """
        title: Conclure
        kind: divider
        summary: "Ce que l'on retient"
        message: "Conclure"
        blocks: []
        """,
    "sections/demander.yaml": """
        title: Nos demandes
        kind: ask
        message: "Deux choses sont demandées"
        blocks:
          - messages:
              - {title: "Un calendrier", text: "Des dates sûres."}
              - {title: "Un budget", text: "Des montants sûrs."}
        """,
    "briefings/evian.yaml": """
        event: {name: Sommet du G7, place: Évian, date: 2026-06}
        title: "Les sites : ce qui est ouvert, ce qui reste promis"
        subtitle: "De quoi parler avant le sommet"
        version: "1.0"
        date: 2026-02-10
        closed: 2026-02-09
        marking: Diffusion restreinte
        embargo: {until: "2026-02-10T18:30", zone: Europe/Paris}
        issuer: "Maison des chiffres"
        contacts:
          - {name: "Zoé Çelik", role: "Presse", details: ["presse@exemple.fr", "01 23 45 67 89"]}
          - {name: "Jean Dupont"}
        details:
          - {label: "Premier site", value: "Le {ouverture}"}
          - {label: "Objectif", value: "{sites-2030}"}
        contents: {message: "Deux parties, une conclusion"}
        numbered: true
        sections: [avant, premiere, sites, rappel, longue, aides, seconde, dates, qui, fin, demander]
        """,
}
PLACES = {
    **SITES,
    "sections/financement.yaml": """
        title: Les lieux
        message: "Où l'on ouvre, et qui décide"
        blocks:
          - map:
              countries: [FR]
              places:
                - {name: Fouju, at: [48.59, 2.78], fact: sites-2025}
                - {name: Montereau, at: [48.39, 2.95], fact: aide}
                - {name: Paris, at: [48.86, 2.35], text: "Sommet de Paris", status: achieved}
              caption: "Les sites cités"
            message: "Trois lieux"
          - people:
              - {name: "Zoé Çelik", office: "Ministre du numérique", said: "tché-lik", portrait: zoe.png}
              - {name: "Jean Dupont", office: "Conseiller", position: "Proche de la nôtre"}
            message: "Qui est qui"
          - matrix:
              caption: "Qui veut quoi"
              topics: ["Calcul", "Données"]
              parties:
                - {name: "Inde", stances: [for, {stance: conditional, text: "avec réciprocité"}]}
                - {name: "Canada", stances: [for, against]}
                - {name: "Japon", stances: [neutral, unknown]}
            message: "Qui veut quoi"
            media: [brief, deck]
          - key-figures: {facts: [moitie, ouverture, {fact: sites-2025, label: "sites ouverts"}]}
            message: "Ce que disent les chiffres"
          - chart:
              kind: line
              title: "Les sites ouverts"
              measure: "sites"
              facts: [sites-2023, sites-2024, sites-2025]
              reading: "le dernier point compte tous les sites"
            key: courbe
            message: "Une courbe qui monte"
          - paragraph: "Le {#courbe} le montre, *comme* le dit `site` le rapport [@rapport § 14]."
          - visuals: used
          - image: {file: carte.svg, alternative: "Un carré percé", caption: "Le carré", credit: "Maison des chiffres"}
            message: "Une image"
        """,
    "briefings/evian.yaml": """
        event: {name: Sommet du G7, place: Évian, date: 2026-06}
        title: "Les lieux"
        subtitle: "Où l'on ouvre"
        version: "1.0"
        date: 2026-02-10
        picture: {file: lac.png, credit: "Photographie : exemple", alternative: "Un lac"}
        sections: [financement]
        """,
}
FULL: Mapping[str, Mapping[str, str]] = {
    "parts": PARTS,
    "crowded": {**SITES, **CROWDED},
    "sparse": {**SITES, **SPARSE},
    "places": PLACES,
}
