"""A subject -> the words of that subject, as tables: one file each, data only."""
