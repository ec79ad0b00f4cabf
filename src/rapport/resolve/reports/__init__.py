"""Editions about our own documents: the fact sheet, the register, changes, the verification, the page of a pack."""
