"""What all tests share: the charter, and how many examples a property is tried on."""

from __future__ import annotations

import gc
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from rapport.look.charter import Charter
from rapport.read.charter.charter import read_charter

gc.set_threshold(50_000, 20, 20)  # documents are large and soon forgotten: look for them seldom, but look

signal.signal(
    signal.SIGINT, signal.default_int_handler
)  # a suite run in the background, and all that it starts, has it ignored

ASSETS = Path(__file__).parents[1] / "assets"

settings.register_profile(
    "default",
    max_examples=60,
    deadline=None,  # how long an example takes depends on the machine
    derandomize=True,  # a change is judged on the same examples on every machine
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "nightly",
    max_examples=3_000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("default")


@pytest.fixture(scope="session")
def charter() -> Charter:
    """The charter that comes with the program."""
    return read_charter(ASSETS / "charter.yaml")
