"""What must be read: an edition or a deck's plan -> the lines a document should hold, in reading order."""
