"""veraPDF, the reference validator of PDF/A and PDF/UA, as tests ask it: in this process, by the program's own driver.

failures(data, "ua1") == ()        for PDF/UA-1; "2a" and "3a" for PDF/A-2a and PDF/A-3a
"""

from __future__ import annotations

from rapport.verify.conformance.verapdf import Failure, Flavour, broken_rules, failures

__all__ = ["Failure", "Flavour", "broken_rules", "failures"]
