"""A pack is held to its manifest: what was altered, what is missing, what was added."""

from __future__ import annotations

import io
import json
import zipfile
from hashlib import sha256
from typing import Any

import pytest

from rapport.verify.verify import verify_pack

FILES = {"brief.pdf": b"%PDF-1.7 le dossier", "deck.pptx": b"PK la presentation", "LISEZMOI.html": b"<p>Bonjour</p>"}


def manifest(**others: Any) -> bytes:
    listed = [{"name": name, "sha256": sha256(data).hexdigest(), "size": len(data)} for name, data in FILES.items()]
    value = {"format": 1, "briefing": "evian-g7", "version": "1.0", "content": "0" * 64, "rapport": "1.0.0"}
    return json.dumps(value | {"files": listed} | others, ensure_ascii=False).encode()


def pack(files: dict[str, bytes] = FILES, listed: bytes | None = None) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.writestr("manifest.json", manifest() if listed is None else listed)
    return target.getvalue()


def said(data: bytes) -> list[str]:
    return [finding.message for finding in verify_pack(data).findings]


def test_an_untouched_pack_is_proved() -> None:
    verification = verify_pack(pack())
    assert verification.passed
    assert [(check.name, check.count) for check in verification.checks] == [("pack-files", 3)]


@pytest.mark.parametrize("place", range(19))
def test_any_changed_byte_is_found(place: int) -> None:
    data = bytearray(FILES["brief.pdf"])
    data[place] ^= 1
    expected = "fichier modifié\u00a0: «\u00a0brief.pdf\u00a0» (son empreinte n’est pas celle du manifeste)"
    assert said(pack(FILES | {"brief.pdf": bytes(data)})) == [expected]


def test_a_longer_file_is_found() -> None:
    (message,) = said(pack(FILES | {"brief.pdf": FILES["brief.pdf"] + b"!"}))
    assert message == "fichier modifié\u00a0: «\u00a0brief.pdf\u00a0» (20 octets au lieu de 19)"


def test_a_missing_file_is_found() -> None:
    assert said(pack({name: data for name, data in FILES.items() if name != "deck.pptx"})) == [
        "fichier manquant\u00a0: «\u00a0deck.pptx\u00a0»"
    ]


def test_an_added_file_is_found() -> None:
    assert said(pack(FILES | {"virus.exe": b"MZ"})) == [
        "fichier ajouté, absent du manifeste\u00a0: «\u00a0virus.exe\u00a0»"
    ]


def test_exchanged_files_are_found() -> None:
    swapped = FILES | {"brief.pdf": FILES["deck.pptx"], "deck.pptx": FILES["brief.pdf"]}
    assert len(said(pack(swapped))) == 2


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        (b"{", "ce n’est pas du JSON"),
        (b"\xff\xfe", "ce n’est pas du JSON"),
        (b"[]", "mal formé"),
        (b'{"format": 1}', "mal formé"),
        (manifest(format=2), "format de manifeste inconnu"),
        (manifest(files=[{"name": "a", "sha256": "xyz", "size": 1}]), "empreinte ou taille mal formée"),
        (manifest(files=[{"name": "a", "sha256": "0" * 64, "size": True}]), "empreinte ou taille mal formée"),
        (manifest(version=1), "mal formé"),
        (b'{"format": 1, "format": 1}', "une clé y figure deux fois"),
        (b"[" * 100_000, "ce n’est pas du JSON"),
    ],
)
def test_a_bad_manifest_is_refused(listed: bytes, words: str) -> None:
    (message,) = said(pack(listed=listed))
    assert words in message


def test_an_archive_without_manifest_is_no_pack() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.txt", "a")
    (message,) = said(target.getvalue())
    assert "n’a pas de manifest.json" in message


def test_a_file_listed_twice_is_found() -> None:
    entry = {"name": "a", "sha256": sha256(b"a").hexdigest(), "size": 1}
    assert said(pack({"a": b"a"}, manifest(files=[entry, entry]))) == [
        "le manifeste cite 2 fois le fichier «\u00a0a\u00a0»"
    ]
