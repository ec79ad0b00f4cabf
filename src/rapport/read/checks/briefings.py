"""A briefing is published when it says so."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.language.dates import is_zone, write_moment
from rapport.language.locales import FRENCH
from rapport.model.briefing import Briefing, Embargo
from rapport.model.content import Content
from rapport.model.partial_date import PartialDate
from rapport.problem import Problem
from rapport.read.checks.knowledge import Knowledge


def embargoes_hold(content: Content, knowledge: Knowledge) -> Iterator[Problem]:
    """An embargo names a zone that exists; once it is past on the day given, its end is pointed out."""
    for briefing in content.briefings.values():
        if briefing.embargo is None:
            continue
        if not is_zone(briefing.embargo.zone):
            message = f"fuseau horaire inconnu\u00a0: «\u00a0{briefing.embargo.zone}\u00a0»"
            yield Problem("zone-unknown", message, briefing.embargo.zone.origin, "écrivez par exemple Europe/Paris")
        if _is_past(briefing.embargo, briefing, knowledge):
            message = f"l’embargo est levé depuis le {_words_of(briefing.embargo)}"
            hint = "retirez «\u00a0embargo\u00a0», ou changez-en la date"
            yield Problem("embargo-past", message, briefing.embargo.origin, hint, "warning")


def _is_past(embargo: Embargo, briefing: Briefing, knowledge: Knowledge) -> bool:
    day, _clock = _moment_of(embargo)
    return day.last < (knowledge.now or briefing.date).first


def _words_of(embargo: Embargo) -> str:
    day, clock = _moment_of(embargo)
    return write_moment(day, clock, FRENCH)


def _moment_of(embargo: Embargo) -> tuple[PartialDate, tuple[int, int]]:
    day, _, clock = embargo.until.partition("T")
    hour, minute = clock.split(":")
    return PartialDate.parse(day), (int(hour), int(minute))
