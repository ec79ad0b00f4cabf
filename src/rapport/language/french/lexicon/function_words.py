"""French words that no number counts: after a figure they start something else."""

from __future__ import annotations

from typing import Final

FUNCTION_WORDS: Final = frozenset(
    """
    à a afin ai ainsi alors après as au aucun auprès aussi autour aux avaient avait avant avec avoir ayant
    b c car ce ceci cela celle celles celui cependant certains ces cet cette ceux chacun chaque chez ci comme comment
    concernant contre d dans de depuis derrière des dès désormais devant devra devrait doit doivent donc dont du
    durant début elle elles en encore enfin ensuite entre environ est et étaient était étant été être eu eux eut
    excepté face fait fin font fut furent grâce hors hormis il ils je jusqu jusque l la là le les lequel laquelle
    lesquels leur leurs lors lorsqu lorsque lui m ma mais malgré me mes mi même moins mon n ne ni non nos notre nous
    on ont or ou où outre par parce parmi pas pendant permet permettent peut peuvent plus pour pourquoi pourra pourrait
    puis puisqu puisque qu quand quant que quel quelle qui quoi quoique s sa sans sauf se sera serait seront ses
    si sinon soit son sont sous suite suivant sur t ta tandis tant te tel telle toi ton toujours tous tout toute
    toutefois toutes très tu un une va vers via voici voilà vont vos votre vous vs y
    """.split()
)
