"""Finished documents -> files that open with a password, and back."""
