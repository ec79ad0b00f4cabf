"""What a pack holds: the page that presents it, the documents, the fiche, what changed, the proof, the manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from rapport.artefact import Artefact, DocumentKind
from rapport.disk import is_as_written
from rapport.edition.picture import Preview
from rapport.edits.pairing import paired_slides
from rapport.formats.office.archive import open_archive
from rapport.pack import manifest as manifests
from rapport.pack.manifest import PackedFile
from rapport.pack.thumbnails import thumbnails
from rapport.project.composition import Composition
from rapport.project.documents import BRIEF, DECK, FORMS, documents
from rapport.project.earlier import Earlier, change_sheet, imprint_of
from rapport.project.editions import Variant, untongued
from rapport.project.hand_edits import Comparing, Edited, deck_in, deck_of
from rapport.project.project import House, UsageError
from rapport.project.proofs import ProofError, Prover, ending_of, prove_all
from rapport.project.variants import twins
from rapport.render.deck.writer import stamp_deck, write_deck
from rapport.render.page.page import draw_page
from rapport.resolve.reports.readme import Enclosure, Examined, readme, verification_page
from rapport.resolve.reports.report import wording
from rapport.slides.deck import Slide
from rapport.verify.active import check_active
from rapport.verify.report import Verification, to_json

VERIFICATION, VERIFICATION_DATA = "verification.html", "verification.json"
CHANGES = "-changes.pdf"
Watched = Callable[[Sequence[str]], Iterable[str]]
"""Gives names again, and may tell how far the work on what they name has come."""


class Packing(Struct, frozen=True, dict=True):
    """A briefing to be packed, composed, in the looks of the house; `earlier` is the edition before.

    `edited` is a deck that goes into it in place of that of the content.
    `changes` is the page that says what changed since an edition that is not at hand, as a pack has it already.
    `twin` is the briefing in another language, whose documents go into the same pack.
    `signed` gives the bytes of a document as they are handed out, when all are proved.
    `unproved` lets documents through that are not proved: the page in front says what is not.
    `watched` gives the names of the documents again while they are proved, and may tell how far that has come.
    """

    made: Composition
    house: House
    earlier: Earlier | None = None
    changes: Artefact | None = None
    edited: HandEditedDeck | None = None
    twin: Composition | None = None
    signed: Callable[[str, bytes], bytes] = lambda _name, data: data
    watched: Watched = iter
    unproved: bool = False

    @cached_property
    def prover(self) -> Prover:
        """What proves its documents."""
        return Prover(self.made)

    @cached_property
    def provers(self) -> tuple[Prover, ...]:
        """What proves the documents of each language."""
        twin = self.twin
        return (self.prover,) if twin is None else (self.prover, Prover(twin))

    def named(self, ending: str) -> str:
        """The name of the pack, which ends so: `evian-g7-pack.zip`, `evian-g7-bilingual-pack.zip`."""
        return f"{self.made.stem}-bilingual{ending}" if self.twin else self.made.named(ending)


def packed_files(packing: Packing, pack: str) -> tuple[PackedFile, ...]:
    """The files of the pack named `pack`, in order: what changed, the page in front, the documents, the manifest.

    Raises UsageError where the edition before is of another briefing, ProofError where a document does not say what
    the content does.
    """
    made, house = packing.made, packing.house
    drawn = documents(made, house)
    imprint = imprint_of(made, drawn[made.named(BRIEF)])
    changes = {made.named(CHANGES): packing.changes} if packing.changes is not None else {}
    if packing.earlier is not None:
        changes[made.named(CHANGES)] = change_sheet(packing.earlier, imprint, made.brief, house)
    every = {**changes, **drawn, **_more(packing, made), **_of_twin(packing)}
    proofs = tuple(_proofs(packing, every))
    proof = tuple(_proof(packing, proofs))
    edited = made.named(DECK)
    if packing.edited is not None:
        every[edited] = packing.edited.plain
    pages = tuple(_pages(packing, every, pack, tuple(_lacking(proofs))))
    files = tuple(PackedFile(name, artefact.data) for name, artefact in every.items())
    ordered = (*files[: len(changes)], *pages, *files[len(changes) :], *proof)
    signed = tuple(PackedFile(file.name, packing.signed(file.name, file.data)) for file in ordered)
    manifest = manifests.manifest(imprint, signed, [edited] if packing.edited else [])
    bare = {file.name: file.data for file in (*ordered, manifest)}
    others = tuple(found for prover in packing.provers for found in prover.others(bare))
    if not packing.unproved and not all(other.passed for other in others):
        raise ProofError(others)
    return (*signed, manifest)


def _more(packing: Packing, made: Composition) -> dict[str, Artefact]:
    """What a pack holds beside the documents of a build; slides as pages would not be those of an edited deck."""
    kinds: tuple[DocumentKind, ...] = ("sheet",) if packing.edited else ("slides", "sheet")
    return {made.named(FORMS[kind].ending): FORMS[kind].draw(made, packing.house) for kind in kinds}


def _of_twin(packing: Packing) -> dict[str, Artefact]:
    """The documents in the other language, if there is one."""
    twin = packing.twin
    return {**documents(twin, packing.house), **_more(packing, twin)} if twin is not None else {}


def _own(names: Iterable[str], made: Composition) -> tuple[str, ...]:
    """The documents of one language, among those of both."""
    return tuple(name for name in names if untongued(name)[1] == made.translation)


def verified(provers: Sequence[Prover], files: Mapping[str, bytes], watched: Watched = iter) -> Iterator[Verification]:
    """A verification for each document of each language; then both languages against each other.

    What is in no language, such as the manifest, is judged with the first.
    """
    for number, prover in enumerate(provers):
        common = () if number else (name for name in files if not untongued(name)[1])
        own = dict.fromkeys((*common, *_own(files, prover.made)))
        yield from prove_all({name: files[name] for name in own}, prover, watched)
    proved = ((each.made, name, proof) for each in provers for name, proof in each.proofs.items())
    yield from twins((_variant(made), ending_of(name), made, proof) for made, name, proof in proved)


def _variant(made: Composition) -> Variant:
    return Variant(made.key, made.audience, made.translation)


def _proofs(packing: Packing, every: Mapping[str, Artefact]) -> tuple[Verification, ...]:
    """What is verified before anything is handed out. Raises ProofError where something is not proved and must be."""
    bare = {name: artefact.data for name, artefact in every.items()}
    proofs = tuple(verified(packing.provers, bare, packing.watched))
    if not packing.unproved and not all(proof.passed for proof in proofs):
        raise ProofError(proofs)
    return proofs


def _lacking(proofs: Iterable[Verification]) -> Iterator[str]:
    """What is not proved, a line for each finding."""
    for proof in proofs:
        for check in proof.checks:
            if check.outcome in ("failed", "told"):
                yield from (f"{proof.subject} – {check.title}\u00a0: {finding}" for finding in check.findings)


def _proof(packing: Packing, proofs: tuple[Verification, ...]) -> Iterator[PackedFile]:
    """The verification as a page for readers and as JSON for programs."""
    made = packing.made
    if packing.edited is not None:  # it differs, by the hand of somebody who knows: the proof says where
        name = made.named(DECK)
        own = packing.prover.prove(DECK, packing.edited.data, name).verification
        proofs = tuple(own if proof.subject == name else proof for proof in proofs)
    examined = [
        (proof.subject, [Examined(check.title, check.count, check.outcome) for check in proof.checks])
        for proof in proofs
    ]
    page = draw_page(verification_page(made.brief, examined, VERIFICATION_DATA), packing.house.charter)
    yield PackedFile(VERIFICATION, "".join(page).encode())
    yield PackedFile(VERIFICATION_DATA, to_json(proofs))


def _pages(packing: Packing, every: Mapping[str, Artefact], pack: str, lacking: Sequence[str]) -> Iterator[PackedFile]:
    """The page that presents the documents of each language, which opens that of the other."""
    fixed = (
        Enclosure(VERIFICATION, "verification", 0),
        Enclosure(VERIFICATION_DATA, "verification-data", 0),
        Enclosure(manifests.NAME, "manifest", 0),
    )
    every_language = [prover.made for prover in packing.provers]
    for made in every_language:
        own = {name: every[name] for name in _own(every, made)}
        others = (Enclosure(_page_name(other), "twin", 0) for other in every_language if other is not made)
        edition = readme(made.brief, (*_enclosures(made, own), *others, *fixed), pack, lacking)
        yield PackedFile(_page_name(made), "".join(draw_page(edition, packing.house.charter)).encode())


def _page_name(made: Composition) -> str:
    return wording(made.brief).string("readme-file")


def _enclosures(made: Composition, every: Mapping[str, Artefact]) -> Iterator[Enclosure]:
    for name, artefact in every.items():
        kind = "changes" if untongued(name)[0].endswith(CHANGES) else str(artefact.kind)
        previews = _previews(artefact, kind)
        pages = len(made.plan.slides) if kind == "deck" else len(previews)
        yield Enclosure(name, kind, len(artefact.data), pages, previews)


def _previews(artefact: Artefact, kind: str) -> tuple[Preview, ...]:
    widths = {known: form.preview for known, form in FORMS.items() if form.preview}
    return tuple(thumbnails(artefact.data, kind, widths[kind])) if kind in widths else ()


class HandEditedDeck(Struct, frozen=True):
    """The file, what was changed in it, and the planned slides by the names of their parts."""

    path: Path
    data: bytes
    edited: Edited
    planned: Mapping[str, Slide]

    @property
    def plain(self) -> Artefact:
        """The deck as it was brought: not a byte of it is changed."""
        return Artefact("deck", self.data)

    def stamped(self, made: Composition, comparing: Comparing) -> Artefact:
        """The deck with the stamp of a composition, or with places kept for stamps. Raises UsageError."""
        try:
            parts = open_archive(self.data).members
            return stamp_deck(parts, made.plan, comparing.house.charter, self.planned)
        except ValueError as error:
            raise UsageError(f"«\u00a0{self.path.name}\u00a0» ne peut pas être numérotée") from error


def taken(path: Path, made: Composition, comparing: Comparing) -> HandEditedDeck:
    """The deck at a path as one of a briefing. Raises UsageError where it cannot be handed out for what it is."""
    deck = deck_in(path)
    if deck.identifier:
        raise UsageError(f"«\u00a0{path.name}\u00a0» est un exemplaire numéroté\u00a0: «\u00a0{deck.identifier}\u00a0»")
    if findings := check_active(path.read_bytes()).findings:
        raise UsageError(f"«\u00a0{path.name}\u00a0» ne peut pas être remise\u00a0: {findings[0].message}")
    edited = comparing.compared(deck, Variant(made.key, made.audience, made.translation))
    if edited.made.brief.draft != made.brief.draft:
        kind = "définitif" if made.brief.draft else "un projet"
        raise UsageError(f"«\u00a0{path.name}\u00a0» est {kind}, le paquet ne l’est pas")
    base = deck_of(write_deck(made.plan, comparing.house.charter).data, made.key)
    pairs = paired_slides(base, deck)
    before, slides = made.plan.template.before if made.plan.template else 0, made.plan.slides
    ours = {one - before: other for one, other in pairs.items() if before <= one < before + len(slides)}
    planned = {deck.slides[other].part: slides[one] for one, other in ours.items()}
    return HandEditedDeck(path, path.read_bytes(), edited, planned)


def left_out(made: Composition, comparing: Comparing) -> Iterator[str]:
    """Lines that say which edited decks of a briefing a pack leaves out, where their changes are in no other place."""
    for path in sorted((comparing.output / made.key).glob(f"{made.stem}-deck*.pptx")):
        if untongued(path.name)[1] != made.translation or is_as_written(path):
            continue
        try:
            count = sum(edit.fate != "done" for edit in comparing.edited(path, made.key).edits)
        except UsageError as error:
            yield str(error)
            continue
        if count:
            changes = f"{count} changement{'s' if count > 1 else ''}"
            yield f"«\u00a0{path}\u00a0» a été modifiée à la main ({changes})\u00a0: elle reste hors du paquet"
            yield f"    rapport edits {path} dit ce qui a changé\u00a0; --edited {path} la met dans le paquet"
