"""Editions of sections made up at random, each seed always the same: whatever authors may put one after another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random  # noqa: TID251 (content drawn from a seed)
from types import MappingProxyType

from rapport.edition.blocks.figures import KeyFigures
from rapport.edition.blocks.words import Callout
from rapport.edition.edition import Block, Edition
from render.pdf.made_up import ACHIEVED, STATUSES, bullets, chart, edition, figure, para, row, section, table, words

SENTENCE = "Une phrase assez longue pour tenir sur plus d’une ligne, dite encore une fois. "


def _prose(choice: Random) -> Block:
    return para(SENTENCE * choice.randint(2, 6))


def _list(choice: Random) -> Block:
    return bullets(*(SENTENCE * choice.randint(1, 2) for _ in range(choice.randint(2, 5))))


def _figures(choice: Random) -> Block:
    aside = choice.random() < 0.5
    count = choice.randint(1, 3) if aside else choice.randint(3, 6)
    tiles = (figure(str(choice.randint(10, 999)), "MW", "de puissance", choice.choice(STATUSES)) for _ in range(count))
    return KeyFigures(tuple(tiles), (), "aside" if aside else "main")


def _table(choice: Random) -> Block:
    rows = [row(f"Indicateur {at}", str(choice.randint(1, 99)), ACHIEVED) for at in range(choice.randint(2, 16))]
    return table(
        "Ce que disent les chiffres", (("Indicateur", "name"), ("Valeur", "amount"), ("Statut", "status")), rows
    )


def _chart(choice: Random) -> Block:
    points = [(f"Nom {at}", choice.randint(1, 90), str(at)) for at in range(choice.randint(2, 7))]
    return chart(choice.choice(("bar", "column")), "Un constat", points, ACHIEVED)


def _callout(_choice: Random) -> Block:
    return Callout(words("Attention"), words(SENTENCE))


KINDS: Mapping[Callable[[Random], Block], int] = MappingProxyType(
    {_prose: 3, _list: 1, _figures: 2, _table: 2, _chart: 2, _callout: 1}
)
"""Each kind of block, and how often it comes."""


def generated(seed: int) -> Edition:
    """From three to eight sections of one to seven blocks each."""
    choice = Random(seed)  # noqa: S311 (nothing secret)
    kinds = choice.choices(list(KINDS), list(KINDS.values()), k=64)
    return edition(
        *(
            section(
                f"Fiche {number}",
                *(kinds.pop()(choice) for _ in range(choice.randint(1, 7))),
                kind="fiche",
                title=f"Ce que dit la fiche {number}",
                lead=SENTENCE,
            )
            for number in range(1, choice.randint(4, 9))
        )
    )
