"""Content -> what documents are held to."""

from __future__ import annotations

from rapport.commands.allowance import allowed_in
from rapport.commands.fact_claim import claim
from rapport.model.content import Content
from rapport.verify.verify import Content as Claimed


def claimed_by(content: Content, key: str) -> Claimed:
    """The facts of the content as plain values, and what may stand in a briefing's documents without one."""
    return Claimed({name: claim(name, fact) for name, fact in content.facts.items()}, allowed_in(content, key))
