"""`rapport completion`: what makes a shell complete commands, options and briefings."""

from __future__ import annotations

import argparse

from argcomplete.shell_integration import shellcode


def run(arguments: argparse.Namespace) -> int:
    """Prints the lines that a shell is to read when it starts."""
    print(shellcode(["rapport"], shell=arguments.shell))
    return 0
