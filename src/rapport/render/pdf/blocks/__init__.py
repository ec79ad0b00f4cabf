"""Blocks of the edition -> galleys of boxes, and their place in the structure tree: one file per block."""
