"""Both editions of a briefing -> its fiche."""

from __future__ import annotations

from pathlib import Path

from briefing_tree import COMPLETE, briefing
from content_tree import SMALL, plain_spaces
from rapport.edition.blocks.figures import KeyFigures, Timeline
from rapport.edition.blocks.words import Bullets
from rapport.edition.edition import Edition, EditionSection
from rapport.edition.text import plain, texts
from rapport.resolve.audience import permitted
from rapport.resolve.edition import resolve
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


def test_the_first_numbered_messages_alone_are_the_themes(tmp_path: Path) -> None:
    said = """
        title: À dire
        message: "Que dire"
        media: [brief]
        blocks:
          - messages: [{title: "Sécuriser", text: "Les systèmes."}]
            title: "Nos thèmes"
          - messages: [{title: "Convaincre", text: "Nos voisins."}]
            title: "Notre méthode"
        """
    listed = COMPLETE["briefings/evian.yaml"].replace("calendrier]", "calendrier, dire]")
    section = fiches(tmp_path, sections__dire=said, briefings__evian=listed)[0]
    lists = [block for block in section.blocks if isinstance(block, Bullets)]
    assert [[plain(item.text) for item in block.items] for block in lists] == [["Sécuriser"]]


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


def test_messages_of_sections_that_no_slide_shows_serve_too(tmp_path: Path) -> None:
    section = 'title: A\nmedia: [brief]\nmessage: "Sur papier"\nblocks: [paragraph: "B"]\n'
    [fiche] = fiches(tmp_path, briefings__evian=SMALL["briefings/evian.yaml"], sections__financement=section)
    [block] = fiche.blocks
    assert isinstance(block, Bullets)
    assert [plain(item.text) for item in block.items] == ["Sur papier"]


def test_ten_messages_of_sections_are_as_many_as_serve(tmp_path: Path) -> None:
    keys = [f"partie-{number:02}" for number in range(12)]
    listed = SMALL["briefings/evian.yaml"].replace("[financement]", f"[{', '.join(keys)}]")
    said = {f"sections__{key}": f'title: A\nmessage: "{key}"\nblocks: [paragraph: "B"]\n' for key in keys}
    [section] = fiches(tmp_path, briefings__evian=listed, **said)
    [block] = section.blocks
    assert isinstance(block, Bullets)
    assert [plain(item.text) for item in block.items] == keys[:10]


def test_where_all_dates_are_past_the_last_one_stays(tmp_path: Path) -> None:
    past = (
        COMPLETE["sections/calendrier.yaml"]
        .replace("2026-06", "2025-06")
        .replace('text: "{pme} des PME équipées", fact: pme', 'text: "Plan lancé", date: 2025-07, status: achieved')
    )
    shown = [dates(section) for section in fiches(tmp_path, sections__calendrier=past)]
    assert [len(each) for each in shown if each][-1] == 1
    assert shown[-1] == []


def test_the_next_three_dates_are_on_it(tmp_path: Path) -> None:
    more = "".join(
        f'              - {{text: "Suite", date: 2027-0{month}, status: planned}}\n' for month in range(1, 5)
    )
    later = COMPLETE["sections/calendrier.yaml"].rstrip() + "\n" + more
    assert dates(fiches(tmp_path, sections__calendrier=later)[0]) == ["Juin 2026", "Janvier 2027", "Février 2027"]


def test_one_row_of_figures_is_left_where_what_is_asked_needs_room(tmp_path: Path) -> None:
    sets = "- key-figures: {facts: [levees, promesse, pme, levees, promesse]}"
    figures = COMPLETE["sections/chiffres.yaml"].replace("- key-figures: {facts: [levees, promesse, pme]}", sets)
    listed = COMPLETE["briefings/evian.yaml"].replace("calendrier]", "calendrier, demandes]")
    shown = fiches(tmp_path, sections__chiffres=figures, sections__demandes=ASKING, briefings__evian=listed)
    counts = [len(block.figures) for each in shown for block in each.blocks if isinstance(block, KeyFigures)]
    assert (counts[0], min(counts), counts[-1]) == (5, 3, 5)


