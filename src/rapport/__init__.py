"""French briefings and decks from one content model, each figure typed, sourced and proved.

    content/ -> read -> model -> resolve -> edition -> render/pdf -------------------> artefact -> pack -> verify
                                            edition -> arrange -> slides -> render ->/
    content/ <- edits <- a deck that somebody has edited, a brief that reviewers had in Word (word)

Data: frozen values that pass from stage to stage, without logic beyond what derives from them: `model` (what authors
wrote), `edition` (what readers will read), `slides` (what stands where in a deck), `artefact` (bytes of a finished
document).

Craft: pure functions and tables, without disk or clock: `language` (values into words), `look` (the charter), `lines`
(words into lines).

Stages: one step each, which use data and craft and never each other: `read`, `resolve`, `arrange`, `render/pdf`,
`render/deck`, `render/page`, `pack`, `verify`, `edits`, `word`. `commands` string them together, one module for each
command; they and `cli` alone print and exit. `preview` shows what a briefing becomes on a local page while its author
writes.

A fault of the content is a `problem` at its `origin`. Who may import whom, and which library lives where, is a table in
tests/test_architecture.py.
"""
