"""The gender a rank agrees with."""

from __future__ import annotations

from typing import Literal

Gender = Literal["masculine", "feminine"]
