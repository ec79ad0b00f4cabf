"""`rapport verify`: proves documents and packs against what they claim."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapport.audience import AUDIENCES
from rapport.commands.delivery import built_bytes
from rapport.commands.diagnostics import project_of, release_of
from rapport.commands.leaking import Leaking
from rapport.commands.rebuilding import DOCUMENTS, SOURCED, Rebuilding, RebuiltFrom
from rapport.commands.trusting import Trusting
from rapport.commands.unlocking import UnlockedFile, Unlocking, as_opened
from rapport.language.locales import LOCALES
from rapport.model.content import Content
from rapport.pack.register import NAME as REGISTER
from rapport.project.circulation import CHANGES
from rapport.project.composition import Composition, compose, problems_of
from rapport.project.copies import copy_of, stamped
from rapport.project.documents import BRIEF, DECK
from rapport.project.drafting import with_faults
from rapport.project.editions import Variant, edition_for, file_name, parted, untongued
from rapport.project.passwords import PROTECTED
from rapport.project.progress import followed
from rapport.project.project import Project, UsageError, chosen, house_of, reading_of, sound
from rapport.project.proofs import DIFFERENT, PROOFS, Prover, media
from rapport.project.variants import Proved, twins
from rapport.protect.passwords import PACK as PACK_NUMBER
from rapport.protect.signs import unsigned
from rapport.resolve.edition import Release
from rapport.verify.active import check_active
from rapport.verify.campaign import is_campaign
from rapport.verify.conformance.judges import judge_brief, judge_deck
from rapport.verify.pack import NAME as MANIFEST
from rapport.verify.rebuilt.authenticity import carries_files, check_rebuilt, is_draft
from rapport.verify.report import Check, Verification, table, to_json
from rapport.verify.sheets import check_sheets
from rapport.verify.verify import Proof, with_checks

PACK = "-pack.zip"
PACKS, BESIDE = "rapport.commands.verify_pack", "rapport.commands.verify_printed"
"""What proves packs and registers, and what is printed beside copies: a briefing's own documents do without."""
UNPROVED = 4
"""Exit code where nothing was found, but something cannot be known without the content."""


def run(arguments: argparse.Namespace) -> int:
    """Verifies the paths given, or the documents of every briefing; 3 where one differs, 4 where one is not proved."""
    verifications = tuple(Verifier(project_of(arguments), _options(arguments)).all())
    if arguments.format == "json":
        sys.stdout.write(to_json(verifications).decode())
    else:
        for verification in verifications:
            print(table(verification))
    if not all(verification.passed for verification in verifications):
        return DIFFERENT
    return 0 if all(verification.proved for verification in verifications) else UNPROVED


class VerifiedDocument(Struct, frozen=True):
    """A document: what it is of, its file's name without the ending, the ending, its copy's number or 0."""

    variant: Variant
    stem: str
    ending: str
    number: int


class VerifyOptions(Struct, frozen=True):
    """What `rapport verify` is asked: which files, all of the project's where there are none, and held to what."""

    paths: tuple[Path, ...]
    release: Release
    since: Path | None
    passwords: Path | None
    trust: Path | None
    conformance: bool


def _options(arguments: argparse.Namespace) -> VerifyOptions:
    named = {name: getattr(arguments, name) for name in ("since", "passwords", "trust", "conformance")}
    return VerifyOptions(tuple(arguments.paths), release_of(arguments), **named)


