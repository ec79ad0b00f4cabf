"""A plan, the content and a list of recipients -> the tasks of a campaign, and all that keeps it from beginning."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import cast

from msgspec.structs import replace

from rapport.audience import AUDIENCES, Audience
from rapport.disk import alone, place
from rapport.language.locales import language_of
from rapport.model.campaign import CampaignPlan, CampaignSignature, Recipient
from rapport.problem import Problem
from rapport.project.campaign.records import CAMPAIGNS, Records
from rapport.project.campaign.task import CampaignTask, Shipment, task_of
from rapport.project.circulation import CopyProtection
from rapport.project.composition import Composition
from rapport.project.copies import Copies, Receiving, unwritable
from rapport.project.editions import AUDIENCE_WORDS, Variant
from rapport.project.passwords import GENERATE, encryption, password_problems, passwords_of
from rapport.project.project import House, Project
from rapport.project.signing import CARD, Signer, signing_of
from rapport.project.variants import LANGUAGES, EditionVariants
from rapport.protect.passwords import PRINT, Password, written
from rapport.read.recipients.recipients import Recipients, read_recipients
from rapport.resolve.edition import Release
from rapport.writing import PRIVATE

STAMPED, PROTECTED, REBUILT = 50, 10, 4
"""Recipients of a task: as many as take some tenths of a second, a hundred times what a task costs beside them."""


class Planning:
    """Works out what a plan makes of a project. `file` is where the plan stands."""

    def __init__(self, project: Project, house: House, plan: CampaignPlan, file: Path) -> None:
        self.plan, self.house, self.file = plan, house, file
        self.served: tuple[Audience, ...] = plan.audiences or AUDIENCES
        widest = min(self.served, key=AUDIENCES.index)
        self.project = replace(project, audience=widest, locale="")
        self.name = file.stem
        self.folder = (project.output / CAMPAIGNS / self.name).resolve()
        self.records = Records(self.folder)
        release: Release = "final" if plan.final else "draft"
        keys = map(str, plan.briefings)  # a key that knows its place would be of another type where it is written
        self.variants = {key: EditionVariants(self.project, key, house, release) for key in keys}

    @cached_property
    def listed(self) -> Recipients:
        """The list of recipients, whole."""
        return read_recipients(self.file.parent / self.plan.recipients)

    @cached_property
    def recipients(self) -> tuple[Recipient, ...]:
        """Those whom the plan serves, with the audience and the documents that it gives where the list does not say."""
        usual = self.served[0] if len(self.served) == 1 else None
        said = (replace(one, audience=one.audience or usual) for one in self.listed.listed)
        own = (replace(one, documents=one.documents or self.plan.documents) for one in said)
        return tuple(one for one in own if one.audience in self.served)

    @cached_property
    def passwords(self) -> tuple[Password, ...]:
        """The passwords of recipients, one for all their copies. Raises UsageError."""
        asked = self.plan.passwords or ""
        asked = str(self.file.parent / asked) if asked and asked != GENERATE else asked
        return passwords_of(self.recipients, asked, self.table)

    @property
    def table(self) -> Path:
        """Where new passwords are written: beside the campaign's folder, for it is not handed out."""
        return self.folder.with_name(f"{self.name}-passwords.csv")

    def write_table(self) -> bool:
        """Write new passwords for the person who hands out the copies; False if there are none. Raises UsageError."""
        if self.plan.passwords != GENERATE:
            return False
        with alone(self.table.parent, "des mots de passe"):
            place(self.table, written(self.passwords), PRIVATE)
        return True

    def problems(self) -> Iterator[Problem]:
        """What keeps the campaign from beginning, and what its author should know."""
        yield from self.listed.problems
        yield from self._left_out()
        yield from self._languages()
        yield from unwritable(self.recipients, self.house, printed=False)
        yield from password_problems(self.passwords, self.recipients)
        for variants in self.variants.values():
            yield from variants.problems(self._wanted())

    def tasks(self) -> tuple[CampaignTask, ...]:
        """The tasks, those of one edition after another, each in the order of the recipients."""
        return tuple(task for variant, wanted in self._editions().items() for task in self._tasks(variant, wanted))

    def shipment(self) -> Shipment:
        """What workers are given once."""
        editions = {variant: self._composed(variant).to_draw() for variant in self._editions()}
        rebuilt = self.plan.copies == "rebuilt"
        return Shipment(version("rapport"), str(self.folder), self.house, editions, rebuilt, self._protection)

    def receiving(self, tasks: Iterable[CampaignTask]) -> Iterator[Receiving]:
        """Who gets copies of what in these tasks, from editions that still know their content."""
        copies = cache(lambda variant: Copies(self._composed(variant), self.house))
        for task in tasks:
            yield from ((copies(task.variant), recipient) for recipient in task.recipients)

    def _composed(self, variant: Variant) -> Composition:
        return self.variants[variant.key].composed(variant)

    @cached_property
    def _protection(self) -> CopyProtection | None:
        words = {each.number: each.word for each in self.passwords}
        signing = self.signing
        return (
            cast("CopyProtection", encryption().Protection(words, signing, self.plan.rights))
            if words or signing
            else None
        )

    @cached_property
    def signing(self) -> Signer | None:
        """The key that signs. Raises UsageError."""
        asked, near = self.plan.signature, self.file.parent
        if asked is None:
            return None
        seal = self.house if asked.seal else None
        key = asked.key if asked.key.startswith(CARD) else str(near / asked.key)
        return signing_of(key, near / asked.passphrase if asked.passphrase else None, asked.timestamp, seal)

    def _wanted(self) -> Iterator[Recipient]:
        """Each recipient, once for each language that the plan gives them."""
        for one in self.recipients:
            for locale in self._locales(one):
                yield replace(one, locale=locale)

    def _locales(self, one: Recipient) -> tuple[str, ...]:
        planned = self.plan.locales
        return (one.locale,) if one.locale in planned or not planned else planned

    def _editions(self) -> dict[Variant, dict[int, Recipient]]:
        """What each edition is made for: recipients by number, for none gets the same one twice."""
        editions: dict[Variant, dict[int, Recipient]] = {}
        for variants in self.variants.values():
            for one in self._wanted():
                editions.setdefault(variants.of(one), {}).setdefault(one.number, one)
        return editions

    def _tasks(self, variant: Variant, wanted: Mapping[int, Recipient]) -> Iterator[CampaignTask]:
        recipe = self._recipe(self._composed(variant).content.digest)
        left = iter(wanted.values())
        while batch := tuple(islice(left, self._size)):
            yield task_of(recipe, variant, batch, self._words)

    @property
    def _size(self) -> int:
        if self.plan.copies == "rebuilt":
            return REBUILT
        return PROTECTED if self.passwords or self.plan.signature else STAMPED

    def _recipe(self, content: str) -> str:
        """What the copies of an edition have in common, whoever they are for."""
        faces = [face.digest for face in self.house.fonts.faces]
        logo = self.house.logo.digest if self.house.logo else ""
        house = sha256(repr((self.house.charter, faces, logo)).encode()).hexdigest()
        signed = self.signing is not None and self.plan.signature
        signer = self._fingerprint(self._key_of(signed)) if signed else ""
        return repr((version("rapport"), content, house, self.plan.final, self.plan.copies, signer))

    @cached_property
    def _words(self) -> Mapping[int, str]:
        rights = "" if self.plan.rights == PRINT else self.plan.rights
        return {each.number: self._fingerprint(f"{each.word}{rights}".encode()) for each in self.passwords}

    def _key_of(self, asked: CampaignSignature) -> bytes:
        """What tells the key from others: its file, or its address in a token; and who attests the time."""
        own = asked.key.encode() if asked.key.startswith(CARD) else (self.file.parent / asked.key).read_bytes()
        return own + asked.timestamp.encode() + b" seal" * asked.seal

    def _fingerprint(self, secret: bytes) -> str:
        """What tells a secret from others to whoever has the key of the campaign's folder, and to nobody else."""
        return hmac.new(self.records.key, secret, sha256).hexdigest()

    # What there is to say of a plan and its list.

    def _left_out(self) -> Iterator[Problem]:
        listed, served = self.listed.listed, {one.number for one in self.recipients}
        unsaid = [one for one in listed if one.audience is None and one.number not in served]
        if unsaid:
            message = f"«\u00a0{unsaid[0].label}\u00a0»{_others(unsaid)}\u00a0: son public visé n’est pas dit"
            hint = "ajoutez une colonne «\u00a0public visé\u00a0», ou n’en nommez qu’un dans le plan (audiences)"
            yield Problem("audience-missing", message, unsaid[0].origin, hint)
        others = [one for one in listed if one.audience is not None and one.number not in served]
        if others:
            named = ", ".join(AUDIENCE_WORDS[audience] for audience in self.served)
            message = f"«\u00a0{others[0].label}\u00a0»{_others(others)}\u00a0: hors des publics du plan ({named})"
            yield Problem("audience-left-out", message, others[0].origin, "aucun exemplaire pour eux", "warning")
        if not served and not unsaid and not self.listed.problems:
            yield Problem("recipients-missing", "le plan ne sert aucun destinataire", self.plan.origin)

    def _languages(self) -> Iterator[Problem]:
        """Languages of the plan in which a briefing is not available, and requested languages that the plan lacks."""
        for key, variants in zip(self.plan.briefings, self.variants.values(), strict=True):
            for locale in self.plan.locales:
                own = variants.of(Recipient(0, "", locale=locale))
                if language_of(variants.composed(own).locale) != language_of(locale):
                    message = f"«\u00a0{key}\u00a0» n’est pas {LANGUAGES[language_of(locale)]}"
                    yield Problem("briefing-untranslated", message, key.origin, f"rapport translate {locale}")
        planned = self.plan.locales
        apart = [one for one in self.recipients if planned and one.locale and one.locale not in planned]
        if apart:
            message = f"«\u00a0{apart[0].label}\u00a0»{_others(apart)}\u00a0: sa langue n’est pas de celles du plan"
            yield Problem("locale-left-out", message, apart[0].origin, f"il reçoit {', '.join(planned)}", "warning")


def _others(found: Sequence[object]) -> str:
    match len(found):
        case 1:
            return ""
        case 2:
            return ", et un autre"
        case number:
            return f", et {number - 1}\u00a0autres"
