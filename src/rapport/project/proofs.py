"""How each document of a briefing is proved, by the ending of its name, and that it holds nothing it may not say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from rapport.edition.edition import Edition
from rapport.edition.text import spans, strings, texts
from rapport.formats.unreadable import UnreadableError
from rapport.language.languages import furniture, report_phrases
from rapport.language.locales import language_of
from rapport.model.content import Content, prose_of
from rapport.project.composition import MEDIA, Composition
from rapport.project.documents import BRIEF, DECK, FORMS, Prove
from rapport.project.editions import AUDIENCE_WORDS, untongued
from rapport.resolve.edition import resolve
from rapport.resolve.glosses import untold
from rapport.verify.report import Check, Verification
from rapport.verify.twins import check_foreign
from rapport.verify.verify import Proof, verify_media, with_checks
from rapport.verify.withheld import Withheld, check_withheld, withheld

DIFFERENT = 3
"""Exit code where a document does not say what the content does."""


PROOFS: Mapping[str, Prove] = MappingProxyType(
    {form.ending: form.prove for form in FORMS.values()} | {"-large-print.pdf": FORMS["brief"].prove}
)
"""Each document that is held to the content, by its ending. Sheets for the printer carry no tags: none is here."""


class ProofError(Exception):
    """Documents just made do not say what the content does: nothing is handed out. Holds all verifications."""

    def __init__(self, verifications: Iterable[Verification]) -> None:
        super().__init__()
        self.verifications = tuple(verifications)


def ending_of(name: str) -> str:
    """How the name of a document ends; empty for one that is not proved."""
    plain = untongued(name)[0]
    return next((ending for ending in PROOFS if plain.endswith(ending)), "")


class Prover:
    """Proves the documents of a composed briefing; what they may not hold is worked out once.

    `proofs` keeps those of the documents proved so far, by their names.
    """

    def __init__(self, made: Composition) -> None:
        self.made = made
        self.claims = made.claims
        self.proofs: dict[str, Proof] = {}
        self._withheld = cache(lambda: withheld_by(made))

    def prove(self, ending: str, data: bytes, name: str, made: Composition | None = None) -> Proof:
        """The proof of one document; `made` is the same as a numbered copy shows it."""
        proof = PROOFS[ending](data, made or self.made, self.claims, name)
        self.proofs[name] = with_checks(proof, (*self.audience_checks(data), *self.language_checks(data)))
        return self.proofs[name]

    def language_checks(self, data: bytes) -> tuple[Check, ...]:
        """That a translation holds no sentence of the language that it was made from, unless it is marked."""
        origin = self.made.content.translated_from.get(self.made.key, "")
        if not origin or language_of(origin) == language_of(self.made.locale):
            return ()
        marked = (span.text for span in spans((self.made.brief, self.made.deck)) if span.language)
        try:
            return (check_foreign(data, marked, self.made.brief.language, origin),)
        except UnreadableError:
            return ()  # said by what could not read it

    def audience_checks(self, data: bytes) -> tuple[Check, ...]:
        """That a file holds nothing which its audience may not see; none where all may be seen."""
        if self.made.content.whole is None:
            return ()
        return (check_withheld(data, self._withheld(), AUDIENCE_WORDS[self.made.audience]),)

    def others(self, files: Mapping[str, bytes]) -> Iterator[Verification]:
        """The same checks for files that are not documents of a briefing: pages, tables, manifests."""
        for name, data in files.items():
            if not ending_of(name) and (checks := self.audience_checks(data)):
                yield Verification(name, checks)


def prove_all(
    files: Mapping[str, bytes], prover: Prover, watched: Callable[[Sequence[str]], Iterable[str]] = iter
) -> Iterator[Verification]:
    """A verification for each document among the files, by name; then both main documents against each other.

    `watched` gives the names again, and may tell how far the work has come.
    """
    made = prover.made
    names = watched([name for name in files if ending_of(name)])
    proofs = {name: prover.prove(ending_of(name), files[name], name) for name in names}
    yield from (proof.verification for proof in proofs.values())
    yield from prover.others(files)
    by_ending = {ending_of(name): proof for name, proof in proofs.items()}
    if BRIEF in by_ending and DECK in by_ending:
        yield media(by_ending[BRIEF], by_ending[DECK], made, made.stem)


def media(brief: Proof, deck: Proof, made: Composition, stem: str) -> Verification:
    """Both main documents against each other; `stem` begins their names."""
    return verify_media(brief, deck, made.brief.language, f"{stem}\u00a0: dossier et présentation")


NOTHING = Withheld(frozenset(), ())


def withheld_by(made: Composition) -> Withheld:
    """What stands in the whole content, as typed and as printed, and not in what its audience sees."""
    whole = made.content.whole
    if whole is None:
        return NOTHING
    everything = (untold(resolve(whole, made.key, medium)) for medium in MEDIA)
    hidden = (*_typed(whole), *(text for edition in everything for text in _printed(edition)))
    seen = (made.brief, untold(made.brief), made.deck)  # a fiche says at other places what acronyms stand for
    shown = (*_typed(made.content), *(text for edition in seen for text in _printed(edition)), *_ours(made.locale))
    return withheld(hidden, shown)


def _typed(content: Content) -> Iterator[str]:
    """Every text as its author typed it."""
    for part in (content.facts, content.sections, content.briefings):
        yield from (prose.text for prose in prose_of(part))


def _printed(edition: Edition) -> Iterator[str]:
    """Every text as readers see it, whole and in its runs."""
    yield from texts((edition.cover, edition.contents, edition.sections, edition.notes))
    yield from strings(edition)


def _ours(locale: str) -> Iterator[str]:
    yield from furniture(locale).values()
    yield from report_phrases(locale).values()
