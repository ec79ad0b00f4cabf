"""Links of a part: addresses outside of the deck, and slides of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part

from rapport.formats.ooxml.package import relate, relate_externally
from rapport.render.deck.template.placeholder import Voice

_JUMP = "ppaction://hlinksldjump"


class Links:
    """The links from one part. `targets` gives the part of each slide by its key; all exist before one is filled."""

    def __init__(self, part: Part, targets: Mapping[str, Part], voice: Voice) -> None:
        self.language = voice.language
        self.names = voice.names
        self._part = part
        self._targets = targets
        self._relations: dict[str, str] = {}

    def click(self, link: str) -> Mapping[str, str]:
        """The attributes of `a:hlinkClick`; the same target keeps one relationship.

        Raises KeyError for `#key` where no slide has the key.
        """
        if not link.startswith("#"):
            return {"r_id": self._relation(link, lambda: relate_externally(self._part, link))}
        target = self._targets[link[1:]]
        return {
            "r_id": self._relation(link, lambda: relate(self._part, target, RELATIONSHIP_TYPE.SLIDE)),
            "action": _JUMP,
        }

    def _relation(self, link: str, make: Callable[[], str]) -> str:
        if link not in self._relations:
            self._relations[link] = make()
        return self._relations[link]
