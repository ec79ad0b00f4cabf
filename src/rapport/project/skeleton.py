"""The first files of a briefing: a complete small project, or its own sections, open where only its author knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, Literal, get_args

from msgspec import Struct

from rapport.model.partial_date import PartialDate
from rapport.read.charter.charter import default_charter
from rapport.read.facts.entries import quoted

Form = Literal["dossier", "note", "deck"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)
"""What can be begun: a brief with cover and contents, a note of a page or two, slides with a short brief beside."""


class Start(Struct, frozen=True):
    """What a skeleton is made from: the briefing's key and date, the shared sections before and after its own.

    `tolerated` are the numbers that the shared sections print without a fact. `event` is its name, empty while unknown.
    """

    key: str
    date: PartialDate
    shared: Sequence[str] = ()
    closing: Sequence[str] = ()
    tolerated: Sequence[str] = ()
    form: Form = "dossier"
    event: str = ""


def skeleton(start: Start) -> Mapping[str, str]:
    """The text of each file, by its path in the content folder."""
    before, after, last = OWN[start.form]
    names = (*before, *after, *last)
    own = {f"sections/{name}-{start.key}.yaml": SECTION + SECTIONS[name] for name in names}
    return {f"briefings/{start.key}.yaml": _briefing(start), **own}


def _briefing(start: Start) -> str:
    before, after, last = OWN[start.form]
    sections = (
        *(f"{name}-{start.key}" for name in before),
        *start.shared,
        *(f"{name}-{start.key}" for name in after),
        *start.closing,
        *(f"{name}-{start.key}" for name in last),
    )
    listed = "".join(f"  - {key}\n" for key in sections)
    tolerated = "".join(f"  - {quoted(text)}\n" for text in start.tolerated)
    head = named(BRIEFING.replace("KEY", start.key).replace("DATE", str(start.date)), start.event)
    head = head.replace("sections:\n", "form: note\nsections:\n") if start.form == "note" else head
    return head + listed + (f"tolerated:\n{tolerated}" if tolerated else "")


OWN: Mapping[Form, tuple[Sequence[str], Sequence[str], Sequence[str]]] = {
    "dossier": (("message", "essentiel"), ("agenda", "langage"), ("a-retenir",)),
    "note": (("essentiel",), ("agenda", "langage"), ()),
    "deck": (("message",), ("agenda",), ("a-retenir",)),
}
"""A briefing's own sections: before those shared, after them, and after the annexes."""

BRIEFING = """\
# yaml-language-server: $schema=../.schema/briefing.schema.json
# Remplacez chaque [À CONFIRMER], puis produisez les documents\u00a0: rapport build KEY
event: {name: "[À CONFIRMER]", place: "[À CONFIRMER]", date: DATE}
title: "[À CONFIRMER]\u00a0: le titre du dossier"
subtitle: "[À CONFIRMER]\u00a0: à quoi sert ce dossier, en une phrase"
version: "0.1"
date: DATE
# Une section par ligne, dans l’ordre\u00a0: retirez, ajoutez, déplacez.
sections:
"""

SECTION = "# yaml-language-server: $schema=../.schema/section.schema.json\n"

