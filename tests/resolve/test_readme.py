"""A pack's files -> the page that presents them; numbered copies -> their register."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tree import COMPLETE, briefing
from content_tree import plain_spaces
from rapport.edition.blocks.figures import Image, Table
from rapport.edition.blocks.words import Bullets
from rapport.edition.edition import Edition
from rapport.edition.picture import Picture, Preview
from rapport.edition.text import plain, texts
from rapport.resolve.reports.readme import Enclosure, Examined, readme, register_page, register_rows, verification_page
from rapport.resolve.reports.report import ReportWording
from rapport.verify.report import OUTCOMES

PAGE = Picture("page-1.png", b"", "", "image/png", 300, 424)
FILES = (
    Enclosure("evian-brief.pdf", "brief", 1_234_567, 2, (Preview(1, "Sommaire", PAGE), Preview(2, "", PAGE))),
    Enclosure("evian-deck.pptx", "deck", 98_765, 1),
    Enclosure("manifest.json", "manifest", 0),
)


@pytest.fixture
def brief(tmp_path: Path) -> Edition:
    return briefing(tmp_path).brief


def table(edition: Edition) -> list[list[str]]:
    """The first table's rows, the second line of each cell after a bar."""
    block = next(block for section in edition.sections for block in section.blocks if isinstance(block, Table))
    return [
        [" | ".join(filter(None, map(plain, (cell.text, cell.detail)))) for cell in row.cells] for row in block.rows
    ]


def test_each_file_is_presented_with_its_use_its_reader_its_form_and_its_size(brief: Edition) -> None:
    assert table(readme(brief, FILES, "evian-pack.zip")) == [
        [
            "Dossier d’information | Messages, chiffres sourcés et calendrier",
            "Qui prépare la rencontre",
            "PDF, 2\u00a0pages | evian-brief.pdf",
            "1,2\u00a0Mo",
        ],
        [
            "Présentation | Diapositives modifiables, avec les notes de l’orateur",
            "L’orateur, et qui adapte la présentation",
            "PPTX, 1\u00a0diapositive | evian-deck.pptx",
            "99\u00a0ko",
        ],
        ["Manifeste | Les empreintes de tous les fichiers", "Qui vérifie les fichiers", "JSON | manifest.json", ""],
    ]


def test_pages_are_shown_in_small_and_open_the_document_there(brief: Edition) -> None:
    images = [
        block
        for section in readme(brief, FILES, "evian-pack.zip").sections
        for block in section.blocks
        if isinstance(block, Image)
    ]
    assert [(plain(image.caption), image.caption[0].link, image.alternative) for image in images] == [
        ("1. Sommaire", "evian-brief.pdf#page=1", "Aperçu de la page\u00a01"),
        ("2 (suite)", "evian-brief.pdf#page=2", "Aperçu de la page\u00a02"),
    ]


@pytest.mark.parametrize(
    ("files", "said"),
    [(FILES, ["PDF", "diapositive"]), (FILES[:1], ["PDF"]), (FILES[1:2], ["diapositive"]), (FILES[2:], [])],
)
def test_what_is_said_of_using_files_is_of_those_that_are_there(
    files: tuple[Enclosure, ...], said: list[str], brief: Edition
) -> None:
    lines = next(block for block in readme(brief, files, "p.zip").sections[-1].blocks if isinstance(block, Bullets))
    _, *others = (plain(item.text) for item in lines.items)
    assert [next(word for word in ("PDF", "diapositive") if word in line) for line in others] == said


def test_what_was_said_of_the_briefing_holds_for_its_page(tmp_path: Path) -> None:
    marked = COMPLETE["briefings/evian.yaml"].replace("version:", 'marking: "Diffusion restreinte"\n        version:')
    page = readme(briefing(tmp_path, {"briefings/evian.yaml": marked}).brief, FILES, "evian-pack.zip")
    assert plain(page.cover.marking) == "Diffusion restreinte"
    assert page.draft


