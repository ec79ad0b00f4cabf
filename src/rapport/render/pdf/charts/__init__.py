"""Charts of an edition -> boxes of shapes and labels over a strip, for pages and slides alike: one file per kind."""
