"""Reading figures: a line of French or English text -> the quantities and dates it states."""
