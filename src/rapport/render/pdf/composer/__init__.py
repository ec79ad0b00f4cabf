"""Galleys of boxes, white and kept breaks, with the notes they call -> pages with every box in its place."""
