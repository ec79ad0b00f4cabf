"""What an answer begins with: what is known, never that nothing is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapport.language.languages import LANGUAGES
from rapport.model.blocks.words import QuestionsBlock
from rapport.model.content import Content
from rapport.problem import Problem
from rapport.read.checks.calls import Knowledge

UNSAID = ("not-stated", "not-stated-period")
"""What tables say where nothing is known: words of the furniture."""


@cache
def _unsaid() -> re.Pattern[str]:
    """Those words in any language, in any gender and number."""
    said = {language.words.furniture[key] for language in LANGUAGES.values() for key in UNSAID}
    return re.compile(
        rf"\s*(?:{'|'.join(map(re.escape, sorted(said, key=len, reverse=True)))})e?s?(?!\w)", re.IGNORECASE
    )


def answers_say_something(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """« Non précisé » stands in tables and among the gaps; an answer says what is known first."""
    for section in content.sections.values():
        for block in section.blocks:
            for asked in block.questions if isinstance(block, QuestionsBlock) else ():
                said = asked.say or asked.answer
                if said and (found := _unsaid().match(said.text)):
                    message = f"une réponse ne commence pas par «\u00a0{found[0].strip()}\u00a0»"
                    hint = "dites d’abord ce que l’on sait\u00a0; ce qui manque va dans «\u00a0gaps\u00a0»"
                    yield Problem("answer-unsaid", message, said.origin, hint, "warning")
