"""A list of recipients: the words for documents and locales it is written in, and what it must not hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from rapport.artefact import DOCUMENT_KINDS, DocumentKind
from rapport.audience import AUDIENCES, Audience
from rapport.language.languages import LANGUAGES
from rapport.language.locales import LOCALES
from rapport.model.campaign import RecipientEntry, said
from rapport.model.prose import Prose
from rapport.origin import Origin
from rapport.problem import Problem

# Words for documents and locales, as people write them.

_DOCUMENTS: Mapping[str, DocumentKind] = {
    **{kind: kind for kind in DOCUMENT_KINDS},
    "dossier": "brief",
    "présentation": "deck",
    "presentation": "deck",
    "diapositives": "slides",
    "commentaires": "notes",
    "fiche": "sheet",
}
_CODES = {name: locale for locale in reversed(LOCALES) for name in (locale.casefold(), locale[:2])}
_LOCALES: Mapping[str, str] = _CODES | {
    name: _CODES[language.code] for language in LANGUAGES.values() for name in language.called
}


_AUDIENCES: Mapping[str, Audience] = {
    **{audience: audience for audience in AUDIENCES},
    "interne": "internal",
    "partenaires": "partners",
    "partenaire": "partners",
    "presse": "press",
}


def audience(word: str) -> Audience | None:
    """The audience that a word names, None for none."""
    return _AUDIENCES.get(word.casefold())


def document(word: str) -> DocumentKind | None:
    """The kind of document that a word names, None for none."""
    return _DOCUMENTS.get(word.casefold())


def locale(word: str) -> str:
    """The locale that a word names, empty for none that we write in."""
    return _LOCALES.get(word.replace("-", "_").casefold(), "")


LARGEST_NUMBER = 999_999
LONGEST = 120
"""Characters of a name, a title or a delegation: more than a line of print."""
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_JOINERS = "\u200c\u200d"
"""Invisible, but part of how names are spelled in Persian or in the scripts of India."""
FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula."""
_WORD = re.compile(r"\w+")
_ALIKE = {"LATIN": "latin", "CYRILLIC": "cyrillique", "GREEK": "grec", "ARMENIAN": "arménien", "CHEROKEE": "cherokee"}
"""Alphabets with letters that look like those of another (Unicode Technical Standard 39), by the names of signs."""


def problems_of(entries: Sequence[RecipientEntry]) -> Iterator[Problem]:
    """All faults of a list whose entries are well formed."""
    for check in (text_problems, number_problems, choice_problems):
        for entry in entries:
            yield from check(entry)
    yield from repeated_numbers(entries)
    yield from repeated_names(entries)


def text_problems(entry: RecipientEntry) -> Iterator[Problem]:
    """Names are visible, fit on a line, and are no formula to the office suite that opens the register."""
    for prose in entry.texts:
        if prose.text.startswith(FORMULA):
            hint = "un tableur y verrait une formule"
            yield Problem(
                "name-formula", f"un nom ne commence pas par «\u00a0{prose.text[0]}\u00a0»", prose.origin, hint
            )
        if len(prose.text) > LONGEST:
            message = f"{len(prose.text)} caractères, au plus {LONGEST}"
            yield Problem("name-long", message, prose.origin, "abrégez")
        yield from _invisible(prose)
        yield from _misleading(prose)
    if not any(map(str.isalnum, entry.name.text)):
        message = f"«\u00a0{entry.name.text}\u00a0» n’est pas un nom"
        yield Problem("name-empty", message, entry.name.origin, "écrivez au moins une lettre ou un chiffre")


def _invisible(prose: Prose) -> Iterator[Problem]:
    for sign in dict.fromkeys(prose.text):
        if unicodedata.category(sign) in _INVISIBLE and sign not in _JOINERS:
            code = f"U+{ord(sign):04X}"
            yield Problem(
                "name-invisible", f"caractère invisible ou interdit\u00a0: {code}", prose.origin, "retirez-le"
            )


