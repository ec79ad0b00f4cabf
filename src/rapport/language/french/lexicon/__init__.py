"""Words of French by subject, as tables: one file each, data only."""
