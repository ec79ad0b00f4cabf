"""Less than pages and slides hold: one tile, one message, one point, two rows, each as large as it may be."""

from __future__ import annotations

from collections.abc import Mapping

SPARSE: Mapping[str, str] = {
    "sections/financement.yaml": """
        title: Peu de choses
        message: "Trois ans après"
        blocks:
          - paragraph: "Ils sont {sites-2025}, contre {sites-2023} et {sites-2024} ; {sites-2030} visés, {aide} promis."
          - key-figures: {facts: [sites-2025]}
          - key-figures: {facts: [sites-2023, sites-2025]}
            message: "Deux chiffres"
          - key-figures: {facts: [sites-2023, sites-2024, sites-2025, sites-2030], title: "Les sites"}
            message: "Quatre chiffres"
          - key-figures: {facts: [sites-2023, sites-2024, sites-2025, sites-2030, aide], title: "Les sites et l'aide"}
            message: "Cinq chiffres"
          - messages: [{title: "Un seul", text: "Une idée."}]
            message: "Un message"
          - messages:
              - {title: "Un", text: "Une idée."}
              - {title: "Deux", text: "Une autre."}
              - {title: "Trois", text: "Une fin."}
            title: "Trois idées"
            message: "Trois messages"
          - comparison:
              - {title: "Ici", items: ["Oui"]}
              - {title: "Là", items: ["Non"]}
            message: "Deux mots"
          - timeline:
              - {text: "Ouverture", fact: ouverture}
            message: "Une date"
          - timeline:
              - {text: "Lancement", date: 2023-02, status: achieved}
              - {text: "Bilan", date: 2025-12, status: achieved}
            message: "Deux dates passées"
          - table:
              caption: "Deux lignes"
              columns: ["Nom", "Sites"]
              rows: [{cells: ["Nord", "{sites-2023:number}"]}, {cells: ["Sud", "{sites-2024:number}"]}]
            message: "Deux lignes"
          - image: {file: carte.svg, alternative: "Un carré percé", caption: "Le carré"}
            message: "Une image nue"
          - callout: "Un encadré."
            audience: public
        """,
    "sections/point.yaml": """
        title: Un point
        message: "Un point suffit"
        blocks:
          - bullets: ["Un point"]
        """,
    "sections/question.yaml": """
        title: Une question
        message: "Une question reste"
        blocks:
          - questions: [{question: "Et ensuite ?", answer: "On verra."}]
        """,
    "sections/phrase.yaml": """
        title: Une phrase
        kind: statement
        message: "C'est fait."
        blocks: []
        """,
    "sections/mots.yaml": """
        title: Des mots
        message: "Quelqu'un l'a dit"
        blocks:
          - verbatim: "L'IA doit servir à tous."
            by: "Le président"
          - glossary: used
          - status-key: "À lire."
        """,
    "briefings/evian.yaml": """
        title: "Peu"
        subtitle: "Presque rien"
        version: "1.0"
        date: 2026-02-10
        sections: [financement, point, question, phrase, mots]
        """,
}
