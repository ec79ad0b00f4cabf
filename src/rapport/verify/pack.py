"""A pack against its manifest: what was altered, what is missing, what was added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from rapport.verify.archive import Archive, open_archive
from rapport.verify.finding import Finding, UnreadableError, quoted
from rapport.verify.manifest import NAME, Listed, Manifest, read_manifest
from rapport.verify.report import Check


def check_pack(data: bytes) -> Check:
    """Whether a pack's files are those of its manifest. Raises `UnreadableError` for an archive or manifest refused."""
    archive = open_archive(data)
    manifest = manifest_of(archive)
    findings = (*_listed_twice(manifest), *_altered_or_missing(archive, manifest), *_added(archive, manifest))
    return Check("pack-files", "Fichiers conformes au manifeste", len(manifest.files), findings)


def not_proved(reason: str) -> Check:
    """The check of the documents inside, which could not be done: their content is not at hand."""
    return Check("pack-documents", "Documents comparés au contenu", 0, not_run=reason)


def manifest_of(archive: Archive) -> Manifest:
    """The manifest of a pack. Raises `UnreadableError` where there is none."""
    if NAME not in archive:
        raise UnreadableError(f"l’archive n’a pas de {NAME}\u00a0: ce n’est pas un dossier remis par rapport")
    return read_manifest(archive[NAME])


def _listed_twice(manifest: Manifest) -> Iterator[Finding]:
    for name, count in Counter(listed.name for listed in manifest.files).items():
        if count > 1:
            yield Finding("pack-listed-twice", f"le manifeste cite {count} fois le fichier {quoted(name)}")


def _altered_or_missing(archive: Archive, manifest: Manifest) -> Iterator[Finding]:
    for listed in manifest.files:
        if listed.name not in archive:
            yield Finding("pack-missing", f"fichier manquant\u00a0: {quoted(listed.name)}")
        elif fault := _difference(archive[listed.name], listed):
            yield Finding("pack-altered", f"fichier modifié\u00a0: {quoted(listed.name)} ({fault})")


def _difference(data: bytes, listed: Listed) -> str:
    if len(data) != listed.size:
        return f"{len(data)} octets au lieu de {listed.size}"
    return "" if sha256(data).hexdigest() == listed.digest else "son empreinte n’est pas celle du manifeste"


def _added(archive: Archive, manifest: Manifest) -> Iterator[Finding]:
    known = {listed.name for listed in manifest.files} | {NAME}
    for name in sorted(set(archive) - known):
        yield Finding("pack-added", f"fichier ajouté, absent du manifeste\u00a0: {quoted(name)}")
