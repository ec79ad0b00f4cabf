"""Words into lines: runs of text and faces -> shaped glyphs -> set lines, or their number and size.

`face` says what a typeface is and shapes text in it, `line` what is to be set and how; `paragraph.set_paragraph` makes
the lines a page is drawn from, `measure` answers what a slide asks: how many lines, how high, does it fit. The way
there: `words` (pieces and divisions) -> `points` (where lines may end) -> `total_fit` (where they do) -> `paragraph`.
"""
