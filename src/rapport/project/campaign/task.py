"""What workers are given: once, all that copies are made of; then task after task, independent of each other."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from rapport.model.campaign import Recipient
from rapport.pack.register import RegisterEntry
from rapport.project.circulation import CopyProtection
from rapport.project.composition import Composition
from rapport.project.editions import Variant
from rapport.project.project import House


class Shipment(Struct, frozen=True):
    """What each worker is given once: the composed editions, the looks of the house, what protects copies.

    `folder` is where copies land, the same for all workers; `program` the version that planned the campaign. `rebuilt`
    says that each document is drawn anew for its recipient.
    """

    program: str
    folder: str
    house: House
    editions: Mapping[Variant, Composition]
    rebuilt: bool = False
    protection: CopyProtection | None = None


class CampaignTask(Struct, frozen=True):
    """The copies of one edition for some recipients. `name` is the digest of all that they are made of."""

    name: str
    variant: Variant
    recipients: tuple[Recipient, ...]

    @property
    def label(self) -> str:
        """The task as people are told of it: « evian-g7.press.en_GB, 50 exemplaires (51 à 100) »."""
        first, last = self.recipients[0].number, self.recipients[-1].number
        edition = ".".join(filter(None, (self.variant.stem, self.variant.locale)))
        count = len(self.recipients)
        copies = f"exemplaire {first}" if count == 1 else f"{count} exemplaires ({first} à {last})"
        return f"{edition}, {copies}"


class TaskRecord(Struct, frozen=True):
    """What a task made: an entry of the register for each document."""

    task: str
    entries: tuple[RegisterEntry, ...]


class TaskOutcome(Struct, frozen=True):
    """What came of a task; `fault` says why it could not be done, empty where it was.

    `fatal` says that no other would fare better: the disk is full, or not to be written.
    """

    task: str
    fault: str = ""
    fatal: bool = False


def task_of(recipe: str, variant: Variant, recipients: tuple[Recipient, ...], words: Mapping[int, str]) -> CampaignTask:
    """A task with the name of its recipe; `words` stands for the passwords by number, which no task holds.

    `recipe` says what the copies of this edition have in common.
    """
    digest = sha256(f"{recipe}\0{variant!r}".encode())
    for one in recipients:
        wanted = (one.number, one.label, one.locale, one.documents, words.get(one.number, ""))
        digest.update(f"\0{wanted!r}".encode())
    bare = tuple(replace(one, password="") for one in recipients)
    return CampaignTask(digest.hexdigest(), variant, bare)
