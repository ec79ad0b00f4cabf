"""What an operating system answers when it refuses a file, in French."""

from __future__ import annotations

import errno
from typing import Final

_SAID: Final = {
    errno.ENOENT: "fichier introuvable",
    errno.EACCES: "accès refusé",
    errno.EPERM: "opération interdite",
    errno.EISDIR: "c’est un répertoire",
    errno.ENOTDIR: "un fichier se trouve à la place d’un répertoire",
    errno.EEXIST: "il existe déjà",
    errno.ENOSPC: "disque plein",
    errno.EDQUOT: "espace alloué épuisé",
    errno.EROFS: "support en lecture seule",
    errno.EBUSY: "fichier occupé par un autre programme",
    errno.ETXTBSY: "fichier occupé par un autre programme",
    errno.ELOOP: "lien qui ne mène nulle part",
    errno.ENAMETOOLONG: "nom trop long",
    errno.EMFILE: "trop de fichiers ouverts",
    errno.EFBIG: "fichier trop gros",
    errno.EIO: "erreur du disque",
}


def refusal(error: OSError) -> str:
    """Why the file is refused; the system's own words where there are none of ours."""
    return _SAID.get(error.errno or 0) or error.strerror or str(error)
