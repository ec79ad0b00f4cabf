"""Whether a file holds anything beside what it shows, told without the content, whatever program saved it last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pikepdf
from msgspec import Struct

from rapport.formats.office.presentation import open_presentation
from rapport.formats.unreadable import DAMAGE, UnreadableError, quoted
from rapport.verify.leaks import deck, pdf
from rapport.verify.pdf.document import open_pdf
from rapport.verify.report import Check, Finding
from rapport.verify.trace import passages, sightings
from rapport.verify.withheld import carriers, letters, whole

NAME, TITLE = "leaks", "Rien de caché ni d’oublié"
_END = b"%%EOF"
TITLED = 4
"""Signs of a title, at the most; a first name as short is looked for with the rest."""
LEAST = 5
"""Letters of a name that is looked for: shorter ones stand in other words."""


class Others:
    """The names of recipients, looked for in the copies of others; made once for a list, however long."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_start: dict[str, list[str]] = {}
        said = (part for name in names for clause in name.split(",") for part in (clause, _untitled(clause)))
        for name in dict.fromkeys(map(letters, said)):
            if len(name) >= LEAST:
                self._by_start.setdefault(name[:LEAST], []).append(name)

    def named_in(self, data: bytes, shown: Iterable[str]) -> Iterator[Finding]:
        """Each name in any text that a file carries, but those that its document may say: `shown` are its texts.

        Raises UnreadableError.
        """
        allowed = "\0".join(map(letters, shown))
        for carrier in carriers(data):
            said = letters(carrier.text)
            starts = {said[start : start + LEAST] for start in range(len(said) - LEAST + 1)}
            names = (name for start in self._by_start.keys() & starts for name in self._by_start[start])
            for name in whole((name for name in names if name in said and name not in allowed), carrier.text):
                message = f"un autre destinataire y est nommé\u00a0: {quoted(name)}"
                yield Finding("leak-recipient", message, carrier.place)


def _untitled(name: str) -> str:
    """A name without its title: « Mme », « M. », « Dr »."""
    first, _, rest = name.strip(" \u00a0").partition(" ")
    return rest if len(first) <= TITLED else name


class Handed(Struct, frozen=True):
    """Whose copy a document is: its number, 0 for none; the texts that it may say; whom it may not name otherwise.

    `phrases` are the stamps of copies in each language; `others` is None where no list is at hand.
    """

    number: int
    shown: tuple[str, ...]
    phrases: tuple[str, ...]
    others: Others | None = None


def check_leaks(data: bytes, handed: Handed) -> Check:
    """Whether a file holds anything beside what it shows. An unreadable file fails too."""
    try:
        named = handed.others.named_in(data, handed.shown) if handed.others else ()
        shown = frozenset(map(quoted, handed.shown))
        held = (finding for finding in _looked_into(data) if not _is_shown(finding, shown))
        found = (*held, *_stamps(data, handed), *named)
    except UnreadableError as error:
        found = (Finding("unreadable", str(error)),)
    kinds = len(pdf.CARRIERS) + 1 if data.startswith(b"%PDF") else len(deck.CARRIERS)
    return Check(NAME, TITLE, kinds + 1, tuple(dict.fromkeys(found)))


def _is_shown(finding: Finding, shown: frozenset[str]) -> bool:
    """Whether a property, or what stands on all pages of notes, says what the document shows too: issuer, marking."""
    return finding.code in ("leak-metadata", "leak-notes") and finding.message.partition("\u00a0: ")[2] in shown


def _looked_into(data: bytes) -> Iterator[Finding]:
    if not data.startswith(b"%PDF"):
        package = open_presentation(data)
        for look in deck.CARRIERS:
            yield from look(package)
        return
    if data.count(_END) > 1:
        yield Finding("leak-revision", "une version antérieure est dans le fichier", "révision antérieure")
    with open_pdf(data) as file:
        try:
            for carrier in pdf.CARRIERS:
                yield from carrier(file)
        except (pikepdf.PdfError, *DAMAGE) as error:
            raise UnreadableError("PDF illisible\u00a0: un objet n’a pas la forme attendue") from error


def _stamps(data: bytes, handed: Handed) -> Iterator[Finding]:
    """Stamps of another copy."""
    for sighting in sightings(passages(data), handed.phrases):
        if sighting.number != handed.number:
            who = f"exemplaire n°\u00a0{sighting.number} ({sighting.name})"
            message = f"mention d’un autre exemplaire\u00a0: {quoted(who)}"
            yield Finding("leak-recipient", message, "".join(sighting.places[:1]))
