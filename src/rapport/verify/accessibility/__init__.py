"""Accessibility of a PDF: a file's objects and its structure -> what PDF/UA-1 and the RGAA would find amiss."""
