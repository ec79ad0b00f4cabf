"""The register as an office suite opens it, and as it is read back."""

from __future__ import annotations

import io

import pytest

from rapport.pack.register import COLUMNS, ENCODING, Register, RegisterEntry, read_register

ENTRY = RegisterEntry(
    number=7,
    recipient='Mme Zoé "Z" Çelik; Turquie',
    stamp="Exemplaire n°\u00a07 — Mme Zoé",
    locale="fr-FR",
    briefing="evian-g7",
    version="1.0",
    document="brief",
    file="evian-g7-007-brief.pdf",
    digest="0" * 64,
)


def written(*entries: RegisterEntry) -> bytes:
    buffer = io.BytesIO()
    with io.TextIOWrapper(buffer, encoding=ENCODING, newline="") as target:
        register = Register(target)
        for entry in entries:
            register.add(entry)
        target.flush()
        return buffer.getvalue()


def test_an_office_suite_sees_accents_and_columns() -> None:
    data = written(ENTRY)
    assert data.startswith("\ufeffExemplaire;Destinataire;Mention;".encode())
    assert data.count(b"\r\n") == 2
    assert '7;"Mme Zoé ""Z"" Çelik; Turquie";'.encode() in data


def test_what_was_written_is_read() -> None:
    assert list(read_register(written(ENTRY, ENTRY).decode())) == [ENTRY, ENTRY]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nom;titre\n",
        f"{';'.join(COLUMNS)}\n7;Inde\n",
        f'{";".join(COLUMNS)}\n"7',
        f"{';'.join(COLUMNS)}\nx" + ";" * 8,
    ],
)
def test_another_table_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a register|invalid literal"):
        list(read_register(text))
