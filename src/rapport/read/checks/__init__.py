"""Content -> problems: one small function per rule, listed in `table.py`."""
