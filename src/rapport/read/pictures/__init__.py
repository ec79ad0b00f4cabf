"""Image files of `assets/` -> pictures."""
