"""Runs -> words and the spaces between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapport.lines.run import Hyphenate, Run
from rapport.lines.setting import Setting
from rapport.lines.words import Lexicon, Word, lexicon

GLUED = -1
"""The `gap` of an item that no space follows."""


class Voice(NamedTuple):
    """A run's face at its size: points per font unit; natural width, stretch and shrink of its space in points."""

    lexicon: Lexicon
    scale: float
    space: float
    stretch: float
    shrink: float


class Item(NamedTuple):
    """A word, the index of its run, and that of the run whose space follows it (GLUED where none does)."""

    word: Word
    run: int
    gap: int


@dataclass(frozen=True, slots=True)
class Story:
    """A text without forced break: the paragraph's runs and voices, and its words."""

    runs: tuple[Run, ...]
    voices: tuple[Voice, ...]
    items: tuple[Item, ...]


def stories(runs: Sequence[Run], setting: Setting, hyphenate: Hyphenate) -> tuple[Story, ...]:
    """The texts between line feeds, at least one; spaces at their ends and beside other spaces are dropped."""
    voices = tuple(_voice(run, setting, hyphenate) for run in runs)
    texts: list[list[Item]] = [[]]
    for index, run in enumerate(runs):
        word = voices[index].lexicon.word
        for number, text in enumerate(run.text.split("\n")):
            if number:
                texts.append([])
            _add_words(texts[-1], text.split(" "), index, word)
    return tuple(Story(tuple(runs), voices, _ended(items)) for items in texts)


def _voice(run: Run, setting: Setting, hyphenate: Hyphenate) -> Voice:
    words = lexicon(run.face, run.hyphenate or hyphenate)
    scale = run.size / words.shaper.units_per_em
    space = words.shaper.space.advance * scale
    spacing = setting.spacing
    return Voice(words, scale, space, space * spacing.stretch, space * spacing.shrink)


def _add_words(items: list[Item], texts: list[str], run: int, word: Callable[[str], Word]) -> None:
    """Add a run's words; between two of its texts stands a space, which an empty text leaves to the word before."""
    last = len(texts) - 1
    for place, text in enumerate(texts):
        gap = run if place < last else GLUED
        if text:
            items.append(Item(word(text), run, gap))
        elif gap != GLUED and items and items[-1].gap == GLUED:
            items[-1] = items[-1]._replace(gap=gap)


def _ended(items: list[Item]) -> tuple[Item, ...]:
    return (*items[:-1], items[-1]._replace(gap=GLUED)) if items else ()
