"""veraPDF, the reference validator of PDF/A and PDF/UA, as tests ask it.

    failures(data, "ua1") == ()        for PDF/UA-1; "2a" and "3a" for PDF/A-2a and PDF/A-3a

It runs in one process of its own, by the program's own driver: a Java machine suffers from the limits of memory and the
signals that other tests set for themselves.
"""

from __future__ import annotations

from concurrent.futures import Executor, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from rapport.verify.conformance import verapdf
from rapport.verify.conformance.verapdf import Failure, Flavour

__all__ = ["Failure", "Flavour", "broken_rules", "failures"]


def failures(data: bytes, flavour: Flavour) -> tuple[Failure, ...]:
    """The rules of a flavour that a file breaks, each once; empty when it conforms."""
    return _process().submit(verapdf.failures, data, flavour).result()


def broken_rules(data: bytes, flavour: Flavour) -> frozenset[str]:
    """The names of the rules that a file breaks."""
    return frozenset(failure.rule for failure in failures(data, flavour))


@cache
def _process() -> Executor:
    return ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
