"""What keeps documents just made from being handed out: the proofs that failed, and what to do."""

from __future__ import annotations

import sys

from rapport.project.proofs import DIFFERENT, ProofError
from rapport.verify.report import table

WHAT_TO_DO = "    changez la tournure à la ligne du contenu que dit chaque défaut, ou retirez ce bloc"
ANYWAY = (
    "\u202f;\n"
    "    «\u00a0rapport pack --unproved\u00a0» écrit le paquet quand même, et dit sur sa page ce qui n’est pas prouvé"
)


def refuse(error: ProofError, outcome: str, otherwise: str = "") -> int:
    """Tells the proofs that failed and what therefore is not written; the exit code of the command."""
    for verification in error.verifications:
        if not verification.passed:
            print(table(verification), file=sys.stderr)
    print(f"preuve en échec\u00a0: {outcome}\n{WHAT_TO_DO}{otherwise}", file=sys.stderr)
    return DIFFERENT
