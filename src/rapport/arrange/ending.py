"""Ends of lines: office programs break lines by width alone, and would leave a last word or an article alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from rapport.edition.text import Text, plain

FEWEST_WORDS: Final = 4
"""Shorter texts are left as they are: their words are as good in a column."""

LONGEST_ENDS: Final[Mapping[str, int]] = {
    "title": 30,
    "statement": 24,
    "cover_subtitle": 30,
    "callout": 30,
    "key_figure_label": 20,
    "body": 20,
    "list_item": 20,
    "message_text": 20,
    "message_title": 16,
    "takeaway": 12,
}
"""Characters of the last two words, the space included, of the roles that are read as sentences: longer ones might not
fit a column on one line."""

SHORT_WORD: Final = re.compile(r"(?<!\w)([^\W\d_][a-zà-öø-ÿ]{0,2}) (?=\w)")
COLON: Final = "\u00a0:"


def accompanied(text: Text, role: str) -> Text:
    """The text with its last word bound to the one before by a no-break space; the same where there is no need."""
    words = plain(text).split(" ")
    longest = LONGEST_ENDS.get(role, 0)
    if len(words) < FEWEST_WORDS or len(words[-2]) + len(words[-1]) + 1 > longest:
        return text
    last = max(index for index, span in enumerate(text) if " " in span.text)
    before, _, after = text[last].text.rpartition(" ")
    return (*text[:last], replace(text[last], text=f"{before}\u00a0{after}"), *text[last + 1 :])


def with_articles(text: Text) -> Text:
    """The text with articles and other short words bound to the word after them, for sentences set large."""
    return tuple(replace(span, text=SHORT_WORD.sub("\\1\u00a0", span.text)) for span in text)


def parted_at_colon(text: Text) -> Text:
    """The text with a forced line after its first colon; the same without one."""
    for index, span in enumerate(text):
        before, colon, after = span.text.partition(f"{COLON} ")
        if colon:
            return (*text[:index], replace(span, text=f"{before}{COLON}\n{after}"), *text[index + 1 :])
    return text
