"""Keys that never leave a token: a smart card, a module (PKCS #11)."""

from __future__ import annotations

import asyncio

import pkcs11
from msgspec import Struct
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign.general import SigningError as UnusableKeyError
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.signers import Signer

from rapport.protect.signing import SigningError


class TokenKey(Struct, frozen=True):
    """A key and its certificate under one label; `module` is the library that speaks to the token."""

    module: str
    token: str
    label: str
    pin: str

    def signer(self) -> Signer:
        """What signs with it. Raises SigningError."""
        wanted = TokenCriteria(label=self.token)
        try:
            opened = open_pkcs11_session(self.module, token_criteria=wanted, user_pin=self.pin)
            # tokens sign a digest made here: not all of them make one themselves
            signer = PKCS11Signer(opened, cert_label=self.label, key_label=self.label, use_raw_mechanism=True)
            asyncio.run(signer.ensure_objects_loaded())
        except (pkcs11.PKCS11Error, UnusableKeyError, OSError, RuntimeError, ValueError) as error:
            raise SigningError(str(error)) from error
        return signer
