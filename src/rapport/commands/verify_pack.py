"""`rapport verify` on a pack, against its manifest and the content; on the register of numbered copies, both ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace

from rapport.artefact import Artefact
from rapport.audience import AUDIENCES
from rapport.commands.leaking import Leaking
from rapport.commands.trusting import Trusting
from rapport.formats.office.archive import Archive, open_archive
from rapport.language.languages import phrase
from rapport.language.locales import LOCALES
from rapport.language.system_errors import refusal
from rapport.model.content import Content
from rapport.pack.folder import copy_name
from rapport.pack.register import ENCODING, NAME, RegisterEntry, read_register
from rapport.problem import ContentError
from rapport.project.circulation import PAGE
from rapport.project.composition import Composition
from rapport.project.documents import BRIEF
from rapport.project.earlier import earlier
from rapport.project.editions import Variant, stem_of, untongued
from rapport.project.enclosures import Packing, packed_files, verified
from rapport.project.progress import followed
from rapport.project.project import House, UsageError
from rapport.project.proofs import ProofError, Prover
from rapport.protect.signs import unsigned
from rapport.verify.active import check_all_active
from rapport.verify.campaign import check_campaign
from rapport.verify.pack import NAME as MANIFEST
from rapport.verify.pack import (
    SIGNATURE,
    Manifest,
    Registered,
    check_members,
    check_passive,
    check_register,
    manifest_of,
    not_proved,
)
from rapport.verify.report import Check, Finding, Verification
from rapport.verify.verify import verify_pack

# `rapport verify` on the register of numbered copies: its lines against the files beside it, both ways.


def register_verification(path: Path) -> Verification:
    """The register and the copies in its folder. Raises UsageError for a register that cannot be read."""
    try:
        entries = tuple(read_register(path.read_text(encoding=ENCODING)))
        files = {file.name: _digest(file) for file in sorted(path.parent.iterdir()) if _is_copy(file)}
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error
    except ValueError:
        fault = Finding("register-unreadable", "ce n’est pas un registre d’exemplaires")
        return Verification(NAME, (Check("register", "Registre des exemplaires", 1, (fault,)),))
    return Verification(f"{path.parent.name}/{NAME}", (check_register(map(_registered, entries), files),))


def campaign_verification(path: Path, trusting: Trusting) -> Verification:
    """The manifest of a campaign, its signature and the files in its folders. Raises UsageError."""
    folder = path.parent
    try:
        data = path.read_bytes()
        files = {
            file.relative_to(folder).as_posix(): _digest(file)
            for file in sorted(folder.glob("*/*"))
            if _is_copy(file) or file.name in (NAME, PAGE)
        }
        members = {MANIFEST: data}
        if (signature := path.with_name(SIGNATURE)).is_file():
            members[SIGNATURE] = signature.read_bytes()
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error
    return Verification(f"{folder.name}/{MANIFEST}", (check_campaign(data, files), *trusting.of_pack(members)))


def _is_copy(file: Path) -> bool:
    return file.is_file() and not file.name.startswith(".") and file.suffix in (".pdf", ".pptx")


def _digest(file: Path) -> str:
    with file.open("rb") as data:
        whole = sha256()
        while piece := data.read(1 << 20):
            whole.update(piece)
        return whole.hexdigest()


def _registered(entry: RegisterEntry) -> Registered:
    stamps = {phrase("copy", locale, entry.number, entry.recipient) for locale in LOCALES}
    stem = stem_of(entry.briefing, entry.audience) if entry.audience in AUDIENCES else entry.briefing
    tongue = entry.locale.replace("-", "_")
    said = f".{tongue}" if untongued(entry.file)[1] == tongue else ""
    name = f"{copy_name(stem, entry.number, entry.recipient)}-{entry.document}{said}"
    return Registered(entry.number, entry.recipient, entry.file, entry.digest, name, entry.stamp in stamps)


CHANGES = "-changes.pdf"


class ProvenProject(Protocol):
    """What the proof of a pack needs of the project: its content, its looks, its claims, a document's composition."""

    def content(self, locale: str = "") -> Content:
        """The content at hand, in a language. Raises ContentError and UsageError."""

    def house(self) -> House:
        """The looks of the house."""

    def made(self, variant: Variant, data: bytes, ending: str) -> Composition:
        """The composition that a document was drawn from."""

    def trusting(self) -> Trusting:
        """What judges signatures."""

    def leaking(self) -> Leaking:
        """What looks into documents for what they do not show."""


