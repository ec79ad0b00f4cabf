"""A face and the glyphs drawn -> an embedded, subset PDF font."""
