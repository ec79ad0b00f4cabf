"""Data: the plan of a deck, which text stands in which place at which size."""
