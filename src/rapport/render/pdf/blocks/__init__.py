"""A block of the edition -> what is drawn on a page; a module for each block."""
