"""Which layout serves which role: what it has first, the type it declares next, what it is called last."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from rapport.look.house import ROLES, Role
from rapport.template.layouts import ReadLayout, ReadPlaceholder, ReadTemplate

WORDS: Mapping[Role, str] = {
    "cover": r"""
        titelfolie | titelseite | deckblatt | cover | couverture | page\sde\stitre | diapositive\sde\stitre | titre$
        | title\sslide | ^title$ | portada | copertina | titolo$ | capa | titelbild | omslag | 表紙 | タイトル\sスライド
        | 封面 | 标题幻灯片 | титул | slajd\stytu
    """,
    "opener": r"""
        section | abschnitt | kapitel | chapter | chapitre | intercalaire | divider | secci[oó]n | sezione |
        se[cç][aã]o | separador | hoofdstuk | セクション | 中扉 | 节标题 | раздел | nag[lł][oó]wek\ssekcji
    """,
    "statement": r"""
        statement | affirmation | message | key\s?point | big\sidea | kernaussage | aussage | phrase | キーメッセージ
    """,
    "content": r"""
        content | contenu | inhalt | contenido | contenuto | conte[uú]do | inhoud | text | texte | コンテンツ | 内容 |
        本文 | объект | zawarto
    """,
    "columns": r"""
        two | deux | zwei | dos\s | due\s | dois | duas | twee | column | colonne | spalte | vergleich | comparison
        | comparaison | 2つ | 比較 | 两栏 | 2:1
    """,
    "chart": r"""
        chart | graph | diagramm | gr[aá]fic | grafico | wykres | グラフ | 图表 | диаграмм
    """,
    "table": r"""
        table | tableau | tabelle | tabla | tabella | tabela | tabel | 表(?!紙) | таблиц
    """,
    "figures": r"""
        figure | chiffre | kennzahl | zahlen | kpi | metric | number | cifra | datos | 数字 | 指標
    """,
    "agenda": r"""
        agenda | sommaire | plan\b | inhaltsverzeichnis | gliederung | [íi]ndice | indice | contents$ |
        table\sof\scontents | 目次 | 議題 | 目录 | оглавление
    """,
    "quote": r"""
        quot | citation | zitat | cita\b | citazione | cita[cç][aã]o | citaat | 引用 | 引文 | цитат
    """,
    "people": r"""
        people | team | [eé]quipe | personnes | portrait | speaker | orateur | mitarbeiter | equipo | persone |
        equipa | 登壇 | チーム | 团队
    """,
    "visual": r"""
        title\sonly | titre\sseul | nur\stitel | s[oó]lo\sel\st[ií]tulo | solo\stitolo | s[oó]\st[ií]tulo |
        alleen\stitel | タイトルのみ | 仅标题 | только\sзаголовок
    """,
    "closing": r"""
        clos | merci | thank | danke | schluss | end\b | \bfin\b | contact | kontakt | gracias | grazie | obrigad |
        bedankt | 終 | ありがとう | 致谢 | спасибо
    """,
}
"""Regular expressions over the name in lower case, white for the eye alone."""


def names_role(name: str, role: Role) -> bool:
    """Whether a layout's name says that it is for a role."""
    return re.search(WORDS[role], name.lower(), re.VERBOSE) is not None


BIG = 0.1
"""Share of the slide from which a placeholder is meant for content."""
MAIN = 0.22
"""Share of the slide from which one placeholder is the content."""
ENOUGH = 3.0
"""Points from which a layout serves a role; a name alone, or a type alone, is less."""
NAME, TYPE = 1.0, 1.5
NAMED = 3.0
"""What a name gives where nothing else can tell a role: a quotation has the placeholders of any text."""

TYPES: Mapping[Role, tuple[str, ...]] = {
    "cover": ("title",),
    "opener": ("secHead",),
    "content": ("obj", "tx"),
    "columns": ("twoObj", "twoTxTwoObj", "txAndObj", "objAndTx"),
    "chart": ("chart", "chartAndTx", "txAndChart"),
    "table": ("tbl",),
    "visual": ("titleOnly",),
}
"""Types of layouts (ECMA-376 part 1, 19.7.15) for each role."""
FALLBACKS: Mapping[Role, tuple[Role, ...]] = {
    "cover": ("opener", "visual", "content"),
    "opener": ("visual", "cover", "content"),
    "statement": ("quote", "visual", "content", "opener"),
    "content": ("visual", "columns", "chart", "table"),
    "columns": ("visual", "content"),
    "chart": ("content", "visual"),
    "table": ("content", "visual"),
    "figures": ("visual", "content"),
    "agenda": ("visual", "content"),
    "quote": ("statement", "visual", "content"),
    "people": ("visual", "content"),
    "visual": ("content", "columns", "chart", "table", "opener", "cover"),
    "closing": (),
}
"""What stands in for a role, the best first."""


class RoleChoice(Struct, frozen=True):
    """The layout of a role: `how` says what told it, `instead` the role whose layout stands in; None for no layout."""

    role: Role
    layout: ReadLayout | None
    how: str
    instead: Role | None = None


