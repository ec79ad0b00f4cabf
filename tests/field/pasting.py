"""What an author does with what `check` offers: each fact is pasted, and called where its number was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

TOLD = re.compile(r"content/(\S+?):(\d+):(\d+): avertissement: number-without-fact: nombre sans fait : « (.*) »")
ASKED = re.compile(r"puis écrivez (\{[^{}]*\})")
FACT = re.compile(r"[\w-]+:|  [\w-]+: .*")


class Offer(Struct, frozen=True):
    """A number typed at a place, the call that takes its place, and the lines of the fact."""

    file: str
    line: int
    column: int
    typed: str
    call: str
    fact: tuple[str, ...]


def offers(said: str) -> Iterator[Offer]:
    """All that `check` offers; `said` has plain spaces."""
    lines = said.splitlines()
    for number, line in enumerate(lines):
        if found := TOLD.fullmatch(line):
            hint = []
            for each in lines[number + 1 :]:
                if not each.startswith("    "):
                    break
                hint.append(each[4:])
            call = next(match[1] for each in hint if (match := ASKED.search(each)))
            fact = tuple(each for each in hint if FACT.fullmatch(each))
            yield Offer(found[1], int(found[2]), int(found[3]), found[4], call, fact)


def paste(content: Path, said: str) -> int:
    """Pastes all facts, confirmed, and calls them from the last place to the first; how many there were."""
    made = sorted(offers(said), key=lambda offer: (offer.file, -offer.line, -offer.column))
    for offer in made:
        lines = (content / offer.file).read_text(encoding="utf-8").split("\n")
        line, at = lines[offer.line - 1], offer.column - 1
        typed = re.compile(r"\s+".join(map(re.escape, offer.typed.split()))).match(line, at)
        assert typed, (offer, line[at:])
        lines[offer.line - 1] = line[:at] + offer.call + line[typed.end() :]
        (content / offer.file).write_text("\n".join(lines), encoding="utf-8")
    facts = {offer.fact[0]: offer.fact for offer in made}
    written = "\n".join(line for fact in facts.values() for line in fact).replace("to-confirm", "measured")
    (content / "facts" / "pasted.yaml").write_text(written.replace("à préciser", "annexe A") + "\n", encoding="utf-8")
    return len(made)
