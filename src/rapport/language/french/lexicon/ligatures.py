"""Words written with œ or æ, as stems: « coeur » is « cœur », while « coexister », « moelle » and « poêle » stay."""

from __future__ import annotations

from typing import Final

OE_STEMS: Final = (
    "oeuvr", "coeur", "soeur", "noeud", "oeil", "oeuf", "boeuf", "voeu", "moeurs", "oedèm", "oedip", "foetus", "foetal",
    "oecumén", "oesoph", "oenolog", "oestrog", "oestr", "choeur",
    "coelacanth", "coelio",
)  # fmt: skip
AE_WORDS: Final = {
    "ex aequo": "ex æquo", "ex-aequo": "ex æquo", "et caetera": "et cætera", "curriculum vitae": "curriculum vitæ",
    "intuitu personae": "intuitu personæ", "caecum": "cæcum", "naevus": "nævus", "praesidium": "præsidium",
}  # fmt: skip
