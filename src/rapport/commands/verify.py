"""`rapport verify`: proves documents and packs against what they claim."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from rapport.figures.claims import Claimed
from rapport.language.system_errors import refusal
from rapport.problem import ContentError
from rapport.project.composition import Composition, compose_to_read
from rapport.project.copies import copy_of, stamped
from rapport.project.house import house_of
from rapport.project.project import UsageError, chosen, reading_of, sound
from rapport.project.proofs import BRIEF, DECK, DIFFERENT, PROOFS, ending_of, media, prove_all
from rapport.resolve.edition import Release
from rapport.review.claims import claimed_by
from rapport.verify.archive import open_archive
from rapport.verify.conformance.judges import judge_brief, judge_deck
from rapport.verify.pack import manifest_of, not_proved
from rapport.verify.report import Verification, table, to_json
from rapport.verify.verify import Proof, verify_pack, with_checks

PACK = "-pack.zip"
PRINTED = "-print"
"""Before the ending of what goes to the printer: copies that are proved one by one, and blank pages between them."""


def run(arguments: argparse.Namespace) -> int:
    """Verifies the paths given, or the documents of every briefing; 3 where one differs."""
    verifications = tuple(Verifier(arguments).all())
    if arguments.format == "json":
        sys.stdout.write(to_json(verifications).decode())
    else:
        for verification in verifications:
            print(table(verification))
    return 0 if all(verification.passed for verification in verifications) else DIFFERENT


class Subject(Struct, frozen=True):
    """A document: its briefing, its file's name without the ending, the ending; its number as a copy, 0 for none."""

    key: str
    stem: str
    ending: str
    number: int


class Verifier:
    """Verifies files of one project; content, looks and compositions are read once, when a document needs them."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.content = cache(lambda: sound(reading_of(arguments)))
        self.house = cache(lambda: house_of(arguments))
        self.composition = cache(self._composition)
        self.claims = cache(self._claims)

    def all(self) -> Iterator[Verification]:
        """A verification for each path; briefs and decks of one briefing are also held against each other."""
        proofs: dict[str, dict[str, Proof]] = {}
        for path in self.paths():
            if path.name.endswith(".zip"):
                yield from self._pack(path)
                continue
            subject, data = self._subject(path), _bytes(path)
            made = self._made(subject, data)
            pair = proofs.setdefault(subject.stem, {})
            pair[subject.ending] = self._proof(path.name, subject, made, data)
            yield pair[subject.ending].verification
            if subject.ending in (BRIEF, DECK) and BRIEF in pair and DECK in pair:
                yield media(pair[BRIEF], pair[DECK], made, subject.stem)

    def paths(self) -> list[Path]:
        """The files to verify: those given, those of the folders or briefings given, or those of every briefing."""
        if not self.arguments.paths:
            return [file for key in chosen(self.content(), ()) for file in self._documents(key)]
        return [file for path in self.arguments.paths for file in self._files(path)]

    def _files(self, path: Path) -> list[Path]:
        if path.is_dir():
            found = (file for file in path.rglob("*") if file.name.endswith((*PROOFS, PACK)))
            return sorted(file for file in found if not file.name.startswith(".") and not self._is_printed(file.name))
        if not path.suffix and not path.exists():
            return self._documents(chosen(self.content(), [str(path)])[0])
        if not path.exists():
            raise UsageError(f"document introuvable\u00a0: «\u00a0{path}\u00a0»")
        return [path]

    def _is_printed(self, name: str) -> bool:
        stem = name.removesuffix(ending_of(name))
        return stem.endswith(PRINTED) and stem not in self.content().briefings

    def _documents(self, key: str) -> list[Path]:
        """Both documents of a briefing, which must be there, and those made beside them."""
        files = [(ending, self.arguments.output / key / f"{key}{ending}") for ending in PROOFS]
        return [path for ending, path in files if ending in (BRIEF, DECK) or path.exists()]

    def _subject(self, path: Path) -> Subject:
        ending = ending_of(path.name)
        if not ending:
            message = f"«\u00a0{path.name}\u00a0» n’est ni un dossier, ni une présentation, ni un paquet de rapport"
            raise UsageError(f"{message}, ni une feuille qui en porte les balises")
        stem = path.name.removesuffix(ending)
        key, number = copy_of(stem, self.content().briefings) or (chosen(self.content(), [stem])[0], 0)
        return Subject(key, stem, ending, number)

    def _composition(self, key: str) -> Composition:
        release: Release = "final" if self.arguments.final else "draft"
        return compose_to_read(self.content(), key, self.house(), release)

    def _made(self, subject: Subject, data: bytes) -> Composition:
        """What a document should say; a copy says whose it is."""
        made = self.composition(subject.key)
        return stamped(made, subject.number, data) if subject.number else made

    def _proof(self, name: str, subject: Subject, made: Composition, data: bytes) -> Proof:
        proof = PROOFS[subject.ending](data, made, self.claims(subject.key), name)
        judge = judge_deck if subject.ending == DECK else judge_brief
        return with_checks(proof, judge(data)) if self.arguments.conformance else proof

    def _claims(self, key: str) -> Claimed:
        return claimed_by(self.content(), key)

    def _pack(self, path: Path) -> Iterator[Verification]:
        """The pack against its manifest; then what it holds against the content, if it was made from this one."""
        data = _bytes(path)
        verification = verify_pack(data, path.name)
        if not verification.passed:
            yield verification
            return
        archive = open_archive(data)
        manifest = manifest_of(archive)
        if reason := self._other_content(manifest.briefing, manifest.content):
            yield Verification(path.name, (*verification.checks, not_proved(reason)))
            return
        yield verification
        made, claims = self.composition(manifest.briefing), self.claims(manifest.briefing)
        yield from prove_all({name: archive[name] for name in archive}, made, claims)

    def _other_content(self, briefing: str, digest: str) -> str:
        """Why the documents of a pack cannot be held to the content at hand; empty where they can."""
        try:
            content = self.content()
        except (ContentError, UsageError):
            return "contenu absent ou en défaut\u00a0: documents non reprouvés"
        same = content.digest == digest and briefing in content.briefings
        return "" if same else "contenu différent\u00a0: documents non reprouvés"


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        hint = "produisez-le d’abord\u00a0: rapport build"
        raise UsageError(f"fichier introuvable\u00a0: «\u00a0{path}\u00a0» ({hint})") from None
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error
