"""Pages as a reader sees them."""

from __future__ import annotations

from rapport.render.pdf.blocks.context import PageIndex, lists_pages, page_list
from render.pdf.evian import data_centres, essentials, figures_annex


def test_neighbouring_pages_are_a_range_from_three_on() -> None:
    assert page_list((3, 5, 6, 8, 9, 10)) == ("3", "5", "6", "8–10")
    assert page_list(()) == ()


def test_a_page_counts_once_however_often_a_fact_stands_on_it() -> None:
    index = PageIndex(())
    for page in (3, 3, 5):
        index.add("promis", page)
    assert index.pages("promis") == (3, 5)
    assert index.pages("inconnu") == ()


def test_a_table_of_pages_does_not_count_among_the_mentions() -> None:
    assert lists_pages(figures_annex().blocks[0])
    index = PageIndex((essentials(), data_centres(), figures_annex()))
    assert index.expected("promis") == 1
