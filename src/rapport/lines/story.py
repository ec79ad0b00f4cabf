"""Runs -> words and the spaces between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct

from rapport.lines.line import Hyphenate, LineSetting, Run
from rapport.lines.words import FaceWords, Word, lexicon

GLUED = -1
"""The `gap` of an item that no space follows."""


class RunVoice(NamedTuple):
    """A run's face at its size: points per font unit; natural width, stretch and shrink of its space in points."""

    lexicon: FaceWords
    scale: float
    space: float
    stretch: float
    shrink: float


Item = tuple[Word, int, int]
"""A word, the index of its run, and that of the run whose space follows it (GLUED where none does)."""


class Story(Struct, frozen=True):
    """A text without forced break: the paragraph's runs and voices, and its words."""

    runs: tuple[Run, ...]
    voices: tuple[RunVoice, ...]
    items: tuple[Item, ...]


def stories(runs: Sequence[Run], setting: LineSetting, hyphenate: Hyphenate) -> tuple[Story, ...]:
    """The texts between line feeds, at least one; spaces at their ends and beside other spaces are dropped."""
    voices = tuple(_voice(run, setting, hyphenate) for run in runs)
    texts: list[list[Item]] = [[]]
    for index, run in enumerate(runs):
        word = voices[index].lexicon.word
        for number, text in enumerate(run.text.split("\n")):
            if number:
                texts.append([])
            _add_words(texts[-1], text, index, word)
    return tuple(Story(tuple(runs), voices, (*items[:-1], *map(_ended, items[-1:]))) for items in texts)


def _voice(run: Run, setting: LineSetting, hyphenate: Hyphenate) -> RunVoice:
    words = lexicon(run.face, run.hyphenate or hyphenate)
    scale = run.size / words.shaper.units_per_em
    space = words.shaper.space.advance * scale
    spacing = setting.spacing
    return RunVoice(words, scale, space, space * spacing.stretch, space * spacing.shrink)


def _add_words(items: list[Item], text: str, run: int, word: Callable[[str], Word]) -> None:
    """Add a run's words; a space it begins with follows the word before."""
    if items and text[:1] == " ":
        items[-1] = _followed(items[-1], run)
    found = [(word(each), run, run) for each in text.split(" ") if each]
    if found and text[-1] != " ":
        found[-1] = _ended(found[-1])
    items += found


def _followed(item: Item, gap: int) -> Item:
    """The item with a space after it, that which is there already if there is one."""
    word, run, before = item
    return (word, run, gap) if before == GLUED else item


def _ended(item: Item) -> Item:
    word, run, _ = item
    return word, run, GLUED
