"""What is read: a document's structure -> the lines it holds, in reading order."""
