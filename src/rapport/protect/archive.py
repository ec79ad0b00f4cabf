"""An archive that opens with a password and says nothing before: one nameless member, the pack inside (AE-2)."""

from __future__ import annotations

import io
import zipfile

import pyzipper

from rapport.protect.signs import MEMBER
from rapport.protect.wrong_password import WrongPasswordError

LARGEST = 512 << 20
"""Bytes of the pack inside."""


def protect_archive(data: bytes, password: str) -> bytes:
    """The archive under a password, stored whole as the only member of another."""
    target = io.BytesIO()
    with pyzipper.AESZipFile(target, "w", compression=pyzipper.ZIP_STORED, encryption=pyzipper.WZ_AES) as outer:
        outer.setpassword(password.encode())
        outer.setencryption(pyzipper.WZ_AES, nbits=256)
        outer.writestr(MEMBER, data)
    return target.getvalue()


def open_archive(data: bytes, password: str) -> bytes:
    """The archive inside. Raises WrongPasswordError, for one that was altered too; ValueError for another file."""
    try:
        with pyzipper.AESZipFile(io.BytesIO(data)) as outer:
            outer.setpassword(password.encode())
            [member] = outer.infolist()
            if member.filename != MEMBER or member.file_size > LARGEST:
                raise ValueError("not a protected pack")
            return bytes(outer.read(member))
    except (zipfile.BadZipFile, pyzipper.BadZipFile) as error:
        raise ValueError("not a protected pack") from error
    except RuntimeError as error:  # what pyzipper raises for a wrong password
        raise WrongPasswordError from error
