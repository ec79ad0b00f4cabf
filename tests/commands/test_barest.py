"""A briefing of no event, without a slide of contents, whose calendar counts hours."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from briefing_tree import project
from rapport.cli import main

CHANGES = {
    "briefings/evian.yaml": """
        title: "Une journée"
        subtitle: "Heure par heure"
        version: "1.0"
        date: 2026-02-10
        contents: {slide: false}
        sections: [calendrier]
        """,
    "sections/calendrier.yaml": """
        title: Calendrier
        message: "Une journée, deux moments"
        blocks:
          - timeline:
              - {text: "Clôture", date: 2026-02-18T18:30, status: planned}
              - {text: "Ouverture", date: 2026-02-18T10:00, status: planned}
        """,
}


@pytest.mark.parametrize("form", ["file", "note"])
def test_it_is_built_and_proved(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    briefing = f"{CHANGES['briefings/evian.yaml'].rstrip()}\n        form: {form}\n"
    options = project(tmp_path, {**CHANGES, "briefings/evian.yaml": briefing})
    for command in ("check", "build", "verify"):
        assert main([command, *options]) == 0, capsys.readouterr()
    _cover, calendar = Presentation(str(tmp_path / "output" / "evian" / "evian-deck.pptx")).slides
    said = "".join(calendar.element.itertext())
    plain = said.translate({0xA0: " ", 0x202F: " "})
    assert plain.index("18 février 2026 à 10 h") < plain.index("18 février 2026 à 18 h 30")
