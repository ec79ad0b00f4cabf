"""Embedded subsets of faces (ISO 32000-1, 9.6 to 9.10)."""
