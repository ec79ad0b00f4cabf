"""The files of `translations/LOCALE/` -> pairs of texts, and which text each of them serves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import PurePosixPath

from msgspec.structs import replace

from rapport.language.locales import LOCALES, language_of
from rapport.model.located import Located
from rapport.model.prose import PLACEHOLDER, Prose
from rapport.model.translation import LANGUAGES, Pair, Translation, text_key
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.checks.calls import NOTE_CALL
from rapport.read.validation import validate
from rapport.read.yaml_nodes import TRANSLATIONS, LocatedList, Tree, locale_of

SHARED = "common.yaml"
"""Texts that stand in more than one file are translated once, here."""


def read_pairs(tree: Tree, place: Origin) -> tuple[tuple[Pair, ...], tuple[Problem, ...]]:
    """The pairs of one file, and its faults."""
    locale = locale_of(PurePosixPath(*PurePosixPath(place.file).parts[1:]))
    if locale not in LOCALES:
        message = f"ce fichier n’est dans le répertoire d’aucune langue\u00a0: «\u00a0{locale}\u00a0»"
        hint = f"mettez-le dans {TRANSLATIONS}/, sous l’une de celles-ci\u00a0: {', '.join(LOCALES)}"
        return (), (Problem("locale-unknown", message, Origin(place.file), hint, "warning"),)
    if not isinstance(tree, LocatedList):
        hint = 'écrivez une paire par texte\u00a0: «\u00a0- {fr: "…", en: "…"}\u00a0»'
        return (), (Problem("list-expected", "une liste de paires de textes est attendue ici", place, hint),)
    pairs: list[Pair] = []
    problems: list[Problem] = []
    for entry in tree:
        typed, faults = validate(Translation, entry, place)
        problems += faults
        if typed is not None:
            pair = _pair(typed, language_of(locale))
            pairs += [pair] if pair else []
            problems += call_faults(pair) if pair else [_sourceless(typed, locale)]
    return tuple(pairs), tuple(problems)


def _pair(typed: Located, target: str) -> Pair | None:
    """What was typed as source and target; None without a source."""
    sources = (getattr(typed, language) for language in LANGUAGES if language != target)
    source = next((text for text in sources if text is not None), None)
    return Pair(source, getattr(typed, target)) if source is not None else None


def _sourceless(typed: Located, locale: str) -> Problem:
    others = " ou ".join(f"«\u00a0{each}\u00a0»" for each in LANGUAGES if each != language_of(locale))
    return Problem("key-missing", f"il manque {others} à cette paire", typed.origin, "copiez-y le texte du contenu")


def call_faults(pair: Pair) -> Iterator[Problem]:
    """A translation must call exactly the facts and notes of its text."""
    if pair.target is None:
        return
    for name, pattern in (("fait", PLACEHOLDER), ("note", NOTE_CALL)):
        wanted, called = (_called(text.text, pattern) for text in (pair.source, pair.target))
        if wanted != called:
            message = f"cette traduction n’appelle pas les mêmes {name}s que son texte"
            lost, added = (", ".join(sorted(each)) for each in (wanted - called, called - wanted))
            said = [f"manque\u00a0: {lost}" if lost else "", f"en trop\u00a0: {added}" if added else ""]
            yield Problem("translation-calls", message, pair.target.origin, " \u2014 ".join(filter(None, said)))


def _called(text: str, pattern: re.Pattern[str]) -> set[str]:
    return {match[1] for match in pattern.finditer(text)}


# Pairs of texts, found by the text: those of a file's own translations first, then those of all.


NEAR = 0.6
"""Share of characters in common from which a text counts as another, reworded: two thirds of a sentence are kept."""


class Dictionary:
    """The translations into one locale. What was asked for and not found, or found changed, is remembered."""

    def __init__(self, pairs: Iterable[Pair], locale: str) -> None:
        self.locale = locale
        every = tuple(sorted(pairs, key=lambda pair: not self._is_own(pair)))  # before those of its other locales
        self._pairs = tuple(pair for pair in every if pair.target is not None)
        self.pending = frozenset(pair.key for pair in every if pair.target is None)
        self._by_text: dict[str, list[Pair]] = {}
        for pair in self._pairs:
            self._by_text.setdefault(pair.key, []).append(pair)
        self._used: set[Pair] = set()
        self.changed: dict[Pair, Prose] = {}

    def find(self, text: str, file: str) -> Pair | None:
        """The pair of a text of a file; of several, that of the file's own translations."""
        found = self._by_text.get(text_key(text), [])
        homes = [mirror(file, locale) for locale in dict.fromkeys((self.locale, *LOCALES))]
        chosen = min(found, key=lambda pair: self._rank(pair, homes), default=None)
        if chosen is not None:
            self._used.add(chosen)
        return chosen

    def _rank(self, pair: Pair, homes: Sequence[str]) -> tuple[bool, int]:
        """Pairs of this locale come first, and among those of a locale the file's own."""
        file = pair.source.origin.file
        return not self._is_own(pair), homes.index(file) if file in homes else len(homes)

    def _is_own(self, pair: Pair) -> bool:
        """Whether a pair was written for this very locale, not for another of its language."""
        return locale_of(PurePosixPath(*PurePosixPath(pair.source.origin.file).parts[1:])) == self.locale

    @property
    def used(self) -> int:
        """How many pairs were found, each counted once."""
        return len(self._used)

    def reworded(self, missing: Iterable[Prose]) -> dict[str, Pair]:
        """Texts without a pair -> the pair of what they were before; each pair serves the text that is nearest."""
        left = [pair for pair in self._pairs if pair not in self._used]
        found: dict[str, Pair] = {}
        for prose in missing:
            key = text_key(prose.text)
            near = None if key in found else self._nearest(prose, left)
            if near is not None:
                found[key] = near
                self.changed[near] = prose
                left.remove(near)
        return found

    def _nearest(self, prose: Prose, left: Iterable[Pair]) -> Pair | None:
        """The likeliest of the pairs that stand where a text's own would, or among those that files share."""
        homes = {mirror(prose.origin.file, locale) for locale in LOCALES}
        near = (pair for pair in left if (file := pair.source.origin.file) in homes or file.endswith(f"/{SHARED}"))
        scored = max(((_likeness(prose, pair), pair) for pair in near), key=lambda each: each[0], default=None)
        return scored[1] if scored is not None and scored[0] >= NEAR else None

    def problems(self) -> Iterator[Problem]:
        """What is to be looked at again: translations of texts that have changed, or that are not there any more."""
        for pair in self._pairs:
            if pair in self.changed:
                yield from self._outdated(pair, self.changed[pair])
            elif pair not in self._used and self._is_own(pair):
                message = "ce texte n’est plus dans le contenu"
                yield Problem("translation-unused", message, pair.source.origin, "retirez cette paire", "warning")

    def _outdated(self, pair: Pair, prose: Prose) -> Iterator[Problem]:
        """That a text has changed; a fault where it now calls other facts or notes than its translation."""
        message = f"le texte a changé depuis cette traduction\u00a0: «\u00a0{shown(prose.text)}\u00a0»"
        hint = f"relisez-la, puis récrivez le texte ici, ou\u00a0: rapport translate {self.locale} --accept"
        yield Problem("translation-outdated", message, pair.source.origin, hint, "warning")
        yield from call_faults(replace(pair, source=prose))


@cache
def mirror(file: str, locale: str) -> str:
    """Where the translations of `content/sections/a.yaml` stand: `content/translations/en_GB/sections/a.yaml`."""
    top, *inside = PurePosixPath(file).parts
    return PurePosixPath(top, TRANSLATIONS, locale, *inside).as_posix()


SHOWN = 60  # characters by which an author knows a text again


def shown(text: str) -> str:
    """The beginning of a text, to find it again."""
    whole = text_key(text)
    return whole if len(whole) <= SHOWN else whole[:SHOWN].rstrip() + "…"


def _likeness(prose: Prose, pair: Pair) -> float:
    matcher = SequenceMatcher(None, text_key(prose.text), pair.key, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR else 0
