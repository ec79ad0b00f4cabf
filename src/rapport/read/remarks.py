"""YAML without its authors' remarks: what follows a `#` outside of any text."""

from __future__ import annotations

import re

import yaml

REMARK = re.compile(r"[ \t]*(?<!\S)#[^\n]*")
HEADER = re.compile(r"^([|>][-+0-9]*)[ \t]+#[^\n]*")
"""The head of a block of text, where a remark may stand too (YAML 1.2, 8.1.1)."""


def without_remarks(text: str) -> tuple[str, int]:
    """A sound YAML file without its remarks, line for line, and how many there were."""
    kept: list[str] = []
    end = count = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        start, stop = token.start_mark.index, token.end_mark.index
        if start >= end:
            between, found = REMARK.subn("", text[end:start])
            own, more = HEADER.subn(r"\1", text[start:stop]) if _is_block(token) else (text[start:stop], 0)
            kept += [between, own]
            count += found + more
            end = stop
    rest, found = REMARK.subn("", text[end:])
    return "".join((*kept, rest)), count + found


def _is_block(token: object) -> bool:
    return isinstance(token, yaml.ScalarToken) and token.style in ("|", ">")


def without_entries(text: str, keys: frozenset[str]) -> str:
    """A file of entries, each beginning a line with its key, without some of them."""
    kept, dropping = [], False
    for line in text.splitlines(keepends=True):
        if line.strip(" \t\r\n") and not line.startswith((" ", "\t")):
            dropping = line.partition(":")[0].strip(" \"'") in keys
        if not dropping:
            kept.append(line)
    return "".join(kept)
