"""Edition or slides -> PDF, through ReportLab."""
