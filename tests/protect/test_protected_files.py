"""Files under passwords: opened by other programs than ours, and by nobody who has another word."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import pyzipper
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from judges.verapdf import broken_rules, failures
from office import edited_in_office
from rapport.protect.files import OPEN, opened, protected
from rapport.protect.passwords import ENOUGH, Password, WrongPasswordError, bits, generated, read, written
from rapport.protect.signs import asks_for_password
from verify.documents import documents

WORD = "été-à-Évian-2026"


@cache
def plain(ending: str) -> bytes:
    made = documents("evian-g7")
    return {".pdf": made.brief, ".pptx": made.deck, ".zip": _archive(made.deck)}[ending]


def _archive(deck: bytes) -> bytes:
    target = io.BytesIO()
    with pyzipper.ZipFile(target, "w") as archive:
        archive.writestr("evian-g7-deck.pptx", deck)
    return target.getvalue()


@cache
def guarded(ending: str) -> bytes:
    return protected(f"a{ending}", plain(ending), WORD)


@pytest.mark.parametrize("ending", OPEN)
def test_nothing_is_read_without_the_word(ending: str) -> None:
    assert asks_for_password(guarded(ending))
    assert not asks_for_password(plain(ending))
    for clear in (b"Intelligence", b"evian-g7", b"fr-FR", b"ppt/slides", b"StructElem"):
        assert clear not in guarded(ending)


@pytest.mark.parametrize("ending", OPEN)
@pytest.mark.parametrize("word", ["", "ete-a-Evian-2026", f"{WORD} "])
def test_another_word_opens_nothing(ending: str, word: str) -> None:
    with pytest.raises(WrongPasswordError):
        opened(f"a{ending}", guarded(ending), word)


@pytest.mark.parametrize("ending", [".pptx", ".zip"])
def test_with_the_word_it_is_the_same_file(ending: str) -> None:
    assert opened(f"a{ending}", guarded(ending), WORD) == plain(ending)


def test_two_protected_briefs_open_to_the_same_bytes() -> None:
    other = protected("a.pdf", plain(".pdf"), generated())
    assert other != guarded(".pdf")
    again = protected("a.pdf", plain(".pdf"), "mot")
    assert opened("a.pdf", again, "mot") == opened("a.pdf", guarded(".pdf"), WORD)


@pytest.mark.parametrize("ending", [".pptx", ".zip"])
@settings(max_examples=12)
@given(data=st.data())
def test_a_changed_byte_is_no_silent_change(ending: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(len(guarded(ending)) // 4, len(guarded(ending)) // 2))
    changed = bytearray(guarded(ending))
    changed[place] ^= 1
    with pytest.raises((WrongPasswordError, ValueError)):
        opened(f"a{ending}", bytes(changed), WORD)


def test_a_protected_brief_stays_accessible_and_is_no_archive() -> None:
    empty = protected("a.pdf", plain(".pdf"), "")  # the judge gives no password
    assert failures(empty, "ua1") == ()
    assert "6.1.3-2" in broken_rules(empty, "2a")
    with pikepdf.open(io.BytesIO(guarded(".pdf")), password=WORD) as pdf:
        assert pdf.allow.accessibility
        assert not pdf.allow.modify_other
        packet = pdf.Root.Metadata.read_bytes()
    assert b"pdfuaid:part" in packet
    assert b"pdfaid" not in packet
    assert b"pdfaExtension" not in packet


def test_nobody_is_the_owner() -> None:
    with pikepdf.open(io.BytesIO(guarded(".pdf")), password=WORD) as pdf:
        assert pdf.user_password_matched
        assert not pdf.owner_password_matched


def test_another_engine_opens_the_brief() -> None:
    assert len(pypdfium2.PdfDocument(guarded(".pdf"), password=WORD)) == len(pypdfium2.PdfDocument(plain(".pdf")))
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(guarded(".pdf"))


def test_qpdf_finds_no_fault_in_the_brief(tmp_path: Path) -> None:
    qpdf = shutil.which("qpdf")
    if not qpdf:
        pytest.skip("not run: qpdf is not installed")
    (tmp_path / "a.pdf").write_bytes(guarded(".pdf"))
    (tmp_path / "word").write_text(WORD, encoding="utf-8")
    command = [qpdf, "--check", f"--password-file={tmp_path / 'word'}", str(tmp_path / "a.pdf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "R = 6" in done.stdout


def test_the_deck_inside_is_read_by_python_pptx() -> None:
    deck = Presentation(io.BytesIO(opened("a.pptx", guarded(".pptx"), WORD)))
    assert len(deck.slides) == len(documents("evian-g7").plan.slides)


def test_libreoffice_opens_the_deck_with_the_word_alone(tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(guarded(".pptx"))
    said = edited_in_office(Path(__file__).with_name("impress.py"), deck, tmp_path)["slides"].decode()
    assert said == f"0 {len(documents('evian-g7').plan.slides)}"


def test_words_made_here_are_strong_and_never_twice_the_same() -> None:
    words = {generated() for _ in range(1_000)}
    assert len(words) == 1_000
    assert min(map(bits, words)) > ENOUGH
    assert not set("lo01") & set("".join(words))


@pytest.mark.parametrize("weak", ["", "Evian2026", "motdepasse", "a" * 60, "123456789012"])
def test_weak_words_are_known(weak: str) -> None:
    assert bits(weak) < ENOUGH


@given(st.lists(st.builds(Password, st.integers(0, 10**6), st.text(), st.text(min_size=1)), max_size=5))
def test_a_table_is_read_as_it_was_written(passwords: list[Password]) -> None:
    said = [(each.number, each.recipient) for each in read(written(passwords))]
    assert said == [(each.number, each.recipient) for each in passwords]


@pytest.mark.parametrize("table", [b"", b"a;b;c\r\n1;2;3", b"\xff\xfe", b"Exemplaire;Destinataire;Mot de passe\nx;y;z"])
def test_another_table_is_refused(table: bytes) -> None:
    refuses: Callable[[bytes], object] = read
    with pytest.raises(ValueError, match="not a table"):
        refuses(table)
