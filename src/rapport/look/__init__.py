"""Craft: the charter as values: lengths, colours, type, grids, signs and measures."""
