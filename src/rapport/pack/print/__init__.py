"""Finished documents -> sheets of paper: imposition, and one file for the printer."""
