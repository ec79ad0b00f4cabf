"""Artefacts -> what is handed out: documents, a page that presents them, a manifest."""
