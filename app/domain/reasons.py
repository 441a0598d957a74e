"""Why the system refused a file, in the user's language."""

from __future__ import annotations

import errno

from app.domain.text import Text, msg

_REASONS: dict[int, Text] = {
    errno.ENOSPC: msg("plus de place sur le disque"),
    errno.EACCES: msg("accès refusé"),
    errno.EPERM: msg("opération non permise"),
    errno.EROFS: msg("disque en lecture seule"),
    errno.ENOTDIR: msg("un fichier se trouve là où il faut un dossier"),
    errno.EEXIST: msg("un fichier de ce nom existe déjà"),
    errno.ENOENT: msg("fichier ou dossier introuvable"),
    errno.EISDIR: msg("c’est un dossier"),
    errno.ENAMETOOLONG: msg("nom trop long"),
    errno.EIO: msg("le disque ne répond pas correctement"),
}


def reason(error: OSError) -> Text | str:
    """What the system says in `error`, to be put between brackets or after a colon; rare reasons stay in the system's own words."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
