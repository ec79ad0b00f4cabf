"""Both editions of a briefing -> its fiche."""

from __future__ import annotations

from pathlib import Path

from briefing_tree import COMPLETE, briefing
from content_tree import SMALL, plain_spaces
from rapport.edition.blocks.figures import KeyFigures, Timeline
from rapport.edition.blocks.words import Bullets
from rapport.edition.edition import Edition, EditionSection
from rapport.edition.text import plain
from rapport.edition.walk import texts
from rapport.resolve.reports.sheet import sheets


def fiches(tmp_path: Path, **changes: str | None) -> tuple[EditionSection, ...]:
    files = {name.replace("__", "/") + ".yaml": text for name, text in changes.items()}
    made = briefing(tmp_path, files)
    return tuple(only(edition) for edition in sheets(made.brief, made.deck))


def only(edition: Edition) -> EditionSection:
    [section] = edition.sections
    return section


def dates(section: EditionSection) -> list[str]:
    return [
        plain_spaces(plain(moment.date))
        for block in section.blocks
        if isinstance(block, Timeline)
        for moment in block.moments
    ]


def test_the_fullest_has_message_key_figures_and_the_next_dates(tmp_path: Path) -> None:
    section = fiches(tmp_path)[0]
    assert plain(section.kicker) == "Fiche – usage interne"
    assert plain(section.title) == "L’IA en France"
    assert plain(section.lead) == "La France rend compte."
    assert [type(block) for block in section.blocks] == [KeyFigures, Timeline]
    assert dates(section) == ["Juin 2026", "D’ici 2030"]


def test_the_key_figures_are_the_most_that_a_page_has_room_for(tmp_path: Path) -> None:
    sets = (
        "- key-figures: {facts: [levees, promesse, pme]}",
        "- key-figures: {facts: [levees, promesse, pme, levees, promesse, pme]}",
        "- key-figures: {facts: [levees, promesse, pme, levees, promesse, pme, levees]}",
    )
    figures = COMPLETE["sections/chiffres.yaml"].replace(sets[0], f"\n{' ' * 10}".join(sets))
    section = fiches(tmp_path, sections__chiffres=figures)[0]
    (shown,) = [block for block in section.blocks if isinstance(block, KeyFigures)]
    assert [figure.evidence.fact for figure in shown.figures] == ["levees", "promesse", "pme"] * 2


def test_themes_and_what_to_say_come_first_and_shorter_ones_say_less(tmp_path: Path) -> None:
    said = """
        title: À dire
        message: "Que dire"
        media: [brief]
        blocks:
          - messages: [{title: "Sécuriser", text: "Les systèmes."}, {title: "Protéger", text: "Les enfants."}]
            title: "Nos thèmes"
          - lines: ["Nous avançons.", "Nous tenons parole.", "Nous aidons.", "Nous finissons."]
          - verbatim: "Je n'ai rien promis."
            by: "Quelqu'un"
        """
    listed = COMPLETE["briefings/evian.yaml"].replace("calendrier]", "calendrier, dire]")
    shown = fiches(tmp_path, sections__dire=said, briefings__evian=listed)
    lists = [[block for block in section.blocks if isinstance(block, Bullets)] for section in shown]
    themes, lines = lists[0]
    assert [plain(item.text) for item in themes.items] == ["Sécuriser", "Protéger"]
    assert [plain(item.text) for item in lines.items] == ["Nous avançons.", "Nous tenons parole.", "Nous aidons."]
    assert [len(each[1].items) if len(each) > 1 else 0 for each in lists][:4] == [3, 2, 1, 0]


def test_the_barest_has_no_date(tmp_path: Path) -> None:
    shorter = [len(dates(section)) for section in fiches(tmp_path)]
    assert shorter[0] == 2
    assert sorted(shorter, reverse=True) == shorter
    assert shorter[-1] == 0


def test_it_says_nothing_that_the_documents_do_not(tmp_path: Path) -> None:
    made = briefing(tmp_path)
    said = set(texts((made.brief, made.deck)))
    title = {made.brief.furniture("kind-sheet"), f"{made.brief.furniture('kind-sheet')} – usage interne"}
    for edition in sheets(made.brief, made.deck):
        assert set(texts((edition.cover, edition.sections))) <= said | title


def test_calls_of_footnotes_stay_in_the_brief(tmp_path: Path) -> None:
    message = COMPLETE["sections/message.yaml"].replace('compte."', 'compte[^a]."\n        footnotes: {a: "Note."}')
    [first, *_] = fiches(tmp_path, sections__message=message)
    assert plain(first.lead) == "La France rend compte."
    assert not any(span.note for span in first.lead)


def test_without_statement_key_figures_or_calendar_the_messages_of_the_sections_serve(tmp_path: Path) -> None:
    [section] = fiches(tmp_path, briefings__evian=SMALL["briefings/evian.yaml"])
    [block] = section.blocks
    assert isinstance(block, Bullets)
    assert [plain(item.text) for item in block.items] == ["Les start-up ont levé 2,6\u00a0Md€, plus de quoi grandir"]


def test_where_all_dates_are_past_the_last_one_stays(tmp_path: Path) -> None:
    past = (
        COMPLETE["sections/calendrier.yaml"]
        .replace("2026-06", "2025-06")
        .replace('text: "{pme} des PME équipées", fact: pme', 'text: "Plan lancé", date: 2025-07, status: achieved')
    )
    shown = [dates(section) for section in fiches(tmp_path, sections__calendrier=past)]
    assert [len(each) for each in shown if each][-1] == 1
    assert shown[-1] == []
