"""A document against the one rebuilt from the same content: the same bytes, or what differs, in a reader's terms."""
