"""A made-up project -> what `check` accepts of it: sections and facts with faults are taken out."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

FAULT = re.compile(r"content/([\w./-]+):(\d+):\d+: (?!avertissement)([\w-]+):")
FACT = re.compile(r'^ "(fait-\d+)"')


def faults_in(said: str) -> list[tuple[str, int, str]]:
    """File, line and code of each fault that `check` has told."""
    return [(file, int(line), code) for file, line, code in FAULT.findall(said)]


def without_faults(content: Path, said: str) -> Counter[str]:
    """Takes out of a content folder what holds the faults told; how many there were of each code and kind."""
    told: Counter[str] = Counter()
    for file, line, code in faults_in(said):
        told[f"{code} {file.partition('/')[0]}"] += 1
        if file.startswith("sections/"):
            _drop_section(content, Path(file).stem)
            (content / file).unlink(missing_ok=True)
        elif file.startswith("facts/"):
            _drop_fact(content, file, line)
    return told


def _drop_section(content: Path, name: str) -> None:
    file = content / "briefings" / "essai.yaml"
    briefing = _read(file)
    briefing["sections"] = [key for key in briefing["sections"] if key != name]
    _write(file, briefing)


def _drop_fact(content: Path, file: str, line: int) -> None:
    lines = (content / file).read_text(encoding="utf-8").split("\n")[:line]
    key = next((match[1] for text in reversed(lines) if (match := FACT.match(text))), "")
    facts = _read(content / file)
    if facts.pop(key, None):
        _write(content / file, facts)
    called = re.compile(rf"\b{key}\b")
    for section in (content / "sections").iterdir():
        if called.search(section.read_text(encoding="utf-8")):
            _drop_section(content, section.stem)
            section.unlink()


def _read(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _write(file: Path, made: dict[str, Any]) -> None:
    file.write_text(json.dumps(made, ensure_ascii=False, indent=1), encoding="utf-8")
