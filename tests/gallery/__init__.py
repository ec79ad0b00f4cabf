"""Charts and tables as administrations have them, to be drawn in every medium."""
