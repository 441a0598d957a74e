"""What `doctor` says about the server: whether it can be reached, whether this computer has access, and whether the clocks agree."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from app.domain.errors import UserError
from app.domain.text import msg
from app.services import backup_checks
from app.services.check import Check
from app.store import sync_reading
from app.store.connection import connect_reading
from app.store.database import FILE_NAME
from app.system.secrets import keyring_backend

#: A clock further off than this is told to the user; nothing is decided by it.
SKEW_SECONDS = 300


def server_checks(folder: Path, now: datetime, *, offline: bool = False) -> Iterator[Check]:
    """Ask the server of a data folder, where it has one. `offline`: ask nobody."""
    known = _settings(folder / FILE_NAME)
    url = known.get("sync.url", "")
    if not url:
        yield Check("server", None, msg("pas de serveur\u00a0: les données restent sur ce PC"))
        return
    if offline:
        yield Check("server", None, msg("{url}\u00a0: pas interrogé (--offline)", url=url))
        return
    from app.sync.http import HttpTransport

    transport = HttpTransport(url, _NoSecrets())
    try:
        begun = time.perf_counter()
        transport.health()
        took = round((time.perf_counter() - begun) * 1000)
        skew = transport.clock_skew(now)
    except UserError as error:
        yield Check("server", False, msg("{url}\u00a0: {reason}", url=url, reason=error.text))
        return
    finally:
        transport.close()
    yield Check(
        "server", True, msg("{url} répond en {n}\u00a0ms ({organisation})", url=url, n=took, organisation=known.get("sync.name", ""))
    )
    if skew is not None:
        yield _clock(skew)


def access_check(folder: Path) -> Check:
    """The system's keyring. While nothing is to be kept in it, a missing one is no fault; to a server's access or a backup plan it is."""
    name, usable = keyring_backend()
    if usable:
        return Check("keyring", True, msg("{name}", name=name))
    lost = []
    if _settings(folder / FILE_NAME).get("sync.url"):
        lost.append(msg("l’accès au serveur n’est gardé que jusqu’à la fermeture de Parclair"))
    if backup_checks.has_plan(folder):
        lost.append(msg("le mot de passe des sauvegardes est à saisir après chaque démarrage, et celles qui sont prévues l’attendent"))
    if not lost:
        return Check("keyring", None, msg("{name}", name=name))
    said = lost[0] if len(lost) == 1 else msg("{first}\u202f; {second}", first=lost[0], second=lost[1])
    return Check("keyring", False, msg("{name}\u00a0: {lost}", name=name, lost=said))


def _clock(skew: float) -> Check:
    minutes = round(abs(skew) / 60)
    if abs(skew) <= SKEW_SECONDS:
        return Check("clock", True, msg("la même heure que le serveur, à {n}\u00a0s près", n=max(1, round(abs(skew)))))
    if skew > 0:
        return Check("clock", False, msg("l’horloge de ce PC avance de {n} minutes sur celle du serveur\u00a0: réglez-la", n=minutes))
    return Check("clock", False, msg("l’horloge de ce PC retarde de {n} minutes sur celle du serveur\u00a0: réglez-la", n=minutes))


def _settings(path: Path) -> dict[str, str]:
    """What the folder knows of its server; nothing where it cannot be read: the checks of the database say why."""
    with contextlib.suppress(sqlite3.Error, OSError):
        connection = connect_reading(path)
        connection.row_factory = sqlite3.Row
        try:
            return sync_reading.settings(connection)
        finally:
            connection.close()
    return {}


class _NoSecrets:
    """The question needs no access."""

    def get(self, name: str) -> str | None:
        return None

    def set(self, name: str, value: str) -> bool:
        return False

    def forget(self, name: str) -> None:
        """There is none."""
