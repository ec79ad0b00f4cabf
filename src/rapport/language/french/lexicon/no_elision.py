"""French words that begin with a vowel letter and yet refuse elision (Grevisse, « le bon usage », § 45-50)."""

from __future__ import annotations

from typing import Final

NO_ELISION: Final = frozenset(
    """
    onze onzième onzièmes onzièmement oui ouistiti uhlan ululer
    yacht yachting yaourt yak yankee yard yen yéti yeti yiddish yoga yogi yogourt yo-yo yoyo yuan yucca yourte
    youtubeur yuppie yougoslave yéménite yttrium
    """.split()
)

Y_ELIDED: Final = frozenset("y yeux yeuse yèble ypérite ytterbium yonne yvelines yves yvette yvonne ypres yser".split())
"""Words in y that do elide; y before a consonant elides too, y before a vowel does not."""