ASKING = """
    title: Nos demandes
    kind: ask
    message: "Ce que nous attendons de chacun"
    blocks:
      - comparison:
          - {title: "Sécuriser", detail: "Les systèmes", items: ["Dire ce que vous attendez", "Proposer un texte"]}
          - {title: "Protéger", detail: "Les enfants", items: ["Qu'avez-vous appris ?"]}
        remark: "Avant le Sommet."
      - bullets: ["Nommer un point de contact"]
    """


def asked(section: EditionSection) -> list[list[str]]:
    lists = [block for block in section.blocks if isinstance(block, Bullets)]
    return [[plain(each.title), *(plain_spaces(plain(item.text)) for item in each.items)] for each in lists]


def test_what_is_asked_is_on_it_before_a_second_row_of_figures(tmp_path: Path) -> None:
    listed = COMPLETE["briefings/evian.yaml"].replace("calendrier]", "calendrier, demandes]")
    shown = fiches(tmp_path, sections__demandes=ASKING, briefings__evian=listed)
    wanted = [
        "Nos demandes",
        "Sécuriser. Dire ce que vous attendez. Proposer un texte.",
        "Protéger. Qu’avez-vous appris ?",
        "Nommer un point de contact",
    ]
    assert asked(shown[0]) == [wanted]
    assert dates(shown[0]) == ["Juin 2026", "D’ici 2030"]
    assert asked(shown[-1]) == [], "a briefing whose asks no page holds still has a fiche"


def test_messages_that_ask_are_said_once(tmp_path: Path) -> None:
    asking = """
        title: Nos demandes
        kind: ask
        message: "Ce que nous attendons de chacun"
        blocks:
          - messages:
              - {title: "Dire ce que vous attendez", text: "Avant le Sommet."}
              - {title: "Proposer un texte", text: "Avec nous."}
        """
    listed = COMPLETE["briefings/evian.yaml"].replace("calendrier]", "calendrier, demandes]")
    shown = fiches(tmp_path, sections__demandes=asking, briefings__evian=listed)
    assert asked(shown[0]) == [["Nos demandes", "Dire ce que vous attendez", "Proposer un texte"]]


def test_who_may_not_see_what_is_asked_has_a_fiche_without_it(tmp_path: Path) -> None:
    hidden = ASKING.rstrip() + "\n    audience: partners\n    "
    listed = COMPLETE["briefings/evian.yaml"].replace("calendrier]", "calendrier, demandes]")
    content = briefing(tmp_path, {"sections/demandes.yaml": hidden, "briefings/evian.yaml": listed}).content
    for audience, found in (("partners", 1), ("press", 0)):
        seen = permitted(content, audience)  # type: ignore[arg-type]  # names of audiences
        brief, deck = (resolve(seen, "evian", medium) for medium in ("brief", "deck"))
        assert len(asked(only(sheets(brief, deck)[0]))) == found


def test_what_an_objective_asks_is_asked_where_no_section_is_of_that_kind(tmp_path: Path) -> None:
    objective = """
        title: Objet
        message: "Ce que nous voulons obtenir"
        blocks:
          - objective:
              purpose: "Obtenir une date."
              asks: [{text: "Fixer la date", who: "La présidence"}, "Nommer un contact"]
              decisions: ["Qui parle en premier"]
          - red-lines: ["Aucun transfert de données"]
        """
    listed = COMPLETE["briefings/evian.yaml"].replace("calendrier]", "calendrier, objet]")
    shown = fiches(tmp_path, sections__objet=objective, briefings__evian=listed)
    assert asked(shown[0]) == [["Demandes", "Fixer la date", "Nommer un contact"]]
