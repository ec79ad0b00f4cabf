"""The accessibility list, and what each line finds in a document."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from rapport.formats.unreadable import DAMAGE
from rapport.verify.accessibility import catalogue, content
from rapport.verify.accessibility import content as tree
from rapport.verify.accessibility.passive import passive
from rapport.verify.accessibility.subject import AccessRule, Subject
from rapport.verify.pdf.document import PdfDocument, open_pdf
from rapport.verify.report import Check, Finding

RULES = (
    AccessRule("P1", "PDF balisé", catalogue.tagged),
    AccessRule("P2", "PDF/UA-1 déclaré", catalogue.identified),
    AccessRule("P3", "version du format", catalogue.version),
    AccessRule("P4", "titre du document", catalogue.titled),
    AccessRule("P5", "langue du document et des passages", catalogue.languages),
    AccessRule("P6", "tout ce qui est tracé est balisé", content.marked),
    AccessRule("P7", "balises connues", tree.types),
    AccessRule("P8", "hiérarchie des titres", tree.headings),
    AccessRule("P9", "listes et imbrication", tree.nesting),
    AccessRule("P10", "tableaux", tree.tables),
    AccessRule("P11", "figures et textes de remplacement", tree.figures),
    AccessRule("P12", "liens", content.links),
    AccessRule("P13", "notes", tree.notes),
    AccessRule("P14", "polices et caractères", content.fonts),
    AccessRule("P15", "protection et formulaires", catalogue.unprotected),
    AccessRule("P16", "contenu dans l’arbre, une fois", content.structured),
    AccessRule("P17", "contraste des textes", content.contrasted),
    AccessRule("P18", "signets", catalogue.bookmarked),
    AccessRule("P20", "structure du fichier", catalogue.sound),
    AccessRule("actions", "Ni script, ni action, ni fichier caché", passive),
)
"""P19 (acronyms) is held against the edition."""


def check_accessibility(data: bytes, document: PdfDocument) -> tuple[Check, ...]:
    """One check for each line of the list; `document` is the file as it was read. Raises `UnreadableError`."""
    with open_pdf(data) as pdf:
        subject = Subject(data, pdf, document)
        count = len(subject.elements)
        return tuple(
            Check(
                f"pdf-{rule.code}",
                _label(rule),
                count,
                tuple(_found(rule, subject)),
            )
            for rule in RULES
        )


def _found(rule: AccessRule, subject: Subject) -> Iterator[Finding]:
    """What a rule finds; objects so damaged that it cannot be followed are a finding too."""
    try:
        yield from rule.check(subject)
    except (pikepdf.PdfError, *DAMAGE):
        yield Finding(rule.code, "le fichier est abîmé\u00a0: cette règle n’a pu être suivie jusqu’au bout")


def _label(rule: AccessRule) -> str:
    """The rule's number and title; a rule that is not in the list has only its title."""
    return f"{rule.code}, {rule.title}" if rule.code[1:].isdigit() else rule.title
