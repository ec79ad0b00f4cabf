"""Reading a PDF: bytes -> its structure tree with texts, its furniture, and the painting left unmarked."""
