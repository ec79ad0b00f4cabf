"""Content as typed -> the final words of both editions."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from content_tree import SMALL, read_tree
from rapport.edition.blocks.figures import Chart, KeyFigures
from rapport.edition.blocks.words import Bullets, Paragraph
from rapport.edition.edition import Edition, EditionSection
from rapport.edition.text import Span, evidence, plain
from rapport.resolve.acronyms import _FirstUses
from rapport.resolve.edition import resolve
from snapshot import snapshot


def editions(tmp_path: Path, **changes: str) -> tuple[Edition, Edition]:
    files = {name.replace("__", "/") + ".yaml": text for name, text in changes.items()}
    content = read_tree(tmp_path, files).content
    return resolve(content, "evian", "brief"), resolve(content, "evian", "deck")


def paragraph(text: str) -> str:
    return f'title: A\nmessage: "B"\nblocks:\n  - paragraph: "{text}"\n'


def prose(tmp_path: Path, text: str) -> str:
    """What a paragraph typed as `text` becomes in the brief."""
    brief, _ = editions(tmp_path, sections__financement=paragraph(text))
    [block] = brief.sections[0].blocks
    assert isinstance(block, Paragraph)
    return plain(block.text)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("On a levé {levees} hier.", "On a levé plus de 2,6\u00a0milliards d’euros hier."),
        ("On a levé {levees:short}.", "On a levé 2,6\u00a0Md€."),
        ("Les levées ({levees:amount}).", "Les levées (plus de 2,6\u00a0Md€)."),
        ("Somme {promesse:status} : {promesse:value}.", "Somme promis\u00a0: 109\u00a0milliards d’euros."),
        ("{levees} ont été levés.", "Plus de 2,6\u00a0milliards d’euros ont été levés."),
        ("Fini. {levees} ont été levés.", "Fini. Plus de 2,6\u00a0milliards d’euros ont été levés."),
        ("L'objectif : {pme} des villes !", "L’objectif\u00a0: 80\u00a0% des villes\u202f!"),
    ],
)
def test_a_fact_is_printed_in_its_form_within_typeset_french(tmp_path: Path, typed: str, printed: str) -> None:
    assert prose(tmp_path, typed) == printed


@pytest.mark.parametrize(
    ("bounds", "qualifier", "printed"),
    [
        ("low: 5_500_000, high: 7_000_000", "", "Elles sont estimées de 5,5 à 7\u00a0millions d’euros."),
        ("low: 5_500_000, high: 7_000_000", "about", "Elles sont estimées environ 5,5 à 7\u00a0millions d’euros."),
        ("value: 7_000_000", "", "Elles sont estimées 7\u00a0millions d’euros."),
    ],
)
def test_a_range_after_a_verb_says_from_what_to_what(bounds: str, qualifier: str, printed: str, tmp_path: Path) -> None:
    said = f"qualifier: {qualifier}, " if qualifier else ""
    known = "unit: EUR, status: estimated, as_of: 2026-02-10, source: bilan, locator: § 1"
    facts = f"group: Aides\naides: {{label: aides, {bounds}, {said}{known}}}\n"
    text = paragraph("Elles sont estimées {aides}.")
    brief, _ = editions(tmp_path, facts__aides=facts, sections__financement=text)
    [block] = brief.sections[0].blocks
    assert isinstance(block, Paragraph)
    assert plain(block.text) == printed


def test_no_line_parts_the_words_of_a_name(tmp_path: Path) -> None:
    names = "- Global AI Index\n- Osez l'IA\n"
    content = read_tree(tmp_path, {"names.yaml": names, "sections/financement.yaml": paragraph(TYPED)}).content
    [block] = resolve(content, "evian", "brief").sections[0].blocks
    assert isinstance(block, Paragraph)
    assert (
        plain(block.text) == "Le plan «\u00a0Osez\u00a0l’IA\u00a0» et le Global\u00a0AI\u00a0Index, non un Global AI."
    )


TYPED = "Le plan « Osez l'IA » et le Global AI Index, non un Global AI."


def test_every_printed_figure_carries_its_evidence(tmp_path: Path) -> None:
    brief, _ = editions(tmp_path)
    [proof] = [item for item in evidence(brief.sections[0].blocks[0]) if item.fact == "levees"]
    assert (proof.low, proof.unit) == (Decimal(2_600_000_000), "EUR")
    assert (proof.qualifier, proof.status) == ("more-than", "achieved")
    assert (proof.source, proof.locator) == ("bilan", "§ 4")


def test_the_brief_shows_prose_and_the_deck_says_it(tmp_path: Path) -> None:
    brief, deck = editions(tmp_path)
    assert [type(block) for block in brief.sections[0].blocks] == [Paragraph, Chart]
    assert [type(block) for block in deck.sections[0].blocks] == [Chart, Bullets]
    [said] = deck.sections[0].speech
    assert plain(said).startswith("Les start-up ont levé plus de")


def test_fiches_are_numbered_in_the_brief_only(tmp_path: Path) -> None:
    brief, deck = (edition.sections[0] for edition in editions(tmp_path))
    assert (plain(brief.kicker), plain(brief.name)) == ("Fiche\u00a01", "Fiche\u00a01 –\u00a0Financement")
    assert plain(deck.kicker) == "Financement"


def test_statuses_never_share_a_series(tmp_path: Path) -> None:
    brief, _ = editions(tmp_path)
    chart = brief.sections[0].blocks[1]
    assert isinstance(chart, Chart)
    assert [series.status.word for series in chart.series] == ["Réalisé", "Promis"]
    assert [[point.label for point in series.points] for series in chart.series] == [
        ["", "plus de 2,6"],
        ["109", ""],
    ]


def test_a_range_is_drawn_from_end_to_end(tmp_path: Path) -> None:
    ends = "low: 90_000_000_000\n          high: 110_000_000_000"
    facts = SMALL["facts/financement.yaml"].replace("value: 109_000_000_000", ends)
    brief, _ = editions(tmp_path, facts__financement=facts)
    chart = brief.sections[0].blocks[1]
    assert isinstance(chart, Chart)
    assert [(point.value, point.high) for series in chart.series for point in series.points if point.label] == [
        (Decimal("2.6"), None),
        (Decimal(90), Decimal(110)),
    ]


def test_a_note_is_a_form_of_the_brief_alone(tmp_path: Path) -> None:
    listed = SMALL["briefings/evian.yaml"].rstrip(" ") + "        form: note\n"
    brief, deck = editions(tmp_path, briefings__evian=listed)
    assert (brief.form, deck.form) == ("note", "file")
    assert (brief.contents.name, deck.contents.name != ()) == ((), True)
    assert [plain(each.cover.kind) for each in (brief, deck)] == [
        "Note – usage interne",
        "Présentation – usage interne",
    ]


def test_the_alternative_of_a_chart_says_its_values(tmp_path: Path) -> None:
    brief, _ = editions(tmp_path)
    chart = brief.sections[0].blocks[1]
    assert isinstance(chart, Chart)
    assert chart.alternative.startswith(
        "Graphique à barres. Les montants. en milliards d’euros (réalisé, promis)\u00a0: levées des start-up"
    )


def test_footnotes_are_marked_in_order(tmp_path: Path) -> None:
    brief, _ = editions(tmp_path)
    [note] = brief.notes
    assert (note.mark, plain(note.text)) == ("1", "Le total n’est pas précisé.")


def test_an_acronym_is_expanded_where_it_first_stands(tmp_path: Path) -> None:
    brief, _ = editions(tmp_path)
    [block, *_] = brief.sections[0].blocks
    assert isinstance(block, Paragraph)
    assert [span.expansion for span in block.text if span.text == "PME"] == ["petites et moyennes entreprises"]


def test_ordinals_are_raised(tmp_path: Path) -> None:
    brief, _ = editions(tmp_path, sections__financement=paragraph("Le 1er sommet, le 2ème."))
    [block] = brief.sections[0].blocks
    assert isinstance(block, Paragraph)
    assert [span.text for span in block.text if span.position == "superscript"] == ["er", "e"]


def test_formulas_are_lowered(tmp_path: Path) -> None:
    brief, _ = editions(tmp_path, sections__financement=paragraph("Moins de CO2."))
    [block] = brief.sections[0].blocks
    assert isinstance(block, Paragraph)
    assert [span.text for span in block.text if span.position == "subscript"] == ["2"]


def test_formulas_of_the_units_of_key_figures_are_lowered(tmp_path: Path) -> None:
    tile = "title: T\nmessage: 'M'\nblocks:\n  - key-figures:\n      facts: [levees]\n"
    facts = SMALL["facts/financement.yaml"].replace("unit: EUR", "unit: megatonne-CO2e", 1)
    brief, _ = editions(tmp_path, facts__financement=facts, sections__financement=tile)
    [block] = brief.sections[0].blocks
    assert isinstance(block, KeyFigures)
    unit = block.figures[0].unit_alone()
    assert (plain(unit)[-3:], unit[-1].text, unit[-1].position) == ("CO2", "2", "subscript")


def test_what_is_to_be_confirmed_stands_out(tmp_path: Path) -> None:
    brief, _ = editions(tmp_path, sections__financement=paragraph("Le lieu [À CONFIRMER]."))
    [block] = brief.sections[0].blocks
    assert isinstance(block, Paragraph)
    assert [span.text for span in block.text if span.emphasis == "strong"] == ["[À CONFIRMER]"]


ANNEX = """
        title: Annexe
        message: "Les chiffres"
        kind: annex
        media: [brief]
        blocks:
          - annex: "Chiffres"
            remark: "Et plus encore."
          - glossary: used
            title: "Sigles"
          - sources: used
        """


def test_made_blocks_list_what_is_shown(tmp_path: Path) -> None:
    briefing = SMALL["briefings/evian.yaml"].replace("[financement]", "[financement, annexe]")
    brief, deck = editions(tmp_path, sections__annexe=ANNEX, briefings__evian=briefing)
    annex = _section(brief, "annexe")
    table, glossary, sources = annex.blocks
    assert [cell.pages_of for row in table.rows for cell in row.cells if cell.pages_of] == ["levees", "promesse", "pme"]  # type: ignore[union-attr]
    assert plain(table.source).endswith("Et plus encore.")  # type: ignore[union-attr]
    assert plain(glossary.title) == "Sigles"  # type: ignore[union-attr]
    assert [plain(entry.term) for entry in glossary.entries] == ["PME"]  # type: ignore[union-attr]
    assert [plain(item.text) for item in sources.items] == [  # type: ignore[union-attr]
        "Bilan de l’IA (bilan du 10\u00a0février\u00a02026, §\u00a04, 6 et 8)."
    ]
    assert [section.key for section in deck.sections] == ["financement"]


def test_the_annex_says_when_its_figures_were_known(tmp_path: Path) -> None:
    briefing = SMALL["briefings/evian.yaml"].replace("[financement]", "[financement, annexe]")
    facts = SMALL["facts/financement.yaml"]
    one, _ = editions(tmp_path / "one", sections__annexe=ANNEX, briefings__evian=briefing)
    table = _section(one, "annexe").blocks[0]
    assert "Données arrêtées au 10\u00a0février\u00a02026." in plain(table.source)  # type: ignore[union-attr]
    assert "Connu au" not in [plain(column.header) for column in table.columns]  # type: ignore[union-attr]
    later = facts[::-1].replace("2026-02-10"[::-1], "2026-02-12"[::-1], 1)[::-1]
    briefing = briefing.replace("date: 2026-02-10", "date: 2026-02-12")
    two, _ = editions(tmp_path / "two", sections__annexe=ANNEX, briefings__evian=briefing, facts__financement=later)
    table = _section(two, "annexe").blocks[0]
    at = [plain(column.header) for column in table.columns].index("Connu au")  # type: ignore[union-attr]
    rows = [row for row in table.rows if row.kind == "plain"]  # type: ignore[union-attr]
    assert [plain(row.cells[at].text) for row in rows] == [
        "10\u00a0févr.\u00a02026",
        "10\u00a0févr.\u00a02026",
        "12\u00a0févr.\u00a02026",
    ]
    assert "Données arrêtées" not in plain(table.source)  # type: ignore[union-attr]


def _section(edition: Edition, key: str) -> EditionSection:
    return next(section for section in edition.sections if section.key == key)


def test_the_same_content_gives_the_same_snapshot(tmp_path: Path) -> None:
    first, second = (snapshot(editions(tmp_path / name)[0]) for name in ("a", "b"))
    assert first == second


@pytest.mark.parametrize("style", [">-", "|-"])
def test_a_blank_line_parts_paragraphs_in_either_kind_of_block(tmp_path: Path, style: str) -> None:
    text = f'title: A\nmessage: "B"\nblocks:\n  - paragraph: {style}\n      Un\n      début.\n\n      Une fin.\n'
    brief, _ = editions(tmp_path, sections__financement=text)
    assert [plain(block.text) for block in brief.sections[0].blocks if isinstance(block, Paragraph)] == [
        "Un début.",
        "Une fin.",
    ]


def test_a_slide_says_the_places_of_its_points_and_of_what_is_said_with_it(tmp_path: Path) -> None:
    section = (
        'title: A\nmessage: "B"\nblocks:\n  - key-figures: {facts: [promesse]}\n'
        '  - paragraph: "Les start-up ont levé {levees}."\n  - points: ["{levees:amount} levés"]\n'
        'notes: "Objectif : {pme} des PME."\n'
    )
    _, deck = editions(tmp_path, sections__financement=section)
    [figures, _] = deck.sections[0].blocks
    assert isinstance(figures, KeyFigures)
    assert plain(figures.source) == "Source\u00a0: bilan du 10\u00a0février\u00a02026, §\u00a04, 6 et 8."


def test_an_acronym_in_a_superscript_is_not_expanded() -> None:
    """« CO2 » raised in a formula has no room for what it stands for."""
    raised = (Span("PME", position="superscript"), Span(" et PME"))
    made = _FirstUses({"PME": "petites et moyennes entreprises"}).marked(raised)
    assert [(span.text, span.expansion) for span in made] == [
        ("PME", ""),
        (" et ", ""),
        ("PME", "petites et moyennes entreprises"),
    ]
