from __future__ import annotations

import errno

import pytest

from rapport.language.system_errors import refusal


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOENT, "fichier introuvable"), (errno.ENOSPC, "disque plein"), (errno.EACCES, "accès refusé")],
)
def test_what_the_system_refuses_is_said_in_french(code: int, words: str) -> None:
    assert refusal(OSError(code, "in English")) == words


def test_what_has_no_words_of_ours_is_said_as_it_came() -> None:
    assert refusal(OSError(99_999, "Something else")) == "Something else"
    assert refusal(OSError("bare")) == "bare"
