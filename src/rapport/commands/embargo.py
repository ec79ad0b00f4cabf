"""Embargoes that are over at the moment content is judged: it is said, and nothing changes by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rapport.commands.usage import UsageError
from rapport.language.times import write_moment
from rapport.model.briefing import Embargo
from rapport.model.content import Content
from rapport.model.partial_date import PartialDate
from rapport.problem import Problem


def moment(text: str) -> datetime:
    """A day (its first moment), a local time, or a time with its offset, as ISO 8601 writes them. Raises UsageError."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        hint = "écrivez 2026-02-10, 2026-02-10T18:30 ou 2026-02-10T18:30+01:00"
        raise UsageError(f"«\u00a0{text}\u00a0» n’est pas une date ({hint})") from None


def lifted_embargoes(content: Content, keys: Iterable[str], now: str | None) -> Iterator[Problem]:
    """A warning for each briefing whose embargo is over; `now` is the briefing's own date where it is not given."""
    for key in keys:
        briefing = content.briefings[key]
        if briefing.embargo is None:
            continue
        judged = moment(now or briefing.date.first.isoformat())
        if judged >= _end(briefing.embargo, judged):
            day, _, clock = briefing.embargo.until.partition("T")
            hour, minute = map(int, clock.split(":"))
            said = write_moment(PartialDate.parse(day), (hour, minute), "fr_FR")
            message = f"l’embargo est levé depuis le {said} ({briefing.embargo.zone})"
            hint = "retirez «\u00a0embargo\u00a0» de ce dossier, et produisez-le à nouveau"
            yield Problem("embargo-lifted", message, briefing.embargo.origin, hint, "warning")


def _end(embargo: Embargo, judged: datetime) -> datetime:
    """When the embargo ends, on the clock of its zone where `judged` is on no other."""
    end = datetime.fromisoformat(embargo.until)
    if judged.tzinfo is None:
        return end
    try:
        return end.replace(tzinfo=ZoneInfo(embargo.zone))
    except ZoneInfoNotFoundError as error:
        message = (
            f"cette machine ne connaît pas le fuseau «\u00a0{embargo.zone}\u00a0»\u00a0: donnez l’heure de ce lieu"
        )
        raise UsageError(message) from error
