"""Prose -> pieces (CommonMark, facts in braces, calls of notes) -> typeset spans; where figures come from.

*emphasis*  **strong**  `code`  [text](https://…)  [Impact Summit]{lang=en}  {fact}  {fact:form}  [^note]
[@source place]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.text import Emphasis, Evidence, Position, Span, Text, places_cited, plain
from rapport.language.languages import join_numbers, language_at, style_of
from rapport.language.typographer import TextFragment, subscripts, superscripts, typeset
from rapport.language.typography.rule import NO_BREAK_SPACE
from rapport.model.prose import CITATION, PLACEHOLDER, TO_CONFIRM, VISUAL, Prose
from rapport.origin import Origin
from rapport.resolve.context import ResolveContext, evidence_of, is_set, numbered, phrase

NOTE_CALL = re.compile(r"\[\^([^\[\]\s]+)\]")
CALL = re.compile(f"{PLACEHOLDER.pattern}|{NOTE_CALL.pattern}|{VISUAL.pattern}|{CITATION.pattern}")
"""A fact, its form, a footnote, a chart or table, or a source and a place in it."""
MARKUP = re.compile(r"[*_`\[\]{}\\]")
"""A character that may be more than itself to CommonMark or to what it is extended with."""
COMMONMARK = "rapport.resolve.commonmark"
"""Who reads all of it: loaded, with its library, for the first text that has some."""


class MarkupPiece(Struct, frozen=True):
    """A stretch of prose with one meaning.

    `fact` and `form`, `note`, `visual`, or `source` and `place` where it stands for something else.
    """

    text: str = ""
    emphasis: Emphasis = "none"
    code: bool = False
    link: str = ""
    language: str = ""
    fact: str = ""
    form: str = ""
    note: str = ""
    visual: str = ""
    source: str = ""
    place: str = ""


REMEMBERED = 1 << 14
"""Texts kept as they were read or set, those of some twenty briefings: a preview runs all day, a campaign all night."""


@lru_cache(REMEMBERED)
def pieces(text: str) -> tuple[MarkupPiece, ...]:
    """The pieces of one paragraph of prose."""
    line = text.replace("\n", " ")
    return _marked_up()(line) if MARKUP.search(CALL.sub("", line)) else tuple(_parted(line))


@cache
def _marked_up() -> Callable[[str], tuple[MarkupPiece, ...]]:
    return cast("Callable[[str], tuple[MarkupPiece, ...]]", import_module(COMMONMARK).pieces)


def _parted(line: str) -> Iterator[MarkupPiece]:
    """The pieces of a line that holds no markup but calls."""
    at = 0
    for call in CALL.finditer(line):
        if call.start() > at:
            yield MarkupPiece(line[at : call.start()])
        yield MarkupPiece(**called(call))
        at = call.end()
    if at < len(line):
        yield MarkupPiece(line[at:])


def called(call: re.Match[str]) -> dict[str, Any]:
    """What a call stands for, as fields of its piece."""
    fact, form, note, visual, source, place = call.groups()
    if visual:
        return {"visual": visual}
    if source:
        return {"source": source, "place": place or ""}
    return {"note": note} if note else {"fact": fact, "form": form or "full"}


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a prose: what blank lines part."""
    return tuple(part.strip() for part in re.split(r"\n[ \t]*\n", text) if part.strip())


# Prose -> typeset spans; where figures come from, as the line under them says it.

COUNTED: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "paragraphs-cited": re.compile(r"§[ \u00a0]*(\d+)"),
        "pages-cited": re.compile(r"pp?\.[ \u00a0]*(\d+)"),
    }
)
"""Places that are one paragraph or page, listed with others; any other place is printed whole: § 2.2, § 4 et 5."""
LETTERS_AND_DIGITS = re.compile(r"(\D*)(\d{0,9})")
SENTENCE_END = re.compile(r"[.!?…।][ \n]*$")


