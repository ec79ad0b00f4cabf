"""French words whose h forbids elision and liaison (Académie française, dictionary, « h aspiré »).

Stems: a word is aspirated when it begins with one of them and with none of `MUTE`.
"""

from __future__ import annotations

from typing import Final

ASPIRATED: Final = frozenset(
    """
    hâbl hach hacienda hackathon hacker hadal haddock hagard haï haie haillon hain haine haïr halage hâle haleter hall
    halle hallebarde halo halogène halte hamac hameau hamburger hammam hamster hanche hand handicap hangar hanneton
    hant happ haquenée harangue haras haras harass harceler harcèle hard harde hardi hareng harfang hargn haricot
    harnach harnais haro harpe harpie harpon hasard hase hât hauban hausse haut hauts havane hâve havre hayon hé heaume
    heavy hein hélas héler henné hennir hep hère hériss hernie héron héros herse hêtre heurt hi hibou hic hideux hideu
    hiérarchi hip hippie hiss hit hobby hobereau hoch hockey hold holding hollandais holster homard home hongrois honni
    hont hop hoquet horde horion hors hosanna hot hotte houblon houe houille houle houppe hourra housse houx hublot
    huche huées huer huguenot huis huit hululer humer hun huppe hurl huron hussard hutte hub
    """.split()
)

MUTE: Final = frozenset(
    """
    haleine halieut halluc haltère hallali halogén hameçon harmonie harmoni haruspice hebdo héberg hébr hécatombe
    hectare hégémon hélice hélico hélium helvét hémi hémo herbe héritage hérit hermét héroïne héroïque héroïsme
    hésit hétéro heure heureu hexagon hibern hier hilar hippique hippodrome hippo histoire histor hiver hivern
    homéo homicide hommage homme homo honnête honneur honor honoraire hôpita horaire horizon horloge hormon hormone
    horoscope horreur horri horticol hospital hospice hospit hostil hôte hôtel hôtes huile huileu huissier huître humain
    human humanit humble humeur humid humili humour hydr hydro hyène hygiène hygién hymne hyper hypo hypn hystér
    histogramme holog holis horod hôtell
    """.split()
)

MUTE_NAMES: Final = frozenset(
    "Hadrien Hector Hélène Hercule Hermès Hérault Hervé Hippolyte Homère Honoré Horace Hortense Hubert Hyères".split()
)
"""Proper names with a mute h; any other capitalised h is taken as aspirated (Hongrie, Hauts-de-France, Hambourg)."""
