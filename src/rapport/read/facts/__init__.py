"""Facts as a spreadsheet table, and back."""
