"""Who opens what with which password: the list's own, those of a table, or new ones, kept from run to run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from msgspec import Struct

from rapport.disk import alone, place
from rapport.language.system_errors import refusal
from rapport.model.campaign import Recipient
from rapport.origin import Origin
from rapport.pack.folder import safe_name
from rapport.problem import Problem
from rapport.project.circulation import CopyProtection
from rapport.project.composition import Composition
from rapport.project.project import UsageError
from rapport.project.signing import Signer
from rapport.protect.passwords import ENOUGH, LONGEST, PACK, Password, bits, generated, read, written
from rapport.read.recipients.checks import FORMULA
from rapport.writing import PRIVATE

GENERATE = "generate"
"""In place of a table: who has no password gets a new one."""
PROTECTED, KEY = "-protected.zip", "-cle.txt"
"""The endings of a pack under a password, and of the file that holds it."""


def passwords_of(recipients: Sequence[Recipient], asked: str, kept: Path) -> tuple[Password, ...]:
    """The passwords of the recipients who have one. `kept` is where those made before stand.

    Raises UsageError for a table that cannot be read, or whose numbers are other people's.
    """
    table = {each.number: each for each in _table(asked, kept)}
    return tuple(
        Password(one.number, one.label, word) for one in recipients if (word := _word(one, table, asked == GENERATE))
    )


def password_of_pack(asked: str, kept: Path) -> Password:
    """The password of a pack. Raises UsageError."""
    table = {each.number: each for each in _table(asked, kept)}
    found = table.get(PACK)
    if found is None and asked != GENERATE:
        raise UsageError(f"«\u00a0{asked}\u00a0»\u00a0: aucun mot de passe pour le paquet (exemplaire 0)")
    return found or Password(PACK, "", generated())


class CopyPasswords(Struct, frozen=True):
    """The passwords of the copies, and the table that new ones are written to, which is no copy; None for none."""

    passwords: tuple[Password, ...]
    table: Path | None

    @classmethod
    def of(
        cls, recipients: Sequence[Recipient], made: Composition, asked: str, output: Path, *, printed: bool = False
    ) -> CopyPasswords:
        """Those the list gives, and those asked for; one for what is `printed` too, which holds all copies.

        Raises UsageError.
        """
        version = safe_name(made.brief.version) or "sans-version"
        table = output / made.key / f"{made.key}-passwords-{version}.csv"
        given = passwords_of(recipients, asked, table)
        if printed and given and asked:
            given = (password_of_pack(asked, table), *given)
        return cls(given, table if asked == GENERATE and recipients else None)

    def problems(self, recipients: Sequence[Recipient], *, printed: bool) -> Iterator[Problem]:
        """What is wrong with the passwords; copies that have some, and stand without one in what is `printed`."""
        yield from password_problems(self.passwords, recipients)
        if printed and self.passwords and self.passwords[0].number != PACK:
            message = "le fichier à imprimer s’ouvrira sans mot de passe, et contient tous les exemplaires"
            hint = "--passwords generate, ou une table qui en donne un à l’exemplaire 0, le protège aussi"
            yield Problem("print-unprotected", message, Origin(""), hint, "warning")

    def protection(self, signing: Signer | None, rights: str) -> CopyProtection | None:
        """What puts copies under these passwords and signs them; None where nobody has one and nothing signs.

        `rights` are what readers of PDF files let do.
        """
        words = {each.number: each.word for each in self.passwords}
        return encryption().Protection(words, signing, rights) if words or signing else None

    def write_table(self) -> bool:
        """Write new passwords for the person who hands out the copies; False if there are none. Raises UsageError."""
        if self.table is None:
            return False
        with alone(self.table.parent, "des mots de passe"):
            place(self.table, written(self.passwords), PRIVATE)
        return True


class ProtectedPack(Struct, frozen=True):
    """A pack under a password, and the file that holds it, to be sent by another way."""

    path: Path
    key: Path
    password: Password

    @classmethod
    def of(cls, path: Path, asked: str) -> ProtectedPack:
        """The password asked for, or that of the key which is there. Raises UsageError."""
        key = path.with_name(f"{path.stem}{KEY}")
        return cls(path, key, password_of_pack(asked, key))

    def write(self, data: bytes) -> Iterator[Path]:
        """Writes both into a folder that this program holds. Raises UsageError."""
        protected = encryption().protected(self.path.name, data, self.password.word)
        place(self.key, f"{self.password.word}\n".encode(), PRIVATE)
        place(self.path, protected)
        yield from (self.path, self.key)


def encryption() -> ModuleType:
    """What encrypts, with its libraries, which not every installation has."""
    return import_module("rapport.project.protection")


def read_passwords(path: Path) -> tuple[Password, ...]:
    """The table of a file, or the one password of a key's. Raises UsageError."""
    try:
        return read(path.read_bytes())
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error
    except ValueError as error:
        columns = "Exemplaire;Destinataire;Mot de passe"
        raise UsageError(f"«\u00a0{path}\u00a0» n’est pas une table de mots de passe ({columns})") from error


def password_problems(passwords: Iterable[Password], recipients: Iterable[Recipient]) -> Iterator[Problem]:
    """Passwords that no opener takes, and those that a machine would guess. None is ever shown."""
    origins = {one.number: one.origin for one in recipients}
    for each in passwords:
        origin = origins.get(each.number, Origin(""))
        who = f"exemplaire n°\u00a0{each.number}" if each.number else "paquet"
        if len(each.word.encode()) > LONGEST or not each.word.isprintable():
            message = f"{who}\u00a0: mot de passe de plus de {LONGEST}\u00a0octets, ou à caractère invisible"
            yield Problem("password-unusable", message, origin, "choisissez-en un autre")
        elif each.word.startswith(FORMULA):
            message = f"{who}\u00a0: mot de passe qui commence par «\u00a0{each.word[0]}\u00a0»"
            hint = "dans la table des mots de passe, un tableur y verrait une formule"
            yield Problem("password-formula", message, origin, hint, "warning")
        elif bits(each.word) < ENOUGH:
            message = f"{who}\u00a0: mot de passe faible, une machine le devinerait"
            hint = "prenez quatre mots au hasard, ou --passwords generate sans en donner"
            yield Problem("password-weak", message, origin, hint, "warning")


def _table(asked: str, kept: Path) -> tuple[Password, ...]:
    if asked == GENERATE:
        return read_passwords(kept) if kept.exists() else ()
    return read_passwords(Path(asked)) if asked else ()


def _word(one: Recipient, table: Mapping[int, Password], generate: bool) -> str:
    """The list's own word first; one of the table only for whom it names."""
    found = table.get(one.number)
    if one.password:
        return one.password
    if found is not None and found.recipient != one.label:
        if not generate:
            who = f"n°\u00a0{one.number} à «\u00a0{found.recipient}\u00a0», non à «\u00a0{one.label}\u00a0»"
            raise UsageError(f"mots de passe\u00a0: la table donne l’exemplaire {who}")
        found = None
    if found is not None:
        return found.word
    return generated() if generate else ""