def citation(source: str, locators: Iterable[str], context: ResolveContext) -> str:
    """A source's short name and the places in it."""
    name = context.content.sources[source].short.text
    left, listed = {each for each in locators if each}, []
    for furniture, pattern in COUNTED.items():
        found = {each: int(match[1]) for each in left if (match := pattern.fullmatch(each))}
        if len(found) > 1:
            listed.append(context.furniture(furniture, join_numbers(sorted({*found.values()}), context.locale)))
            left -= found.keys()
    return ", ".join([name, *sorted((*listed, *map(well_typed, left)), key=_counted_first)])


def _counted_first(place: str) -> tuple[bool, bool, list[tuple[str, int]]]:
    """Paragraphs, then pages, then all that has a name of its own: « § 4, p. 3 et 5, annexe 2 »."""
    return not place.startswith("§"), not place.startswith(("p.", "pp.")), in_order(place)


def well_typed(place: str) -> str:
    """A place with its space, and one page as one: « §4 » is « § 4 », « pp. 4 » is « p. 4 »."""
    return ONE_PAGE.sub("p. ", SPACELESS.sub(r"\1 ", place))


SPACELESS = re.compile(r"(§|(?<!\w)pp?\.)(?=\d)")
ONE_PAGE = re.compile(r"(?<!\w)pp\.\s(?=\d+(?=$|, ))")


def in_order(locator: str) -> list[tuple[str, int]]:
    """Page 9 comes before page 12: paragraphs first, words by their letters, numbers by what they count."""
    return [(words.replace("§", " "), int(f"0{number}")) for words, number in LETTERS_AND_DIGITS.findall(locator)]


def text_of(prose: Prose | None, context: ResolveContext, section: str = "") -> Text:
    """A prose as one text; empty for None. `section` is the key of the section whose footnotes it may call."""
    return located(typeset_pieces(pieces(prose.text), context, section), prose) if prose is not None else ()


def texts_of(prose: Prose | None, context: ResolveContext, section: str = "") -> tuple[Text, ...]:
    """A prose as texts, one for each of its paragraphs."""
    if prose is None:
        return ()
    return tuple(located(typeset_pieces(pieces(part), context, section), prose) for part in paragraphs(prose.text))


def located(text: Text, prose: Prose) -> Text:
    """A text that knows where its prose was typed."""
    return written_at(text, prose.origin)


def written_at(text: Text, origin: Origin) -> Text:
    """A text that knows where what it says was written."""
    return tuple(replace(span, origin=origin) for span in text)


def line_of(string: str, context: ResolveContext) -> Text:
    """A bare string of ours or of an author, typeset."""
    return _line(string, context.locale, context.names) if string else ()


@lru_cache(maxsize=8192)
def _line(string: str, locale: str, names: re.Pattern[str]) -> Text:
    """Such a string calls nothing: it is the same wherever it stands."""
    [final] = _typeset((TextFragment(string),), locale)
    span = Span(string)
    return tuple(part for part in _finish(_saying(_bound(final, names), span), verbatim=False) if part.text)


class _Draft(Struct, frozen=True):
    """A span before its characters are final; `verbatim` ones are not the typographer's to change.

    What `opens` a sentence gets a capital there.
    """

    span: Span
    verbatim: bool = False
    opens: bool = False

    @property
    def typed(self) -> str:
        """What the typographer sees: the mark of a note is none of the words that it follows."""
        return "" if self.span.note else self.span.text


def typeset_pieces(found: Sequence[MarkupPiece], context: ResolveContext, section: str) -> Text:
    """Pieces as spans: facts printed, French set across all of them, ordinals raised."""
    drafts = _sentences(_met([_draft(piece, context, section) for piece in found], context))
    finals = _typeset(tuple(TextFragment(draft.typed, draft.verbatim) for draft in drafts), context.locale)
    spans = (
        span
        for draft, final in zip(drafts, finals, strict=True)
        for span in _finish(_saying(_unparted(final, draft, context), draft.span), draft.verbatim)
    )
    return tuple(span for span in spans if span.text)


