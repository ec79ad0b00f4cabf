"""walks.py: through how many modules one fact goes, from its file to a run of text in the brief and in the deck.

How it counts. A small project (a note of one section) is read, resolved, arranged and drawn twice under a profile hook,
each time in a process of its own: once with a paragraph that calls a fact, once with a second paragraph that calls a
second one. A function that is entered more often the second time is on the fact's way, and its module counts once. On
slides paragraphs are only said: there both have a point that says the same.

What is not counted, by the very comparison: what runs for a document whatever its content (fonts, templates, metadata,
archive, first pages), what is imported and not entered, what is remembered from the first fact. Comprehensions and
lambdas are part of the function that holds them, bodies of classes and modules are imports.

What is left out by name (`BESIDE`), and counted by itself: checks of the content, out of which a fact comes as it went
in, and the writer of the file's objects, which begins when the run is written. All that is entered is counted too.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import FrameType

from benchmarks.promise import promised, status

import rapport
from rapport.arrange.arrange import arrange
from rapport.project.project import Project, house_of, reading_of, sound
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from rapport.resolve.edition import resolve

DOCUMENTS = {"brief": 40, "deck": 48}
"""The most modules that a fact may go through to each: it went through 62 and 57 when they were first counted."""
STAGES = ("read", "resolve", "arrange", "draw")
BESIDE = ("read.checks", "formats.pdf.tags.file", "formats.pdf.tags.serial")
HOME = Path(rapport.__file__).parent

Entry = tuple[str, str, str]
"""The stage, the module and the function that was entered; the stage of what is beside the way is `beside`."""

FACTS = {
    "avant": "parc: {label: parc, value: 12, unit: percent, status: achieved",
    "apres": (
        "levees: {label: levées, value: 2_600_000_000, unit: EUR, qualifier: more-than, status: achieved, period: 2025"
    ),
}
SAID = ("Une phrase sans {parc} de mystère.", "Nos start-up ont obtenu {levees} cette fois.")
FILES = {
    "sources.yaml": "bilan: {title: Bilan, short: bilan, date: 2026-02-10}\n",
    "briefings/walk.yaml": (
        "event: {name: Sommet, place: Évian, date: 2026-06}\ntitle: 'La marche'\nsubtitle: 'Un fait'\n"
        'version: "1.0"\ndate: 2026-02-10\nform: note\nsections: [seule]\n'
    ),
}


def project_of(root: Path, facts: int, document: str) -> Project:
    """The small project, with this many of its facts."""
    files = dict(FILES)
    for name, entry in list(FACTS.items())[:facts]:
        files[f"facts/{name}.yaml"] = f"group: {name}\n{entry}, as_of: 2026-02-10, source: bilan, locator: § 3}}\n"
    blocks = [f'  - paragraph: "{text}"\n' for text in SAID[:facts]]
    points = [f'      - "{text}"\n' for text in SAID[:facts]]
    slide = ["  - points:\n", *points] if document == "deck" else []
    head = "title: Financement\nmessage: 'Les chiffres'\nkind: fiche\nblocks:\n"
    files["sections/seule.yaml"] = "".join((head, *blocks, *slide))
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "assets").mkdir()
    return Project(root / "content", root / "assets")


class Hook:
    """Counts the functions of ours that are entered, by the stage that is under way."""

    def __init__(self) -> None:
        self.entered: Counter[Entry] = Counter()
        self.stage = ""
        self._beside: list[FrameType] = []

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        code = frame.f_code
        if event == "return" and self._beside and self._beside[-1] is frame:
            self._beside.pop()
        if event != "call" or not code.co_flags & CO_OPTIMIZED or code.co_name.startswith("<"):
            return
        if HOME not in (path := Path(code.co_filename)).parents:
            return
        module = ".".join(path.relative_to(HOME).with_suffix("").parts)
        if module.startswith(BESIDE):
            self._beside.append(frame)
        self.entered["beside" if self._beside else self.stage, module, code.co_qualname] += 1


def walked(project: Project, document: str) -> Counter[Entry]:
    """What was entered, how often, on the way of the project to a document."""
    house, hook = house_of(project), Hook()
    sys.setprofile(hook)
    hook.stage = "read"
    content = sound(reading_of(project))
    hook.stage = "resolve"
    if document == "brief":
        edition = house.sign(resolve(content, "walk", "brief"))
        hook.stage = "draw"
        draw_brief(edition, house.charter, house.fonts)
    else:
        edition = house.sign(resolve(content, "walk", "deck"))
        hook.stage = "arrange"
        arranged = arrange(edition, house.charter, house.fonts)
        hook.stage = "draw"
        write_deck(arranged.deck, house.charter)
    sys.setprofile(None)
    return hook.entered


def in_a_process(document: str, facts: int) -> dict[Entry, int]:
    """The same where nothing has been entered before."""
    command = [sys.executable, "-m", "benchmarks.walks", document, str(facts)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {(stage, module, function): count for stage, module, function, count in json.loads(told)}


def modules(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """The functions entered, by module."""
    found: dict[str, list[str]] = {}
    for _stage, module, function in sorted(entries):
        found.setdefault(module, []).append(function)
    return found


def show(document: str) -> str:
    """Prints the way to a document, stage by stage, and returns the line that tells its length."""
    first, second = in_a_process(document, 1), in_a_process(document, 2)
    more = {entry for entry, count in second.items() if count > first.get(entry, 0)}
    walk = {entry for entry in more if entry[0] != "beside"}
    length = len(modules(walk))
    told = f"{document}: {length} modules, {len(walk)} functions on the way of one fact"
    line = f"{told} {promised(length, DOCUMENTS[document])}"
    print(line)
    for stage in (*STAGES, "beside"):
        found = modules(entry for entry in more if entry[0] == stage)
        print(f"  {stage}: {len(found)} modules, {sum(len(each) for each in found.values())} functions")
        for module, functions in found.items():
            print(f"    {module} ({len(functions)}): {', '.join(functions)}")
    print(
        f"  with what is beside the way: {len(modules(more))}; entered for the whole document: {len(modules(second))}\n"
    )
    return line


def main(arguments: list[str]) -> int:
    """Shows both ways, 1 where one is too long; with a document and a number of facts, what was entered, as JSON."""
    if not arguments:
        return status(*[show(document) for document in DOCUMENTS])
    document, facts = arguments
    with tempfile.TemporaryDirectory() as folder:
        entered = walked(project_of(Path(folder), int(facts), document), document)
    print(json.dumps([[*entry, count] for entry, count in entered.items()]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
