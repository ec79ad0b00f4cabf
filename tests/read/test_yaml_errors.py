"""Syntax that YAML refuses, as authors type it -> what they are told, and where."""

from __future__ import annotations

import pytest

from content_tree import plain_spaces
from rapport.read.yaml_nodes import read_yaml


@pytest.mark.parametrize(
    ("typed", "place", "cause", "hint"),
    [
        ("a: Objectif : tout\n", "1:13", "deux-points inattendu dans un texte sans guillemets", 'a: "Objectif : tout"'),
        (
            "a: “Objectif : tout”\n",
            "1:14",
            "deux-points inattendu dans un texte sans guillemets",
            'a: "Objectif : tout"',
        ),
        ("a: “Un” : “deux”\n", "1:9", "deux-points inattendu dans un texte sans guillemets", 'a: "“Un” : “deux”"'),
        ("a: *Helsing* aussi\n", "1:12", "un texte qui commence par « * » ou « & »", 'a: "*Helsing* aussi"'),
        ("a: *Helsing aussi\n", "1:4", "un texte qui commence par « * » doit être", 'a: "*Helsing aussi"'),
        ("a: !x{\n", "1:6", "un texte qui commence par « ! » doit être", 'a: "!x{"'),
        ("a: % des PME\n", "1:4", "ce caractère ne peut pas commencer un texte", 'a: "% des PME"'),
        ("% des PME\n", "1:2", "« % » ne peut pas commencer une ligne", '"% des PME"'),
        ("a: - b\n", "1:4", "un texte qui commence par « - »", 'a: "- b"'),
        ("a: ? b\n", "1:4", "un texte qui commence par « ? »", 'a: "? b"'),
        ("a: {b} levés\n", "1:8", "le retrait, les crochets ou les guillemets ne se suivent pas", 'a: "{b} levés"'),
        ("a: 'l'IA'\n", "1:7", "le retrait, les crochets ou les guillemets ne se suivent pas", 'a: "l\'IA"'),
        ("a: ]\n", "1:4", "une valeur est attendue ici", 'a: "]"'),
        ("a: [1\nb: 2\n", "1:4", "un crochet n’est pas fermé", "fermez-le par « ] »"),
        ("a: {b: 1\nc: 2\n", "1:4", "une accolade n’est pas fermée", "fermez-la par « } »"),
        ('a: "b\nc: d\n', "1:4", "des guillemets ne sont pas fermés", "fermez-les à la fin du texte"),
        ('a: "b\\q"\n', "1:6", "cette barre oblique inverse n’annonce rien de connu", "doublez-la : \\\\"),
        ('a: "\\xZZ"\n', "1:7", "cette barre oblique inverse n’annonce rien de connu", "doublez-la : \\\\"),
        ("- a\nb: 1\n", "2:1", "cette ligne n’est pas de la liste qui la précède", "commencez-la par un tiret"),
        ("a: | b\n  c\n", "1:6", "le texte d’un bloc commence à la ligne suivante", "allez à la ligne après « >- »"),
        ("a: >-\nb\n", "2:1", "il manque un deux-points après la clé", "écrivez « clé: valeur »"),
        ("a: b\n---\nc: d\n", "2:1", "un fichier contient un seul document YAML", "faites-en deux fichiers"),
    ],
)
def test_a_syntax_error_is_said_at_its_place_with_the_way_out(typed: str, place: str, cause: str, hint: str) -> None:
    _tree, [problem] = read_yaml("f", typed)
    assert (problem.code, str(problem.origin)) == ("yaml-syntax", f"f:{place}")
    assert plain_spaces(problem.message).startswith(f"syntaxe YAML : {cause}")
    assert hint in plain_spaces(problem.hint)


def test_no_cause_is_left_in_english() -> None:
    """What libyaml says of ends, brackets and marks put anywhere in a sound text is known to us."""
    sound = 'a: "b"\nc: [d, {e: f}]\ng: >-\n  h\ni:\n  - j\n  - k: l\n'
    for index in range(len(sound)):
        for mark in "[]{}\"'*&!%@`|>-?:,#\\\n ":
            _tree, problems = read_yaml("f", sound[:index] + mark + sound[index:])
            assert all("illisible" not in problem.message for problem in problems), (index, mark, problems)


@pytest.mark.parametrize("pasted", ["\u2028", "\u2029", "\x85"])
def test_a_line_is_what_an_editor_counts(pasted: str) -> None:
    tree, _problems = read_yaml("f", f'a: "un{pasted}deux"\nb: trois\n')
    assert (tree["a"].text, tree["b"].origin.line) == ("un deux", 2)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "a:\n  value: 12\n   unit: percent\n",
            "facts/f.yaml:3:4: cette ligne est plus à droite que la précédente / "
            "alignez-la sur la précédente : /   unit: percent",
        ),
        (
            "a:\n  value: 12\n\u00a0 unit: percent\n  name: A\n",
            "facts/f.yaml:3:1: une espace insécable sert de retrait / "
            "effacez le début de la ligne, et tapez des espaces",
        ),
    ],
)
def test_a_line_set_off_is_told_as_such(typed: str, told: str) -> None:
    _tree, (problem,) = read_yaml("facts/f.yaml", typed)
    assert problem.code == "yaml-indent"
    said = f"{problem.origin}: {problem.message} / {problem.hint}".replace("\n", " / ")
    assert plain_spaces(said) == told
