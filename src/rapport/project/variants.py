"""A briefing for each audience and in each language that are asked for; documents of two languages compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from rapport.audience import Audience
from rapport.edition.text import evidence
from rapport.language import languages
from rapport.language.locales import language_of
from rapport.model.campaign import Recipient
from rapport.model.content import Content
from rapport.problem import Problem
from rapport.project.composition import Composition, compose, problems_of
from rapport.project.copies import audience_of
from rapport.project.documents import BRIEF, DECK
from rapport.project.editions import Variant, edition_for
from rapport.project.project import House, Project, UsageError, reading_of
from rapport.read.content import Reading
from rapport.resolve.edition import Release
from rapport.verify.report import Verification
from rapport.verify.twins import Twin, TwinPlace, check_twins
from rapport.verify.verify import Proof

LANGUAGES = {code: f"en {language.called[0]}" for code, language in languages.LANGUAGES.items()}
"""What a document is in, for its author."""


class EditionVariants:
    """The compositions of a briefing, and which of them a recipient gets."""

    def __init__(self, project: Project, key: str, house: House, release: Release) -> None:
        self.project, self.key, self.house, self.release = project, key, house, release
        self.reading = cache(self._reading)
        self.composed = cache(self._composed)

    @property
    def widest(self) -> Variant:
        """What is asked for on the command line."""
        return self._variant(self.project.audience, self.project.locale)

    def of(self, recipient: Recipient) -> Variant:
        """What a recipient gets: as much as they may see, in their language where the briefing is translated."""
        audience = audience_of(recipient, self.project.audience)
        asked = self.project.locale
        return self._variant(audience, recipient.locale if self._speaks(recipient.locale) else asked)

    def twins(self, word: str) -> tuple[Variant, ...]:
        """The same in another language, where one is asked for. Raises UsageError where it is the same one."""
        if not word:
            return ()
        twin = self._variant(self.project.audience, word)
        if twin == self.widest:
            raise UsageError(f"--with {word}\u00a0: le paquet est déjà dans cette langue")
        return (twin,)

    def problems(self, recipients: Iterable[Recipient], others: Iterable[Variant] = ()) -> Iterator[Problem]:
        """What keeps the variants of these recipients, that asked for and others from being handed out."""
        listed = tuple(recipients)
        for variant in dict.fromkeys((self.widest, *map(self.of, listed), *others)):
            yield from self.reading(variant.locale).problems
            yield from problems_of(self.composed(variant), self.house, handed_out=True)
        yield from self._untranslated(listed)

    def _speaks(self, locale: str) -> bool:
        """Whether the briefing can be had in a locale that a recipient asks for; not where none is asked for."""
        if not locale or language_of(locale) == language_of(self._locale(self.project.locale)):
            return False
        reading = self.reading(locale)
        return self.key not in reading.content.translations or reading.translation.used > 0

    def _locale(self, asked: str) -> str:
        return self.reading(asked).content.briefings[self.key].locale

    def _variant(self, audience: Audience, locale: str) -> Variant:
        return Variant(self.key, audience, self.reading(locale).content.translations.get(self.key, ""))

    def _untranslated(self, recipients: Iterable[Recipient]) -> Iterator[Problem]:
        """Who asks for a language that the briefing is not in: nothing is translated but what numbers the copy."""
        for recipient in recipients:
            language = language_of(self.composed(self.of(recipient)).locale)
            if recipient.locale and language_of(recipient.locale) != language:
                message = (
                    f"le dossier est {LANGUAGES[language]}\u00a0: «\u00a0{recipient.label}\u00a0» le recevra ainsi"
                )
                hint = f"seule la mention de l’exemplaire est {LANGUAGES[language_of(recipient.locale)]}"
                yield Problem("briefing-untranslated", message, recipient.origin, hint, "warning")

    def _reading(self, locale: str) -> Reading:
        return reading_of(replace(self.project, locale=locale))

    def _content(self, locale: str) -> Content:
        return self.reading(locale).content

    def _composed(self, variant: Variant) -> Composition:
        content = edition_for(self._content(variant.locale), (self.key,), variant.audience)
        return compose(content, self.key, self.house, self.release)


# The documents of a briefing in two languages, held against each other.


Proved = tuple[Variant, str, Composition, Proof]
"""A document that was proved: what it is of, the ending of its name, what it was drawn from, its proof."""


def twins(proved: Iterable[Proved]) -> Iterator[Verification]:
    """A verification for each main document that was proved in more than one language."""
    first: dict[tuple[str, str, str], Proved] = {}
    for one in proved:
        variant, ending, made, proof = one
        if ending not in (BRIEF, DECK) or not proof.figures:
            continue
        own = first.setdefault((variant.key, variant.audience, ending), one)
        if own is not one and own[0].locale != variant.locale:
            names = f"{own[0].named(ending)} et {variant.named(ending)}"
            yield Verification(names, check_twins(_twin(own), _twin((variant, ending, made, proof))))


def _twin(proved: Proved) -> Twin:
    _variant, ending, made, proof = proved
    if ending == BRIEF:
        places = [TwinPlace(each.key, tuple(evidence(each))) for each in made.brief.sections]
        return Twin(made.brief.language, tuple(places), proof.figures)
    shown = [(each.key, (each.title, each.elements, each.speech)) for each in made.plan.slides]
    return Twin(
        made.deck.language, tuple(TwinPlace(key, tuple(evidence(value))) for key, value in shown), proof.figures
    )
