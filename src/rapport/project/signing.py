"""The key that signs packs and copies, read from its file, and the seal it shows, in the looks of the house.

Its libraries, an extra, are loaded where there is a key.
"""

from __future__ import annotations

import contextlib
import getpass
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Protocol
from urllib.parse import parse_qs

from msgspec import Struct

from rapport.language.dates import write_date
from rapport.language.languages import phrase
from rapport.language.locales import LOCALES
from rapport.language.system_errors import refusal
from rapport.model.partial_date import PartialDate
from rapport.project.project import House, UsageError
from rapport.render.pdf.seal import draw_seal
from rapport.verify.pdf.increment import additions

PHRASE, PIN = "Phrase secrète de la clé\u00a0: ", "Code de la carte\u00a0: "
NO_KEY = "n’est pas une clé PKCS\u00a0#12 (.p12), ou sa phrase secrète est autre (--passphrase FICHIER)"
EXAMPLE = "pkcs11:token=NOM;object=CLÉ?module-path=/chemin/module.so"
NO_CARD_KEY = f"n’ouvre aucune clé\u00a0: {EXAMPLE}, et son code (--passphrase FICHIER)"


class Signer(Protocol):
    """Signs with one key."""

    def pdf(self, data: bytes, password: str = "") -> bytes:
        """The PDF with a signature after its own bytes; `password` opens a protected one."""

    def manifest(self, data: bytes) -> bytes:
        """A signature of the manifest, to stand beside it."""


class PdfSigning(Signer, Protocol):
    """Signs with one key, visibly where a seal is given."""

    def pdf(self, data: bytes, password: str = "", seal: HouseSeal | None = None) -> bytes:
        """The PDF with a signature after its own bytes."""


class HouseSigner:
    """Signs, and says what keeps it from it."""

    def __init__(self, own: PdfSigning, clock: str, seal: HouseSeal | None) -> None:
        """`seal` shows signatures on first pages, None for signatures of no appearance."""
        self._own, self._clock, self._seal = own, clock, seal

    def pdf(self, data: bytes, password: str = "") -> bytes:
        """The PDF with a signature after its own bytes.

        Raises UsageError where nobody attests the time, or the seal would cover something.
        """
        with self._told():
            signed = self._own.pdf(data, password, self._seal)
        if self._seal is not None and (fault := next(additions(signed, data, password), "")):
            raise UsageError(f"--seal\u00a0: la signature ne peut se montrer sur la première page ({fault})")
        return signed

    def manifest(self, data: bytes) -> bytes:
        """A signature of the manifest. Raises UsageError where nobody attests the time."""
        with self._told():
            return self._own.manifest(data)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except import_module("rapport.protect.signing").TimestampError as error:
            message = f"--timestamp\u00a0: «\u00a0{self._clock}\u00a0» n’atteste pas l’heure\u00a0; rien n’est signé"
            raise UsageError(message) from error


CARD = "pkcs11:"
"""How the address of a key in a token begins (RFC 7512)."""


def signing_of(key: str, passphrase: Path | None, clock: str = "", sealing: House | None = None) -> Signer | None:
    """What signs with a key of PKCS #12, or in a token; None for none.

    Its passphrase or PIN is in a file, or asked for at a terminal. `clock` is the address of who attests the time,
    empty for nobody; `sealing` the house in whose looks signatures show, None where they do not. Raises UsageError.
    """
    if sealing is not None and not key:
        raise UsageError("--seal ne sert qu’avec --sign")
    if clock and not key:
        raise UsageError("--timestamp ne sert qu’avec --sign")
    if clock and not clock.startswith(("http://", "https://")):
        raise UsageError(f"--timestamp\u00a0: «\u00a0{clock}\u00a0» n’est pas une adresse (https://…)")
    if not key:
        return None
    library = import_module("rapport.protect.signing")
    try:
        seal = HouseSeal(sealing) if sealing is not None else None
        return HouseSigner(library.Signing(_key(library, key, passphrase), clock), clock, seal)
    except OSError as error:
        unread = error.filename or key  # the key's file, or that of its passphrase
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{unread}\u00a0» ({refusal(error)})") from error
    except library.SigningError as error:
        raise UsageError(f"«\u00a0{key}\u00a0» {NO_CARD_KEY if key.startswith(CARD) else NO_KEY}") from error


def _key(library: ModuleType, key: str, passphrase: Path | None) -> object:
    if key.startswith(CARD):
        token = _token(key)
        return import_module("rapport.protect.tokens").TokenKey(*token, _passphrase(passphrase, PIN).decode())
    return library.KeyFile(Path(key).read_bytes(), _passphrase(passphrase, PHRASE))


def _token(address: str) -> tuple[str, str, str]:
    """The module, the token and the object that an address names. Raises UsageError where one is missing."""
    path, _, query = address.removeprefix(CARD).partition("?")
    said = parse_qs(f"{path.replace(';', '&')}&{query}")
    found = tuple(said.get(name, [""])[0] for name in ("module-path", "token", "object"))
    if not all(found):
        raise UsageError(f"«\u00a0{address}\u00a0» {NO_CARD_KEY}")
    module, token, label = found
    return module, token, label


def _passphrase(path: Path | None, asked: str) -> bytes:
    if path is not None:
        return path.read_bytes().rstrip(b"\r\n")
    return getpass.getpass(asked).encode() if sys.stdin.isatty() else b""


Edges = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of a page."""


class HouseSeal(Struct, frozen=True):
    """Draws seals: who signs, and the day."""

    house: House

    def __call__(self, name: str, page: tuple[float, float], language: str) -> tuple[bytes, Edges, str]:
        """The form of the seal of a signer, where it goes on a page of some size, and its words in a language."""
        locale = next((each for each in LOCALES if each.replace("_", "-") == language), LOCALES[0])
        now = datetime.now(UTC)  # noqa: TID251  # a signature says when it was made
        day = write_date(PartialDate.parse(now.date().isoformat()), "in", locale)
        words = phrase("signed", locale, name, day)
        form, box = draw_seal(words, page, self.house.charter, self.house.fonts, now)
        edges = (float(box.x), page[1] - box.bottom, float(box.right), page[1] - box.y)
        return form, edges, words
