"""Content -> the same content in another language, and which of its texts are still to be translated."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from rapport.language.locales import language_of
from rapport.language.units import is_own
from rapport.model.content import Content, FactGroup, Name, facts_in, prose_of
from rapport.model.fact import Fact, OwnUnit
from rapport.model.located import Located
from rapport.model.prose import PLACEHOLDER, Prose
from rapport.model.scalar import Key
from rapport.model.translation import Pair, text_key
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.translations.dictionary import Dictionary, mirror, shown

SOURCE_WORDS = ("printed",)
"""Fields that quote the source, in its own language."""
CALLS = re.compile(rf"{PLACEHOLDER.pattern}|\[\^[^\]]*\]|\]\([^()]*\)")
SAME = re.compile(r"[^\s@]+@[^\s@]+\.\w+|https?://\S+|\bpp?\. ?(?=\d)")
"""What needs no translation, and takes one: addresses, and « p. » before the number of a page."""
LETTER = re.compile(r"[^\W\d_]")

Any_ = TypeVar("Any_")


class Translated(Struct, frozen=True):
    """What came of translating: what is to be looked at again, the texts that have changed, by their pair.

    `pending` are the texts whose pair is still to be filled in, `used` counts the pairs that the content took.
    """

    problems: tuple[Problem, ...] = ()
    reworded: Mapping[Pair, Prose] = {}
    pending: frozenset[str] = frozenset()
    used: int = 0


UNTRANSLATED = Translated()


def translated(content: Content, pairs: Iterable[Pair], locale: str) -> tuple[Content, Translated]:
    """The content in a locale, texts that have no pair left as they are and listed in `untranslated`.

    Briefings of that very locale stay as they are, as all do where it is empty; those of another locale of its
    language keep their texts.
    """
    changed = {key: each.locale for key, each in content.briefings.items() if locale and each.locale != locale}
    if not changed:
        return content, UNTRANSLATED
    others = {key for key, own in changed.items() if language_of(own) != language_of(locale)}
    dictionary = Dictionary(pairs, locale)
    turned = _turned(content, dictionary) if others else content
    briefings = {
        key: (turned if key in others else content).briefings[key].model_copy(update={"locale": locale})
        if key in changed
        else each
        for key, each in content.briefings.items()
    }
    digest = hashlib.sha256(f"{content.digest} {locale}".encode()).hexdigest()
    whole = replace(
        turned, briefings=briefings, digest=digest, translations=dict.fromkeys(changed, locale), translated_from=changed
    )
    return whole, Translated(tuple(dictionary.problems()), dictionary.changed, dictionary.pending, dictionary.used)


def _turned(content: Content, dictionary: Dictionary) -> Content:
    """All texts of the content that have a pair, replaced; then those whose text has changed since."""
    first = _Turning(dictionary)
    first.content(content)
    return _Turning(dictionary, dictionary.reworded(first.missing.values())).content(content)


class _Turning:
    """One pass over the content."""

    def __init__(self, dictionary: Dictionary, reworded: Mapping[str, Pair] | None = None) -> None:
        self.dictionary = dictionary
        self.reworded = reworded or {}
        self.missing: dict[Origin, Prose] = {}

    def content(self, content: Content) -> Content:
        """The content with its texts replaced."""
        units = {key: self._own_unit(key, unit) for key, unit in content.units.items()}
        acronyms = {self._word(key, each.origin): self.of(each) for key, each in content.acronyms.items()}
        facts = {key: self._fact(fact, content) for key, fact in content.facts.items()}
        return replace(
            content,
            sources=self.of(content.sources),
            facts=facts,
            groups=tuple(self._group(group) for group in content.groups),
            sections=self.of(content.sections),
            briefings=self.of(content.briefings),
            names=tuple(self._names(content.names)),
            acronyms=acronyms,
            units=units,
            untranslated={place: prose.text for place, prose in self.missing.items()},
        )

    def of(self, value: Any_) -> Any_:
        """A value with its texts replaced, however deep they stand."""
        made: Any = self._of(value)
        return made  # type: ignore[no-any-return]

    def _of(self, value: Any) -> Any:
        if isinstance(value, Prose):
            return self._prose(value)
        if isinstance(value, (tuple, list)):
            return tuple(self._of(item) for item in value)
        if isinstance(value, dict):
            return {key: self._of(item) for key, item in value.items()}
        return self._model(value) if isinstance(value, Located) else value

    def _model(self, model: Located) -> Located:
        names = (name for name in type(model).model_fields if name not in SOURCE_WORDS)
        pairs = ((name, getattr(model, name)) for name in names)
        changes = {name: new for name, old in pairs if (new := self._of(old)) is not old and new != old}
        return model.model_copy(update=changes) if changes else model

    def _prose(self, prose: Prose) -> Prose:
        if not LETTER.search(CALLS.sub("", prose.text)):
            return prose  # « § 12 », « {a} » : the same in every language
        pair = self.dictionary.find(prose.text, prose.origin.file) or self.reworded.get(text_key(prose.text))
        if pair is None or pair.target is None:
            if LETTER.search(SAME.sub("", CALLS.sub("", prose.text))):
                self.missing[prose.origin] = prose
            return prose
        return pair.target

    def _word(self, word: str, place: Origin) -> str:
        return self._prose(Prose(word, place, word)).text

    def _group(self, group: FactGroup) -> FactGroup:
        return replace(group, title=self._word(group.title, group.origin))

    def _names(self, names: Iterable[Name]) -> Iterator[Name]:
        """Names as they are, and as the other language has them where it has another."""
        for name in names:
            yield name
            pair = self.dictionary.find(name.text, name.origin.file)
            if pair is not None and pair.target is not None:
                yield Name(pair.target.text, pair.target.origin)

    def _fact(self, fact: Fact, content: Content) -> Fact:
        said = self.of(fact)
        counted = fact.unit.partition("/")[0]
        if fact.unit in content.units or counted in content.units or not counted or not is_own(counted):
            return said
        unit = self._word(fact.unit, fact.unit.origin)
        return said if unit == fact.unit else said.model_copy(update={"unit": Key(unit, fact.unit.origin)})

    def _own_unit(self, key: str, unit: OwnUnit) -> OwnUnit:
        """A declared unit with its words in the other language: its own, else those of a pair."""
        if language_of(self.dictionary.locale) in unit.said:
            return unit
        said = self._prose(Prose(key, unit.origin, key))
        if said.text == key and said.origin == unit.origin:
            return unit
        singular, _, plural = said.text.partition("|")
        words = replace(said, text=singular), replace(said, text=plural) if plural else None
        return unit.model_copy(update=dict(zip(("singular", "plural"), words, strict=True)))


# Texts of a briefing that its translation lacks.


class Progress(Struct, frozen=True):
    """How many texts a briefing has, and how many of them are not in the language asked for."""

    texts: int
    missing: int


def untranslated(content: Content, key: str) -> Iterator[Problem]:
    """A problem for each text of a briefing that is not in the language asked for, where it is typed."""
    locale = content.translations.get(key, "")
    for origin in missing_places(content, key):
        text = shown(content.untranslated[origin])
        message = f"texte sans traduction ({locale})\u00a0: «\u00a0{text}\u00a0»"
        hint = f"traduisez-le dans {mirror(origin.file, locale)}, ou\u00a0: rapport translate {locale}"
        yield Problem("translation-missing", message, origin, hint)


def missing_places(content: Content, key: str) -> tuple[Origin, ...]:
    """Where the texts of a briefing stand that are not in the language asked for."""
    return tuple(origin for origin in _places(content, key) if origin in content.untranslated)


def progress(content: Content, key: str) -> Progress:
    """How far the translation of a briefing has come."""
    return Progress(len(_places(content, key)), len(missing_places(content, key)))


def _places(content: Content, key: str) -> tuple[Origin, ...]:
    """Where the texts that a briefing prints are typed, or their translations; each once, in order."""
    briefing = content.briefings[key]
    written = (briefing, *(content.sections[name] for name in briefing.sections))
    used = dict.fromkeys(name for name in facts_in(written) if name in content.facts)
    facts = [content.facts[name] for name in used]
    sources = [content.sources[fact.source] for fact in facts if fact.source in content.sources]
    models: tuple[Any, ...] = (*written, *facts, *sources, *content.acronyms.values())
    quoted = _quoted(facts)
    texts = [prose.origin for prose in prose_of(models) if prose not in quoted]
    groups = [group.origin for group in content.groups if used.keys() & set(group.facts)]
    units = [fact.unit.origin for fact in facts if fact.unit]
    acronyms = [each.origin for each in content.acronyms.values()]
    return tuple(sorted(dict.fromkeys((*texts, *groups, *units, *acronyms))))


def _quoted(facts: list[Any]) -> frozenset[Prose]:
    return frozenset(fact.printed for fact in facts if fact.printed is not None)
