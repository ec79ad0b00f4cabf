"""A display list (what stands where on a page, as plain data) -> operators on a tagged canvas."""
