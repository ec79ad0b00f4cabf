"""A briefing is published when it says so: at a time that clocks show, once, in a zone that exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rapport.language.dates import is_zone, write_moment
from rapport.language.locales import FRENCH
from rapport.model.briefing import Briefing, Embargo
from rapport.model.content import Content
from rapport.problem import Problem
from rapport.read.checks.calls import Knowledge

FORM = "%Y-%m-%dT%H:%M"


def embargoes_hold(content: Content, knowledge: Knowledge) -> Iterator[Problem]:
    """An embargo names a zone that exists and a time that its clocks show; one that is past is pointed out."""
    for briefing in content.briefings.values():
        if briefing.embargo is None:
            continue
        if not is_zone(briefing.embargo.zone):
            message = f"fuseau horaire inconnu\u00a0: «\u00a0{briefing.embargo.zone}\u00a0»"
            yield Problem("zone-unknown", message, briefing.embargo.zone.origin, "écrivez par exemple Europe/Paris")
        else:
            yield from _shown_once(briefing.embargo)
        if _is_past(briefing.embargo, briefing, knowledge):
            message = f"l’embargo est levé depuis le {_words_of(briefing.embargo)}"
            hint = "retirez «\u00a0embargo\u00a0», ou changez-en la date"
            yield Problem("embargo-past", message, briefing.embargo.origin, hint, "warning")


def _shown_once(embargo: Embargo) -> Iterator[Problem]:
    """In the night when clocks go forward an hour is never shown, in that when they go back one is shown twice."""
    try:
        zone = ZoneInfo(embargo.zone)
    except (ZoneInfoNotFoundError, OSError):  # a zone whose name CLDR alone knows
        return
    typed = datetime.fromisoformat(embargo.until)
    either = (typed.replace(tzinfo=zone), typed.replace(tzinfo=zone, fold=1))
    if either[0].utcoffset() == either[1].utcoffset():
        return
    first, second = (moment.astimezone(UTC) for moment in either)
    shown = first.astimezone(zone)
    exists = shown.replace(tzinfo=None) == typed
    message = f"cette heure {'a lieu deux fois' if exists else 'n’existe pas'}\u00a0: le {_words_of(embargo)}"
    if exists:
        choice = f'(la première fois), ou "{second:{FORM}}" (la seconde)'
        hint = f'écrivez until: "{first:{FORM}}", zone: UTC {choice}'
    else:
        hint = f'les horloges sont avancées cette nuit-là\u00a0: écrivez until: "{shown:{FORM}}"'
    yield Problem("hour-uncertain", message, embargo.origin, hint)


def _is_past(embargo: Embargo, briefing: Briefing, knowledge: Knowledge) -> bool:
    day, _clock = embargo.moment
    return day.last < (knowledge.now or briefing.date).first


def _words_of(embargo: Embargo) -> str:
    return write_moment(*embargo.moment, FRENCH)
