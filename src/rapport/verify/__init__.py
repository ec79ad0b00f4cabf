"""Verification: bytes of finished documents and what they claim to say -> findings, in French."""