def _misleading(prose: Prose) -> Iterator[Problem]:
    """Letters of two alphabets that look alike in one word: it would not be found as it is read."""
    for word in _WORD.findall(prose.text):
        scripts = dict.fromkeys(script for sign in word if (script := _script(sign)))
        if len(scripts) > 1:
            message = f"«\u00a0{word}\u00a0» mêle des lettres de plusieurs alphabets\u00a0: {' et '.join(scripts)}"
            yield Problem("name-mixed", message, prose.origin, "retapez ce mot", "warning")


def _script(sign: str) -> str:
    """The alphabet of a letter among those with letters that look alike; empty for all others."""
    return _ALIKE.get(unicodedata.name(sign, "").partition(" ")[0], "") if sign.isalpha() else ""


def number_problems(entry: RecipientEntry) -> Iterator[Problem]:
    """A number is a whole one, from 1."""
    if entry.number is None or 1 <= number_of(entry) <= LARGEST_NUMBER:
        return
    message = f"«\u00a0{entry.number.text}\u00a0» n’est pas un numéro d’exemplaire"
    yield Problem("number-expected", message, entry.number.origin, f"écrivez un entier de 1 à {LARGEST_NUMBER}")


def number_of(entry: RecipientEntry) -> int:
    """The number as typed; 0 for none and for anything that is not a number."""
    text = said(entry.number)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def choice_problems(entry: RecipientEntry) -> Iterator[Problem]:
    """Locales, audiences and documents are among those there are."""
    if entry.locale is not None and not locale(entry.locale.text):
        message = f"langue inconnue\u00a0: «\u00a0{entry.locale.text}\u00a0»"
        yield Problem("locale-unknown", message, entry.locale.origin, f"au choix\u00a0: {', '.join(LOCALES)}")
    if entry.audience is not None and audience(entry.audience.text) is None:
        message = f"public visé inconnu\u00a0: «\u00a0{entry.audience.text}\u00a0»"
        hint = "au choix\u00a0: interne, partenaires, presse, public"
        yield Problem("audience-unknown", message, entry.audience.origin, hint)
    for word in entry.documents:
        if document(word.text) is None:
            message = f"document inconnu\u00a0: «\u00a0{word.text}\u00a0»"
            hint = "au choix\u00a0: dossier, présentation, diapositives, commentaires, fiche"
            yield Problem("document-unknown", message, word.origin, hint)


def repeated_numbers(entries: Sequence[RecipientEntry]) -> Iterator[Problem]:
    """A number is one recipient's alone."""
    seen: dict[int, Origin] = {}
    for entry in entries:
        number = number_of(entry)
        if entry.number is None or not number:
            continue
        if number in seen:
            message = f"le numéro {number} est déjà pris à la ligne {seen[number].line}"
            yield Problem("number-repeated", message, entry.number.origin)
        seen.setdefault(number, entry.number.origin)


def repeated_names(entries: Sequence[RecipientEntry]) -> Iterator[Problem]:
    """The same recipient twice is a fault; two of one name are only pointed out."""
    whole: dict[tuple[str, ...], Origin] = {}
    names: dict[str, Origin] = {}
    for entry in entries:
        identity, name = tuple(map(folded, entry.identity)), folded(entry.name.text)
        if identity in whole:
            message = f"ce destinataire figure déjà à la ligne {whole[identity].line}"
            yield Problem("recipient-repeated", message, entry.name.origin)
        elif name in names:
            message = f"homonyme du destinataire de la ligne {names[name].line}"
            hint = "le titre et la délégation les distinguent sur leurs exemplaires"
            yield Problem("recipient-homonym", message, entry.name.origin, hint, "warning")
        whole.setdefault(identity, entry.name.origin)
        names.setdefault(name, entry.name.origin)


def folded(text: str) -> str:
    """A name as two spellings of it are compared: without accents, case or punctuation."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in letters if letter.isalnum())
