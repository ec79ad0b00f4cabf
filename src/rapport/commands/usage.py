"""What the user asked cannot be done as asked."""

from __future__ import annotations


class UsageError(Exception):
    """A wrong argument or an output that cannot be written; said in one line, exit code 2."""
