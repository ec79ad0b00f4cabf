"""As typed, as printed. `~` stands for U+00A0 and `_` for U+202F, so that cases can be read."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from rapport.language.french.french import FRENCH_RULES, IMPRIMERIE_NATIONALE, PUBLICATIONS_OFFICE, WITHOUT_NARROW_SPACE
from rapport.language.languages import STYLES, style_of
from rapport.language.typographer import TextFragment, subscripts, superscripts, typeset, typeset_text
from rapport.language.typography.rule import Style, may_apply

CASES = Path(__file__).with_name("cases") / "typography_cases.tsv"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def shown(text: str) -> str:
    return text.replace("\u00a0", "~").replace("\u202f", "_")


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['rule']}: {row['input']}")
def test_collected_cases(row: dict[str, str]) -> None:
    assert shown(typeset_text(row["input"])) == shown(row["expected"])


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['rule']}: {row['input']}")
def test_what_is_typeset_stays(row: dict[str, str]) -> None:
    assert shown(typeset_text(row["expected"])) == shown(row["expected"])


def editors_cases() -> list[tuple[str, str]]:
    """What a careful editor expects, one case a line; the first line says how to read them."""
    text = CASES.with_name("editor.txt").read_text(encoding="utf-8")
    split = (line.partition("|") for line in text.split("\n")[1:-1])
    return [(typed, printed) for typed, _, printed in split]


@pytest.mark.parametrize(("typed", "printed"), editors_cases())
def test_as_a_careful_editor_sets_it(typed: str, printed: str) -> None:
    assert shown(typeset_text(typed)) == printed
    assert shown(typeset_text(typeset_text(typed))) == printed


@pytest.mark.parametrize(("typed", "printed"), editors_cases())
def test_no_rule_is_passed_by_that_had_something_to_do(typed: str, printed: str) -> None:
    near = [rule.name for _place, rule in may_apply(typed, FRENCH_RULES) if rule.is_near(typed)]
    for rule in FRENCH_RULES:
        assert rule.name in near or not list(rule.find(typed, IMPRIMERIE_NATIONALE)), rule.name


PUNCTUATION = [
    ("Non ! ?", "Non_!?"),
    ("Attention!", "Attention_!"),
    ("Note: à lire", "Note~: à lire"),
    ("PME; TPE", "PME_; TPE"),
    ("(!) et (vraiment ?)", "(!) et (vraiment_?)"),
    ("etc... et etc…", "etc. et~etc."),
    ("Une ( petite ) parenthèse", "Une (petite) parenthèse"),
    ("1, 2, ..., n", "1, 2, …, n"),
    ("jusqu'au … à … h", "jusqu’au … à … h"),
    ("Hein ?...", "Hein_?…"),
    ("  retrait  conservé", "  retrait conservé"),
    ("ok ;-) et :)", "ok ;-) et :)"),
    ("**Osez !** tout", "**Osez_!** tout"),
]
QUOTES = [
    ('d\'"IA" et l\' "outil"', "d’«~IA~» et l’«~outil~»"),
    ('Il dit "un plan "souverain" pour tous".', "Il dit «~un plan “souverain” pour tous~»."),
    ('« Il parle de "souveraineté" »', "«~Il parle de “souveraineté”~»"),
    ("“Osez” d'abord", "«~Osez~» d’abord"),
    ("« il a dit “oui” »", "«~il a dit “oui”~»"),
    ('un écran de 15" et un "mot"', 'un écran de 15" et un «~mot~»'),
    ('un " seul', 'un " seul'),
    ('clé="valeur"', 'clé="valeur"'),
    ('fin "ouverte\n\n"fermée"', 'fin "ouverte\n\n«~fermée~»'),
    ("l’agent n'a qu'un 'mot'", "l’agent n’a qu’un «~mot~»"),
]
FIGURES = [
    ("10M€ 4 Mds d'euros 4 Md € 35 K€ 15€", "10~M€ 4~Md d’euros 4~Md€ 35~k€ 15~€"),
    ("240MW, 3 TWh, 2 500m2, 5 km2", "240~MW, 3~TWh, 2_500~m², 5~km²"),
    ("1500 agents, 15000 agents", "1500~agents, 15_000~agents"),
    ("1000 euros, en 2026", "1_000~euros, en 2026"),
    ("1500 millions d'euros", "1_500~millions d’euros"),
    ("En 2026 l'État engage 2500 €", "En 2026 l’État engage 2_500~€"),
    ("45 ° et 20°C", "45° et 20~°C"),
    ("-5 % puis (-3), 10 -12, 2025-2026", "−5~% puis (−3), 10 -12, 2025-2026"),
    ("3 m x 4 m, 1920x1080", "3~m~×~4~m, 1920x1080"),
    ("page 1 234, n° 12 345, article 1 500", "page~1 234, n°~12 345, article~1 500"),
    ("77130 Montereau", "77130 Montereau"),
    ("code {n} %", "code {n}~%"),
    ("le ratio 3:1, 1/3 des voix", "le ratio 3:1, 1/3 des voix"),
]
DATES = [
    ("du 1 au 3 février 2026", "du 1er au 3~février~2026"),
    ("le Mardi 10 Février 2026", "le mardi 10~février~2026"),
    ("les 18 et 19 février", "les 18~et~19~février"),
    ("Mars 2026", "Mars~2026"),
    ("18h30, 9h-12h, 24h/24", "18~h~30, 9~h-12~h, 24~h/24"),
    ("au 1er trimestre 2026, T1 2026", "au 1er~trimestre~2026, T1~2026"),
    ("en 2025 110 000 agents", "en 2025 110_000~agents"),
]
ORDINALS = [
    ("la 1ère fois, les 1ères", "la 1re~fois, les 1res"),
    ("3ième, 21ème, 2nde, IIème", "3e, 21e, 2de, IIe"),
    ("Le plan. Ce plan. Me voici. Ve République", "Le plan. Ce plan. Me voici. Ve~République"),
]
WORDS = [
    ("Evian, EVIAN, l'Elysée, Ile-de-France", "Évian, ÉVIAN, l’Élysée, Île-de-France"),
    ("la loi ELAN", "la loi ELAN"),
    ("A partir de 2026. A l'issue", "À partir de 2026. À l’issue"),
    ("la vitamine A la plus vendue", "la vitamine A la plus vendue"),
    ("Ca marche", "Ça marche"),
    ("Oeuvre, OEUVRE, manoeuvre, voeux, boeuf, écoeurant", "Œuvre, ŒUVRE, manœuvre, vœux, bœuf, écœurant"),
    ("coexister, moelle, goéland, coefficient", "coexister, moelle, goéland, coefficient"),
    ("ex aequo", "ex æquo"),
    ("TPEs, ONGs", "TPE, ONG"),
    ("à l'O.N.U. hier, et à l'O.N.U.", "à l’ONU hier, et à l’ONU."),
    ("Mr. Dupont, Dr. House, M. le ministre", "M.~Dupont, Dr~House, M.~le ministre"),
    ("A. Mensch, le plan B. Le projet", "A.~Mensch, le plan B. Le projet"),
]
NAMES = [
    ("Le plan France 2030, le Global AI Index 2024", "Le plan France~2030, le Global AI Index~2024"),
    ("le G7 à Évian 14-16 juin 2026", "le G7 à Évian 14-16~juin~2026"),
    ("MM. les préfets, A. de Tocqueville", "MM.~les préfets, A.~de Tocqueville"),
    ("Louis XIV et François Ier", "Louis~XIV et François~Ier"),
    ("En 2030 tout change. Depuis 2020", "En 2030 tout change. Depuis 2020"),
    ("art.47, p.12, fig. 3, chapitre IV, tableaux 2 et 3", "art.~47, p.~12, fig.~3, chapitre~IV, tableaux~2 et 3"),
    ("ISO/IEC 27001:2022, NF EN 301 549", "ISO/IEC~27001:2022, NF~EN~301~549"),
    ("+33 1 42 75 80 00", "+33~1~42~75~80~00"),
]
ASIDES = [
    ("Titre - sous-titre", "Titre –~sous-titre"),
    ("La France - qui préside -, avance", "La France –~qui préside~–, avance"),
    ("Un pari - osé -.", "Un pari –~osé."),
    ("L'entreprise - M. Martin la dirige - recrute", "L’entreprise –~M.~Martin la dirige~– recrute"),
    ("Un pari — osé — gagné", "Un pari —~osé~— gagné"),
    ("- un élément\n- un autre", "- un élément\n- un autre"),
    ("+3 % et - 3 %, 10 mars - 12 avril", "+3~% et −3~%, 10~mars - 12~avril"),
    ("Le plan - 23 projets - avance", "Le plan –~23~projets~– avance"),
    ("de 240 - 700 MW", "de 240 - 700~MW"),
]


@pytest.mark.parametrize(
    ("typed", "printed"), PUNCTUATION + QUOTES + FIGURES + DATES + ORDINALS + WORDS + NAMES + ASIDES
)
def test_rules(typed: str, printed: str) -> None:
    assert shown(typeset_text(typed)) == printed
    assert shown(typeset_text(typeset_text(typed))) == printed


@pytest.mark.parametrize(
    "text",
    [
        "https://exemple.fr/a?b=1;c:d!",
        "(voir https://exemple.fr/a)",
        "info.gouv.fr/actualite?id=1;x",
        "jean.dupont@exemple.gouv.fr",
        "`x ? y : z;` et ``a ` b``",
        "{montant:short}",
        '<span class="a">mot</span>',
        "&nbsp;",
        "[lien](https://exemple.fr/a;b)",
        "[^note]",
        "brief_v1.2.pdf",
        "C:\\Dossier\\plan.txt et /usr/bin",
        "4.1.2 et 127.0.0.1",
        "2026-02-10T18:30",
        "10/02/2026",
        "16:9, 1:500, 24/7",
        "#SommetIA @ministere",
        "GenIAI.intradef, Yahoo! et R&D",
        "Wi-Fi, 5G, B2B, F-16, SHA-256, 10^18, CO2",
    ],
)
def test_what_must_not_change_does_not(text: str) -> None:
    assert typeset_text(text) == text


def test_fragments_are_read_as_one_text() -> None:
    fragments = [TextFragment('Le plan "'), TextFragment("Osez"), TextFragment(" l'IA"), TextFragment('" !')]
    assert [shown(text) for text in typeset(fragments)] == ["Le plan «~", "Osez", " l’IA", "~»_!"]


def test_verbatim_is_context_and_never_changes() -> None:
    fragments = [TextFragment("l'"), TextFragment('print("é !")', verbatim=True), TextFragment(" : vu !")]
    assert [shown(text) for text in typeset(fragments)] == ["l’", 'print("é !")', "~: vu_!"]


def test_a_space_goes_to_the_side_that_may_change() -> None:
    assert [shown(text) for text in typeset([TextFragment("Osez"), TextFragment("!")])] == ["Osez", "_!"]
    assert [shown(text) for text in typeset([TextFragment("«"), TextFragment("AI Summit", verbatim=True)])] == [
        "«~",
        "AI Summit",
    ]
    assert [shown(text) for text in typeset([TextFragment("12", verbatim=True), TextFragment("%")])] == ["12", "~%"]


def test_a_verbatim_figure_keeps_its_noun() -> None:
    fragments = [TextFragment("plus de 110\u202f000", verbatim=True), TextFragment(" agents de l'État")]
    assert [shown(text) for text in typeset(fragments)] == ["plus de 110_000", "~agents de l’État"]


def test_a_word_keeps_the_verbatim_number_it_announces() -> None:
    assert [shown(text) for text in typeset([TextFragment("voir la fiche "), TextFragment("12", verbatim=True)])] == [
        "voir la fiche~",
        "12",
    ]


@pytest.mark.parametrize("space", ["\u2002", "\u2003", "\u2007", "\u2009", "\u200a", "\u3000"])
def test_a_rare_space_is_a_space(space: str) -> None:
    assert (
        shown(typeset_text(f"Que faire{space}? 12{space}% de 10{space}000{space}€")) == "Que faire_? 12~% de 10_000~€"
    )


def test_as_many_texts_come_out_as_went_in() -> None:
    assert typeset([]) == ()
    assert typeset([TextFragment(""), TextFragment("", verbatim=True), TextFragment("a")]) == ("", "", "a")


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (IMPRIMERIE_NATIONALE, "«~110_000~agents~»~: vrai_; 75~%_!"),
        (WITHOUT_NARROW_SPACE, "«~110~000~agents~»~: vrai~; 75~%~!"),
        (PUBLICATIONS_OFFICE, "«110~000~agents»: vrai; 75~%!"),
    ],
    ids=lambda value: value.name if isinstance(value, Style) else "",
)
def test_a_house_style_is_a_value(style: Style, printed: str) -> None:
    typed = '"110 000 agents": vrai; 75% !'
    assert shown(typeset_text(typed, style)) == printed
    assert shown(typeset_text(typeset_text(typed, style), style)) == printed


def test_styles_go_by_their_names() -> None:
    assert set(STYLES) == {
        "imprimerie-nationale",
        "without-narrow-space",
        "publications-office",
        "english",
        "american",
        "romande",
        "hindi",
    }
    assert style_of("fr_FR") is IMPRIMERIE_NATIONALE


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("It's the agents' \"plan\"", "It’s the agents’ “plan”"),
        ('"He said "no"."', "“He said ‘no’.”"),
        ("5.8 GW, 2.6 billion, 110,000 agents", "5.8~GW, 2.6~billion, 110,000 agents"),
        ("10 February 2026, Mr. Smith", "10~February~2026, Mr~Smith"),
        ("a plan - bold - that works", "a plan~– bold~– that works"),
        ("Ready ? 75% : yes ; a Etat", "Ready ? 75% : yes ; a Etat"),
    ],
)
def test_english_has_rules_of_its_own(typed: str, printed: str) -> None:
    assert shown(typeset_text(typed, style_of("en_GB"))) == printed


def test_a_date_counts_nothing_that_follows_it() -> None:
    fragments = [TextFragment("10\u00a0février\u00a02026", verbatim=True), TextFragment(" marque un tournant")]
    assert typeset(fragments)[1] == " marque un tournant"


@pytest.mark.parametrize(
    ("text", "lowered"),
    [("le CO2, H2O, 3 MtCO2e, N2O", ["2", "2", "2", "2"]), ("COP21, G7, O2x, MP3, Covid-19", []), ("", [])],
)
def test_formula_figures_are_found(text: str, lowered: list[str]) -> None:
    assert [text[start:end] for start, end in subscripts(text)] == lowered


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("le 1er février", ["er"]),
        ("2e, 3es, 1re, 1res, 2d, 2de", ["e", "es", "re", "res", "d", "de"]),
        ("XXIe siècle, Ve République, François Ier", ["e", "e", "er"]),
        ("Le plan, Ce jour, Me Dupont, De là, 5G, 3D, 4h", []),
        ("12e-13e", ["e", "e"]),
        ("", []),
    ],
)
def test_ordinal_letters_are_found(text: str, raised: list[str]) -> None:
    assert [text[start:end] for start, end in superscripts(text)] == raised
