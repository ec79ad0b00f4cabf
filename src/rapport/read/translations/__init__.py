"""Content in another language: pairs of texts, and what becomes of a content whose texts they replace."""
