"""Each reader gets what is for them: never more, in nothing that a file carries."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from content_tree import SMALL, plain_spaces, read_tree, said, write_tree
from rapport.audience import AUDIENCES, Audience, sees
from rapport.cli import main
from rapport.edition.text import places
from rapport.model.content import Content
from rapport.project.composition import compose_to_read
from rapport.project.editions import narrower_editions
from rapport.project.project import House
from rapport.project.proofs import withheld_by
from rapport.read.charter.charter import read_charter
from rapport.read.faces import installed_fonts
from rapport.remembered import ANEW, Remembered
from rapport.resolve.audience import permitted
from rapport.verify.withheld import Withheld, check_withheld
from verify.leaks import deck_leaks, pack_leaks
from verify.leaks_pdf import pdf_leaks
from verify.mutations_pdf import Mutation

ASSETS = Path(__file__).parents[2] / "assets"
SECRETS = (
    "Ne cédez rien sur le calendrier avant la fin de la réunion.",
    "Notre repli : accepter une clause de rendez-vous en septembre.",
)
"""What a partner would love to read: a line to take, and what the speaker is told."""
MEETING = {
    "sections/langage.yaml": f"""
        title: À dire
        message: "Que dire, que répondre"
        blocks:
          - paragraph: "Les start-up ont levé {{levees}} en 2025."
          - quote: "{SECRETS[0]}"
          - callout: "Le montant des dépenses n'est pas connu de nos services."
          - paragraph: "Le budget prévu et caché est de {{budget}}."
          - bullets: ["Chacun lit ceci[^prudence]"]
          - table:
              caption: "Les montants"
              facts: [levees, budget]
          - paragraph: "Entre partenaires seulement, ceci se lit encore."
            audience: partners
          - paragraph: "La presse lit cela, et le public ne le lit pas."
            audience: press
        notes: >-
          {SECRETS[1]}
        footnotes:
          prudence: {{text: "Le chiffre exact reste entre nous pour le moment.", audience: internal}}
        """,
    "sections/reserve.yaml": """
        title: Réserve
        message: "Une section entière que personne d'autre ne doit lire"
        audience: internal
        blocks:
          - bullets: ["Un point que seuls les nôtres connaissent"]
        """,
    "facts/budget.yaml": """
        group: Budget
        budget:
          label: budget que le ministère garde pour lui
          value: 47_300_000
          unit: EUR
          status: planned
          as_of: 2026-02-10
          source: bilan
          locator: § 9
          audience: internal
        """,
    "briefings/evian.yaml": SMALL["briefings/evian.yaml"].replace("[financement]", "[financement, langage, reserve]"),
}


def project(folder: Path) -> list[str]:
    content = write_tree(folder, MEETING)
    return ["--content", str(content), "--assets", str(ASSETS), "--output", str(folder / "output")]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    reading = read_tree(tmp_path_factory.mktemp("audience"), MEETING)
    assert said(reading) == []
    return reading.content


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything a partner may be handed: documents, handouts, pack."""
    folder = tmp_path_factory.mktemp("partners")
    options = [*project(folder), "--audience", "partners"]
    assert main(["build", *options]) == 0
    assert main(["handout", *options, "--slides", "--notes"]) == 0
    assert main(["pack", "evian", *options]) == 0
    return folder


@pytest.fixture(scope="module")
def secrets(content: Content) -> Withheld:
    seen = permitted(content, "partners")
    house = House(read_charter(ASSETS / "charter.yaml"), installed_fonts())
    return withheld_by(compose_to_read(seen, "evian", house, "draft"))


def output(folder: Path) -> Path:
    return folder / "output" / "evian"


def texts_of(content: Content, audience: Audience) -> str:
    seen = permitted(content, audience)
    blocks = [str(block) for section in seen.sections.values() for block in section.blocks]
    return " ".join((*blocks, *(str(section.notes) for section in seen.sections.values())))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_reads_what_is_for_them_and_for_all_after_them(content: Content, audience: Audience) -> None:
    steps = {"internal": "Ne cédez rien", "partners": "Entre partenaires", "press": "La presse lit", "public": "Chacun"}
    text = texts_of(content, audience)
    for meant_for in AUDIENCES:
        assert (steps[meant_for] in text) == sees(audience, meant_for)


def test_what_calls_an_internal_fact_is_internal(content: Content) -> None:
    seen = permitted(content, "partners")
    assert content.facts.keys() - seen.facts.keys() == {"budget"}
    assert "prévu et caché" not in texts_of(content, "partners")
    [table] = [block.table for block in seen.sections["langage"].blocks if hasattr(block, "table")]
    assert [call.fact for call in table.facts] == ["levees"]


def test_no_heading_stands_over_what_was_left_out(tmp_path: Path) -> None:
    section = """
        title: À dire
        message: "Que dire"
        blocks:
          - heading: "Ce que nous dirons"
          - lines: ["Nous avançons."]
          - heading: "Ce que chacun lit"
          - paragraph: "Tous le lisent."
        """
    seen = permitted(read_tree(tmp_path, {"sections/financement.yaml": section}).content, "press")
    blocks = seen.sections["financement"].blocks
    assert [type(block).__name__ for block in blocks] == ["HeadingBlock", "ParagraphBlock"]
    alone = section[: section.index('  - heading: "Ce que chacun')]
    content = read_tree(tmp_path, {"sections/financement.yaml": alone}).content
    assert "financement" not in permitted(content, "press").sections


