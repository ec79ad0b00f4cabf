"""What acronyms stand for is printed where each reader first meets them, in each document and for each audience."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

import handwork
import word.test_review
from content_tree import SMALL, plain_spaces, write_tree
from edit_desk import Desk
from rapport.cli import main

ASSETS = Path(__file__).parents[2] / "assets"
CONTENT = {
    "acronyms.yaml": """
        PME: {expansion: petites et moyennes entreprises}
        ONG: {expansion: organisations non gouvernementales}
        CRE: {expansion: Commission de régulation de l'énergie}
        """,
    "sections/reserve.yaml": """
        title: Les ONG
        message: "Ce que les ONG attendent de nous"
        audience: internal
        blocks:
          - paragraph: "Pour l'instant, les ONG attendent la CRE."
        """,
    "sections/messages.yaml": """
        title: Messages
        message: "Ce que nous dirons"
        blocks:
          - messages:
              - {title: "Aider les PME", text: "Elles le demandent."}
              - {title: "Écouter les ONG", text: "Les ONG le demandent aussi."}
            title: "Deux messages"
        notes: "Les PME et les ONG d'abord."
        """,
    "sections/chiffres.yaml": """
        title: Chiffres
        message: "Ce que disent les chiffres"
        blocks:
          - key-figures: {facts: [levees, pme]}
          - table:
              caption: "Qui fait quoi"
              columns: ["Qui", "Quoi"]
              rows:
                - cells: ["Les PME", "produire"]
                - cells: ["La CRE", "surveiller"]
        """,
    "sections/fin.yaml": """
        title: La suite
        message: "La suite se prépare"
        blocks:
          - paragraph: "Les PME, les ONG et la CRE se réuniront."
          - bullets: ["Réunir les PME, les ONG et la CRE"]
        """,
    "briefings/evian.yaml": SMALL["briefings/evian.yaml"].replace(
        "[financement]", "[reserve, messages, chiffres, fin]"
    ),
    "translations/en_GB/common.yaml": """
        - {fr: "PME", en: "SMEs"}
        - {fr: "petites et moyennes entreprises", en: "small and medium-sized enterprises"}
        - {fr: "ONG", en: "NGOs"}
        - {fr: "organisations non gouvernementales", en: "non-governmental organisations"}
        - {fr: "CRE", en: "CRE"}
        - {fr: "Commission de régulation de l'énergie", en: "French energy regulator"}
        - {fr: "Aider les PME", en: "Helping SMEs"}
        - {fr: "Elles le demandent.", en: "They ask for it."}
        - {fr: "Écouter les ONG", en: "Listening to NGOs"}
        - {fr: "Les ONG le demandent aussi.", en: "NGOs ask for it too."}
        - {fr: "Les PME et les ONG d'abord.", en: "SMEs and NGOs first."}
        - {fr: "La CRE", en: "CRE"}
        - {fr: "Les PME, les ONG et la CRE se réuniront.", en: "SMEs, NGOs and CRE will meet."}
        - {fr: "Réunir les PME, les ONG et la CRE", en: "Bringing together SMEs, NGOs and CRE"}
        - {fr: "Les ONG", en: "NGOs"}
        - {fr: "Ce que les ONG attendent de nous", en: "What NGOs expect of us"}
        - {fr: "Pour l'instant, les ONG attendent la CRE.", en: "For now, NGOs await CRE."}
        - {fr: "Messages", en: "Messages"}
        - {fr: "Deux messages", en: "Two messages"}
        - {fr: "Ce que nous dirons", en: "What we shall say"}
        - {fr: "Chiffres", en: "Figures"}
        - {fr: "Ce que disent les chiffres", en: "What the figures say"}
        - {fr: "Qui fait quoi", en: "Who does what"}
        - {fr: "Qui", en: "Who"}
        - {fr: "Quoi", en: "What"}
        - {fr: "Les PME", en: "SMEs"}
        - {fr: "produire", en: "produce"}
        - {fr: "surveiller", en: "watch"}
        - {fr: "La suite", en: "What next"}
        - {fr: "La suite se prépare", en: "What comes next is in hand"}
        - {fr: "Sommet du G7", en: "G7 Summit"}
        - {fr: "Évian", en: "Évian"}
        - {fr: "L'IA en France", en: "AI in France"}
        - {fr: "Un an après", en: "One year on"}
        - {fr: "Financement", en: "Funding"}
        - {fr: "levées des start-up", en: "raised by start-ups"}
        - {fr: "centres de données", en: "data centres"}
        - {fr: "PME à équiper", en: "SMEs to be equipped"}
        - {fr: "Bilan de l’IA", en: "AI balance sheet"}
        - {fr: "bilan du 10 février 2026", en: "balance sheet of 10 February 2026"}
        """,
}
SMES, NGOS, CRE = (
    ("PME", "petites et moyennes entreprises"),
    ("ONG", "organisations non gouvernementales"),
    ("CRE", "Commission de régulation de l’énergie"),
)


def project(folder: Path) -> list[str]:
    content = write_tree(folder, CONTENT)
    return ["--content", str(content), "--assets", str(ASSETS), "--output", str(folder / "output")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sigles")
    options = project(folder)
    assert main(["build", "evian", *options]) == 0
    assert main(["build", "evian", "--audience", "press", *options]) == 0
    assert main(["build", "evian", "--locale", "en_GB", *options]) == 0
    for audience in ([], ["--audience", "press"]):
        assert main(["pack", "evian", "--unproved", *audience, *options]) == 0
    return folder / "output" / "evian"


def pages(path: Path) -> str:
    return pages_of(path.read_bytes())


def pages_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        lines = " ".join(page.get_textpage().get_text_range() for page in pdf)
    return " ".join(plain_spaces(lines).split())


def shown(path: Path) -> list[str]:
    """The texts of each slide, notes left out."""
    slides = Presentation(str(path)).slides
    return [plain_spaces("\n".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)) for slide in slides]


def test_the_brief_says_it_in_the_first_sentence_or_under_the_first_visual(built: Path) -> None:
    said = pages(built / "evian-brief.pdf")
    ngos = "les ONG (organisations non gouvernementales) attendent la CRE (Commission de régulation de l’énergie)"
    assert ngos in said
    assert "Elles le demandent. 2 Écouter les ONG Les ONG le demandent aussi. PME : petites et moyennes" in said
    assert all(said.count(meaning) == 1 for _key, meaning in (SMES, NGOS, CRE))


def test_a_narrower_audience_meets_them_in_its_own_order(built: Path) -> None:
    said = pages(built / "evian.press-brief.pdf")
    assert "Les ONG (organisations non gouvernementales) le demandent aussi" in said
    assert "CRE : Commission de régulation de l’énergie." in said
    assert all(said.count(meaning) == 1 for _key, meaning in (SMES, NGOS, CRE))


def test_a_slide_says_it_at_its_foot(built: Path) -> None:
    internal, press = shown(built / "evian-deck.pptx"), shown(built / "evian.press-deck.pptx")
    for slides, first in ((internal, [NGOS, SMES, CRE]), (press, [SMES, NGOS, CRE])):
        told = [(number, key) for number, text in enumerate(slides) for key, says in first if says in text]
        assert [key for _number, key in sorted(told, key=lambda each: each[0])] == [key for key, _says in first]
        assert all(f"{key} : {meaning}" in "\n".join(slides) for key, meaning in first)
        assert told[0][0] == 2, "the cover and the list of sections are passed over"


def test_the_sheet_says_it_for_itself(built: Path) -> None:
    with zipfile.ZipFile(built / "evian.press-pack.zip") as pack:
        said = pages_of(pack.read("evian.press-sheet.pdf"))
    assert "Aider les PME (petites et moyennes entreprises)" in said
    assert "Écouter les ONG (organisations non gouvernementales)" in said


def test_the_english_twin_says_it_in_english(built: Path) -> None:
    said = pages(built / "evian-brief.en_GB.pdf")
    assert "SMEs: small and medium-sized enterprises." in said
    assert said.count("non-governmental organisations") == 1
    feet = "\n".join(shown(built / "evian-deck.en_GB.pptx"))
    assert "NGOs: non-governmental organisations" in feet


def test_all_of_it_is_proved(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--content", str(built.parents[1] / "content"), "--assets", str(ASSETS), "--output", str(built.parent)]
    files = sorted(path for path in built.glob("evian*") if path.suffix in (".pdf", ".pptx"))
    assert main(["verify", *options, *map(str, files)]) == 0, capsys.readouterr().out


LISTED = {
    "acronyms.yaml": """
        ONG: {expansion: organisations non gouvernementales}
        """,
    "sections/textes.yaml": """
        title: 'Les textes'
        message: 'Ce qu\'\'il faut retenir'
        blocks:
          - bullets:
              - "Former les agents des ONG du pays"
        """,
}
TYPED = "Former les agents des ONG"


def test_a_reviewer_s_words_come_home_without_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = word.test_review.Desk(tmp_path, capsys, LISTED)
    path = desk.edit(word.test_review.replaced(TYPED, "agents", "cadres"))
    desk.apply(path)
    assert desk.changed() == {"textes.yaml": ['      - "Former les cadres des ONG du pays"']}


def test_what_a_reviewer_takes_out_of_it_is_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = word.test_review.Desk(tmp_path, capsys, LISTED)
    path = desk.edit(word.test_review.replaced(TYPED, " (organisations non gouvernementales)", ""))
    assert "composé par rapport" in desk.apply(path)
    assert desk.changed() == {}


def test_other_words_for_it_go_home_to_the_acronym(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path, capsys, LISTED)
    foot = "ONG : organisations sans but lucratif."
    path = desk.edit(
        handwork.text(5, "Pied de page", foot), handwork.text(5, "Texte", "Former les cadres des ONG du pays")
    )
    desk.run(path, "--apply")
    assert desk.changed_lines() == [
        "ONG: {expansion: organisations sans but lucratif}",
        '      - "Former les cadres des ONG du pays"',
    ]
