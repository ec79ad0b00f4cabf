"""The plan of a deck -> tagged PDF: slides on pages of their own, or over their notes."""
