"""Copies and packs under passwords, from the list of recipients to the proof."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import pikepdf
import pytest

from briefing_tree import COMPLETE, project
from rapport.cli import main
from rapport.protect.passwords import Password, read, written
from rapport.protect.signs import asks_for_password

TABLE = "nom;civilité;mot de passe\nZoé Çelik;Mme;quatre mots tires au hasard\nDélégation indienne;;\n"


def copies(tmp_path: Path, *words: str, table: str = TABLE) -> Path:
    """The folder of the copies."""
    recipients = tmp_path / "recipients.csv"
    recipients.write_text(table, encoding="utf-8")
    assert main(["pack", "evian", "--recipients", str(recipients), *words, *project(tmp_path)]) == 0
    return tmp_path / "output" / "evian" / "copies" / "1.0"


def passwords(tmp_path: Path) -> Path:
    return tmp_path / "output" / "evian" / "evian-passwords-1.0.csv"


def test_who_has_a_word_has_a_protected_copy_and_the_others_none(tmp_path: Path) -> None:
    folder = copies(tmp_path)
    asked = {path.name: asks_for_password(path.read_bytes()) for path in folder.iterdir() if "evian-00" in path.name}
    assert sorted(asked.values()) == [False, False, True, True]
    assert all(asked[name] == ("001" in name) for name in asked)
    assert not passwords(tmp_path).exists()


def test_new_words_stand_in_one_file_that_only_its_owner_reads(tmp_path: Path) -> None:
    folder = copies(tmp_path, "--passwords", "generate")
    made = {each.number: each for each in read(passwords(tmp_path).read_bytes())}
    assert made[1].word == "quatre mots tires au hasard"
    assert made[2].recipient == "Délégation indienne"
    assert stat.S_IMODE(passwords(tmp_path).stat().st_mode) == 0o600
    others = [path for path in tmp_path.rglob("*") if path.is_file() and path != passwords(tmp_path)]
    assert len([path for path in others if folder in path.parents]) == 6
    assert [path for path in others if made[2].word.encode() in path.read_bytes()] == []


def test_what_is_printed_has_a_word_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copies(tmp_path, "--print")
    assert "print-unprotected" in capsys.readouterr().err
    folder = copies(tmp_path, "--print", "--separators", "--passwords", "generate")
    assert "print-unprotected" not in capsys.readouterr().err
    made = {each.number: each for each in read(passwords(tmp_path).read_bytes())}
    job = (folder / "evian-print-brief.pdf").read_bytes()
    assert asks_for_password(job)
    with pikepdf.open(io.BytesIO(job), password=made[0].word) as pdf:
        assert len(pdf.pages) > 4
    assert main(["verify", str(folder), f"--passwords={passwords(tmp_path)}", *project(tmp_path)]) == 0


def test_made_again_the_words_stay(tmp_path: Path) -> None:
    copies(tmp_path, "--passwords", "generate")
    before = passwords(tmp_path).read_bytes()
    copies(tmp_path, "--passwords", "generate")
    assert passwords(tmp_path).read_bytes() == before
    renamed = TABLE.replace("Délégation indienne", "Délégation du Brésil")
    copies(tmp_path, "--passwords", "generate", table=renamed)
    assert read(passwords(tmp_path).read_bytes())[1].word != read(before)[1].word


def test_copies_are_proved_with_their_words_and_not_without(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copies(tmp_path, "--passwords", "generate")
    options = project(tmp_path)
    capsys.readouterr()
    assert main(["verify", str(folder), *options]) == 4
    assert "--passwords FICHIER" in capsys.readouterr().out
    assert main(["verify", str(folder), f"--passwords={passwords(tmp_path)}", *options]) == 0
    assert capsys.readouterr().out.count("conforme (authentique, octet pour octet)") == 4
    words = [Password(each.number, each.recipient, "un autre mot") for each in read(passwords(tmp_path).read_bytes())]
    (tmp_path / "faux.csv").write_bytes(written(words))
    assert main(["verify", str(folder), f"--passwords={tmp_path / 'faux.csv'}", *options]) == 3
    assert "password-wrong" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("rights", "prints", "copies_words"), [("read", False, False), ("print", True, False), ("copy", True, True)]
)
def test_what_a_protected_pdf_lets_do_is_chosen(rights: str, prints: bool, copies_words: bool, tmp_path: Path) -> None:
    folder = copies(tmp_path, f"--rights={rights}")
    [brief] = folder.glob("evian-001-*brief.pdf")
    with pikepdf.open(brief, password="quatre mots tires au hasard") as pdf:  # noqa: S106
        allowed = pdf.allow
    assert (allowed.print_highres, allowed.extract, allowed.accessibility) == (prints, copies_words, True)
    assert not allowed.modify_other


def test_each_byte_changed_in_protected_copies_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the register, whoever has no word; by the word itself, where there is no register."""
    folder = copies(tmp_path, "--passwords", "generate")
    register, options = str(folder / "register.csv"), project(tmp_path)
    trust = f"--passwords={passwords(tmp_path)}"
    assert main(["verify", register, *options]) == 0
    for path in sorted(folder.glob("evian-00*")):
        data = path.read_bytes()
        for part in range(1, 8):
            changed = bytearray(data)
            changed[len(data) * part // 8] ^= 1
            path.write_bytes(changed)
            capsys.readouterr()
            assert main(["verify", register, *options]) == 3
            assert path.name in capsys.readouterr().out
        assert main(["verify", str(path), trust, *options]) == 3
        path.write_bytes(data)
    assert main(["verify", register, *options]) == 0


def test_words_of_a_table_go_to_whom_it_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "mots.csv"
    table.write_bytes(written([Password(2, "Délégation indienne", "des mots pour une delegation")]))
    folder = copies(tmp_path, "--passwords", str(table))
    assert all(asks_for_password(path.read_bytes()) for path in folder.glob("evian-002*"))
    table.write_bytes(written([Password(2, "Quelqu’un d’autre", "des mots pour une delegation")]))
    recipients = str(tmp_path / "recipients.csv")
    capsys.readouterr()
    assert main(["pack", "evian", "--recipients", recipients, "--passwords", str(table), *project(tmp_path)]) == 2
    assert "Quelqu’un d’autre" in capsys.readouterr().err


@pytest.mark.parametrize(("word", "code", "ends"), [("soleil", "password-weak", 0), ("é" * 64, "password-unusable", 1)])
def test_words_that_do_not_hold_are_told_and_not_shown(
    word: str, code: str, ends: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipients = tmp_path / "recipients.csv"
    recipients.write_text(TABLE.replace("quatre mots tires au hasard", word), encoding="utf-8")
    assert main(["pack", "evian", "--recipients", str(recipients), *project(tmp_path)]) == ends
    said = capsys.readouterr()
    assert f"recipients.csv:2:1: {'avertissement: ' if not ends else ''}{code}" in said.err
    assert word not in said.err + said.out


def test_a_pack_under_embargo_has_its_key_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    embargo = '\n        embargo: {until: "2026-02-11T06:00", zone: Europe/Paris}\n'
    briefing = {"briefings/evian.yaml": COMPLETE["briefings/evian.yaml"] + embargo}
    options = project(tmp_path, briefing)
    assert main(["pack", "evian", *options]) == 0
    folder = tmp_path / "output" / "evian"
    guarded, key = folder / "evian-protected.zip", folder / "evian-protected-cle.txt"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert asks_for_password(guarded.read_bytes())
    assert main(["verify", str(guarded), *options]) == 4
    assert main(["verify", str(guarded), f"--passwords={key}", *options]) == 0
    away = tmp_path / "reçu"
    away.mkdir()
    (away / guarded.name).write_bytes(guarded.read_bytes())
    assert main(["open", str(away / guarded.name), f"--key={key}"]) == 0
    assert (away / "evian-pack.zip").read_bytes() == (folder / "evian-pack.zip").read_bytes()
    (tmp_path / "faux").write_text("autre chose", encoding="utf-8")
    capsys.readouterr()
    assert main(["open", str(away / guarded.name), f"--key={tmp_path / 'faux'}"]) == 2
    assert "n’est pas celui de ce fichier" in capsys.readouterr().err


def test_a_protected_copy_is_traced_by_its_digest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copies(tmp_path)
    [deck] = folder.glob("evian-001*.pptx")
    capsys.readouterr()
    assert main(["trace", str(deck)]) == 0
    assert "exemplaire n°\u00a01 — Mme Zoé Çelik" in capsys.readouterr().out
    assert main(["trace", str(deck), f"--register={folder / 'register.csv'}"]) == 0
    deck.write_bytes(deck.read_bytes() + b"x")
    assert main(["trace", str(deck)]) == 3
