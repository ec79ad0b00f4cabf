"""A pack against its manifest, numbered copies against their register: what was altered, is missing, was added."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from rapport.audience import AUDIENCES, Audience
from rapport.formats.office.archive import Archive, around, open_archive
from rapport.formats.unreadable import UnreadableError, quoted
from rapport.verify.rebuilt.authenticity import check_rebuilt
from rapport.verify.rebuilt.pictures import text_differences
from rapport.verify.report import Check, Finding

NAME = "manifest.json"
SIGNATURE = f"{NAME}.p7s"
"""What a signed pack holds beside its manifest, which cannot list it."""
FORMAT = 1  # what `rapport pack` writes
KEYS = ("briefing", "version", "content", "rapport")
DIGEST = re.compile(r"[0-9a-f]{64}")
MAX_SIZE = 16 << 20  # some 150 bytes a file listed


class Listed(Struct, frozen=True):
    """A file of the pack as the manifest lists it; `digest` is its SHA-256 in hexadecimal."""

    name: str
    digest: str
    size: int


class Manifest(Struct, frozen=True):
    """The manifest of a pack: which briefing and version, from which content, by which program, for which audience.

    `locale` is what its documents were translated into, empty where they were not.
    """

    briefing: str
    version: str
    content: str
    program: str
    files: tuple[Listed, ...]
    audience: Audience = "internal"
    locale: str = ""


def read_manifest(data: bytes) -> Manifest:
    """Reads `manifest.json`. Raises `UnreadableError` for bad JSON, a key repeated or missing, another format."""
    if len(data) > MAX_SIZE:
        raise UnreadableError("manifeste démesuré")
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_unique)
        if value["format"] != FORMAT:
            raise UnreadableError(f"format de manifeste inconnu\u00a0: {quoted(str(value['format']))}")
        files = tuple(_listed(entry) for entry in value["files"])
        briefing, version, content, program = (_text(value[key]) for key in KEYS)
        return Manifest(briefing, version, content, program, files, _audience(value), _text(value.get("locale", "")))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise UnreadableError("manifeste illisible\u00a0: ce n’est pas du JSON en UTF-8") from error
    except (KeyError, TypeError) as error:
        raise UnreadableError("manifeste incomplet ou mal formé") from error


def _audience(value: dict[str, Any]) -> Audience:
    """For whom the pack is; one of before there were audiences holds all."""
    named = _text(value.get("audience", AUDIENCES[0]))
    for audience in AUDIENCES:
        if audience == named:
            return audience
    raise UnreadableError(f"public visé inconnu\u00a0: {quoted(named)}")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object in which no key stands twice: two readers could each believe another one."""
    value = dict(pairs)
    if len(value) != len(pairs):
        raise UnreadableError("manifeste ambigu\u00a0: une clé y figure deux fois")
    return value


def _listed(entry: dict[str, Any]) -> Listed:
    name, digest, size = _text(entry["name"]), _text(entry["sha256"]), entry["size"]
    if not DIGEST.fullmatch(digest) or not isinstance(size, int) or isinstance(size, bool):
        raise UnreadableError(f"manifeste\u00a0: empreinte ou taille mal formée pour {quoted(name)}")
    return Listed(name, digest, size)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


KINDS = (".pdf", ".pptx", ".html", ".json")
ACTIVE = re.compile(
    rb"<\s*(?:script|iframe|object|embed|form|base|link|frame|applet)\b|\son\w+\s*=|javascript:|http-equiv\s*=\s*.?refresh"
    rb"|@import|\b(?:src|srcset|poster|background)\s*=\s*[\"']?(?!data:image/)[a-z/.]|url\(\s*[\"']?(?!data:)[a-z/.]",
    re.IGNORECASE,
)
"""What in a page runs, or is fetched: ours are whole in themselves."""
TAG = re.compile(r"<[^>]*>")


def check_pack(data: bytes) -> Check:
    """Whether a pack's files are those of its manifest. Raises `UnreadableError` for an archive or manifest refused."""
    archive = open_archive(data)
    manifest = manifest_of(archive)
    findings = (
        *(Finding(f"pack-{code}", message) for code, message in around(data)),
        *_listed_twice(manifest),
        *_altered_or_missing(archive, manifest),
        *_added(archive, manifest),
    )
    return Check("pack-files", "Fichiers conformes au manifeste", len(manifest.files), findings)


def not_proved(reason: str) -> Check:
    """The check of the documents inside, which could not be done: their content is not at hand."""
    return Check("pack-documents", "Documents comparés au contenu", 0, unproved=reason)


def check_members(archive: Archive, rebuilt: Mapping[str, bytes], unproved: Collection[str]) -> Check:
    """Whether the members are those of the pack that the same content gives; `unproved` are those it cannot give."""
    findings: list[Finding] = []
    for name in sorted({*archive, *rebuilt} - {*unproved, SIGNATURE}):
        if name not in archive:
            findings.append(Finding("pack-missing", "le contenu donne ce fichier, le paquet ne l’a pas", name))
        elif name not in rebuilt:
            findings.append(Finding("pack-added", "le contenu ne donne pas ce fichier", name))
        elif archive[name] != rebuilt[name]:
            findings += _differences(name, archive[name], rebuilt[name])
    title = "Comparé au paquet reconstruit"
    if unproved and not findings:
        named = ", ".join(sorted(unproved)[:5])
        reason = f"l’édition d’avant prouve {named}\u00a0: rapport verify PAQUET --since ANCIEN"
        return Check("rebuilt", title, len(archive.members), unproved=reason)
    note = "" if findings else "authentique, octet pour octet"
    return Check("rebuilt", title, len(archive.members), tuple(findings), note=note)


