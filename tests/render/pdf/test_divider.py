"""What opens a part of a brief."""

from __future__ import annotations

from msgspec.structs import replace

from judges.verapdf import failures
from rapport.render.pdf.brief import draw_brief
from readback import read_back
from render.pdf.made_up import charter, edition, fact, fonts, para, section


def test_a_divider_names_the_sections_it_opens_and_conforms() -> None:
    made = edition(
        section("Avant", para("Une ligne.")),
        section("Partie", kind="divider", title="Les engagements pris"),
        section("Financement", para("Il y a ", fact("109 milliards d’euros", "promis"), ".")),
        section("Annexe", para("Une ligne."), kind="annex"),
    )
    data = draw_brief(made, charter(), fonts()).data
    opener = next(node for node in read_back(data).root.find("Sect") if "Les engagements pris" in node.text)
    assert "Financement" in opener.text
    assert "Annexe" not in opener.text
    assert failures(data, "ua1") == ()


def test_names_take_all_columns_but_one_where_the_charter_gives_prose_no_more() -> None:
    look = charter()
    grid = replace(look.brief.grid, margin_columns=look.brief.grid.columns - 1)
    narrow = replace(look, brief=replace(look.brief, grid=grid))
    made = edition(
        section("Partie", kind="divider", title="Engagements"),
        section("Financement", para(fact("109 milliards d’euros", "promis"))),
    )
    assert read_back(draw_brief(made, narrow, fonts()).data).root.find("Sect")
