"""`python -m rapport` is `rapport`."""

from rapport.cli import program

if __name__ == "__main__":
    program()