def test_a_footnote_for_fewer_is_not_called_either(content: Content) -> None:
    assert "[^prudence]" in texts_of(content, "internal")
    assert "[^prudence]" not in texts_of(content, "partners")
    assert "prudence" not in permitted(content, "partners").sections["langage"].footnotes


def test_a_point_of_which_all_is_kept_from_a_reader_is_kept_too(content: Content, tmp_path: Path) -> None:
    section = """
        title: À dire
        message: "Que dire"
        blocks:
          - bullets:
              - {text: "Le budget se lit ainsi :", items: ["Il est de {budget}"]}
              - {text: "Les levées aussi :", items: ["Elles sont de {levees}", "Le budget est de {budget}"]}
        """
    files = {"sections/financement.yaml": section, "facts/budget.yaml": MEETING["facts/budget.yaml"]}
    seen = permitted(read_tree(tmp_path, files).content, "press")
    [point] = seen.sections["financement"].blocks[0].bullets  # type: ignore[union-attr]
    assert [item.text for item in point.items] == ["Elles sont de {levees}"]


def test_other_footnotes_of_the_same_text_are_called_as_before(tmp_path: Path) -> None:
    section = """
        title: À dire
        message: "Que dire"
        blocks:
          - paragraph: "Tous le lisent[^prudence], et la suite[^suite]."
        footnotes:
          prudence: {text: "Entre nous.", audience: internal}
          suite: "À suivre."
        """
    seen = permitted(read_tree(tmp_path, {"sections/financement.yaml": section}).content, "press")
    assert seen.sections["financement"].blocks[0].paragraph.text == "Tous le lisent, et la suite[^suite]."  # type: ignore[union-attr]


def test_a_section_for_fewer_leaves_the_list(content: Content) -> None:
    assert permitted(content, "partners").briefings["evian"].sections == ("financement", "langage")


def test_check_looks_at_each_audience_that_the_content_names(content: Content) -> None:
    assert [seen.audience for seen in narrower_editions(content, ["evian"], "internal")] == ["partners", "press"]
    assert [seen.audience for seen in narrower_editions(content, ["evian"], "press")] == []
    [partners, _press] = narrower_editions(content, ["evian"], "internal")
    assert partners.briefings["evian"].sections == ("financement", "langage")


def test_what_is_shared_between_audiences_is_what_each_would_have_alone(content: Content) -> None:
    house, memory = House(read_charter(ASSETS / "charter.yaml"), installed_fonts()), Remembered()
    for seen in (content, *narrower_editions(content, ["evian"], "internal")):
        shared, alone = (compose_to_read(seen, "evian", house, "draft", known) for known in (memory, ANEW))
        assert (shared.brief, shared.deck, shared.plan) == (alone.brief, alone.deck, alone.plan)
        assert [places(slide) for slide in shared.plan.slides] == [places(slide) for slide in alone.plan.slides]


def test_the_cover_says_for_whom_it_is(built: Path) -> None:
    assert "pour les partenaires" in first_page(output(built) / "evian.partners-brief.pdf")
    assert main(["build", *project(built)]) == 0
    assert "usage interne" in first_page(output(built) / "evian-brief.pdf")


def first_page(path: Path) -> str:
    with pypdfium2.PdfDocument(path.read_bytes()) as pdf:
        return plain_spaces(pdf[0].get_textpage().get_text_range()).replace("\r\n", " ")


