"""French briefings and decks from one content model, each figure typed, sourced and proved.

The way through, with the type that leaves each step:

    1  read          content/, assets/ -> model.Content, look.Charter; faults as problem.Problem at their origin
       template      .pptx or .potx     -> look.HouseTemplate: the layouts of an organisation, their room and colours
    2  resolve       Content           -> edition.Edition: final words and figures, one for each medium
    3  review        Content, Editions -> Problems: what keeps a briefing from being handed out
    4  arrange       Edition           -> slides.Deck: which text stands where, at which size
    5  render/pdf    Edition or Deck   -> artefact.Artefact (brief, sheet, slides, notes)
       render/deck   Deck              -> Artefact (pptx)
       render/page   Edition           -> HTML page (what accompanies a pack)
    6  pack          Artefacts         -> packs, numbered copies, sheets for the printer
    7  verify        bytes             -> verify.report.Verification: re-opened and held to the edition
    8  protect       Artefacts         -> files under passwords, signed; and back, for `verify`
    9  edits, word   a deck or a brief that people changed -> what changed, and where it goes in content/

Data (frozen values between steps): `model`, `edition`, `plots`, `slides`, `artefact`. Craft (pure functions and
tables, no disk, no clock): `language` (values to words), `figures` (words back to values), `look` (the charter),
`lines` (words into lines), `plotting` (charts into one plan for all media), `formats` (PDF and Office files, written
and read; no edition). Stages use data and craft, never each other. `project` strings them together for `commands`
(one module each, which alone print), for `preview` (a local page) and for `api` (programs); `disk` writes files whole
or not at all.

Who may import whom, and which library lives where, is a table in tests/test_architecture.py.
"""
