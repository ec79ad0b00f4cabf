"""A list of recipients, as YAML or as a table saved by an office suite -> recipients with numbers, and its faults."""
