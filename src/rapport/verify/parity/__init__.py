"""Parity: the lines a document should hold and those it holds -> the words and figures that differ."""
