"""Texts with all that an author may put into one: facts in every form, emphasis, links, languages, notes, names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar

from rapport.model.fact import FORMS

FRENCH = (
    "l'État accompagne les collectivités",
    "les partenaires ont confirmé leur appui",
    "la mission rendra son avis",
    "l'accès aux soins reste inégal",
    "le « comité d'experts » se réunit à 19 h 30",
    "l'article 6 du règlement (UE) 2021/1119 s'applique",
    "un dialogue avec l'OCDE : calme ; utile",
    "la R&D progresse dans la zone 8ab",
    "le G7 reprend ses travaux le 12 novembre 2025",
)
ENGLISH = (
    "the State supports local authorities",
    "partners have confirmed their support",
    "the mission will report",
    "access to care remains uneven",
    "the expert group meets at 10:30 am",
    "Article 6 of Regulation (EU) 2021/1119 applies",
    "a dialogue with the G7: calm; useful",
)
NOUNS = ("Réseau", "Santé", "Littoral", "Écoles rurales", "Outre-mer", "Fret", "Eau potable", "Justice", "Culture")
QUIET = ("achieved", "measured")


T = TypeVar("T")


class Random(Protocol):
    """What chooses: a source of random numbers that a property can follow."""

    def random(self) -> float: ...

    def randint(self, a: int, b: int) -> int: ...

    def randrange(self, start: int) -> int: ...

    def choice(self, seq: Sequence[T]) -> T: ...

    def sample(self, population: Sequence[T], k: int) -> list[T]: ...


class Pen:
    """Writes texts in one language; remembers the notes it has called."""

    def __init__(self, random: Random, facts: Mapping[str, Any], locale: str) -> None:
        self.random, self.facts = random, facts
        self.words = ENGLISH if locale.startswith("en") else FRENCH
        self.notes: dict[str, str] = {}

    def noun(self) -> str:
        return self.random.choice(NOUNS)

    def title(self) -> str:
        """A few words."""
        return f"{self.noun()} et {self.noun().lower()}" if self.words is FRENCH else f"{self.noun()} today"

    def head(self) -> str:
        return self.noun()

    def name(self, at: int) -> str:
        """The name of a category, another for each place."""
        return f"{NOUNS[at % len(NOUNS)]}"

    def measure(self) -> str:
        return self.random.choice(("Montant", "En volume", "Niveau atteint"))

    def plain(self) -> str:
        """A sentence without any markup."""
        words = self.random.choice(self.words)
        return f"{words[0].upper()}{words[1:]}."

    def question(self) -> str:
        return f"{self.plain()[:-1]} ?"

    def person(self) -> str:
        return self.random.choice(("Prénom Nom", "La ministre", "Le Trésor"))

    def place(self) -> str:
        return self.random.choice(("§ 4", "p. 12", "La déclaration commune"))

    def when(self) -> str:
        return self.random.choice(("à la veille du sommet", "en séance", "Semaine 46"))

    def date(self) -> str:
        return self.random.choice(("2025-02", "2026-06", "2026-02-10", "end-2025", "2025", "2026-Q2"))

    def message(self) -> str:
        return f"{self.title()} : {self.fact() if self.facts and self.random.random() < 0.4 else self.noun()}"

    def cell(self) -> str:
        choice = self.random.random()
        if choice < 0.5 and self.facts:
            return f"{{{self.key()}{self.random.choice(('', ':short', ':amount', ':value'))}}}"
        return self.random.choice((self.noun(), "", "–", self.line()))

    def key(self) -> str:
        return self.random.choice(sorted(self.facts))

    def fact(self) -> str:
        """A fact in one of its forms, with its status where it is not achieved."""
        key = self.key()
        form = self.random.choice((*FORMS[:5], "", "", ""))
        form = f"{form} 1" if form == "rounded" else form
        call = f"{{{key}:{form}}}" if form else f"{{{key}}}"
        return call if self.facts[key]["status"] in QUIET else f"{call} ({{{key}:status}})"

    def line(self) -> str:
        """A sentence with one thing in it that is more than words."""
        words, kind = self.plain()[:-1], self.random.randrange(9)
        if kind == 0 and self.facts:
            return f"{words} : {self.fact()}"
        if kind == 1:
            return f"{words}, **avec force**"
        if kind == 2:
            return f"*{words}*"
        if kind == 3:
            return f"{words} [site du plan](https://exemple.fr/a/15/b?x=1)"
        if kind == 4:
            return f"{words}, dit « Impact [Summit]{{lang=en}} »"
        if kind == 5:
            return f"{words}{self.note()}"
        if kind == 6:
            return f"{words}, `x=1`"
        return words

    def prose(self) -> str:
        """Two sentences."""
        return f"{self.line()}. {self.plain()}"

    def note(self) -> str:
        """A call of a note of one's own."""
        name = f"n{len(self.notes) + 1}"
        self.notes[name] = self.plain() if not self.facts or self.random.random() < 0.7 else f"Soit {self.fact()}."
        return f"[^{name}]"
