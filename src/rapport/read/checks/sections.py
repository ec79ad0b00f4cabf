"""A section can become slides and pages, and a briefing is published when it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rapport.language.dates import is_zone, write_moment
from rapport.language.locales import FRENCH
from rapport.model.blocks.figures import ChartBlock, ImageBlock, TableBlock, TimelineBlock
from rapport.model.blocks.matrix import MatrixBlock
from rapport.model.blocks.words import PointsBlock
from rapport.model.briefing import Briefing, Embargo
from rapport.model.content import Content, Section, facts_in, prose_of
from rapport.model.partial_date import PartialDate
from rapport.model.prose import PLACEHOLDER, VISUAL, Prose
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.checks.calls import Knowledge
from rapport.read.validation import did_you_mean


def embargoes_hold(content: Content, knowledge: Knowledge) -> Iterator[Problem]:
    """An embargo names a zone that exists; once it is past on the day given, its end is pointed out."""
    for briefing in content.briefings.values():
        if briefing.embargo is None:
            continue
        if not is_zone(briefing.embargo.zone):
            message = f"fuseau horaire inconnu\u00a0: «\u00a0{briefing.embargo.zone}\u00a0»"
            yield Problem("zone-unknown", message, briefing.embargo.zone.origin, "écrivez par exemple Europe/Paris")
        if _is_past(briefing.embargo, briefing, knowledge):
            message = f"l’embargo est levé depuis le {_words_of(briefing.embargo)}"
            hint = "retirez «\u00a0embargo\u00a0», ou changez-en la date"
            yield Problem("embargo-past", message, briefing.embargo.origin, hint, "warning")


def _is_past(embargo: Embargo, briefing: Briefing, knowledge: Knowledge) -> bool:
    day, _clock = _moment_of(embargo)
    return day.last < (knowledge.now or briefing.date).first


def _words_of(embargo: Embargo) -> str:
    day, clock = _moment_of(embargo)
    return write_moment(day, clock, FRENCH)


def _moment_of(embargo: Embargo) -> tuple[PartialDate, tuple[int, int]]:
    day, _, clock = embargo.until.partition("T")
    hour, minute = clock.split(":")
    return PartialDate.parse(day), (int(hour), int(minute))


VISUALS = (ChartBlock, TableBlock, MatrixBlock, TimelineBlock, ImageBlock)
LONGEST_SENTENCE = 30
SENTENCE_END = re.compile(r"(?<=[.!?])[ \n]+(?=[A-ZÀÂÇÉÈÊÎÔÛ«\"{])")


def visuals_are_there(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A chart or table that a text names by its key is in the same briefing, and no two have one key."""
    keys = {key: _keyed(section) for key, section in content.sections.items()}
    known = {name: place for place, names in keys.items() for name in names}
    told: set[Origin] = set()
    for briefing in content.briefings.values():
        sections = [content.sections[key] for key in briefing.sections if key in content.sections]
        yield from _once(sections, told)
        here = {name for key in briefing.sections for name in keys.get(key, ())}
        for prose in prose_of(sections):
            for match, place in prose.find(VISUAL):
                if match[1] not in here and place not in told:
                    told.add(place)
                    yield _absent(match[1], place, known)


def _keyed(section: Section) -> tuple[str, ...]:
    return tuple(key for block in section.blocks if (key := getattr(block, "key", None)))


def _once(sections: Sequence[Section], told: set[Origin]) -> Iterator[Problem]:
    met: set[str] = set()
    for section in sections:
        for block in section.blocks:
            key = getattr(block, "key", None)
            if key in met and key.origin not in told:
                told.add(key.origin)
                hint = "donnez à chaque graphique ou tableau une clé à lui"
                yield Problem("visual-repeated", f"deux visuels ont la clé «\u00a0{key}\u00a0»", key.origin, hint)
            met |= {key} if key else set()


def _absent(key: str, place: Origin, known: Mapping[str, str]) -> Problem:
    hint = did_you_mean(key, sorted(known)) or "donnez cette clé au graphique ou au tableau\u00a0: «\u00a0key: …\u00a0»"
    if key in known:
        hint = f"il est dans la section «\u00a0{known[key]}\u00a0», que ce dossier n’a pas"
    return Problem("visual-unknown", f"aucun graphique ni tableau n’a la clé «\u00a0{key}\u00a0»", place, hint)


def visuals_have_messages(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """From a section's second visual on, a message is needed: the visual gets a slide of its own."""
    for section in content.sections.values():
        if "deck" not in section.media:
            continue
        visuals = [block for block in section.blocks if isinstance(block, VISUALS) and "deck" in block.media]
        for block in visuals[1:]:
            if block.message is None:
                hint = "ajoutez «\u00a0message:\u00a0»\u00a0: ce sera le titre de sa diapositive"
                yield Problem(
                    "visual-without-message",
                    "le deuxième visuel d’une section a besoin d’un message",
                    block.origin,
                    hint,
                )


def points_rest_on_prose(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A fact shown in a deck's point occurs elsewhere in its section, so that the brief shows it too."""
    for section in content.sections.values():
        elsewhere = _facts_outside_points(section)
        for block in section.blocks:
            points = block.points if isinstance(block, PointsBlock) else ()
            for match, place in (found for point in points for found in point.find(PLACEHOLDER)):
                if match[1] not in elsewhere:
                    message = f"«\u00a0{match[1]}\u00a0» n’est pas dans le texte de la section"
                    hint = "un chiffre de la diapositive doit figurer aussi dans le dossier"
                    yield Problem("point-not-in-prose", message, place, hint)


def _facts_outside_points(section: Section) -> set[str]:
    shown = [block for block in section.blocks if "brief" in block.media or "brief" not in section.media]
    blocks = tuple(block for block in shown if not isinstance(block, PointsBlock))
    written = (section.message, section.lead, blocks, section.footnotes)
    return {key for part in written for key in facts_in(part)}


def sentences_are_short(prose: Prose, _knowledge: Knowledge) -> Iterator[Problem]:
    """A sentence has thirty words at most: it will be read aloud."""
    for sentence in SENTENCE_END.split(prose.text):
        count = len(sentence.split())
        if count > LONGEST_SENTENCE:
            start = " ".join(sentence.split()[:3])
            message = f"phrase de {count} mots\u00a0: «\u00a0{start}…\u00a0»"
            hint = "coupez-la\u00a0: trente mots au plus"
            yield Problem("sentence-long", message, prose.place_of(start), hint, "warning")
