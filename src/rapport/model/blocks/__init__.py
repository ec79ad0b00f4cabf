"""Data: the blocks authors write; a module for each."""
