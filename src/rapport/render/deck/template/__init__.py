"""look.Charter -> an empty presentation: theme, master, layouts, notes master, table style."""
