"""Decks that are damaged or made to harm are refused in one line; nothing is written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from rapport.cli import main

Parts = dict[str, bytes]


def repacked(data: bytes, change: Callable[[Parts], object]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def in_slide(old: bytes, new: bytes) -> Callable[[Parts], object]:
    def change(parts: Parts) -> None:
        name = next(each for each in sorted(parts) if each.startswith("ppt/slides/slide") and old in parts[each])
        parts[name] = parts[name].replace(old, new)

    return change


def linked(parts: Parts) -> None:
    link = (
        b'<Relationship Id="rId99" TargetMode="External" Target="file:///etc/passwd" Type="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
    )
    name = "ppt/slides/_rels/slide1.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", link)


def deep(parts: Parts) -> None:
    inner = b"<p:grpSp><p:nvGrpSpPr><p:cNvPr id='900' name='g'/></p:nvGrpSpPr><p:grpSpPr/>"
    name = "ppt/slides/slide1.xml"
    parts[name] = parts[name].replace(b"</p:spTree>", inner * 40 + b"</p:grpSp>" * 40 + b"</p:spTree>")


def vast(parts: Parts) -> None:
    name = next(each for each in parts if each.startswith("ppt/slides/slide") and b"<a:tr " in parts[each])
    row = parts[name][parts[name].index(b"<a:tr ") : parts[name].index(b"</a:tr>") + 7]
    parts[name] = parts[name].replace(row, row * 7_000, 1)


HARM: dict[str, tuple[Callable[[Parts], object], str]] = {
    "macros": (lambda parts: parts.update({"ppt/vbaProject.bin": b"code"}), "macros"),
    "a link to a file": (linked, "hors de lui"),
    "an entity": (in_slide(b"<p:sld ", b'<!DOCTYPE s [<!ENTITY e "x">]><p:sld '), "type de document interdite"),
    "broken XML": (in_slide(b"</p:sld>", b"</p:sl"), "XML mal formé"),
    "a part that is gone": (lambda parts: parts.pop("ppt/slides/slide3.xml"), "partie absente"),
    "groups without end": (deep, "trop de formes ou de groupes"),
    "a vast table": (vast, "tableau démesuré"),
    "a path out of the archive": (lambda parts: parts.update({"../evil.xml": b"<a/>"}), "chemin dangereux"),
    "no presentation": (lambda parts: parts.pop("[Content_Types].xml"), "pas un document Office"),
}


@pytest.mark.parametrize("name", HARM)
def test_a_harmful_deck_is_refused_in_a_line(
    name: str, deck: bytes, options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change, reason = HARM[name]
    path = tmp_path / "evian-deck.pptx"
    path.write_bytes(repacked(deck, change))
    refused(path, reason, options, capsys)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "pas une présentation PowerPoint"),
        (b"PK\x03\x04 cut", "illisible"),
        (b"%PDF-1.7", "pas une présentation PowerPoint"),
        ("nom;fonction\nZoé;Cheffe\n".encode(), "pas une présentation PowerPoint"),
    ],
)
def test_what_is_no_deck_is_refused_in_a_line(
    data: bytes, reason: str, options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "evian-deck.pptx"
    path.write_bytes(data)
    refused(path, reason, options, capsys)


def test_where_no_project_is_it_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edits", "--content", str(tmp_path / "content"), "--output", str(tmp_path)]) == 1
    assert "rapport new" in capsys.readouterr().err


def test_a_missing_file_is_said(options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused(tmp_path / "evian-deck.pptx", "lecture impossible", options, capsys)


def refused(path: Path, reason: str, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["edits", "--apply", str(path), *options]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert reason in said.err
    assert len(said.err.splitlines()) == 1
