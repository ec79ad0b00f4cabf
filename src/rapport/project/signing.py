"""The key that signs packs and copies, read from its file. Its libraries are loaded where there is one: an extra."""

from __future__ import annotations

import getpass
import sys
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from rapport.language.system_errors import refusal
from rapport.project.project import UsageError


class Signer(Protocol):
    """Signs with one key."""

    def pdf(self, data: bytes, password: str = "") -> bytes:
        """The PDF with a signature after its own bytes; `password` opens a protected one."""

    def manifest(self, data: bytes) -> bytes:
        """A signature of the manifest, to stand beside it."""


def signing_of(key: Path | None, passphrase: Path | None) -> Signer | None:
    """What signs with a key of PKCS #12; None for none. Its passphrase is in a file, or asked for at a terminal.

    Raises UsageError.
    """
    if key is None:
        return None
    library = import_module("rapport.protect.signatures")
    try:
        return cast("Signer", library.Signing(key.read_bytes(), _passphrase(passphrase)))
    except OSError as error:
        unread = error.filename or key  # the key's file, or that of its passphrase
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{unread}\u00a0» ({refusal(error)})") from error
    except library.SigningError as error:
        message = "n’est pas une clé PKCS\u00a0#12 (.p12), ou sa phrase secrète est autre (--passphrase FICHIER)"
        raise UsageError(f"«\u00a0{key}\u00a0» {message}") from error


def _passphrase(path: Path | None) -> bytes:
    if path is not None:
        return path.read_bytes().rstrip(b"\r\n")
    return getpass.getpass("Phrase secrète de la clé\u00a0: ").encode() if sys.stdin.isatty() else b""
