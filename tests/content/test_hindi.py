"""The essentials for New Delhi in Hindi: whole, proved, read by another engine as written, passed by the judges."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pypdfium2
import pytest

from content.texts import ROOT
from judges import ooxml, verapdf
from rapport.api import Project, build, verify

KEY = "new-delhi-bref"
HINDI = Project(ROOT / "content", ROOT / "assets", locale="hi_IN")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return build(HINDI, KEY)


@pytest.fixture(scope="module")
def brief(files: dict[str, bytes]) -> bytes:
    return next(data for name, data in files.items() if name.endswith(".pdf"))


@pytest.fixture(scope="module")
def deck(files: dict[str, bytes]) -> bytes:
    return next(data for name, data in files.items() if name.endswith(".pptx"))


def test_the_documents_are_proved(files: dict[str, bytes]) -> None:
    assert [str(finding) for proof in verify(HINDI, KEY, files) for finding in proof.findings] == []


def test_another_engine_reads_what_is_written(brief: bytes) -> None:
    with pypdfium2.PdfDocument(brief) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    shown = " ".join(text.split())
    for words in ("कृत्रिम बुद्धिमत्ता: नई दिल्ली में फ़्रांस", "1,10,000 से अधिक", "€2.6 अरब से अधिक", "18 और 19 फ़रवरी 2026"):
        assert words in shown
    assert "\u2060" not in text
    assert "मातृभाषी द्वारा पढ़ा जाए" in shown  # says that a native speaker is still to read it


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_finds_nothing(brief: bytes, flavour: verapdf.Flavour) -> None:
    assert verapdf.failures(brief, flavour) == ()


def test_the_deck_is_valid_and_names_its_script(deck: bytes) -> None:
    with zipfile.ZipFile(BytesIO(deck)) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
        slides = "".join(package.read(name).decode() for name in package.namelist() if name.startswith("ppt/slides/s"))
    assert '<a:cs typeface="Noto Sans Devanagari"/>' in theme
    assert 'lang="hi-IN"' in slides
    assert 'lang="fr-FR"' not in slides
    try:
        assert ooxml.errors(deck, "pptx") == ()
    except ooxml.NotInstalledError:
        pytest.skip("not run: Microsoft's Open XML validator is not installed")
