"""A file for a meeting, with every block such a file has: drawn in both documents, judged, proved, as text in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

import office
from content_tree import SMALL, plain_spaces, write_tree
from judges import ooxml
from judges.verapdf import Flavour, failures
from parts import parts_of
from rapport.cli import main
from rapport.edition.blocks.figures import Table
from rapport.edition.text import plain, texts
from rapport.read.content import read_content
from rapport.resolve.edition import resolve
from readback import read_back

ASSETS = Path(__file__).parents[2] / "assets"
SPEECH = " ".join(["Mesdames et messieurs, nous avons choisi de travailler ensemble."] * 32)
MEETING = """
        title: La rencontre
        message: "Une heure pour obtenir un calendrier commun"
        blocks:
          - objective:
              purpose: "Obtenir un calendrier commun sur la sécurisation des systèmes."
              outcome: "Une phrase sur ce calendrier dans le texte commun."
              asks:
                - {text: "Soutenir notre rédaction", who: "La présidence", by: 2026-06-12}
                - "Nommer un point de contact"
              decisions:
                - {text: "Qui parle en premier", who: "Le cabinet", when: "la veille"}
            media: [brief, deck]
          - agenda:
              - {from: "09:30", to: "10:15", text: "Ouverture", place: "Salle 12", who: "La ministre",
                 expected: "Une annonce"}
              - {from: "10:15", text: "Photographie"}
              - {from: "23:30", to: "00:10", text: "Dernière séance"}
            day: 2026-06-14
            zone: Europe/Paris
          - people:
              - {name: "Zoé Çelik", office: "Ministre du numérique", said: "tché-lik", position: "Proche de la nôtre"}
              - {name: "Jean Dupont", office: "Conseiller"}
          - bilateral:
              partner: "Avec la Turquie"
              messages: ["Nous partageons le même but"]
              asks: ["Un appui à notre rédaction"]
              sensitivities: ["Les délais de visa"]
              avoid: ["Les ventes d'armes"]
            media: [brief, deck]
          - red-lines: ["Aucun transfert de données"]
            media: [brief, deck]
          - red-lines:
              - {text: "Pas d'exception", why: "La loi l'interdit", fallback: "Une clause de rendez-vous"}
            title: "Lignes rouges du texte"
            message: "Ce que nous n'accepterons pas"
            media: [brief, deck]
          - commitments:
              - {text: "Ouvrir un fonds", who: "La France", date: 2025-02, status: achieved, state: "Ouvert"}
              - {text: "Publier un rapport", status: planned}
          - wording:
              - {text: "Les États [devraient] [doivent] coopérer.", by: "Présidence", stance: "« doivent » nous va"}
              - "Ils se réuniront de nouveau."
          - gaps:
              - {text: "Le montant dépensé", who: "Le Trésor", by: 2026-06-01}
              - "La liste des participants"
            media: [brief, deck]
        """
WORDS = f"""
        title: Les mots
        message: "Que dire, et comment"
        blocks:
          - heading: "Ce qui a été dit"
          - verbatim: "L'IA doit servir à tous."
            by: "Le président"
            when: "à Paris"
          - heading: "Ce que nous dirons"
          - lines:
              - {{text: "Nous avons levé {{levees}} en 2025.", rests-on: "§ 4, {{levees:status}}"}}
              - "Nous avançons avec nos partenaires."
          - questions:
              - question: "Où en est la promesse ?"
                say: "Les projets avancent."
                bridge: "Ce qui compte, ce sont les sites."
                limit: "Aucun montant dépensé n'est connu."
          - heading: "Dans l'ordre"
          - numbered: ["Saluer", {{text: "Remercier", items: ["le pays hôte"]}}, "Conclure"]
          - speech: >-
              {SPEECH}
            title: "Discours d'ouverture"
        """
LAST = """
        title: Ce qui manque
        message: "À obtenir avant la rencontre"
        media: [brief]
        blocks:
          - all-gaps: used
            title: "Toutes les lacunes"
        """
BRIEFING = SMALL["briefings/evian.yaml"].replace("[financement]", "[rencontre, mots]")
CONTENT = {
    "sections/rencontre.yaml": MEETING,
    "sections/mots.yaml": WORDS,
    "sections/manque.yaml": LAST,
    "briefings/evian.yaml": BRIEFING,
    "names.yaml": SMALL["names.yaml"].rstrip() + "\n        - Salle 12\n",
}
SAID = (
    "Obtenir un calendrier commun sur la sécurisation des systèmes.",
    "Résultat attendu",
    "12 juin 2026",
    "9 h 30 – 10 h 15",
    "45 min",
    "40 min",
    "se prononce « tché-lik »",
    "Avec la Turquie",
    "À ne pas aborder",
    "Aucun transfert de données",
    "Une clause de rendez-vous",
    "Engagements antérieurs",
    "Les États [devraient] [doivent] coopérer.",
    "Le montant dépensé",
    "« L’IA doit servir à tous. »",
    "Nous avançons avec nos partenaires.",
    "Passerelle :",
    "Aucun montant dépensé n’est connu.",
    "le pays hôte",
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("meeting")
    write_tree(folder, CONTENT)
    assert main(["build", *options(folder)]) == 0
    return folder


def options(folder: Path) -> list[str]:
    return ["--content", str(folder / "content"), "--assets", str(ASSETS), "--output", str(folder / "output")]


def made(project: Path, name: str) -> Path:
    """A document, made when it is first asked for."""
    file = project / "output" / "evian" / f"evian-{name}"
    if not file.exists():
        assert main(["handout", *options(project)]) == 0
    return file


def test_check_has_nothing_to_say(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *options(project)]) == 0
    shown, refused = capsys.readouterr()
    assert refused == ""
    found, talk = plain_spaces(shown).splitlines()
    assert found == "aucune faute, aucun avertissement"
    assert re.fullmatch(r"evian : \d+ diapositives, \d+ min à voix haute \(\d+ mots à 130 par minute\)", talk)


@pytest.mark.parametrize("name", ["brief.pdf", "deck.pptx", "slides.pdf", "notes.pdf", "large-print.pdf"])
def test_every_document_proves_itself(project: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", *options(project), str(made(project, name))]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
@pytest.mark.parametrize("name", ["brief.pdf", "large-print.pdf", "slides.pdf"])
def test_every_pdf_conforms(project: Path, name: str, flavour: Flavour) -> None:
    assert failures(made(project, name).read_bytes(), flavour) == ()


def test_the_deck_is_valid(project: Path) -> None:
    try:
        found = ooxml.errors(made(project, "deck.pptx").read_bytes(), "pptx")
    except ooxml.NotInstalledError:
        pytest.skip("not run: the validator is not installed")
    assert found == ()


def test_no_text_leaves_its_box(project: Path, tmp_path: Path) -> None:
    deck = made(project, "deck.pptx")
    office.drawn((deck,), tmp_path)
    assert office.outside(deck, tmp_path / "evian-deck.pdf") == []
    assert office.met(tmp_path / "evian-deck.pdf") == []


def one_line(text: str) -> str:
    return " ".join(plain_spaces(text).replace("\u00ad", "").split())


def test_the_brief_says_all_of_it(project: Path) -> None:
    said = one_line(read_back(made(project, "brief.pdf").read_bytes()).root.text)
    assert [text for text in SAID if text not in said] == []
    assert "Discours d’ouverture (environ 2 min à voix haute)" in said
    assert "Déroulé, 14 juin 2026, heure locale (Paris)" in said


def slide_texts(data: bytes) -> Iterator[str]:
    """The paragraphs of all slides, those of their tables too."""
    for part, content in parts_of(data).items():
        if part.startswith("ppt/slides/slide"):
            for paragraph in etree.fromstring(content).iter("{*}p"):
                yield "".join(node.text or "" for node in paragraph.iter("{*}t"))


def test_the_deck_says_all_of_it(project: Path) -> None:
    said = one_line(" ".join(slide_texts(made(project, "deck.pptx").read_bytes())))
    assert [text for text in SAID if text not in said] == []


def test_a_numbered_list_is_one_to_whoever_edits_the_deck(project: Path) -> None:
    with pypdfium2.PdfDocument(made(project, "slides.pdf").read_bytes()) as pdf:
        shown = one_line(" ".join(page.get_textpage().get_text_range() for page in pdf))
    assert "1. Saluer" in shown
    deck = parts_of(made(project, "deck.pptx").read_bytes())
    markup = "".join(data.decode() for name, data in deck.items() if name.startswith("ppt/slides/slide"))
    assert [f'startAt="{number}"' in markup for number in (1, 2, 3, 4)] == [True, True, True, False]


def test_gaps_are_gathered_where_the_briefing_asks_for_it(tmp_path: Path) -> None:
    briefing = BRIEFING.replace("mots]", "mots, manque]")
    write_tree(tmp_path, CONTENT | {"briefings/evian.yaml": briefing})
    edition = resolve(read_content(tmp_path / "content", ASSETS).content, "evian", "brief")
    tables = [block for section in edition.sections for block in section.blocks if isinstance(block, Table)]
    [gathered] = [table for table in tables if plain(table.caption) == "Toutes les lacunes"]
    assert [plain(row.cells[0].text) for row in gathered.rows] == ["Le montant dépensé", "La liste des participants"]
    assert "À obtenir avant la rencontre" not in [plain(table.caption) for table in tables]


def test_what_is_for_us_alone_leaves_a_shared_block(tmp_path: Path) -> None:
    shared = MEETING.replace("zone: Europe/Paris", "zone: Europe/Paris\n            audience: partners")
    write_tree(tmp_path, CONTENT | {"sections/rencontre.yaml": shared})
    assert main(["build", *options(tmp_path), "--audience", "partners"]) == 0
    brief = tmp_path / "output" / "evian" / "evian.partners-brief.pdf"
    said = one_line(read_back(brief.read_bytes()).root.text)
    assert "Ouverture" in said
    assert "Une annonce" not in said
    assert "Turquie" not in said
    assert "Le président" in said
    assert main(["verify", *options(tmp_path), str(brief)]) == 0


def test_a_question_without_an_answer_and_an_hour_that_is_none_are_faults(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty = {
        "sections/mots.yaml": """
        title: Les mots
        message: "Que dire, et comment"
        blocks:
          - questions: [{question: "Où en est la promesse ?", limit: "Rien n'est connu."}]
        """,
        "sections/rencontre.yaml": MEETING.replace('"10:15", text', '"24:15", text'),
        "sections/autre.yaml": MEETING.replace('to: "10:15", text', "to: 10h15, text"),
    }
    write_tree(tmp_path, CONTENT | faulty)
    assert main(["check", *options(tmp_path)]) == 1
    shown = capsys.readouterr()
    found = plain_spaces(shown.out + shown.err)
    assert "clock-expected: « 24:15 » n’est pas une heure" in found
    assert '    écrivez : to: "10:15"' in found
    assert "question-unanswered: cette question n’a pas une réponse et une seule" in found


def test_texts_are_typeset_like_any_other(project: Path) -> None:
    edition = resolve(read_content(project / "content", ASSETS).content, "evian", "brief")
    assert "Les ventes d’armes" in set(texts(edition.sections))
