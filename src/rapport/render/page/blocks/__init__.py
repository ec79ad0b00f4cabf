"""Block -> its markup, a module for each kind that our own reports are made of."""
