from collections.abc import Callable

Typeset = Callable[..., list[str]]


def test_lines_of_a_title_are_alike(typeset: Typeset) -> None:
    title = "Intelligence artificielle\u00a0: un an après le sommet de Paris, la France tient ses promesses"
    assert typeset(title, 250.0, "ragged") == [
        "Intelligence artificielle~: un an après le sommet de Paris, la",
        "France tient ses promesses",
    ]
    assert typeset(title, 250.0, "balanced") == [
        "Intelligence artificielle~: un an après le sommet",
        "de Paris, la France tient ses promesses",
    ]


def test_no_word_is_left_alone(typeset: Typeset) -> None:
    title = "Financement et écosystème français"
    assert typeset(title, 130.0, "balanced") == ["Financement", "et écosystème français"]


def test_a_few_ragged_lines_leave_no_short_word_alone_either(typeset: Typeset) -> None:
    assert typeset("Financement et écosystème français", 130.0, "ragged") == ["Financement", "et écosystème français"]
    assert typeset("Le sommet de Paris simplification", 100.0, "ragged")[-1] == "simplification"
    assert typeset("Combien de temps prend d'ordinaire un raccordement\u00a0?", 230.0, "ragged") == [
        "Combien de temps prend d'ordinaire",
        "un raccordement~?",
    ]


def test_a_line_does_not_end_with_an_article_where_another_word_may(typeset: Typeset) -> None:
    assert typeset("Intelligence artificielle\u00a0: la position de la France à New Delhi", 120.0, "balanced") == [
        "Intelligence artificielle~:",
        "la position de la France",
        "à New Delhi",
    ]


def test_a_word_stays_alone_where_nothing_else_fits(typeset: Typeset) -> None:
    assert typeset("Financement responsable", 60.0, "balanced") == ["Financement", "responsable"]


def test_a_preposition_is_not_parted_from_its_article(typeset: Typeset) -> None:
    title = "Début 2026, plus de 110\u00a0000\u00a0fonctionnaires avaient activé l’Assistant\u00a0IA"
    assert typeset(title, 150.0, "balanced")[0] == "Début 2026,", "a line likes to end at a pause"


def test_no_line_of_a_title_ends_on_a_word_that_announces_the_next(typeset: Typeset) -> None:
    title = "Les start-up françaises ont réuni plus de 2,6\u00a0milliards d’euros"
    loose = typeset(title, 120.0, "balanced")
    better = typeset(title, 120.0, "balanced", weak=frozenset({"ont", "plus", "de"}), most_lines=4)
    assert any(line.split(" ")[-1] in {"ont", "plus", "de"} for line in loose)
    assert not any(line.split(" ")[-1] in {"ont", "plus", "de"} for line in better)


def test_a_title_that_fits_one_line_takes_one(typeset: Typeset) -> None:
    assert typeset("La France tient ses promesses", 200.0, "balanced") == ["La France tient ses promesses"]


def test_a_title_has_no_hyphen_while_its_words_fit(typeset: Typeset) -> None:
    assert typeset("Une simplification administrative", 75.0, "balanced") == [
        "Une",
        "simplification",
        "administrative",
    ]


def test_a_word_wider_than_the_measure_is_divided(typeset: Typeset) -> None:
    assert typeset("Une simplification", 50.0, "balanced") == ["Une simpli-", "fication"]
