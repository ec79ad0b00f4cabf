"""Words by which the names of layouts tell their roles, in the languages that templates are met in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapport.look.house import Role

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
