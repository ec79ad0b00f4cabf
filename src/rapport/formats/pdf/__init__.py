"""PDF (ISO 32000-1): tagged, archivable pages through ReportLab."""
