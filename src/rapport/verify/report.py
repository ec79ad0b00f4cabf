"""What a verification found: differences, as values, as a table for eyes and as canonical JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

from msgspec import Struct

from rapport.formats.unreadable import quoted
from rapport.origin import NOWHERE, Origin


class Finding(Struct, frozen=True):
    """One difference: a stable code (`figure-value`), a French message, and where it stands in the document.

    `place` is for a reader ("page 3", "diapositive 5, forme « Titre »"), empty for the document as a whole; `origin`
    is the place in the content that says otherwise, `NOWHERE` where there is none.
    """

    code: str
    message: str
    place: str = ""
    origin: Origin = NOWHERE

    def __str__(self) -> str:
        place = f"{self.place}\u00a0: " if self.place else ""
        origin = f" ({self.origin})" if self.origin.file else ""
        return f"{place}{self.code}\u00a0: {self.message}{origin}"


def page_place(page: int) -> str:
    """The place of a page, counted from 1; empty for 0, which stands for no page."""
    return f"page\u00a0{page}" if page else ""


def slide_place(slide: int, shape: str = "") -> str:
    """The place of a shape on a slide, counted from 1."""
    place = f"diapositive\u00a0{slide}"
    return f"{place}, forme {quoted(shape)}" if shape else place


# What a verification found, as a table for eyes and as canonical JSON.


class Check(Struct, frozen=True):
    """One check: a stable name, its French title, how many things it looked at, and what it found.

    `not_run` says why it could not be done ("veraPDF n’est pas installé"); empty where it was. A check that was not run
    neither passes nor fails, nor does one that is not `binding`: what it found is told. `unproved` says why what it is
    about cannot be known ("contenu absent"): that is no fault, but nothing to rely on either. `note` says what else a
    reader should know of a check that was done.
    """

    name: str
    title: str
    count: int
    findings: tuple[Finding, ...] = ()
    not_run: str = ""
    unproved: str = ""
    note: str = ""
    binding: bool = True

    @property
    def outcome(self) -> str:
        """`not-run`, `failed`, `told`, `unproved` or `passed`."""
        if self.not_run:
            return "not-run"
        if self.findings:
            return "failed" if self.binding else "told"
        return "unproved" if self.unproved else "passed"


class Verification(Struct, frozen=True):
    """All checks of one document, or of several that belong together. `subject` is the name of what was verified."""

    subject: str
    checks: tuple[Check, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for check in self.checks for finding in check.findings)

    @property
    def passed(self) -> bool:
        """True where no check that binds found anything; checks that were not run do not count."""
        return not any(check.outcome == "failed" for check in self.checks)

    @property
    def proved(self) -> bool:
        """True where nothing was found and nothing was left unproved."""
        return self.passed and not any(check.unproved for check in self.checks)


OUTCOMES = {
    "passed": "conforme",
    "failed": "en défaut",
    "told": "à reprendre",
    "not-run": "non exécuté",
    "unproved": "non prouvé",
}


def table(verification: Verification) -> str:
    """The checks as aligned lines, each followed by what it found."""
    width = max((len(check.title) for check in verification.checks), default=0)
    lines = [verification.subject]
    for check in verification.checks:
        lines.append(f"  {check.title:<{width}}  {check.count:>6}  {OUTCOMES[check.outcome]}{_reason(check)}")
        lines.extend(f"    {finding}" for finding in check.findings)
    return "\n".join((*lines, f"  {verdict(verification)}")) + "\n"


REBUILT = "rebuilt"
"""The check that compares with what the same content gives."""
BESIDE = (REBUILT, "signature", "audience", "leaks", "active", "sheet-restrictions", "brief-reach")
"""Checks that read nothing of what a document says, or only what restricts it."""
COMPARED = ("media", "twin-places", "twin-figures")
"""Checks that hold two documents against each other; each of them has a proof of its own."""
READ = "Prouvé par lecture indépendante seule\u00a0: rien n’a été reconstruit."


def verdict(verification: Verification) -> str:
    """What was found and which proof was given, in a sentence: by rebuilding, by independent reading, or both."""
    rebuilt = next((check for check in verification.checks if check.name == REBUILT and not check.not_run), None)
    read = any(check.name not in BESIDE and not check.not_run for check in verification.checks)
    failed = [check for check in verification.checks if check.outcome == "failed"]
    if failed:
        count = sum(len(check.findings) for check in failed)
        by = " et ".join(_proofs_of(rebuilt in failed, any(check is not rebuilt for check in failed)))
        return f"Non conforme\u00a0: {count} différence{'s' if count > 1 else ''}, {by}."
    if lacking := next((check.unproved for check in verification.checks if check.unproved), ""):
        return f"Non prouvé\u00a0: {lacking}."
    if rebuilt is None and read and all(check.name in COMPARED for check in verification.checks):
        return "Les deux documents disent la même chose."
    if rebuilt is None:
        return READ if read else "Rien n’est prouvé."
    if not read:
        return f"Prouvé par reconstruction seule\u00a0: {rebuilt.note}."
    return f"Prouvé deux fois\u00a0: par reconstruction ({rebuilt.note}) et par lecture indépendante."


def _proofs_of(rebuilt: bool, read: bool) -> tuple[str, ...]:
    """By which proofs something was found."""
    return (*(("par reconstruction",) if rebuilt else ()), *(("à la lecture indépendante",) if read else ()))


def _reason(check: Check) -> str:
    reason = check.not_run or check.unproved or check.note
    return f" ({reason})" if reason else ""


def to_json(verifications: Iterable[Verification]) -> bytes:
    """`verification.json`: UTF-8, keys in order, no time in it, so that two runs give the same bytes."""
    value = {"format": 1, "verifications": [_verification_value(verification) for verification in verifications]}
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def _verification_value(verification: Verification) -> dict[str, object]:
    checks = [_check_value(check) for check in verification.checks]
    said = {"subject": verification.subject, "passed": verification.passed, "verdict": verdict(verification)}
    return {**said, "checks": checks}


def _check_value(check: Check) -> dict[str, object]:
    said = {"unproved": check.unproved, "note": check.note}
    return {
        "name": check.name,
        "title": check.title,
        "count": check.count,
        "outcome": check.outcome,
        "not_run": check.not_run,
        "findings": [_finding_value(finding) for finding in check.findings],
        **{name: text for name, text in said.items() if text},
    }


def _finding_value(finding: Finding) -> dict[str, str]:
    origin = str(finding.origin) if finding.origin.file else ""
    return {"code": finding.code, "message": finding.message, "place": finding.place, "origin": origin}
