"""argparse in French."""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from typing import NoReturn

USAGE = 2
"""Exit code of wrong usage."""


class FrenchParser(argparse.ArgumentParser):
    """argparse, whose few words to the user are put into French."""

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """Argparse's own; a command refuses what it does not know itself, with its own usage and the nearest option."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown and " " in self.prog:
            options = difflib.get_close_matches(unknown[0].partition("=")[0], self._option_string_actions, n=1)
            near = f" (vouliez-vous dire {options[0]}\u202f?)" if options and unknown[0].startswith("-") else ""
            self.error(f"unrecognized arguments: {' '.join(unknown)}{near}")
        return found, unknown

    def error(self, message: str) -> NoReturn:
        french = re.sub(r"'([^' ]*)'", "«\u00a0\\1\u00a0»", message)
        for english, words in WORDS:
            french = french.replace(english, words)
        french = re.sub(r"(?<=\w): ", "\u00a0: ", french)
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}\u00a0: {french}\n")

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Argparse's own check, which names the nearest choice where there is one."""
        if action.choices is None or value in action.choices:
            return
        if isinstance(action.choices, range):
            least, most = action.choices[0], action.choices[-1]
            raise argparse.ArgumentError(action, f"choix inconnu: '{value}' (de {least} à {most})")
        known = [str(choice) for choice in action.choices]
        near = difflib.get_close_matches(str(value), known, n=1)
        hint = f"vouliez-vous dire '{near[0]}'\u202f?" if near else f"au choix: {', '.join(map(repr, known))}"
        raise argparse.ArgumentError(action, f"choix inconnu: '{value}' ({hint})")

    def format_help(self) -> str:
        text = super().format_help()
        for english, words in WORDS:
            text = text.replace(english, words)
        return text

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "usage\u00a0: ")


WORDS = (
    ("usage: ", "usage\u00a0: "),
    ("positional arguments:", "arguments\u00a0:"),
    ("options:", "options\u00a0:"),
    ("show this help message and exit", "affiche cette aide"),
    ("the following arguments are required:", "il manque\u00a0:"),
    ("unrecognized arguments:", "arguments inconnus\u00a0:"),
    ("expected one argument", "une valeur est attendue"),
    ("expected at least one argument", "au moins une valeur est attendue"),
    ("argument ", "argument "),
)
