"""The authors' guide is right: its examples are read by the program, its tables are what the program prints."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from content.guide_units import units
from content.spelling import dictionary, parts
from content.texts import ROOT, spaced, texts_of
from content_tree import plain_spaces
from outlines import write_outlines
from rapport.cli import main
from rapport.commands.schema import KINDS, schema_of
from rapport.edition.text import plain
from rapport.language.dates import write_date
from rapport.language.languages import qualifier_words, status_word
from rapport.model.content import KINDS as BLOCKS
from rapport.model.fact import QUALIFIERS, STATUSES
from rapport.model.partial_date import PartialDate
from rapport.read.content import read_content
from rapport.read.outlines import country_records
from rapport.resolve.edition import resolve

GUIDE = (ROOT / "content" / "LISEZMOI.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^```yaml (\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ALL = [(match[1], match[2]) for match in EXAMPLE.finditer(GUIDE)]
EXAMPLES = [(kind, example) for kind, example in ALL if kind not in ("campagne", "carte")]
PLACES = {"faits": "facts/exemple.yaml", "section": "sections/exemple.yaml", "bloc": "sections/exemple.yaml"}
LISTS = {
    "sources": "sources.yaml",
    "sigles": "acronyms.yaml",
    "noms": "names.yaml",
    "unités": "units.yaml",
    "traduction": "translations/en_GB/exemple.yaml",
}
BRIEFING = """\
event: {name: Exemple, place: Rome, date: 2026-06}
title: "Exemple"
subtitle: "Exemple"
version: "1.0"
date: 2026-02-10
sections: [exemple, annexe]
"""


def written(kind: str, example: str, folder: Path) -> None:
    """Puts an example where an author would, beside the project's own content."""
    if kind == "bloc":
        block = "".join(f"  {line}\n" for line in example.splitlines())
        example = f'title: Exemple\nmessage: "Un exemple"\nblocks:\n{block}'
    (folder / "briefings" / "exemple.yaml").write_text(example if kind == "dossier" else BRIEFING, encoding="utf-8")
    if kind in LISTS:
        (folder / LISTS[kind]).parent.mkdir(parents=True, exist_ok=True)
        with (folder / LISTS[kind]).open("a", encoding="utf-8") as file:
            file.write(example)
        written("bloc", '- paragraph: "Un texte."', folder)
    elif kind != "dossier":
        (folder / PLACES[kind]).write_text(example, encoding="utf-8")
    if kind == "faits":
        facts = folder / "facts" / "financement.yaml"
        facts.write_text(re.sub(r"levees-2025:\n(?:  .*\n)+", "", facts.read_text(encoding="utf-8")), encoding="utf-8")
        written("bloc", '- paragraph: "{levees-2025}"', folder)


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[f"{i}-{kind}" for i, (kind, _) in enumerate(EXAMPLES)])
def test_an_example_does_what_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, example: str
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder)
    (tmp_path / "assets").mkdir()
    for picture in ("carte.png", "lac.jpg"):
        Image.new("RGB", (40, 30)).save(tmp_path / "assets" / picture)
    written(kind, example, folder)
    if re.search(r"^ *- map:", example, re.MULTILINE):
        monkeypatch.syspath_prepend(str(write_outlines(tmp_path / "maps")))
        country_records.cache_clear()
    reading = read_content(folder, tmp_path / "assets", locale="en_GB" if kind == "traduction" else "")
    told = [problem for problem in reading.problems if problem.code != "translation-unused"]  # a text twice translated
    assert [f"{problem.origin} {problem.message}" for problem in told] == []
    assert resolve(reading.content, "exemple", "brief").sections
    resolve(reading.content, "exemple", "deck")


def test_a_plan_of_a_campaign_does_what_the_guide_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [plan] = [example for kind, example in ALL if kind == "campagne"]
    (tmp_path / "sommets.yaml").write_text(plan, encoding="utf-8")
    list_of = "nom;public visé;langue\nDélégation indienne;partenaires;en\nAna Silva;presse;\n"
    (tmp_path / "destinataires.csv").write_text(list_of, encoding="utf-8")
    project = [
        "--content",
        str(ROOT / "content"),
        "--assets",
        str(ROOT / "assets"),
        "--output",
        str(tmp_path / "output"),
    ]
    assert main(["campaign", str(tmp_path / "sommets.yaml"), "--dry-run", *project]) == 0
    said = plain_spaces(capsys.readouterr().out)
    assert [line.rpartition("  ")[2] for line in said.splitlines()[:-1]] == [
        f"{edition}, exemplaire {number}"
        for key in ("evian-g7", "new-delhi")
        for edition, number in ((f"{key}.partners.en_GB", 1), (f"{key}.press", 2), (f"{key}.press.en_GB", 2))
    ]


def test_every_kind_of_block_has_its_example() -> None:
    shown = {key for kind, example in EXAMPLES if kind == "bloc" for key in re.findall(r"^- ([\w-]+):", example, re.M)}
    assert shown == set(BLOCKS)


