"""File formats, without knowledge of editions or of the charter."""
