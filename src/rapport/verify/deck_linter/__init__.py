"""Bytes of a PPTX -> what PowerPoint would repair, or a reader with a disability would miss, that its schema allows."""
