"""Edition or slides -> the bytes of a document; a package for each format."""