@lru_cache(REMEMBERED)
def _typeset(fragments: tuple[TextFragment, ...], locale: str) -> tuple[str, ...]:
    """Both media print most of a briefing's words: each text is set once."""
    return typeset(fragments, style_of(locale))


def _unparted(final: str, draft: _Draft, context: ResolveContext) -> str:
    """The text with no space in its names where a line could end."""
    if draft.span.note:
        return draft.span.text
    return final if draft.verbatim else _bound(final, context.names)


def _bound(text: str, names: re.Pattern[str]) -> str:
    return names.sub(lambda name: name[0].replace(" ", NO_BREAK_SPACE), text)


def _draft(piece: MarkupPiece, context: ResolveContext, section: str) -> _Draft:
    if piece.fact:
        evidence = evidence_of(piece.fact, piece.form, context)
        figure = phrase(piece.fact, piece.form, context)
        return _Draft(_span(piece, figure, evidence), verbatim=is_set(piece.fact, context))
    if piece.visual:
        return _Draft(_span(piece, numbered(piece.visual, context)), verbatim=True, opens=True)
    if piece.source and piece.source not in context.content.sources:  # only a draft with faults comes here
        return _Draft(Span(""))
    if piece.source:
        said = f"({citation(piece.source, filter(None, (piece.place,)), context)})"
        return _Draft(replace(_span(piece, said), cited=(piece.source, piece.place)))
    if piece.note and not section:  # only a draft with faults comes here: `read` refuses a call without a place
        return _Draft(Span(""))
    if piece.note:
        mark = context.memory.notes.setdefault((section, piece.note), str(len(context.memory.notes) + 1))
        return _Draft(Span(mark, position="superscript", note=note_key(section, piece.note)), verbatim=True)
    return _Draft(_span(piece, piece.text), verbatim=piece.code or bool(piece.language))


def _met(drafts: list[_Draft], context: ResolveContext) -> list[_Draft]:
    """The drafts, each figure as it stands after the words before it."""
    counting = language_at(context.locale).counting
    made: list[_Draft] = []
    for draft in drafts:
        proof = draft.span.evidence
        if made and proof is not None and not (made[-1].verbatim or made[-1].span.note):
            ranged = proof.low != proof.high and proof.form in RANGED and not proof.qualifier and draft.verbatim
            head, figure = counting.met(made[-1].span.text, draft.span.text, ranged=ranged)
            made[-1] = replace(made[-1], span=replace(made[-1].span, text=head))
            made.append(replace(draft, span=replace(draft.span, text=figure)))
        elif made and made[-1].span.evidence and made[-1].span.text.endswith(".") and STOP.match(draft.span.text):
            made.append(replace(draft, span=replace(draft.span, text=draft.span.text[1:])))
        else:
            made.append(draft)
    return made


STOP = re.compile(r"\.(?!\.)")
"""A full stop, which the point of an abbreviation stands for: « 168 €/hab. »."""
RANGED = ("full", "amount", "short", "value")
"""Forms in which a range stands between no prepositions of its own."""


def _sentences(drafts: list[_Draft]) -> list[_Draft]:
    """The drafts, a figure in words that opens a sentence put in a capital: "Plus de 75 % ..."."""
    before = "."
    result = []
    for draft in drafts:
        opens = (draft.opens or draft.span.evidence is not None) and SENTENCE_END.search(before)
        result.append(_capitalised(draft) if opens else draft)
        before = before if draft.span.note or not draft.span.text else draft.span.text
    return result


def _capitalised(draft: _Draft) -> _Draft:
    text = draft.span.text
    return replace(draft, span=replace(draft.span, text=text[:1].upper() + text[1:]))


def note_key(section: str, name: str) -> str:
    """The key of a footnote in the edition: names are an author's own within a section."""
    return f"{section}/{name}"


def _span(piece: MarkupPiece, text: str, evidence: Evidence | None = None) -> Span:
    emphasis: Emphasis = piece.emphasis
    return Span(text, emphasis, language=piece.language, link=piece.link, evidence=evidence)


