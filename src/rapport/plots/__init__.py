"""Data: the plan of a chart, where each mark and each word stands, in points; every medium draws the same plan."""
