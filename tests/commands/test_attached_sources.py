"""What a brief carries of its content: what it cites, as authors wrote it, without their remarks."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pikepdf
import pytest
import yaml

from content_tree import SMALL, plain_spaces, write_tree
from rapport.cli import main

ASSETS = Path(__file__).parents[2] / "assets"
UNCITED = """
        secret:
          label: "un # qui reste : dièse"
          value: 7
          unit: EUR
          status: to-confirm
          as_of: 2026-02-10
          source: bilan
          locator: § 9
        """


def test_only_what_is_cited_is_attached(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = "        # à taire\n        " + SMALL["facts/financement.yaml"].strip("\n ") + "\n" + UNCITED.lstrip("\n")
    section = SMALL["sections/financement.yaml"].replace("title: Financement", 'title: "Financement"  # à revoir')
    changes = {"facts/financement.yaml": facts, "sections/financement.yaml": section}
    content = write_tree(tmp_path, changes)
    options = ["--content", str(content), "--assets", str(ASSETS), "--output", str(tmp_path / "output")]
    assert main(["build", "--attach-source", *options]) == 0
    assert "non joint au dossier : 2 remarque(s), 1 fait(s)" in plain_spaces(capsys.readouterr().err)
    with pikepdf.open(tmp_path / "output" / "evian" / "evian-brief.pdf") as pdf:
        files = {name: bytes(file.get_file().read_bytes()).decode() for name, file in pdf.attachments.items()}
    written = "".join(files.values())
    assert "à taire" not in written
    assert "à revoir" not in written
    assert "secret" not in written
    whole = yaml.safe_load(dedent(facts))
    assert yaml.safe_load(files["facts-financement.yaml"]) == {key: whole[key] for key in whole if key != "secret"}
    assert yaml.safe_load(files["sections-financement.yaml"]) == yaml.safe_load(dedent(section))


def test_large_print_with_its_sources_is_authentic(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--content", str(write_tree(tmp_path)), "--assets", str(ASSETS), "--output", str(tmp_path / "output")]
    assert main(["handout", "--large-print", "--attach-source", *options]) == 0
    capsys.readouterr()
    path = tmp_path / "output" / "evian" / "evian-large-print.pdf"
    assert main(["verify", str(path), *options]) == 0
    assert "authentique, octet pour octet" in capsys.readouterr().out
