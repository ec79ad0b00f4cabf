"""Elements, content and ReportLab objects -> the bytes of a tagged PDF file."""
