"""A document of unknown origin -> the numbered copies that its text comes from."""
