"""Edition -> one self-contained HTML page."""