def test_a_diagnostic_is_as_the_guide_shows_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder)
    facts = folder / "facts" / "diffusion.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("target", "targett", 1), encoding="utf-8")
    assert main(["check", "--content", str(folder), "--assets", str(ROOT / "assets")]) == 1
    [shown] = re.findall(r"^    content/facts/.*\n        .*$", GUIDE, re.MULTILINE)
    lines = [line.removeprefix("    ") for line in shown.splitlines()]
    assert plain_spaces(capsys.readouterr().out).splitlines()[:-1] == [plain_spaces(line) for line in lines]


def row(code: str) -> str:
    """What the guide's table says beside a code."""
    match = re.search(rf"^\| `{re.escape(code)}` \| (.*?) \|", GUIDE, re.MULTILINE)
    assert match is not None, code
    return spaced(match[1])


@pytest.mark.parametrize("qualifier", [qualifier for qualifier in QUALIFIERS if qualifier])
def test_qualifiers_are_printed_as_the_guide_says(qualifier: str) -> None:
    assert row(qualifier) == spaced(qualifier_words(qualifier, "fr_FR"))


@pytest.mark.parametrize("status", STATUSES)
def test_statuses_are_printed_as_the_guide_says(status: str) -> None:
    assert row(status) == status_word(status, "fr_FR")


def test_the_guide_lists_every_unit() -> None:
    assert units() in GUIDE


@pytest.mark.parametrize(
    "notation",
    [
        "2026",
        "2026-06",
        "2026-02-10",
        "2026-02-18/19",
        "2026-06/2026-09",
        "by-2030",
        "by-2026-12",
        "since-2024",
        "before-2027",
        "after-2026-06",
        "2026-W12",
    ],
)
def test_dates_are_printed_as_the_guide_says(notation: str) -> None:
    assert row(notation) == spaced(write_date(PartialDate.parse(notation), "long", "fr_FR"))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("{levees-2025}", "plus de 2,6 milliards d’euros"),
        ("{levees-2025:amount}", "plus de 2,6 Md€"),
        ("{levees-2025:short}", "2,6 Md€"),
        ("{levees-2025:value}", "2,6 milliards d’euros"),
        ("{levees-2025:number}", "2,6"),
        ("{levees-2025:status}", "réalisé"),
        ("{levees-2025:period}", "2025"),
    ],
)
def test_forms_are_printed_as_the_guide_says(tmp_path: Path, call: str, said: str) -> None:
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder)
    written("bloc", f'- paragraph: "Voici {call}."', folder)
    content = read_content(folder, tmp_path).content
    section = next(item for item in resolve(content, "exemple", "brief").sections if item.key == "exemple")
    assert [spaced(plain(text)) for text in texts_of(section.blocks)] == [f"Voici {said}."]
    assert row(call) == said


@pytest.mark.parametrize(
    "code", re.findall(r"^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \| [^|]+ \|$", GUIDE.split("## Lire un")[1], re.M)
)
def test_codes_of_the_guide_are_codes_of_the_program(code: str) -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    for name in re.findall(r"`([a-z-]+)`", code):
        assert f'"{name}"' in source, name


def prose() -> str:
    """The guide without its examples, commands and names of keys."""
    text = re.sub(r"^```.*?^```$", "", GUIDE, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"^    .*$|``.*?``|`[^`\n]*`|\{[^}\n]*\}|https?://\S+", "", text, flags=re.MULTILINE)


def test_the_guide_keeps_its_own_rules_of_typography() -> None:
    assert re.findall(r"\w+'\w+| [:;!?](?=\s)|«(?!\u00a0)|(?<!\u00a0)»", prose()) == []


def test_the_guide_is_spelt_right() -> None:
    names = {"powerpoint", "libreoffice", "excel", "word", "import", "intertitres"}
    names |= {"aes", "macros", "zip", "yaml", "pdf", "csv", "utf", "svg", "png", "jpeg", "cliquez"}
    assert sorted(dictionary().unknown(parts(prose())) - names) == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_schemas_are_current(kind: str) -> None:
    path = ROOT / "content" / ".schema" / f"{kind}.schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(json.dumps(schema_of(kind))), (
        "run: rapport schema --output content/.schema"
    )


def test_every_content_file_names_its_schema() -> None:
    kinds = {"facts": "facts", "sections": "section", "briefings": "briefing"}
    for path in sorted((ROOT / "content").rglob("*.yaml")):
        if path.name == "names.yaml":
            continue
        inside = path.relative_to(ROOT / "content").parts
        above = "../" * (len(inside) - 1)
        kind = "translations" if inside[0] == "translations" else kinds.get(path.parent.name, path.stem)
        first = path.read_text(encoding="utf-8").split("\n", 1)[0]
        assert first == f"# yaml-language-server: $schema={above}.schema/{kind}.schema.json", path
