"""Made-up projects, as authors would write them: every kind of block, unit, status, chart, place of a footnote."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from law.made_facts import facts_of, is_quantity
from law.made_texts import Pen, Random
from rapport.model.blocks.figures import KINDS as CHARTS

Made = dict[str, Any]
Facts = dict[str, Made]
SECTIONS = ("plain", "plain", "plain", "fiche", "fiche", "statement", "divider", "annex")
STATUSES = ("achieved", "planned", "announced", "in-progress", "adopted")
FEW = 4
HYPHENED = {"rests_on": "rests-on"}


class Maker:
    """Blocks of one section: a pen that writes its texts, and the facts it may call."""

    def __init__(self, pen: Pen, facts: Facts) -> None:
        self.pen, self.facts, self.random = pen, facts, pen.random

    def some(self, most: int, make: Callable[[], Any], least: int = 1) -> list[Any]:
        return [make() for _ in range(self.random.randint(least, most))]

    def maybe(self, **made: Callable[[], Any]) -> Made:
        return {HYPHENED.get(key, key): make() for key, make in made.items() if self.random.random() < 0.5}

    def calls(self, most: int = FEW) -> list[Any]:
        keys = self.random.sample(sorted(self.facts), min(len(self.facts), self.random.randint(1, most)))
        return [{"fact": key, **self.maybe(label=self.pen.noun)} if self.random.random() < 0.4 else key for key in keys]

    def alike(self, least: int = 2) -> list[str]:
        """Facts of one unit and one status, which may share a chart."""
        kinds: dict[tuple[str, str], list[str]] = {}
        for key, fact in self.facts.items():
            if is_quantity(fact):
                kinds.setdefault((fact.get("unit", ""), fact["status"]), []).append(key)
        return self.random.choice([keys for keys in kinds.values() if len(keys) >= least])

    def paragraph(self) -> Made:
        return {"paragraph": "\n\n".join(self.some(2, self.pen.prose))}

    def heading(self) -> Made:
        return {"heading": self.pen.title()}

    def items(self) -> list[Any]:
        return self.some(
            FEW, lambda: self.random.choice((self.pen.line(), {"text": self.pen.line(), "items": [self.pen.line()]}))
        )

    def bullets(self) -> Made:
        return {"bullets": self.items()}

    def numbered(self) -> Made:
        return {"numbered": self.items()}

    def points(self) -> Made:
        return {"points": self.some(3, self.pen.title)}

    def key_figures(self) -> Made:
        figures = {"facts": self.calls(), **self.maybe(title=self.pen.title, role=lambda: "aside")}
        return {"key-figures": figures}

    def table(self) -> Made:
        table: Made = {"caption": self.pen.title(), **self.maybe(remark=self.pen.line)}
        shape = self.random.randrange(3)
        if shape == 0:
            return {"table": table | {"facts": self.calls()}}
        if shape == 1:
            groups = self.some(2, lambda: {"title": self.pen.title(), "facts": self.calls(3)})
            return {"table": table | {"groups": groups}}
        width = self.random.randint(2, 5)
        rows = self.some(5, lambda: {"cells": [self.pen.cell() for _ in range(width)]})
        if self.random.random() < 0.3:
            rows.insert(0, {"kind": "group", "cells": [self.pen.title()]})
        if self.random.random() < 0.3:
            rows.append({"kind": "total", "cells": ["Total", *(self.pen.cell() for _ in range(width - 1))]})
        return {"table": table | {"columns": [self.pen.head() for _ in range(width)], "rows": rows}}

    def chart(self) -> Made:
        keys, kind = self.alike(), self.random.choice(CHARTS)
        chart: Made = {"kind": kind, "title": self.pen.title(), "measure": self.pen.measure()}
        chart |= self.maybe(remark=self.pen.line, order=lambda: "given")
        if self.random.random() < 0.6:
            facts: list[Any] = [{"fact": key, "label": self.pen.name(at)} for at, key in enumerate(keys[:9])]
            if self.random.random() < 0.2:
                facts.insert(1, {"gap": "sans valeur"})
            return {"chart": chart | {"facts": facts}}
        width, height = self.random.randint(2, 4), self.random.randint(1, 3)
        names = [self.pen.name(at) for at in range(width)]
        series: list[Made] = [
            {"name": f"{self.pen.noun()} {'abc'[at]}", "facts": [self.random.choice(keys) for _ in range(width)]}
            for at in range(height)
        ]
        if kind == "combined":
            series[-1]["kind"] = "line"
        return {"chart": chart | {"categories": names, "series": series}}

    def timeline(self) -> Made:
        dated = [key for key, fact in self.facts.items() if "date" in fact or fact.get("period")]

        def moment() -> Made:
            made = {"text": self.pen.line(), **self.maybe(short=self.pen.noun, when=self.pen.when)}
            if dated and self.random.random() < 0.4:
                return made | {"fact": self.random.choice(dated)}
            return made | {"date": self.pen.date(), "status": self.random.choice(STATUSES)}

        return {"timeline": self.some(5, moment), **self.maybe(remark=self.pen.line)}

    def callout(self) -> Made:
        return {"callout": self.pen.prose(), **self.maybe(title=self.pen.title, tone=lambda: "information")}

    def lines(self) -> Made:
        return {"lines": self.some(3, lambda: {"text": self.pen.line(), **self.maybe(rests_on=self.pen.place)})}

    def verbatim(self) -> Made:
        return {"verbatim": self.pen.line(), "by": self.pen.person(), **self.maybe(when=self.pen.when)}

    def quote(self) -> Made:
        return {"quote": self.pen.line(), **self.maybe(attribution=self.pen.place)}

    def questions(self) -> Made:
        def one() -> Made:
            extra = self.maybe(bridge=self.pen.line, limit=self.pen.line)
            return {"question": self.pen.question(), self.random.choice(("say", "answer")): self.pen.prose(), **extra}

        return {"questions": self.some(3, one)}

    def objective(self) -> Made:
        def task() -> Any:
            extra = self.maybe(who=self.pen.person, when=self.pen.when)
            return self.random.choice((self.pen.line(), {"text": self.pen.line(), **extra}))

        tasks = self.maybe(asks=lambda: self.some(2, task), decisions=lambda: self.some(2, task), outcome=self.pen.line)
        return {"objective": {"purpose": self.pen.line(), **tasks}}

    def agenda(self) -> Made:
        def item(hour: int) -> Made:
            extra = self.maybe(place=self.pen.noun, who=self.pen.person, expected=self.pen.line)
            until = {"to": f"{hour:02}:50"} if self.random.random() < 0.7 else {}
            return {"from": f"{hour:02}:05", **until, "text": self.pen.line(), **extra}

        day = self.maybe(day=lambda: "2026-06-14", zone=lambda: "Europe/Paris", title=self.pen.title)
        return {"agenda": [item(8 + at) for at in range(self.random.randint(1, 6))], **day}

    def people(self) -> Made:
        def one() -> Made:
            extra = self.maybe(said=self.pen.noun, position=self.pen.line)
            return {"name": self.pen.person(), "office": self.pen.title(), **extra}

        return {"people": self.some(4, one), **self.maybe(title=self.pen.title)}

    def bilateral(self) -> Made:
        def few() -> list[str]:
            return self.some(2, self.pen.line)

        return {
            "bilateral": {
                "partner": self.pen.title(),
                **self.maybe(messages=few, asks=few, sensitivities=few, avoid=few),
            }
        }

    def red_lines(self) -> Made:
        def one() -> Any:
            return self.random.choice(
                (self.pen.line(), {"text": self.pen.line(), **self.maybe(why=self.pen.line, fallback=self.pen.line)})
            )

        return {"red-lines": self.some(3, one), **self.maybe(title=self.pen.title)}

    def commitments(self) -> Made:
        def one() -> Made:
            extra = self.maybe(who=self.pen.person, date=self.pen.date, state=self.pen.noun)
            return {"text": self.pen.line(), "status": self.random.choice(STATUSES), **extra}

        return {"commitments": self.some(3, one), **self.maybe(title=self.pen.title)}

    def wording(self) -> Made:
        def one() -> Made:
            return {
                "text": f"Les États [devraient] {self.pen.noun()}.",
                **self.maybe(by=self.pen.person, stance=self.pen.line),
            }

        return {"wording": self.some(2, one), **self.maybe(title=self.pen.title)}

    def speech(self) -> Made:
        return {"speech": "\n\n".join(self.some(3, self.pen.plain)), **self.maybe(title=self.pen.title)}

    def gaps(self) -> Made:
        def one() -> Any:
            extra = self.maybe(who=self.pen.person, by=lambda: "2026-06-01")
            return self.random.choice((self.pen.line(), {"text": self.pen.line(), **extra}))

        return {"gaps": self.some(3, one), **self.maybe(title=self.pen.title)}

    def messages(self) -> Made:
        one = self.some(3, lambda: {"title": self.pen.title(), "text": self.pen.line()}, least=2)
        return {"messages": one, **self.maybe(title=self.pen.title)}

    def comparison(self) -> Made:
        def side() -> Made:
            status = self.maybe(status=lambda: self.random.choice(STATUSES))
            return {
                "title": self.pen.noun(),
                "detail": self.pen.noun(),
                "items": self.some(3, self.pen.line),
                **status,
            }

        return {"comparison": self.some(3, side, least=2), **self.maybe(remark=self.pen.line)}

    def image(self) -> Made:
        picture = {"file": "carte.svg", "alternative": self.pen.plain(), "caption": self.pen.title()}
        return {"image": picture | self.maybe(credit=self.pen.noun)}


BLOCKS: tuple[Callable[[Maker], Made], ...] = (
    Maker.paragraph,
    Maker.heading,
    Maker.bullets,
    Maker.numbered,
    Maker.points,
    Maker.key_figures,
    Maker.table,
    Maker.table,
    Maker.chart,
    Maker.chart,
    Maker.timeline,
    Maker.callout,
    Maker.lines,
    Maker.verbatim,
    Maker.quote,
    Maker.questions,
    Maker.objective,
    Maker.agenda,
    Maker.people,
    Maker.bilateral,
    Maker.red_lines,
    Maker.commitments,
    Maker.wording,
    Maker.speech,
    Maker.gaps,
    Maker.messages,
    Maker.comparison,
    Maker.image,
)
END: Made = {
    "title": "Annexe",
    "message": "Les listes",
    "kind": "annex",
    "media": ["brief"],
    "blocks": [
        {"annex": "Chiffres cités"},
        {"glossary": "used", "title": "Sigles"},
        {"sources": "used"},
        {"contacts": "used"},
        {"status-key": "Les statuts ne s'additionnent pas."},
    ],
}


def section_of(pen: Pen, facts: Facts) -> Made:
    """A section of up to three blocks with all the texts around them."""
    maker = Maker(pen, facts)
    blocks: list[Made] = []
    for make in pen.random.sample(BLOCKS, pen.random.randint(1, 3)):
        extra = {"message": pen.title()} if blocks else {}
        blocks.append(make(maker) | extra)
    section = {"title": pen.title(), "message": pen.message(), "kind": pen.random.choice(SECTIONS), "blocks": blocks}
    section |= maker.maybe(lead=pen.prose, summary=pen.title, notes=pen.plain)
    return section | ({"footnotes": dict(pen.notes)} if pen.notes else {})


def briefing_of(pen: Pen, sections: Sequence[str], locale: str) -> Made:
    """A briefing with all that surrounds its sections."""
    maker = Maker(pen, {})
    extra = maker.maybe(
        marking=lambda: "Diffusion restreinte",
        embargo=lambda: {"until": "2026-02-10T18:30", "zone": "Europe/Paris"},
        issuer=lambda: "Direction du plan",
        contacts=lambda: [{"name": "Zoé Çelik", "role": "Presse", "details": ["presse@exemple.fr"]}],
        contents=lambda: {"message": pen.title(), "status_key": pen.random.random() < 0.5},
        form=lambda: "note",
        details=lambda: [{"label": pen.noun(), "value": pen.noun()}],
        keywords=lambda: [pen.noun()],
        status_words=lambda: {"adopted": "Voté"},
    )
    return {
        "event": {"name": "Sommet du G7", "place": "Évian", "date": "2026-06"},
        "title": pen.title(),
        "subtitle": pen.plain(),
        "version": "1.0",
        "date": "2026-02-10",
        "locale": locale,
        "sections": list(sections),
        **extra,
    }


SOURCES = {
    "bilan": {"title": "Bilan de l'action publique", "short": "bilan du 10 février 2026", "date": "2026-02-10"},
    "enquete": {
        "title": "Enquête annuelle",
        "short": "enquête 2025",
        "date": "2025-11",
        "publisher": "Institut du chiffre",
        "url": "https://exemple.fr/enquete",
    },
}
OWN_UNITS = {
    "lit d'hôpital": {"singular": "lit d'hôpital", "plural": "lits d'hôpital", "english": "hospital bed"},
    "agent": {"singular": "agent", "symbol": "ag.", "english": "officer", "english_plural": "officers"},
}
ACRONYMS = {
    "OCDE": {"expansion": "Organisation de coopération et de développement économiques"},
    "R&D": {"expansion": "recherche et développement"},
}


def write_project(folder: Path, random: Random, count: int = 6) -> None:
    """A project in a folder, without its charter: a briefing of so many sections, each a file, and an annex."""
    locale = random.choice(("fr_FR", "fr_FR", "en_GB"))
    facts = facts_of(random)
    names = [f"section-{at}" for at in range(count)]
    files: dict[str, Any] = {f"sections/{name}.yaml": section_of(Pen(random, facts, locale), facts) for name in names}
    files |= {
        "facts/essai.yaml": {"group": "Essai", **facts},
        "sections/annexe.yaml": END,
        "briefings/essai.yaml": briefing_of(Pen(random, {}, locale), [*names, "annexe"], locale),
        "sources.yaml": SOURCES,
        "units.yaml": OWN_UNITS,
        "acronyms.yaml": ACRONYMS,
    }
    for name, made in files.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(made, ensure_ascii=False, indent=1), encoding="utf-8")
    (folder / "content" / "names.yaml").write_text("- G7\n", encoding="utf-8")