SECTIONS: Mapping[str, str] = {
    "message": """\
title: Le message
kind: statement
media: [deck]
message: "[À CONFIRMER]\u00a0: ce qu’il faut retenir, en une phrase."
notes: >-
  [À CONFIRMER] Ce que dit l’orateur, en phrases complètes.
""",
    "essentiel": """\
title: L’essentiel
media: [brief]
summary: "Les messages"
message: "[À CONFIRMER]\u00a0: le constat principal"
lead: >-
  [À CONFIRMER] Quelques mots qui l’expliquent.
blocks:
  - messages:
      - title: "Premier message"
        text: "[À CONFIRMER] La preuve, avec un fait entre accolades."
      - title: "Deuxième message"
        text: "[À CONFIRMER]"
    title: "Messages"
""",
    "agenda": """\
title: L’agenda
summary: "Ce qui est annoncé"
message: "[À CONFIRMER]\u00a0: ce qui est à l’ordre du jour"
blocks:
  - bullets:
      - "[À CONFIRMER] Un premier thème"
      - "[À CONFIRMER] Un deuxième thème"
notes: >-
  [À CONFIRMER] Ce que dit l’orateur de l’ordre du jour.
""",
    "langage": """\
title: Éléments de langage et questions
media: [brief]
summary: "Ce que l’on peut dire, ce que l’on nous demandera"
message: "Que dire, que répondre"
blocks:
  - lines:
      - {text: "[À CONFIRMER] Une phrase à dire, appuyée sur un seul chiffre.", rests-on: "[À CONFIRMER]"}
  - callout: >-
      [À CONFIRMER] Une formule à éviter, et pourquoi.
    title: "À ne pas dire"
  - questions:
      - question: "[À CONFIRMER] La question la plus difficile\u202f?"
        say: "[À CONFIRMER] Ce que l’on peut dire, avec un fait."
        bridge: "[À CONFIRMER] Ce qui ramène à notre sujet."
        limit: "[À CONFIRMER] Jusqu’où l’on peut aller\u202f; reste interne."
  - gaps:
      - {text: "[À CONFIRMER] Ce qui reste à obtenir", who: "[À CONFIRMER]", when: "avant la rencontre"}
""",
    "a-retenir": """\
title: À retenir
media: [deck]
summary: "Les messages"
message: "[À CONFIRMER]\u00a0: les messages à retenir"
blocks:
  - messages:
      - title: "Premier message"
        text: "[À CONFIRMER]"
      - title: "Deuxième message"
        text: "[À CONFIRMER]"
notes: >-
  [À CONFIRMER] Ce que dit l’orateur pour conclure.
""",
}
"""A briefing's own sections by the first part of their keys, as an author would type them."""


# A complete small project, for a folder that holds none.

FOLDER = "first_project"
COMMON = "common"
"""What every first project holds, beside the briefing and the sections of its form."""
HIDDEN = {"gitignore": ".gitignore"}
"""Names that a package's build would pass by as they are."""


def named(briefing: str, event: str) -> str:
    """A briefing's file with the name of its event; unchanged if the name is unknown or would be read as markup."""
    known = event and not set(event) & set("{}[]*`")
    return EVENT.sub(lambda _found: f"name: {quoted(event)}", briefing, count=1) if known else briefing


EVENT = re.compile(r'name: "\[À CONFIRMER\][^"]*"')


def starter(key: str, date: PartialDate, form: Form = "dossier", event: str = "") -> Mapping[str, str]:
    """The text of each file by its path in the project: a briefing of this key, date and form, with all it needs."""
    year = int(str(date)[:4])
    words = {"KEY": key, "DATE": str(date), "MONTH": str(date)[:7], "PREVIOUS": str(year - 1), "NEXT": str(year + 1)}
    root = files("rapport.project") / FOLDER
    found = (*_files(root / COMMON), *_files(root / form))
    texts = {_filled(HIDDEN.get(path, path), words): _filled(text, words) for path, text in found if path != GUIDE}
    own = f"content/briefings/{key}.yaml"
    texts[own] = named(texts[own], event)
    return {**texts, GUIDE: _guide(), "assets/charter.yaml": default_charter().read_text(encoding="utf-8")}


GUIDE = "content/LISEZMOI.md"


def _guide() -> str:
    """The authors' guide: a package holds it, a clone has it beside the program."""
    packed = files("rapport.project") / FOLDER / COMMON / GUIDE
    return (packed if packed.is_file() else Path(__file__).parents[3] / GUIDE).read_text(encoding="utf-8")


def _filled(text: str, words: Mapping[str, str]) -> str:
    for name, word in words.items():
        text = text.replace(name, word)
    return text


def _files(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _files(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry.read_text(encoding="utf-8")
