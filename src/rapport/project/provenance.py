"""`rapport check --source FILE`: every fact of a source is looked for in the source's own text."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from rapport.language.system_errors import refusal
from rapport.model.content import Content
from rapport.problem import Problem
from rapport.project.project import UsageError
from rapport.review.claims import claim
from rapport.verify.provenance import Taken, provenance_findings


def provenance_problems(content: Content, file: Path) -> Iterator[Problem]:
    """A problem at the line of each fact that its source does not state. Raises UsageError for an unreadable file."""
    source = _source_of(content, file)
    facts = tuple(
        Taken(claim(key, fact), fact.locator.text, fact.origin)
        for key, fact in content.facts.items()
        if fact.source == source
    )
    hint = "vérifiez la valeur, la nuance et le paragraphe, ou corrigez le fait"
    for finding in provenance_findings(facts, _text(file), "fr"):
        yield Problem("source-figure", f"{finding.message} ({finding.place})", finding.origin, hint)


def _source_of(content: Content, file: Path) -> str:
    """The source a text belongs to: the only one, or the one whose key the file's name holds."""
    known = sorted(content.sources)
    if len(known) == 1:
        return known[0]
    if file.stem in known:
        return file.stem
    near = difflib.get_close_matches(file.stem, known, n=1)
    hint = f"nommez-le {near[0] if near else known[0] if known else 'comme sa source'}{file.suffix}"
    raise UsageError(f"de quelle source «\u00a0{file.name}\u00a0» est-il le texte\u00a0? ({hint})")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"«\u00a0{file.name}\u00a0» n’est pas en UTF-8") from error
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{file}\u00a0» ({refusal(error)})") from error
