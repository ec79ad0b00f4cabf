"""What a whole `rapport build` and `rapport check` cost, beside what they are made of.

Each line is a cold process. The bare script draws as many pages, tables, charts and slides as the briefing has, with
the same texts, with ReportLab's platypus and python-pptx as they come: no checks, no French, no tags, no proof.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.process import cost_of, python

from rapport.edition.edition import Edition
from rapport.edition.walk import strings
from rapport.read.content import read_content
from rapport.resolve.edition import resolve

ROOT = Path(__file__).parents[1]
BRIEFING = "evian-g7"
IMPORTS = "import yaml, babel.numbers; from pydantic import BaseModel"


def main() -> None:
    """Prints the costs and the ratios that the project promises."""
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.json"
        texts.write_text(json.dumps(_texts()), encoding="utf-8")
        project = ["--content", str(ROOT / "content"), "--assets", str(ROOT / "assets"), "--output", folder]
        bare = cost_of(python(str(ROOT / "benchmarks" / "bare_documents.py"), str(texts), folder))
        build = cost_of(python("-m", "rapport", "build", BRIEFING, *project))
        imports = cost_of(python("-c", IMPORTS))
        check = cost_of(python("-m", "rapport", "check", *project))
        schema = cost_of(python("-m", "rapport", "--help"))
    print(f"bare script        {bare}")
    print(f"rapport build      {build}   {build.wall / bare.wall:.2f} of the bare script (promised: 2.5)")
    print(f"imports of check   {imports}")
    print(f"rapport check      {check}   {check.wall / imports.wall:.2f} of its imports (promised: 4)")
    print(f"rapport --help     {schema}")


def _texts() -> dict[str, list[list[str]]]:
    content = read_content(ROOT / "content", ROOT / "assets").content
    return {medium: _sections(resolve(content, BRIEFING, medium)) for medium in ("brief", "deck")}  # type: ignore[arg-type]


def _sections(edition: Edition) -> list[list[str]]:
    """The texts of each section; keys and other short words that no reader meets weigh little."""
    return [
        [text for text in strings((section.title, section.lead, section.blocks, section.speech)) if " " in text]
        for section in edition.sections
    ]


if __name__ == "__main__":
    main()
