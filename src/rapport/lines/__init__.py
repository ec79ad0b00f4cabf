"""Words into lines: runs of text and faces -> shaped glyphs -> set lines, or their number and size.

`face` says what a typeface is, `run` what is to be set, `setting` how; `paragraph.set_paragraph` makes the lines
(`line`) a page is drawn from, `measure` answers what a slide asks: how many lines, how high, does it fit. The way
there: `shaping` (glyphs) -> `words` (pieces and divisions) -> `story` -> `points` (where lines may end) ->
`total_fit`, `first_fit` or `balance` (where they do) -> `layout`.
"""