def test_the_page_is_written_in_the_language_of_the_briefing(tmp_path: Path) -> None:
    english = COMPLETE["briefings/evian.yaml"].replace("version:", "locale: en_GB\n        version:")
    page = readme(briefing(tmp_path, {"briefings/evian.yaml": english}).brief, FILES, "evian-pack.zip")
    assert "What this pack holds" in set(texts(page.sections))
    assert page.language == "en-GB"


@pytest.mark.parametrize(("locale", "spoken"), [("fr_FR", ""), ("en_GB", "fr-FR")])
def test_checks_are_read_aloud_in_french_whatever_the_page_is_in(locale: str, spoken: str, tmp_path: Path) -> None:
    written = COMPLETE["briefings/evian.yaml"].replace("version:", f"locale: {locale}\n        version:")
    brief = briefing(tmp_path, {"briefings/evian.yaml": written}).brief
    page = verification_page(brief, [("evian.pdf", [Examined("Mots", 1_200, "passed")])], "verification.json")
    name, count, _ = next(block for block in page.sections[0].blocks if isinstance(block, Table)).rows[1].cells
    assert [(span.text, span.language) for span in name.text] == [("Mots", spoken)]
    assert plain(count.text) == {"fr_FR": "1\u202f200", "en_GB": "1,200"}[locale]


@pytest.mark.parametrize(("locale", "spoken"), [("fr_FR", ""), ("en_GB", "fr-FR")])
def test_what_no_proof_has_found_comes_first_in_the_language_of_proofs(
    locale: str, spoken: str, tmp_path: Path
) -> None:
    written = COMPLETE["briefings/evian.yaml"].replace("version:", f"locale: {locale}\n        version:")
    page = readme(briefing(tmp_path, {"briefings/evian.yaml": written}).brief, FILES, "p.zip", ["Mots : deux fois"])
    [block] = page.sections[0].blocks
    assert isinstance(block, Bullets)
    assert [(span.text, span.language) for item in block.items for span in item.text] == [("Mots : deux fois", spoken)]


def test_the_register_names_the_holder_then_each_document(brief: Edition) -> None:
    rows = register_rows(brief, 7, "Zoé Çelik", [("evian-007.pdf", "ab" * 32), ("evian-007.pptx", "cd" * 32)])
    assert [(row.kind, [plain(cell.text) for cell in row.cells]) for row in rows] == [
        ("group", ["n°\u00a07 — Zoé Çelik – usage interne"]),
        ("plain", ["evian-007.pdf", "ab" * 32]),
        ("plain", ["evian-007.pptx", "cd" * 32]),
    ]
    assert table(register_page(brief)) == []


@pytest.mark.parametrize("locale", ["fr_FR", "en_GB"])
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_of_a_proof_has_a_word(outcome: str, locale: str) -> None:
    assert ReportWording(locale).string(f"outcome-{outcome}")


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (1, "1 ko"),
        (1_499, "1 ko"),
        (98_765, "99 ko"),
        (999_999, "1 000 ko"),
        (1_000_000, "1,0 Mo"),
        (1_260_000, "1,3 Mo"),
    ],
)
def test_sizes_are_in_decimal_units(size: int, said: str) -> None:
    assert plain_spaces(ReportWording("fr_FR").size(size)) == said


@pytest.mark.parametrize(
    ("contents", "key", "times"), [("", "", 0), ("", "A", 1), ("contents: {}", "", 1), ("contents: {}", "A", 1)]
)
def test_how_statuses_are_read_is_said_once_where_the_brief_says_it(
    contents: str, key: str, times: int, tmp_path: Path
) -> None:
    written = COMPLETE["briefings/evian.yaml"].replace("version:", f"{contents}\n        version:")
    figures = COMPLETE["sections/chiffres.yaml"].rstrip() + (f'\n          - status-key: "{key}"\n' if key else "\n")
    changes = {"briefings/evian.yaml": written, "sections/chiffres.yaml": figures}
    page = readme(briefing(tmp_path, changes).brief, FILES, "p.zip")
    assert [section.key for section in page.sections].count("statuts") == times
