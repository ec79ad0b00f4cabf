"""French words whose h forbids elision and liaison (Académie française, dictionary, « h aspiré »).

Stems: a word is aspirated when it begins with one of `ASPIRATED` and with none of `MUTE`; any other h is mute.
"""

from __future__ import annotations

from typing import Final

ASPIRATED: Final = frozenset(
    """
    hach hacienda hack haddock hagard haie haillon hain haï halage halal haleter hall halo halte hamac hamburger
    hameau hammam hamster hanap hanche hand hangar hanneton hant happ haquenée harangue haras harceler harcèle
    hard hareng harfang hargn haricot harnach harnais haro harpe harpie harpon hasard hase hashtag hauban hausse
    haut havane havre hayon hâbl hâle hât hâve heaume heavy hein henné hennir hep hernie herse heurt hère hélas
    héler héraut hériss héron héros hêtre hibou hic hideu high hiérarchi hippie hiss hit hobby hobereau hoch
    hockey hold hollandais holster hoax homard home hongrois honni hont hooligan hoquet horde horion hors hosanna
    hotline hotte houblon houe houille houle houppe hourra housse houx hub huche huer huées huguenot huis huit
    hulotte hululer humer hun huppe hurl huron hussard hutte
    """.split()
)

MUTE: Final = frozenset("haïti hallali halluc hallux halog huissier huitre".split())
"""Words with a mute h that an aspirated stem would claim."""

MUTE_NAMES: Final = frozenset(
    """
    Hadrien Hawaï Haïti Hector Helsinki Hercule Hermès Hervé Hippocrate Hippolyte Hiroshima Hollywood Homère
    Honoré Horace Hortense Hubert Hyères Hélène Hérault Hérodote
    """.split()
)
"""Proper names with a mute h; any other capitalised h is taken as aspirated (Hongrie, Hauts-de-France, Hambourg)."""