class Features(Struct, frozen=True):
    """What of a layout tells its role."""

    layout: ReadLayout
    sheet: float

    @property
    def usable(self) -> bool:
        """Whether our texts have a place on it: a title, and lines that run across."""
        return self.layout.title is not None and all(each.upright for each in self.layout.placeholders)

    def big(self, *types: str) -> tuple[ReadPlaceholder, ...]:
        """Placeholders of some types that content has room in."""
        return tuple(each for each in self.layout.of(*types) if each.area > BIG * self.sheet)

    @property
    def texts(self) -> tuple[ReadPlaceholder, ...]:
        return self.big("body", "obj")

    @property
    def visuals(self) -> tuple[ReadPlaceholder, ...]:
        return self.layout.of("chart", "tbl", "pic", "dgm", "media", "clipArt")


def choices(read: ReadTemplate, wanted: Mapping[Role, ReadLayout]) -> dict[Role, RoleChoice]:
    """A layout for each role, that of the map before any other; none where even fallbacks have none."""
    sheet = float(read.sheet.width * read.sheet.height)
    usable = tuple(each for each in (Features(layout, sheet) for layout in read.layouts) if each.usable)
    found: dict[Role, RoleChoice] = {role: _best(role, usable) for role in ROLES}
    found |= {role: RoleChoice(role, layout, "map") for role, layout in wanted.items()}
    whole = {role: choice for role, choice in found.items() if choice.layout is not None}
    for role in ROLES:
        if role not in whole:
            stand_in = next((other for other in FALLBACKS[role] if other in whole), None)
            if stand_in:
                found[role] = RoleChoice(role, whole[stand_in].layout, "fallback", stand_in)
            elif role != "closing" and usable:
                found[role] = RoleChoice(role, usable[0].layout, "fallback")
    return found


def _best(role: Role, usable: tuple[Features, ...]) -> RoleChoice:
    """The layout with most points, the first of equals; its master's place in the file counts a little."""
    best, most, how = None, 0.0, ""
    for each in usable:
        points, told = _points(role, each)
        if points - 0.1 * each.layout.master > most:
            best, most, how = each.layout, points - 0.1 * each.layout.master, told
    return RoleChoice(role, best, how) if most >= ENOUGH - 0.5 and best else RoleChoice(role, None, "")


def _points(role: Role, found: Features) -> tuple[float, str]:
    features = FEATURES[role](found)
    if features < 0:
        return 0.0, ""
    typed = TYPE if found.layout.type in TYPES.get(role, ()) else 0.0
    named = NAME if names_role(found.layout.name, role) else 0.0
    named = NAMED if named and role in BY_NAME else named
    told = max((features, "features"), (typed, "type"), (named, "name"))[1]
    return features + typed + named, told


BY_NAME: tuple[Role, ...] = ("statement", "figures", "agenda", "quote", "people", "closing")
"""Roles that only a name tells."""


def _cover(found: Features) -> float:
    title = found.layout.title
    if found.texts and found.layout.type != "title" and title is not None and title.type != "ctrTitle":
        return -1.0
    points = 2.0 if title is not None and title.type == "ctrTitle" else 0.0
    return points + (2.0 if found.layout.of("subTitle") else 0.0)


def _opener(found: Features) -> float:
    small = [each for each in found.layout.of("body") if each.area < MAIN * found.sheet]
    if found.layout.of("obj") or found.visuals or found.layout.of("subTitle", "ctrTitle"):
        return -1.0
    title = found.layout.title
    low = title is not None and title.box.y > 0.25 * _height(found)
    return (1.0 if len(small) == 1 else 0.0) + (1.5 if low else -0.5)


def _content(found: Features) -> float:
    main = [each for each in found.texts if each.area > MAIN * found.sheet]
    if len(main) != 1 or len(found.texts) > 1 or found.visuals or found.layout.of("subTitle"):
        return -1.0
    return 3.0 if main[0].type == "obj" else 2.5


def _columns(found: Features) -> float:
    sides = found.texts
    if len(sides) < 2 or found.visuals:
        return -1.0
    one, other = sides[-2:]
    level = abs(one.box.y - other.box.y) < 6 and abs(one.box.height - other.box.height) < 12
    return 3.0 - (0.5 if len(sides) > 2 else 0.0) if level else -1.0


def _only(kind: str) -> Callable[[Features], float]:
    def points(found: Features) -> float:
        return 3.0 if found.big(kind) and len(found.visuals) == 1 else -1.0

    return points


def _visual(found: Features) -> float:
    if found.texts or found.visuals or found.layout.of("subTitle", "ctrTitle", "obj"):
        return -1.0
    title = found.layout.title
    at_top = title is not None and title.box.bottom < 0.4 * _height(found)
    return 3.0 - len(found.layout.of("body")) if at_top else -1.0


def _any(found: Features) -> float:
    return 0.0 if not found.layout.of("ctrTitle") else -1.0


def _people(found: Features) -> float:
    return 2.0 if len(found.layout.of("pic")) >= 2 else 0.0


def _height(found: Features) -> float:
    ground = found.layout.shapes[0]
    return float(ground.box.height)


FEATURES: Mapping[Role, Callable[[Features], float]] = {
    "cover": _cover,
    "opener": _opener,
    "statement": _any,
    "content": _content,
    "columns": _columns,
    "chart": _only("chart"),
    "table": _only("tbl"),
    "figures": _any,
    "agenda": _any,
    "quote": _any,
    "people": _people,
    "visual": _visual,
    "closing": _any,
}
