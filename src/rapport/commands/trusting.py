"""Signatures of packs and documents, judged by the authorities at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from rapport.language.dates import write_date
from rapport.language.system_errors import refusal
from rapport.model.partial_date import PartialDate
from rapport.project.project import UsageError
from rapport.protect.signs import is_signed, unsigned
from rapport.verify.pack import NAME as MANIFEST
from rapport.verify.pack import SIGNATURE
from rapport.verify.pdf.increment import additions, visible_words
from rapport.verify.report import Check, Finding

NAME, TITLE = "signature", "Signature"
BROKEN = "le fichier a changé depuis qu’il fut signé, ou sa signature est illisible"
MISSING = "aucune signature"
UNKNOWN_CLOCK = "l’heure est attestée par «\u00a0{}\u00a0», inconnu\u00a0: ajoutez son autorité au fichier de --trust"
EXTRA = "ce qui suit le document n’est pas qu’une signature\u00a0: "


class Trusting:
    """Judges signatures; `authority` is the file of the certificates trusted, None for none."""

    def __init__(self, authority: Path | None) -> None:
        self.authority = authority

    def of_pack(self, members: Mapping[str, bytes]) -> Iterator[Check]:
        """A check for the manifest, which holds all files, and one for each signed document in it."""
        if SIGNATURE in members:
            found = _library().manifest_signature(members.get(MANIFEST, b""), members[SIGNATURE], self._roots)
            yield self._check(MANIFEST, found)
        elif self.authority is not None:
            yield Check(NAME, f"{TITLE}, {MANIFEST}", 1, (Finding("signature-missing", MISSING, MANIFEST),))
        for name, data in members.items():
            yield from self.of_pdf(name, data)

    def of_pdf(self, name: str, data: bytes, password: str = "") -> Iterator[Check]:
        """A check for a signed PDF; none for one that is not."""
        if is_signed(data):
            found = _library().pdf_signature(data, self._roots, password) or _library().Signature()
            extra = next(additions(data, unsigned(data), password), "") if found.intact else ""
            shown = visible_words(data, password) if found.intact else ""
            if shown and found.signer not in shown:
                extra = f"elle montre «\u00a0{shown}\u00a0», et non «\u00a0{found.signer}\u00a0»"
            if extra:
                yield Check(NAME, f"{TITLE}, {name}", 1, (Finding("signature-extra", f"{EXTRA}{extra}", name),))
            else:
                yield self._check(name, found)

    def _check(self, name: str, found: Any) -> Check:
        title = f"{TITLE}, {name}"
        when = f", {_day(found.when)}" if found.when else ""
        if not found.intact:
            return Check(NAME, title, 1, (Finding("signature-broken", BROKEN, name),))
        if self.authority is None:
            reason = f"signé «\u00a0{found.signer}\u00a0»{when}, sans autorité pour en répondre\u00a0: --trust FICHIER"
            return Check(NAME, title, 1, unproved=reason)
        if not found.trusted:
            message = (
                f"le certificat de «\u00a0{found.signer}\u00a0» n’est pas de cette autorité, ou n’est pas en vigueur"
            )
            return Check(NAME, title, 1, (Finding("signature-untrusted", message, name),))
        if found.clock and not found.on_time:
            return Check(NAME, title, 1, unproved=f"{found.signer}{when}\u00a0; {UNKNOWN_CLOCK.format(found.clock)}")
        attested = f", heure attestée par {found.clock}" if found.clock else ""
        return Check(NAME, title, 1, note=f"{found.signer}{when}{attested}")

    @cached_property
    def _roots(self) -> tuple[Any, ...]:
        if self.authority is None:
            return ()
        try:
            return tuple(_library().authorities(self.authority.read_bytes()))
        except OSError as error:
            raise UsageError(f"lecture impossible\u00a0: «\u00a0{self.authority}\u00a0» ({refusal(error)})") from error
        except ValueError as error:
            raise UsageError(f"«\u00a0{self.authority}\u00a0» n’est pas un certificat (PEM ou DER)") from error


def _day(when: datetime) -> str:
    return write_date(PartialDate.parse(when.date().isoformat()), "in", "fr_FR")


def _library() -> ModuleType:
    """What judges, with its libraries, which not every installation has."""
    return import_module("rapport.protect.signatures")
