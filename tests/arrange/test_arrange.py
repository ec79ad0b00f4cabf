"""From an edition to the plan of its deck."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from editions import TARGET_DECK, edition, points, section, table
from rapport.arrange.arrange import Arranged, plan
from rapport.edition.blocks.figures import Comparison, Side
from rapport.edition.blocks.words import Paragraph
from rapport.edition.edition import Contents, Edition, Note
from rapport.edition.text import Span, plain, words
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.origin import Origin
from rapport.slides.deck import Slide
from rapport.slides.elements import SlideSign
from sketch import boxes, outline, texts, title

Arrange = Callable[[Edition], Arranged]


def by_key(result: Arranged, key: str) -> Slide:
    return next(slide for slide in result.deck.slides if slide.key == key)


def test_the_visual_target_in_its_order(arranged: Arrange) -> None:
    assert outline(arranged(TARGET_DECK).deck).replace("\u00a0", " ").replace("\u202f", " ") == (
        "1 cover: Intelligence artificielle : / le bilan de la France, un an après Paris\n"
        "2 title-only: Un bilan, six fiches, deux rendez-vous\n"
        "3 figures: Les levées et les usages sont mesurés ; 109 milliards d’euros restent promis\n"
        "4 chart: Fouju : 240 MW prévus fin 2027, 700 MW fin 2029\n"
        "5 table: Quatre montants à ne pas additionner\n"
        "6 timeline: De Paris à Évian : le bilan est fait, les échéances courent jusqu’à 2030\n"
        "7 table: De New Delhi à Évian : deux sommets en 2026\n"
        "8 statement: Un an après Paris, la France rend compte : ce qui est fait, ce qui est prévu, "
        "ce qui reste promis.\n"
        "9 divider: Centres de données et calcul\n"
        "10 messages: Trois messages pour Évian"
    )


def test_the_visual_target_takes_no_role_below_its_full_size(arranged: Arrange, charter: Charter) -> None:
    result = arranged(TARGET_DECK)
    assert result.problems == ()
    full = {
        (paragraph.style, paragraph.size)
        for slide in result.deck.slides
        for box in (slide.title, *boxes(slide))
        for paragraph in box.paragraphs
    }
    assert all(size >= getattr(charter.deck.type, style).size for style, size in full)


def test_the_sooner_plan_has_the_same_problems_and_the_same_words(
    arranged: Arrange, charter: Charter, fonts: FontSet
) -> None:
    """Margins that even lines are all that it goes without."""
    made = edition(section("montants", "Un titre long " * 30, points("Un point long " * 200), table(3)))
    whole, sooner = arranged(made), plan(made, charter, fonts)
    assert sooner.problems == whole.problems != ()
    assert outline(sooner.deck) == outline(whole.deck)


def test_every_slide_has_something_to_say(arranged: Arrange) -> None:
    assert all(any(map(plain, slide.speech)) for slide in arranged(TARGET_DECK).deck.slides)


def test_the_section_speaks_on_its_first_slide_the_visual_on_the_others(arranged: Arrange) -> None:
    result = arranged(edition(section("montants", "Les montants", points("Un point"), table(3))))
    first, second = by_key(result, "montants"), by_key(result, "montants.2")
    assert [plain(text) for text in first.speech] == ["Ce que l’orateur dit\u00a0: Les montants."]
    assert [plain(text) for text in second.speech] == ["Les montants"]


def test_cover_and_contents_are_said_in_whole_sentences(arranged: Arrange) -> None:
    cover, contents, *_ = arranged(TARGET_DECK).deck.slides
    assert plain(cover.speech[0]) == (
        "Notre sujet\u00a0: Intelligence artificielle\u00a0: le bilan de la France, un an après Paris."
    )
    assert all(plain(text).endswith((".", "\u00a0!", "\u00a0?")) for text in cover.speech)
    (said,) = contents.speech
    assert plain(said).startswith("Nous irons de «\u00a0Chiffres-cles\u00a0» à «\u00a0")
    assert plain(said).endswith("\u00a0».")
    assert not any(span.link for span in said)


def test_prose_that_the_speech_leaves_out_is_said_all_the_same(arranged: Arrange) -> None:
    prose = section("a", "Titre", Paragraph(words("Une phrase du dossier.")), points("Un point"))
    result = arranged(edition(prose))
    assert plain(by_key(result, "a").speech[-1]) == "Une phrase du dossier."
    assert not any("dossier" in text for slide in result.deck.slides for text in texts(slide))


def test_sources_stand_at_the_foot_and_end_the_notes(arranged: Arrange) -> None:
    slide = by_key(arranged(TARGET_DECK), "montants")
    assert plain(slide.footer) == "Source\u00a0: texte du 10 février 2026, §\u00a05, 8, 9 et 10."
    assert slide.sources == (slide.footer,)


def test_a_slide_without_source_names_the_document(arranged: Arrange) -> None:
    result = arranged(edition(section("a", "Titre", points("Un point"))))
    assert plain(by_key(result, "a").footer) == "Intelligence artificielle\u00a0: le bilan de la France"
    assert result.deck.slides[0].footer == ()


def test_footnotes_called_on_a_slide_end_its_notes(arranged: Arrange) -> None:
    called = points("Un point")
    call = (*called.items[0].text, Span("1", position="superscript", note="n"))
    noted = section("a", "Titre", type(called)((type(called.items[0])(call),)))
    result = arranged(edition(noted, notes=(Note("n", "1", words("La note.")), Note("m", "2", words("Une autre.")))))
    assert [plain(text) for text in by_key(result, "a").sources] == ["La note."]


def test_titles_and_keys_are_met_once_only(arranged: Arrange) -> None:
    long = [section(key, "Le même titre", table(32)) for key in ("a", "b")]
    result = arranged(edition(*long))
    titles = [title(slide) for slide in result.deck.slides]
    assert len(set(titles)) == len(titles)
    assert titles[2] == "Le même titre"
    assert all(name.startswith("Le même titre\u00a0– Ligne ") for name in titles[3:6])
    keys = [slide.key for slide in result.deck.slides]
    assert len(set(keys)) == len(keys)
    assert keys[2:5] == ["a", "a.s2", "a.s3"]


def test_a_second_slide_of_the_same_title_is_the_first_ones_continuation(arranged: Arrange) -> None:
    result = arranged(edition(section("a", "Les chiffres", table(9))))
    assert outline(result.deck).splitlines()[2:] == [
        "3 table: Les chiffres",
        "4 table: Les chiffres\u00a0– Ligne 6 mot mot, Ligne 7 mot\u00a0mot",
    ]


def test_the_agenda_leads_to_every_section(arranged: Arrange) -> None:
    result = arranged(TARGET_DECK)
    links = {box.link for box in boxes(result.deck.slides[1])}
    keys = {f"#{item.key}" for item in TARGET_DECK.sections if item.kind != "statement"}
    assert links - {""} == keys
    numbers = {slide.key: str(slide.number) for slide in result.deck.slides}
    listed = [plain(box.paragraphs[0].text) for box in boxes(result.deck.slides[1]) if not box.link][1:]
    assert listed == [numbers[item.key] for item in TARGET_DECK.sections if item.kind != "statement"]


def test_parts_are_all_slides_a_divider_opens_one(arranged: Arrange) -> None:
    deck = arranged(TARGET_DECK).deck
    assert [key for part in deck.parts for key in part.slides] == [slide.key for slide in deck.slides]
    assert [part.name for part in deck.parts][:2] == ["Présentation", "Chiffres-cles"]
    assert deck.parts[-1].slides == ("partie", "retenir")


def test_the_sign_of_a_divider_is_the_next_of_the_cover(arranged: Arrange) -> None:
    parts = [section(key, key, kind="divider") for key in ("un", "deux", "trois", "quatre")]
    slides = arranged(edition(*parts)).deck.slides[2:]
    signs = [element.status.key for slide in slides for element in slide.elements if isinstance(element, SlideSign)]
    assert signs == ["achieved", "planned", "promised", "achieved"]


def test_a_section_with_nothing_to_show_is_a_statement(arranged: Arrange) -> None:
    result = arranged(edition(section("a", "Une seule phrase")))
    assert outline(result.deck).splitlines()[-1] == "3 statement: Une\u00a0seule phrase"


def test_no_agenda_for_a_deck_without_sections(arranged: Arrange) -> None:
    assert [slide.layout for slide in arranged(edition()).deck.slides] == ["cover"]


def test_the_same_edition_gives_the_same_plan(arranged: Arrange) -> None:
    assert arranged(TARGET_DECK) == arranged(TARGET_DECK)


def test_what_cannot_fit_is_said_where_it_was_written(arranged: Arrange) -> None:
    place = Origin("content/sections/a.yaml", 7, 5)
    endless = points("mot " * 900, origin=place)
    (problem, *_) = arranged(edition(section("a", "Titre", endless))).problems
    assert (problem.code, problem.severity, str(problem.origin)) == (
        "slide-overflow",
        "error",
        "content/sections/a.yaml:7:5",
    )
    assert problem.message.startswith("«\u00a0Texte\u00a0» ne tient pas sur la diapositive 3")
    assert problem.hint


def test_the_place_is_that_of_the_words_that_are_too_long(arranged: Arrange) -> None:
    """An item of a list, the summary of a section in the contents, a message: each at its own line."""
    place = Origin("content/sections/a.yaml", 9, 11)
    endless = (Span("mot " * 900, origin=place),)
    items = replace(points("Un point"), items=(*points("Un point").items, replace(points("x").items[0], text=endless)))
    short = section("a", "Titre", points("Un point"))
    for faulty in (section("a", "Titre", items), replace(short, summary=endless), replace(short, title=endless)):
        found = [each for each in arranged(edition(faulty)).problems if each.severity == "error"]
        assert {str(each.origin) for each in found} == {"content/sections/a.yaml:9:11"}


def test_a_title_that_pushes_others_out_is_the_one_to_shorten(arranged: Arrange) -> None:
    long = (Span("Un titre de colonne sans fin " * 60, origin=Origin("content/sections/a.yaml", 6, 9)),)
    sides = Comparison((Side(long, (), (words("Un"),)), Side(words("B"), (), (words("Deux"),))))
    found = [each for each in arranged(edition(section("a", "Titre", sides))).problems if each.severity == "error"]
    assert {(each.code, str(each.origin)) for each in found} == {("slide-overflow", "content/sections/a.yaml:6:9")}


def test_a_title_of_a_paragraph_is_a_problem(arranged: Arrange) -> None:
    result = arranged(edition(section("a", "Un constat qui n’en finit pas " * 6, points("Un point"))))
    assert [problem.code for problem in result.problems if problem.severity == "error"] == ["slide-title-long"]


def test_a_wordy_slide_is_a_warning(arranged: Arrange) -> None:
    result = arranged(edition(section("a", "Titre", points(*["vingt mots " * 10] * 4))))
    assert [(problem.code, problem.severity) for problem in result.problems] == [("slide-wordy", "warning")]
    assert "80 mots" in result.problems[0].message or "81 mots" in result.problems[0].message


def test_a_title_that_the_foot_cannot_hold_is_told(arranged: Arrange) -> None:
    made = arranged(replace(edition(section("a", "Titre", points("Un point"))), title=words("un titre sans fin " * 30)))
    long = [problem for problem in made.problems if problem.code == "slide-source-long"]
    assert long
    assert all(problem.severity == "error" and "deux lignes" in problem.message for problem in long)


def test_text_too_small_for_the_back_of_a_room_is_a_warning(arranged: Arrange) -> None:
    long = "Une phrase assez longue pour prendre toute une ligne de la diapositive, et un peu davantage encore. "
    result = arranged(edition(section("a", "Titre", points(long * 17))))
    (small,) = [problem for problem in result.problems if problem.code == "slide-small"]
    assert small.severity == "warning"
    assert re.search(r"diapositive 3 est en corps 1[46], sous 18", small.message)


def test_a_slide_that_is_left_empty_is_told_once_it_is_written(arranged: Arrange) -> None:
    def told(text: str) -> list[tuple[str, str]]:
        made = arranged(edition(section("a", "Titre", points(text))))
        return [(problem.code, problem.severity) for problem in made.problems]

    assert told("Un point") == [("slide-sparse", "warning")]
    assert told("[À CONFIRMER] Un point") == []


def test_a_source_of_three_lines_is_shortened_at_the_foot_and_whole_in_the_notes(arranged: Arrange) -> None:
    source = words("Source\u00a0: un texte très long " * 14)
    result = arranged(edition(section("a", "Titre", points("Un point"), source=source)))
    shown = result.deck.slides[-1]
    assert "slide-source-long" not in [problem.code for problem in result.problems]
    assert plain(shown.footer).endswith("…")
    assert shown.sources == (source,)


def test_sources_that_the_foot_cannot_hold_are_counted(arranged: Arrange) -> None:
    source = words("Source\u00a0: " + "\u00a0; ".join(f"Rapport annuel de l’agence {n}, § 4" for n in range(9)) + ".")
    result = arranged(edition(section("a", "Titre", points("Un point"), source=source)))
    assert "slide-source-long" not in [problem.code for problem in result.problems]
    assert re.search(r"§ 4 et \d autres\.$", plain(result.deck.slides[-1].footer))


def test_blocks_of_the_contents_page_get_slides_of_their_own(arranged: Arrange) -> None:
    contents = Contents(words("Le plan"), words("Sommaire"), (table(2),))
    result = arranged(edition(section("a", "Titre", points("Un point")), contents=contents))
    assert outline(result.deck).splitlines()[1:3] == ["2 title-only: Le plan", "3 table: Les montants"]


def test_a_draft_says_so_on_every_slide(arranged: Arrange) -> None:
    draft = replace(TARGET_DECK, draft_mark=words("Projet – Version 1.0 du 10\u00a0février 2026"))
    marks = [[text for text in texts(slide) if text.startswith("12: ")] for slide in arranged(draft).deck.slides]
    assert marks == [["12: Projet – Version 1.0 du 10\u00a0février 2026"]] * 10
    assert not any("Projet" in text for slide in arranged(TARGET_DECK).deck.slides for text in texts(slide))
