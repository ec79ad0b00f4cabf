"""A topic's blocks -> pages: one file per kind of slide."""
