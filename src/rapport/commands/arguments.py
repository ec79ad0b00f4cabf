"""What the command line says of the project."""

from __future__ import annotations

import argparse

from rapport.project.project import Project
from rapport.resolve.edition import Release


def project_of(arguments: argparse.Namespace) -> Project:
    """The folders and the day that a command's options name."""
    given = {name: getattr(arguments, name, None) for name in Project.__struct_fields__}
    return Project(**{name: value for name, value in given.items() if value is not None})


def release_of(arguments: argparse.Namespace) -> Release:
    """Whether a draft or a final edition is asked for."""
    return "final" if arguments.final else "draft"