def _differences(name: str, found: bytes, rebuilt: bytes) -> Iterator[Finding]:
    if name.endswith((".pdf", ".pptx")):
        check = check_rebuilt(found, rebuilt)
        told = check.findings or (Finding("rebuilt-saved", check.unproved or check.note),)
        yield from (replace(each, place=f"{name} {each.place}".strip(" ")) for each in told)
        return
    messages = tuple(text_differences(_words(found), _words(rebuilt))) or ("le code de la page diffère",)
    yield from (Finding("pack-page", message, name) for message in messages)


def _words(data: bytes) -> str:
    """The words of a page or of data, each on its own."""
    return html.unescape(TAG.sub(" ", data.decode("utf-8", "replace"))).replace('"', " ")


def check_passive(archive: Archive) -> Check:
    """Whether the files are of the kinds a pack holds, and the pages run nothing and fetch nothing."""
    findings: list[Finding] = []
    for name in archive:
        if "/" in name or not (name.endswith(KINDS) or name == SIGNATURE):
            findings.append(Finding("pack-kind", "fichier d’un genre qu’un paquet n’a pas", name))
        elif name.endswith(".html"):
            active = sorted({match[0].decode("latin-1") for match in ACTIVE.finditer(archive[name])})
            findings += (
                Finding("pack-active", f"la page agit ou va chercher ailleurs : {quoted(each)}", name)
                for each in active
            )
    return Check("pack-passive", "Ni programme, ni page active", len(archive.members), tuple(findings))


def manifest_of(archive: Archive) -> Manifest:
    """The manifest of a pack. Raises `UnreadableError` where there is none."""
    if NAME not in archive:
        raise UnreadableError(f"l’archive n’a pas de {NAME}\u00a0: ce n’est pas un paquet de rapport")
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
    known = {listed.name for listed in manifest.files} | {NAME, SIGNATURE}
    for name in sorted(set(archive) - known):
        yield Finding("pack-added", f"fichier ajouté, absent du manifeste\u00a0: {quoted(name)}")


# The register of numbered copies against the files handed out.


PRINTED = "-print-"
"""In the names of what goes to the printer, which no line lists; nor the page on what changed."""
CHANGES = "-changes.pdf"


class Registered(Struct, frozen=True):
    """A line: the number and recipient of a copy, its file and digest; the name such a file has, without its ending.

    `stamped` says whether the stamp of the line is that of its number and recipient.
    """

    number: int
    recipient: str
    file: str
    digest: str
    name: str
    stamped: bool


def check_register(lines: Iterable[Registered], files: Mapping[str, str]) -> Check:
    """Whether each line has its file and each file its line; `files` gives the digest of each by its name."""
    listed = tuple(lines)
    findings = (*_of_lines(listed, files), *_repeated(listed), *_strangers(listed, files))
    return Check("register", "Registre et exemplaires", len(listed), findings)


def _of_lines(lines: Iterable[Registered], files: Mapping[str, str]) -> Iterator[Finding]:
    for line in lines:
        who = f"exemplaire n°\u00a0{line.number} ({line.recipient})"
        if line.file not in files:
            yield Finding("register-missing", f"fichier manquant\u00a0: {quoted(line.file)}", who)
        elif files[line.file] != line.digest:
            message = f"{quoted(line.file)} n’a pas l’empreinte inscrite au registre"
            yield Finding("register-digest", message, who)
        if line.file.rpartition(".")[0] != line.name:
            message = f"ce fichier n’est pas celui d’un tel exemplaire\u00a0: {quoted(line.file)}"
            yield Finding("register-name", message, who)
        if not line.stamped:
            yield Finding("register-stamp", "la mention inscrite n’est pas celle du numéro et du destinataire", who)


def _repeated(lines: Iterable[Registered]) -> Iterator[Finding]:
    counts = Counter(line.file.casefold() for line in lines)
    for file in (file for file, count in counts.items() if count > 1):
        yield Finding("register-repeated", f"fichier inscrit {counts[file]} fois\u00a0: {quoted(file)}")
    owners: dict[int, set[str]] = {}
    for line in lines:
        owners.setdefault(line.number, set()).add(line.recipient)
    for number, names in owners.items():
        if len(names) > 1:
            yield Finding("register-number", f"le numéro {number} est à plusieurs\u00a0: {', '.join(sorted(names))}")


def _strangers(lines: Iterable[Registered], files: Mapping[str, str]) -> Iterator[Finding]:
    known = {line.file for line in lines}
    for file in sorted(set(files) - known):
        if PRINTED not in file and not file.endswith(CHANGES):
            yield Finding("register-stranger", f"fichier hors registre\u00a0: {quoted(file)}")
