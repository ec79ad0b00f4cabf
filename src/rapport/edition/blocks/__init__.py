"""Data: the blocks of an edition, the same as authors write; a module for each."""
