"""Numbered copies leave a register for people beside the one for programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from briefing_tree import project
from rapport.cli import main
from rapport.pack.register import ENCODING, read_register

RECIPIENTS = """
recipients:
  - {name: "<b>Zoé</b> & Cie", title: Mme}
  - {name: Délégation indienne, documents: [brief]}
"""


def written(tmp_path: Path) -> Path:
    """The folder of the copies."""
    recipients = tmp_path / "recipients.yaml"
    recipients.write_text(RECIPIENTS, encoding="utf-8")
    assert main(["pack", "evian", "--recipients", str(recipients), *project(tmp_path)]) == 0
    return tmp_path / "output" / "evian" / "copies" / "1.0"


def test_both_registers_say_the_same(tmp_path: Path) -> None:
    folder = written(tmp_path)
    entries = list(read_register((folder / "register.csv").read_bytes().decode(ENCODING)))
    page = html.document_fromstring((folder / "register.html").read_bytes().decode("utf-8"))
    rows = [[cell.text_content() for cell in row] for row in page.iterfind(".//tbody/tr")]
    assert [row for row in rows if len(row) == 2] == [[entry.file, entry.digest] for entry in entries]
    holders = dict.fromkeys((entry.number, entry.recipient) for entry in entries)
    assert [row[0] for row in rows if len(row) == 1] == [
        f"n°\u00a0{number} — {name} – usage interne" for number, name in holders
    ]


def test_a_name_is_shown_as_it_is_never_run(tmp_path: Path) -> None:
    page = (written(tmp_path) / "register.html").read_text(encoding="utf-8")
    assert "Mme &lt;b&gt;Zoé&lt;/b&gt; &amp; Cie" in page
    assert "<b>" not in page


def test_copies_for_partners_are_those_of_their_register(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recipients = tmp_path / "recipients.yaml"
    recipients.write_text(RECIPIENTS.replace("title: Mme", "title: Mme, audience: partners"), encoding="utf-8")
    assert main(["pack", "evian", "--recipients", str(recipients), *project(tmp_path)]) == 0
    register = tmp_path / "output" / "evian" / "copies" / "1.0" / "register.csv"
    assert main(["verify", str(register), *project(tmp_path)]) == 0
    register.write_text(register.read_text(ENCODING).replace(";partners", ";press"), encoding=ENCODING)
    assert main(["verify", str(register), *project(tmp_path)]) == 3
    assert "register-name" in capsys.readouterr().out
