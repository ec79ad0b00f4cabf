"""What no finished text holds, in French: marks as a keyboard types them, and spaces where a line could break.

Regular expressions of its own, so that it can contradict the typographer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

UNITS = "GW|MW|kW|GWh|TWh|kWh|Md€|M€|k€|€|%|‰|°C|m²|km²|km|exaflop/s|milliards?|millions?|ans?|sites?|agents?|h"
SHORT_WORDS = r"n°|p\.|pp\.|art\.|§|fig\.|M\.|MM\.|Mme|Dr"
RULES = {
    "straight quote": r"[\"'`´]",
    "plain space before a sign": r"[ \t][;!?:»]",
    "plain space after a guillemet": r"«[ \t]",
    "no space before a sign": r"[^\W\d_][;!?](?:\s|$)|[^\W\d_]:(?:\s|$)|[^\s\u00a0]»|«[^\s\u00a0]",
    "wide space before a high sign": r"\u00a0[;!?]",
    "narrow space before a colon": r"\u202f:",
    "plain space before a unit": rf"\d[ \t](?:{UNITS})(?!\w)",
    "plain space inside a number": r"(?<![\d,])\d{1,3}[ \t]\d{3}(?!\d)",
    "plain space in a date": r"(?<!\d)(?:\d\d?|1er)[ \t](?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)",
    "plain space after a short word": rf"(?<!\w)(?:{SHORT_WORDS})[ \t](?=[\dA-Z])",
    "hyphen for a minus": r"(?:^|[ \u00a0(])-\d",
    "three points": r"\.\.\.",
    "two spaces": r"[ \t]{2}",
    "key of a unit": r"\d[\s\u00a0\u202f](?:duration|power|energy|digital|length|area|mass|volume|concentr)-[a-z-]+",
    "thin space": r"\u2009",
    "unreadable character": r"\ufffd",
}
ADDRESS = re.compile(r"https?://\S+|mailto:\S+|[\w.+-]+@[\w.-]+|rapport [a-z]+")


def untypeset(text: str) -> Iterator[str]:
    """What a text holds that it should not, each with its surroundings; addresses and commands left out."""
    bare = ADDRESS.sub("•", text)
    for name, pattern in RULES.items():
        for match in re.finditer(pattern, bare):
            yield f"{name}: {bare[max(0, match.start() - 25) : match.end() + 25]!r}"
