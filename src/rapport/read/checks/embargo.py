"""An embargo ends at a moment of some place on earth."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from zoneinfo import available_timezones

from rapport.model.content import Content
from rapport.problem import Problem


def embargoes_have_zones(content: Content) -> Iterator[Problem]:
    """The zone is one of the IANA data base; on systems that come without it, any name is taken."""
    zones = available_timezones()
    for briefing in content.briefings.values():
        if zones and briefing.embargo is not None and briefing.embargo.zone not in zones:
            near = difflib.get_close_matches(briefing.embargo.zone, sorted(zones), n=1)
            hint = f"vouliez-vous dire «\u00a0{near[0]}\u00a0»\u202f?" if near else "écrivez par exemple Europe/Paris"
            message = f"fuseau horaire inconnu\u00a0: «\u00a0{briefing.embargo.zone}\u00a0»"
            yield Problem("zone-unknown", message, briefing.embargo.origin, hint)