def figure_spans(span: Span) -> Text:
    """A printed figure with its ordinals raised and its formulas lowered."""
    return tuple(_finish(span, verbatim=True))


def _finish(span: Span, verbatim: bool) -> Iterator[Span]:
    if span.note or (verbatim and span.evidence is None) or _is_plain(span.text):
        yield span
        return
    for part in _shifted(span):
        yield from _marked(part)


def _is_plain(text: str) -> bool:
    """Whether nothing in a text is raised, lowered or still to be confirmed, as in most."""
    return TO_CONFIRM not in text and not _shifts(text)


def _shifted(span: Span) -> Iterator[Span]:
    """The span with the letters of its ordinals raised and the figures of its formulas lowered."""
    start = 0
    for first, last, position in _shifts(span.text):
        yield _saying(span.text[start:first], span)
        yield replace(span, text=span.text[first:last], position=position)
        start = last
    yield _saying(span.text[start:], span)


@lru_cache(REMEMBERED)
def _shifts(text: str) -> tuple[tuple[int, int, Position], ...]:
    """Where characters leave the baseline, in order of place."""
    raised: list[tuple[int, int, Position]] = [(*place, "superscript") for place in superscripts(text)]
    lowered: list[tuple[int, int, Position]] = [(*place, "subscript") for place in subscripts(text)]
    return tuple(sorted(raised + lowered))


def _marked(span: Span) -> Iterator[Span]:
    """The span with what is still to be confirmed set strong."""
    before, mark, after = span.text.partition(TO_CONFIRM)
    yield _saying(before, span)
    if mark:
        yield replace(span, text=mark, emphasis="strong")
        yield from _marked(replace(span, text=after))


def _saying(text: str, span: Span) -> Span:
    """The span with this text: most often the one it has."""
    return span if text == span.text else replace(span, text=text)


# Where figures come from, as the line under them says it.


def source_line(value: Any, context: ResolveContext, remark: Prose | str | None = None, section: str = "") -> Text:
    """The source line of a block or of evidence: each source once, its paragraphs in order, then a remark.

    What the remark calls and cites is among them.
    """
    text = remark.text if isinstance(remark, Prose) else remark or ""
    bare = (MarkupPiece(text=text),)
    said = pieces(text) if isinstance(remark, Prose) else bare
    called = typeset_pieces(said, context, section) if said != bare else ()
    found = citations(places_cited((value, called)), context)
    line = context.furniture("source-line", "; ".join(found)) + "." if found else ""
    if not called:
        return line_of(f"{line} {text}".strip(), context)
    return typeset_pieces((MarkupPiece(text=f"{line} "), *said) if line else said, context, section)


def remark_after(line: Text, head: Text) -> Text:
    """What a source line says after its sources; all of it where it begins otherwise."""
    left, kept = len(plain(head)) if plain(line).startswith(plain(head)) else 0, []
    for span in line:
        kept += [replace(span, text=span.text[left:])] if len(span.text) > left else []
        left = max(0, left - len(span.text))
    return tuple(kept)


def citations(shown: Iterable[tuple[str, str]], context: ResolveContext) -> tuple[str, ...]:
    """One citation for each source: its short name and the places in it ("texte du 10 février 2026, § 4, 5 et 8")."""
    places: dict[str, set[str]] = {}
    for source, locator in shown:
        places.setdefault(source, set()).add(locator)
    return tuple(citation(source, locators, context) for source, locators in sorted(places.items()))


def place_cited(source: str, locator: str, context: ResolveContext) -> str:
    """The place of one figure in its source, whose name is said where the briefing rests on several."""
    return citation(source, (locator,), context) if names_documents(context) else well_typed(locator)


def names_documents(context: ResolveContext) -> bool:
    """Whether a place says its document: where there are several, but on a slide, whose foot names them."""
    return context.several_sources and context.medium != "deck"
