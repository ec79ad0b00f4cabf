"""A block as authors wrote it -> the block readers will read; a module for each."""
