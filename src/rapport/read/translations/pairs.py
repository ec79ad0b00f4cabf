"""The files of `translations/LOCALE/` -> pairs of texts, with the faults of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from rapport.language.locales import LOCALES, language_of
from rapport.model.prose import PLACEHOLDER
from rapport.model.translation import LANGUAGES, Pair, Translation
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.checks.calls import NOTE_CALL
from rapport.read.validation import validate
from rapport.read.yaml.nodes import LocatedList, Tree

FOLDER = "translations"
SHARED = "common.yaml"
"""Texts that stand in more than one file are translated once, here."""


def locale_of(relative: PurePosixPath) -> str:
    """The locale whose translations a file of the content folder holds, as it is typed; empty for any other file."""
    parts = relative.parts
    return parts[1] if len(parts) > 1 and parts[0] == FOLDER else ""


def serves(relative: PurePosixPath, asked: str) -> bool:
    """Whether a file serves for documents in a locale: of translations those of its language, and those of no locale.

    The last are only told to be so, once a translation is asked for.
    """
    found = locale_of(relative)
    return not found or (bool(asked) and (found not in LOCALES or language_of(found) == language_of(asked)))


def read_pairs(tree: Tree, place: Origin) -> tuple[tuple[Pair, ...], tuple[Problem, ...]]:
    """The pairs of one file, and its faults."""
    locale = locale_of(PurePosixPath(*PurePosixPath(place.file).parts[1:]))
    if locale not in LOCALES:
        message = f"ce fichier n’est dans le répertoire d’aucune langue\u00a0: «\u00a0{locale}\u00a0»"
        hint = f"mettez-le dans {FOLDER}/, sous l’une de celles-ci\u00a0: {', '.join(LOCALES)}"
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


def _pair(typed: Translation, target: str) -> Pair | None:
    """What was typed as source and target; None without a source."""
    sources = (getattr(typed, language) for language in LANGUAGES if language != target)
    source = next((text for text in sources if text is not None), None)
    return Pair(source, getattr(typed, target)) if source is not None else None


def _sourceless(typed: Translation, locale: str) -> Problem:
    others = " ou ".join(f"«\u00a0{each}\u00a0»" for each in LANGUAGES if each != language_of(locale))
    return Problem("key-missing", f"il manque {others} à cette paire", typed.origin, "copiez-y le texte du contenu")


def call_faults(pair: Pair) -> Iterator[Problem]:
    """A translation calls the facts and notes of its text, no other and no fewer."""
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