def test_all_that_is_built_for_partners_is_proved(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted(output(built).glob("evian.partners*"))
    assert len(files) == 5
    assert main(["verify", *project(built), *map(str, files)]) == 0
    shown = capsys.readouterr().out
    assert "en défaut" not in shown
    assert shown.count("Rien qui ne soit pour ce public") == 4 + 4 + 4, shown


def test_an_internal_document_under_a_partners_name_is_refused(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", *project(tmp_path)]) == 0
    for kind in ("brief.pdf", "deck.pptx"):
        inside, name = output(tmp_path) / f"evian-{kind}", tmp_path / f"evian.partners-{kind}"
        name.write_bytes(inside.read_bytes())
        assert main(["verify", *project(tmp_path), str(name)]) == 3
        assert "audience-leak" in capsys.readouterr().out


def leaks(built: Path) -> Iterator[Mutation]:
    folder = output(built)
    brief, deck = (folder / f"evian.partners-{kind}" for kind in ("brief.pdf", "deck.pptx"))
    yield from pdf_leaks(brief.read_bytes(), SECRETS[0])
    yield from deck_leaks(deck.read_bytes(), SECRETS[1])
    yield from pack_leaks((folder / "evian.partners-pack.zip").read_bytes(), SECRETS[0])


def test_a_sentence_put_back_into_any_carrier_is_found(built: Path, secrets: Withheld) -> None:
    faults = tuple(leaks(built))
    missed = [fault.name for fault in faults if not check_withheld(fault.data, secrets, "partenaires").findings]
    assert missed == []
    assert len({fault.name for fault in faults}) >= 90


@pytest.mark.parametrize(
    "change",
    [str.upper, lambda text: text.replace(" ", "\u00a0"), "-".join, lambda text: text[12:50]],
    ids=["capitals", "spaces", "hyphens", "half"],
)
def test_no_disguise_hides_it(built: Path, secrets: Withheld, change: Callable[[str], str]) -> None:
    deck = (output(built) / "evian.partners-deck.pptx").read_bytes()
    fault = next(deck_leaks(deck, change(SECRETS[0])))
    assert check_withheld(fault.data, secrets, "partenaires").findings


RECIPIENTS = """nom;public visé;documents
Cabinet;interne;dossier présentation
Délégation indienne;partenaires;dossier présentation slides commentaires fiche
Agence;presse;dossier
"""


def test_each_recipient_gets_what_they_may_see(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = tmp_path / "liste.csv"
    listed.write_text(RECIPIENTS, encoding="utf-8")
    options = project(tmp_path)
    assert main(["pack", "evian", *options, "--recipients", str(listed)]) == 0
    [register] = (output(tmp_path) / "copies").rglob("register.csv")
    rows = list(csv.DictReader(register.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert {row["Destinataire"]: row["Public"] for row in rows} == {
        "Cabinet": "internal",
        "Délégation indienne": "partners",
        "Agence": "press",
    }
    files = sorted(register.parent.glob("evian*"))
    assert [file.name.split("-")[0] for file in files] == ["evian"] * 2 + ["evian.partners"] * 5 + ["evian.press"]
    page = (register.parent / "register.html").read_text(encoding="utf-8")
    assert "pour les partenaires" in page
    capsys.readouterr()
    assert main(["verify", *options, *map(str, files)]) == 0


def test_a_pack_for_partners_gives_nobody_more(tmp_path: Path) -> None:
    listed = tmp_path / "liste.csv"
    listed.write_text(RECIPIENTS, encoding="utf-8")
    options = [*project(tmp_path), "--audience", "partners"]
    assert main(["pack", "evian", *options, "--recipients", str(listed)]) == 0
    names = sorted(path.name.split("-")[0] for path in (output(tmp_path) / "copies").rglob("evian*-brief.pdf"))
    assert names == ["evian.partners", "evian.partners", "evian.press"]


def test_a_list_that_does_not_say_is_pointed_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = tmp_path / "liste.csv"
    listed.write_text("nom\nCabinet\nDélégation indienne\n", encoding="utf-8")
    assert main(["pack", "evian", *project(tmp_path), "--recipients", str(listed)]) == 0
    message = plain_spaces(capsys.readouterr().err)
    assert "audience-missing: « Cabinet », et 1 autres : tout le dossier, pages internes comprises" in message


def test_an_unknown_audience_is_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = tmp_path / "liste.csv"
    listed.write_text("nom;public visé\nCabinet;amis\n", encoding="utf-8")
    assert main(["pack", "evian", *project(tmp_path), "--recipients", str(listed)]) == 1
    assert "liste.csv:2:2: audience-unknown: public visé inconnu : « amis »" in plain_spaces(capsys.readouterr().err)
    with pytest.raises(SystemExit):
        main(["build", *project(tmp_path), "--audience", "amis"])
    section = MEETING["sections/reserve.yaml"].replace("audience: internal", "audience: amis")
    reading = read_tree(tmp_path, MEETING | {"sections/reserve.yaml": section})
    assert "content/sections/reserve.yaml:3:11 choice-unknown « amis » n’est pas une valeur de « audience »" in said(
        reading
    )


def test_the_whole_content_is_attached_for_nobody_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", *project(tmp_path), "--audience", "press", "--attach-source"]) == 2
    assert "--attach-source" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()


def test_what_changed_is_not_told_from_one_audience_to_another(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "evian", *project(tmp_path)]) == 0
    inside = output(tmp_path) / "evian-pack.zip"
    options = [*project(tmp_path), "--audience", "partners", "--since"]
    assert main(["pack", "evian", *options, str(inside)]) == 2
    assert "public visé" in capsys.readouterr().err
    assert main(["pack", "evian", *options, str(output(built) / "evian.partners-pack.zip")]) == 0
    with zipfile.ZipFile(output(tmp_path) / "evian.partners-pack.zip") as pack:
        assert "evian.partners-changes.pdf" in pack.namelist()


def test_a_briefing_of_which_nothing_is_left_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    section = SMALL["sections/financement.yaml"].rstrip() + "\n        audience: internal\n"
    content = write_tree(tmp_path, {"sections/financement.yaml": section})
    assert main(["build", "--content", str(content), "--assets", str(ASSETS), "--audience", "public"]) == 2
    assert "rien de « evian » n’est destiné au public visé « public »" in plain_spaces(capsys.readouterr().err)