class PackVerifier:
    """Verifies one pack."""

    def __init__(self, project: ProvenProject, name: str, data: bytes, since: Path | None = None) -> None:
        """`since` is the pack before, where it is at hand: what changed is then proved too."""
        self.project, self.name, self.data, self.since = project, name, data, since

    def all(self) -> Iterator[Verification]:
        """The pack against its manifest; then what it holds against the content, if it was made from this one."""
        verification = verify_pack(self.data, self.name)
        if not verification.passed:
            yield verification
            return
        archive = open_archive(self.data)
        manifest = manifest_of(archive)
        passive = check_passive(archive)
        signatures = self.project.trusting().of_pack(archive.members)
        verification = replace(verification, checks=(*verification.checks, *signatures))
        bare = {name: unsigned(data) for name, data in archive.members.items()}
        if reason := self._out_of_reach(manifest):
            active = check_all_active(bare)
            yield Verification(self.name, (*verification.checks, passive, active, not_proved(reason)))
            return
        variant = Variant(manifest.briefing, manifest.audience, manifest.locale)
        made = self.project.made(variant, bare.get(variant.named(BRIEF), b""), BRIEF)
        twin = next(iter(self._twins(variant, bare)), None)
        members, unproved = self._rebuilt(archive, made, twin)
        check = check_members(archive, members, unproved)
        leaks = self.project.leaking().of_pack(bare, made)
        yield Verification(self.name, (*verification.checks, passive, check, leaks))
        watched = partial(followed, noun="preuve des documents du paquet", few=1)
        provers = [Prover(each) for each in (made, twin) if each is not None]
        yield from verified(provers, bare, watched)

    def _twins(self, own: Variant, bare: Mapping[str, bytes]) -> Iterator[Composition]:
        """What the briefs in other languages were drawn from."""
        for name, data in bare.items():
            plain, locale = untongued(name)
            if locale != own.locale and plain == f"{own.stem}{BRIEF}":
                yield self.project.made(Variant(own.key, own.audience, locale), data, BRIEF)

    def _rebuilt(
        self, archive: Archive, made: Composition, twin: Composition | None
    ) -> tuple[dict[str, bytes], tuple[str, ...]]:
        """The members that the content gives, and those that it cannot: what changed since an edition not at hand."""
        changes = tuple(name for name in archive if untongued(name)[0].endswith(CHANGES))
        given = Artefact("brief", unsigned(archive[changes[0]])) if changes else None
        signed = partial(_as_signed, archive)
        packing = Packing(made, self.project.house(), changes=given, twin=twin, signed=signed, unproved=True)
        if changes and self.since is not None:
            packing, changes = replace(packing, changes=None, earlier=earlier(self.since)), ()
        try:
            return {file.name: file.data for file in packed_files(packing, self.name)}, changes
        except ProofError:  # our own documents are not proved: said by what reads them
            return {}, tuple(archive)

    def _out_of_reach(self, manifest: Manifest) -> str:
        """Why the documents of a pack cannot be held to the content at hand; empty where they can."""
        if manifest.program != (own := version("rapport")):
            return f"fait par la version {manifest.program} du programme, celle-ci est la {own}"
        try:
            content = self.project.content(manifest.locale)
        except (ContentError, UsageError):
            return "contenu absent ou en défaut\u00a0: rien ne prouve les documents"
        same = content.digest == manifest.content and manifest.briefing in content.briefings
        return "" if same else "contenu différent\u00a0: rien ne prouve les documents"


def _as_signed(archive: Archive, name: str, data: bytes) -> bytes:
    """A document with the signature that the pack has after it."""
    found = archive.members.get(name, b"")
    return found if unsigned(found) == data else data
