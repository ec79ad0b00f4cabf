"""Whether a file is the document that the content gives: the first of two proofs, and the stronger one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pikepdf

from rapport.edition.edition import Edition
from rapport.edition.text import plain
from rapport.formats.office.archive import around
from rapport.formats.unreadable import DAMAGE, UnreadableError
from rapport.verify.parity.line import letters
from rapport.verify.pdf.document import open_pdf
from rapport.verify.rebuilt.deck import deck_differences
from rapport.verify.rebuilt.metadata import saved_by
from rapport.verify.rebuilt.pdf import pdf_differences
from rapport.verify.report import Check, Finding
from rapport.verify.trace import passages

NAME, TITLE = "rebuilt", "Comparé au document reconstruit"
END = b"%%EOF"
AUTHENTIC = "authentique, octet pour octet"
PDF_HEAD, ZIP_HEAD = 40, 14
"""Bytes at the start of a file that tell who wrote it: other programs begin with other objects, or with their time."""


def check_rebuilt(found: bytes, rebuilt: bytes) -> Check:
    """Compares a file with the one rebuilt from the same content: bytes first, then what a reader gets from them."""
    if found == rebuilt:
        return Check(NAME, TITLE, 1, note=AUTHENTIC)
    try:
        return _pdf(found, rebuilt) if rebuilt.startswith(b"%PDF") else _office(found, rebuilt)
    except UnreadableError as error:
        return Check(NAME, TITLE, 1, (Finding("unreadable", str(error)),))
    except (RuntimeError, *DAMAGE):
        return Check(NAME, TITLE, 1, (Finding("unreadable", "le fichier est abîmé, ou n’a pas la forme attendue"),))


def _pdf(found: bytes, rebuilt: bytes) -> Check:
    findings = (*pdf_differences(found, rebuilt), *_outside(found))
    with open_pdf(found) as pdf:
        ours = found[:PDF_HEAD] == rebuilt[:PDF_HEAD] and bool(findings)
        program = "" if ours else saved_by(found, pdf)
        return Check(NAME, TITLE, 1, findings, note=_saved(program, bool(findings)))


def _outside(data: bytes) -> Iterator[Finding]:
    """What a PDF file holds besides the PDF: another file before its head or behind its end."""
    if not data.startswith(b"%PDF-"):
        yield Finding("rebuilt-around", "des octets précèdent le document")
    if data[data.rfind(END) + len(END) :].strip(b"\0 \t\r\n"):
        yield Finding("rebuilt-around", "des octets suivent la fin du document")


def _office(found: bytes, rebuilt: bytes) -> Check:
    differences = deck_differences(found, rebuilt)
    findings = (*differences.findings, *(Finding("rebuilt-around", message) for _, message in around(found)))
    if differences.rewritten and not findings:
        reason = f"réécrit par {differences.rewritten}\u00a0: mêmes mots, mais une mise en forme qui ne se compare pas"
        return Check(NAME, TITLE, 1, unproved=reason)
    ours = found[:ZIP_HEAD] == rebuilt[:ZIP_HEAD] and bool(findings)
    program = differences.rewritten or ("" if ours else "un autre programme")
    return Check(NAME, TITLE, 1, findings, note=_saved(program, bool(findings)))


def _saved(program: str, changed: bool) -> str:
    """What saved a file last; empty for us, whose content has most often been changed since."""
    if not program:
        return "écrit par rapport\u202f; depuis, le contenu a changé, ou le fichier"
    return f"enregistré par {program}" if changed else f"authentique, enregistré par {program} sans rien changer"


def is_draft(data: bytes, edition: Edition) -> bool:
    """Whether a file bears the mark of a draft of the edition; True for one that cannot be read."""
    mark = letters(plain(edition.draft_mark))
    try:
        return any(mark in letters(passage.text) for passage in passages(data))
    except UnreadableError:
        return True


def carries_files(data: bytes) -> bool:
    """Whether a PDF has files attached, as one built with its sources."""
    with contextlib.suppress(UnreadableError, pikepdf.PdfError, *DAMAGE), open_pdf(data) as pdf:
        return "/AF" in pdf.Root or "/EmbeddedFiles" in pdf.Root.get("/Names", pikepdf.Dictionary())
    return False
