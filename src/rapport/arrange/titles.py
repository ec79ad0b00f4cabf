"""Titles that are met once only: listeners and screen readers find a slide by its title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rapport.edition.furniture import Furniture
from rapport.edition.text import Text, plain, words


def numbered_titles(titles: Iterable[Text], furniture: Furniture) -> Iterator[Text]:
    """The titles in order, those met before marked: "(suite)" where a title comes twice, "(2/3)" where more often."""
    items = tuple(titles)
    totals = Counter(map(plain, items))
    seen: Counter[str] = Counter()
    taken = set(totals)
    for title in items:
        key = plain(title)
        seen[key] += 1
        if seen[key] == 1:
            yield title
            continue
        marked = _marked(title, seen[key], totals[key], furniture)
        while plain(marked) in taken:
            marked = (*marked, *words(f" {furniture('continued')}"))
        taken.add(plain(marked))
        yield marked


def _marked(title: Text, index: int, total: int, furniture: Furniture) -> Text:
    mark = furniture("continued") if total == 2 else f"({furniture('page-short', index, total)})"
    return (*title, *words(f"\u00a0{mark}"))
