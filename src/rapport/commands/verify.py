"""`rapport verify`: proves documents and packs against what they claim."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rapport.commands.claims import claimed_by
from rapport.commands.composition import Composition, compose
from rapport.commands.house import house_of
from rapport.commands.project import chosen, reading_of, sound
from rapport.commands.usage import UsageError
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
        proofs: dict[str, dict[str, Proof]] = {}
        for path in self.paths():
            if path.name.endswith(".zip"):
                yield verify_pack(_bytes(path), path.name)
                continue
            key, suffix = self._kind(path)
            proof = self._proof(path, key, suffix)
            proofs.setdefault(key, {})[suffix] = proof
            yield proof.verification
        yield from self._media(proofs)

    def paths(self) -> list[Path]:
        """The files to verify: those given, those of the folders given, or both documents of every briefing."""
        if not self.arguments.paths:
            keys = chosen(self.content(), ())
            return [self.arguments.output / key / f"{key}{suffix}" for key in keys for suffix in (BRIEF, DECK)]
        return [file for path in self.arguments.paths for file in _files(path)]

    def _kind(self, path: Path) -> tuple[str, str]:
        for suffix in (BRIEF, DECK):
            key = path.name.removesuffix(suffix)
            if key != path.name:
                chosen(self.content(), [key])
                return key, suffix
        raise UsageError(f"«\u00a0{path.name}\u00a0» n’est ni un dossier, ni une présentation, ni un paquet de rapport")

    def _composition(self, key: str) -> Composition:
        release: Release = "final" if self.arguments.final else "draft"
        return compose(self.content(), key, self.house(), release)

    def _proof(self, path: Path, key: str, suffix: str) -> Proof:
        made, claims, data = self.composition(key), self._claimed(key), _bytes(path)
        if suffix == BRIEF:
            proof, judge = verify_brief(data, made.brief, claims, path.name), judge_brief
        else:
            proof, judge = verify_deck(data, made.plan, made.deck, claims, path.name), judge_deck
        return with_checks(proof, judge(data)) if self.arguments.conformance else proof

    def _claimed(self, key: str) -> Content:
        return self.claims(key)

    def _media(self, proofs: dict[str, dict[str, Proof]]) -> Iterator[Verification]:
        for key, pair in proofs.items():
            if len(pair) > 1:
                language = self.composition(key).brief.language
                yield verify_media(pair[BRIEF], pair[DECK], language, f"{key}\u00a0: dossier et présentation")


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
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({error.strerror})") from error
