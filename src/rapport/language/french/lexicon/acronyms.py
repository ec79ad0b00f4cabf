"""Acronyms once written with points; today without (Lexique, « sigles »)."""

from __future__ import annotations

from typing import Final

POINTED_ACRONYMS: Final = frozenset(
    """
    ADN AFP ANR BCE BRICS CEA CNRS DGE DINUM EDF FMI IA INSEE OCDE OMC OMS ONG ONU OTAN PIB PME RATP RTE SNCF TPE TVA
    UE USA
    """.split()
)
