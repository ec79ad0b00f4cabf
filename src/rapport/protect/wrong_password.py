"""The one thing that may go wrong when a protected file is opened."""

from __future__ import annotations


class WrongPasswordError(ValueError):
    """The password is not that of the file, or the file was altered since it was protected."""
