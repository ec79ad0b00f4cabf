"""More than pages and slides hold: long tables, comparisons that go on, names too long for their place."""

from __future__ import annotations

ROWS = "\n".join(
    f'                - cells: ["Commune {number} et ses voisines du canton", "Ouvert", "{{sites-2023:number}}"]'
    for number in range(1, 16)
)
NAMES = ", ".join(f'"Commune numéro {number}"' for number in range(1, 31))
CROWDED = {
    "sections/financement.yaml": f"""
        title: Les sites
        message: "Plus que les pages n'en tiennent"
        blocks:
          - paragraph: >-
              Il s'agit de {{sites-2023}}[^date], de {{sites-2024}}, de {{sites-2025}}[^longue] et de
              {{sites-2030}}[^date].
          - table:
              caption: "Commune par commune"
              columns:
                - "Commune"
                - {{title: "État des travaux à la date de l'arrêt des données", under: "En 2025"}}
                - {{title: "Sites", under: "En 2025"}}
              rows:
                - {{kind: group, cells: ["Au nord de la rivière"]}}
{ROWS}
                - {{kind: group, cells: ["Au sud"]}}
                - {{cells: ["La dernière", "Ouvert", "{{sites-2024:number}}"]}}
                - {{kind: total, cells: ["En tout", "", "{{sites-2025:number}}"]}}
            message: "Commune après commune, les travaux avancent"
          - table:
              caption: "Trois années"
              columns: ["Indicateur", "2023", "2024", "2025"]
              trend: true
              rows:
                - cells: ["Sites ouverts", "{{sites-2023:number}}", "{{sites-2024:number}}", "{{sites-2025:number}}"]
            message: "Une progression d'année en année"
          - table: {{caption: "À l'échelle", facts: [sites-2023, sites-2024, sites-2025], bars: true}}
            message: "Deux fois et demie plus de sites"
          - callout: "La source ne dit pas tout de ces sites, ni de leurs voisins, ni de ce qui les attend."
            title: "Ce que l'on ne sait pas"
          - comparison:
              - title: "Au nord de la rivière, là où tout a commencé"
                detail: "Trois communes"
                status: achieved
                items:
                  - "Un premier point qui prend plusieurs lignes dans sa colonne, parce qu'il dit tout ce qu'il sait"
                  - "Un deuxième point qui en prend autant que le premier, et pour les mêmes raisons que lui"
                  - "Un troisième point, qui n'est pas plus court que ceux qui le précèdent dans cette liste"
                  - "Un quatrième point, que l'on ne lira sans doute pas sur la même page que les premiers"
                  - "Un cinquième point, pour que la comparaison se poursuive à la page suivante"
                  - "Un sixième point, pour qu'elle s'y poursuive vraiment"
              - title: "Au sud"
                detail: "Une commune"
                status: planned
                items: ["Un seul point", "Un autre"]
              - title: "Ailleurs"
                items: ["Rien", "Rien encore", "Toujours rien de neuf"]
            remark: "Listes non exhaustives."
            message: "Trois rives, trois histoires"
          - comparison:
              - {{title: "Ici", items: ["Un point"]}}
              - {{title: "Là", items: ["Un autre", "Et un autre"]}}
            remark: "Un côté en dit plus."
            message: "Deux côtés d'une même chose"
          - chart: {{kind: bar, title: "Sites", measure: "sites", order: given,
                    facts: [{{fact: sites-2023, label: "les sites qui étaient ouverts à la fin de l'année 2023"}},
                            {{fact: sites-2025, label: "ceux de 2025"}}]}}
            message: "Des noms plus longs que leur barre"
          - chart:
              kind: column
              title: "Trente communes"
              measure: "sites"
              categories: [{NAMES}]
              series: [{{name: Ouverts, facts: [{", ".join(["sites-2023", "sites-2024", "sites-2025"] * 10)}]}}]
            message: >-
              Trente communes sur une page, dont pas une ne manque, ce qui fait un titre bien trop long pour sa place,
              et même pour le double de sa place, ce que le programme dit à son auteur
          - messages:
              - {{title: "Premier", text: "Une idée qui se dit en une phrase, puis en une autre, plus longue qu'elle."}}
              - {{title: "Deuxième", text: "Une idée de plus, que l'on dit aussi en une phrase de deux lignes."}}
              - {{title: "Troisième", text: "Une idée encore."}}
              - {{title: "Quatrième", text: "Une dernière idée, pour que la liste prenne deux pages au lieu d'une."}}
            title: "Les idées"
            message: "Quatre idées à retenir"
          - questions:
              - {{question: "Combien de sites ?", answer: "{{sites-2025}}, et {{sites-2030}} visés."}}
              - {{question: "Où sont-ils ?", answer: "Au nord de la rivière, pour la plupart, et au sud."}}
          - callout: >-
              Un encadré qui en dit beaucoup : que les sites ouvrent, que les communes attendent, que rien n'est dit des
              années suivantes, et qu'il faudra bien finir par le dire un jour.
            title: "Un long encadré"
          - callout: "Un second, plus court."
        footnotes:
          date: "À la date de l'arrêt des données."
          longue: >-
            Une longue note dit comment ces sites ont été comptés : un par commune, deux là où la rivière la coupe,
            aucun là où rien n'est ouvert encore. Elle dit aussi qui les a comptés, et quand, et pourquoi deux sources
            ne disent pas la même chose. Elle prend plusieurs lignes au pied de sa page.
        """,
}