class Verifier:
    """Verifies files of one project; content, looks and compositions are read once, when a document needs them."""

    def __init__(self, project: Project, options: VerifyOptions) -> None:
        self.options = options
        self.project = project
        self.locale = self.project.locale
        self.read = cache(lambda locale: sound(reading_of(replace(self.project, locale=locale))))
        self.house = cache(lambda: house_of(project))
        self.rebuilding = cache(lambda: Rebuilding(self.house()))
        self.unlocking = cache(lambda: Unlocking(options.passwords))
        self.trusting = cache(lambda: Trusting(options.trust))
        self.leaking = cache(Leaking)
        self.composition = cache(self._composition)
        self.prover = cache(self._prover)

    def content(self, locale: str = "") -> Content:
        """The project's content in a language; each is read once, whether it is named or not."""
        return self.read(locale)

    def all(self) -> Iterator[Verification]:
        """A verification for each path; briefs and decks, and both in two languages, are also held to each other."""
        proofs: dict[str, dict[str, Proof]] = {}
        proved: list[Proved] = []
        for path in followed(self.paths(), "preuve des fichiers", few=1):
            if (apart := self._apart(path)) is not None:
                yield apart
                continue
            subject = None if path.suffix == ".zip" else self._subject(path)
            file = self._opened(path)
            if file.fault is not None:
                yield Verification(path.name, (file.fault,))
                continue
            if subject is None:
                packs = import_module(PACKS)
                yield from packs.PackVerifier(self, _inner_name(file), file.data, self.options.since).all()
                continue
            made = self._made(subject, file.data)
            pair = proofs.setdefault(subject.stem, {})
            pair[subject.ending] = self._proof(file, subject, made, path.parent)
            proved += [] if subject.number else [(subject.variant, subject.ending, made, pair[subject.ending])]
            yield pair[subject.ending].verification
            if subject.ending in (BRIEF, DECK) and BRIEF in pair and DECK in pair:
                yield media(pair[BRIEF], pair[DECK], made, subject.stem)
        yield from twins(proved)

    def _apart(self, path: Path) -> Verification | None:
        """The proof of a campaign, of a register or of what is printed beside copies; None for any other file."""
        proved: Verification | None = None
        if _is_campaign(path):
            proved = import_module(PACKS).campaign_verification(path, self.trusting())
        elif path.name == REGISTER:
            proved = import_module(PACKS).register_verification(path)
        elif "-print-" in path.name or path.name.endswith(f"-{CHANGES}"):
            proved = import_module(BESIDE).beside_copies(path, self, self.options.since)
        return proved

    def _opened(self, path: Path) -> UnlockedFile:
        """A file without its password and the signature after it, which is judged."""
        data, number = built_bytes(path), self._number(path)
        signatures = tuple(self.trusting().of_pdf(path.name, data, self.unlocking().word(number)))
        return replace(self.unlocking().opened(path.name, unsigned(data), number), signatures=signatures)

    def paths(self) -> list[Path]:
        """The files to verify: those given, those of the folders or briefings given, or those of every briefing."""
        if not self.options.paths:
            return [file for key in chosen(self.content(), ()) for file in self._documents(key)]
        return [file for path in self.options.paths for file in self._files(path)]

    def _files(self, path: Path) -> list[Path]:
        if path.is_dir():
            endings = (*DOCUMENTS, PACK, REGISTER, f"-{CHANGES}")
            named = (file for file in path.rglob("*") if untongued(file.name)[0].endswith((*endings, MANIFEST)))
            found = (file for file in named if file.name != MANIFEST or _is_campaign(file))
            return sorted(file for file in found if not file.name.startswith("."))
        if not path.suffix and not path.exists():
            return self._documents(chosen(self.content(), [str(path)])[0])
        if not path.exists():
            raise UsageError(f"document introuvable\u00a0: «\u00a0{path}\u00a0»")
        return [path]

    def _documents(self, key: str) -> list[Path]:
        """Both documents of a briefing, which must be there, and those made beside them."""
        folder, asked = self.project.output / key, self.content(self.locale).translations.get(key, "")
        needed = [folder / Variant(key, locale=asked).named(ending) for ending in (BRIEF, DECK)]
        variants = (Variant(key, audience, locale) for locale in self._locales(asked) for audience in AUDIENCES)
        every = (folder / variant.named(ending) for variant in variants for ending in DOCUMENTS)
        return list(dict.fromkeys((*needed, *(path for path in every if path.exists()))))

    def _locales(self, asked: str) -> tuple[str, ...]:
        """The language asked for, every one where none is."""
        return (asked,) if self.locale else ("", *LOCALES)

    def _subject(self, path: Path) -> VerifiedDocument:
        name, locale = untongued(path.name)
        ending = _ending_of(name)
        if not ending:
            message = f"«\u00a0{path.name}\u00a0» n’est ni un dossier, ni une présentation, ni un paquet de rapport"
            raise UsageError(f"{message}, ni une feuille qu’il imprime")
        stem = name.removesuffix(ending)
        copy = copy_of(stem, self.content().briefings)
        if copy is not None:
            key, audience, number = copy
            return VerifiedDocument(
                Variant(key, audience, locale), f"{stem}.{locale}" if locale else stem, ending, number
            )
        key, audience = parted(stem)
        variant = Variant(chosen(self.content(), [key])[0], audience, locale)
        return VerifiedDocument(variant, f"{stem}.{locale}" if locale else stem, ending, 0)

    def _composition(self, variant: Variant, release: Release) -> Composition:
        key = variant.key
        content = edition_for(self.content(variant.locale), (key,), variant.audience)
        made = compose(content, key, self.house(), release)
        return made if release == "final" else with_faults(made, problems_of(made, self.house()), self.house())

    def made(self, variant: Variant, data: bytes, ending: str) -> Composition:
        """What a document should say: that of its release, which it tells itself."""
        made = self.composition(variant, self.options.release)
        if self.rebuilding().document(RebuiltFrom(made, ending)) == data:
            return made
        return self.composition(variant, "final") if made.brief.draft and not is_draft(data, made.brief) else made

    def _made(self, subject: VerifiedDocument, data: bytes) -> Composition:
        """The same for a numbered copy, which says whose it is."""
        if not subject.number:
            return self.made(subject.variant, data, subject.ending)
        made = self.composition(subject.variant, self.options.release)
        if made.brief.draft and not is_draft(data, made.brief):
            made = self.composition(subject.variant, "final")
        return stamped(made, subject.number, data)

    def _number(self, path: Path) -> int:
        """The number of the copy that a file is by its name; 0 for none."""
        if path.suffix == ".zip":  # which may be looked at where no content is
            return PACK_NUMBER
        name = untongued(path.name)[0]
        copy = copy_of(name.removesuffix(_ending_of(name)), self.content().briefings)
        return copy[2] if copy else PACK_NUMBER

    def _proof(self, file: UnlockedFile, subject: VerifiedDocument, made: Composition, folder: Path) -> Proof:
        """Both proofs, and those of judges that are not ours where they are asked for."""
        name, data = file.name, file.data
        rebuilt = self.rebuilt(RebuiltFrom(made, subject.ending, subject.number), file)
        prover = self.prover(subject.variant)
        leaks = self.leaking().check(data, made, subject.number, folder)
        if subject.ending not in PROOFS:
            sheets = check_sheets(data, made.brief)
            others = (*sheets, *prover.audience_checks(data), check_active(data), leaks)
            return Proof(Verification(name, (*file.signatures, rebuilt, *others)))
        if rebuilt.unproved:
            reason = "le fichier est celui d’un autre programme"
            read = Check("read", "Lecture indépendante", 0, not_run=reason)
            return Proof(Verification(name, (rebuilt, read, *prover.audience_checks(data), check_active(data), leaks)))
        proof = prover.prove(subject.ending, data, name, made)
        judge = judge_deck if subject.ending == DECK else judge_brief
        proof = with_checks(proof, judge(data)) if self.options.conformance else proof
        checks = (*file.signatures, rebuilt, *proof.verification.checks, leaks)
        return replace(proof, verification=replace(proof.verification, checks=checks))

    def rebuilt(self, origin: RebuiltFrom, file: UnlockedFile) -> Check:
        """The first proof: against the document drawn again, with its sources where it carries files."""
        data, drawn = file.data, self.rebuilding().document(origin)
        if file.protected:
            return check_rebuilt(data, as_opened(file.name, drawn))
        if drawn != data and origin.ending in SOURCED and not origin.number and carries_files(data):
            drawn = self.rebuilding().document(origin, sources=True)
        return check_rebuilt(data, drawn)

    def _prover(self, variant: Variant) -> Prover:
        return Prover(self.composition(variant, "draft"))


def _inner_name(file: UnlockedFile) -> str:
    """The name that a pack bears inside, whatever it was handed out under."""
    name, locale = untongued(file.name)
    return file_name(name.removesuffix(PROTECTED), PACK, locale) if file.protected else file.name


def _is_campaign(path: Path) -> bool:
    """Whether a file is the manifest of a campaign."""
    return path.name == MANIFEST and path.is_file() and is_campaign(path.read_bytes())


def _ending_of(name: str) -> str:
    """How the name of a document ends; empty for one that is not drawn again."""
    return next((ending for ending in DOCUMENTS if name.endswith(ending)), "")
