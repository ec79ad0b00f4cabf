"""Words written with œ or æ, as stems: « coeur » is « cœur », while « coexister », « moelle » and « poêle » stay."""

from __future__ import annotations

from typing import Final

OE_STEMS: Final = (
    "oeuvr", "coeur", "soeur", "noeud", "oeil", "oeuf", "boeuf", "voeu", "moeurs", "oedèm", "oedip", "foetus", "foetal",
    "oecumén", "oesoph", "oenolog", "oestrog", "oestr", "rancoeur",
)  # fmt: skip
AE_WORDS: Final = {"ex aequo": "ex æquo", "et caetera": "et cætera", "caecum": "cæcum", "naevus": "nævus"}
