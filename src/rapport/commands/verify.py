"""`rapport verify`: proves documents and packs against what they claim."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapport.commands.claims import claimed_by
from rapport.commands.composition import Composition, compose
from rapport.commands.house import house_of
from rapport.commands.numbered import copy_of, stamped
from rapport.commands.project import chosen, reading_of, sound
from rapport.commands.usage import UsageError
from rapport.language.system_errors import refusal
from rapport.resolve.edition import Release
from rapport.verify.conformance.judges import judge_brief, judge_deck
from rapport.verify.report import Verification, table, to_json
from rapport.verify.verify import Content, Proof, verify_brief, verify_deck, verify_media, verify_pack, with_checks

DIFFERENT = 3
BRIEF, DECK, PACK = "-brief.pdf", "-deck.pptx", "-pack.zip"


def run(arguments: argparse.Namespace) -> int:
    """Verifies the paths given, or the documents of every briefing; 3 where one differs."""
    verifications = tuple(Verifier(arguments).all())
    if arguments.format == "json":
        sys.stdout.write(to_json(verifications).decode())
    else:
        for verification in verifications:
            print(table(verification))
    return 0 if all(verification.passed for verification in verifications) else DIFFERENT


@dataclass(frozen=True, slots=True)
class Subject:
    """A document: its briefing, its file's name without the suffix, the suffix; its number as a copy, 0 for none."""

    key: str
    stem: str
    suffix: str
    number: int


class Verifier:
    """Verifies files of one project; content, looks and compositions are read once, when a document needs them."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.content = cache(lambda: sound(reading_of(arguments)))
        self.house = cache(lambda: house_of(arguments))
        self.composition = cache(self._composition)
        self.claims = cache(lambda key: claimed_by(self.content(), key))

    def all(self) -> Iterator[Verification]:
        """A verification for each path; briefs and decks of one briefing are also held against each other."""
        proofs: dict[tuple[str, str], dict[str, Proof]] = {}
        for path in self.paths():
            if path.name.endswith(".zip"):
                yield verify_pack(_bytes(path), path.name)
                continue
            subject = self._subject(path)
            proof = self._proof(path, subject)
            proofs.setdefault((subject.key, subject.stem), {})[subject.suffix] = proof
            yield proof.verification
        yield from self._media(proofs)

    def paths(self) -> list[Path]:
        """The files to verify: those given, those of the folders given, or both documents of every briefing."""
        if not self.arguments.paths:
            keys = chosen(self.content(), ())
            return [self.arguments.output / key / f"{key}{suffix}" for key in keys for suffix in (BRIEF, DECK)]
        return [file for path in self.arguments.paths for file in _files(path)]

    def _subject(self, path: Path) -> Subject:
        for suffix in (BRIEF, DECK):
            stem = path.name.removesuffix(suffix)
            if stem != path.name:
                copy = copy_of(stem, self.content().briefings)
                key, number = copy or (chosen(self.content(), [stem])[0], 0)
                return Subject(key, stem, suffix, number)
        raise UsageError(f"«\u00a0{path.name}\u00a0» n’est ni un dossier, ni une présentation, ni un paquet de rapport")

    def _composition(self, key: str) -> Composition:
        release: Release = "final" if self.arguments.final else "draft"
        return compose(self.content(), key, self.house(), release)

    def _proof(self, path: Path, subject: Subject) -> Proof:
        made, claims, data = self.composition(subject.key), self._claimed(subject.key), _bytes(path)
        if subject.number:
            made = stamped(made, subject.number, data)
        if subject.suffix == BRIEF:
            proof, judge = verify_brief(data, made.brief, claims, path.name), judge_brief
        else:
            proof, judge = verify_deck(data, made.plan, made.deck, claims, path.name), judge_deck
        return with_checks(proof, judge(data)) if self.arguments.conformance else proof

    def _claimed(self, key: str) -> Content:
        return self.claims(key)

    def _media(self, proofs: dict[tuple[str, str], dict[str, Proof]]) -> Iterator[Verification]:
        for (key, stem), pair in proofs.items():
            if len(pair) > 1:
                language = self.composition(key).brief.language
                yield verify_media(pair[BRIEF], pair[DECK], language, f"{stem}\u00a0: dossier et présentation")


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    wanted = (BRIEF, DECK, PACK)
    return sorted(file for file in path.rglob("*") if file.name.endswith(wanted) and not file.name.startswith("."))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        hint = "produisez-le d’abord\u00a0: rapport build"
        raise UsageError(f"fichier introuvable\u00a0: «\u00a0{path}\u00a0» ({hint})") from None
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error
