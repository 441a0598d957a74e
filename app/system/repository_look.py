"""A look at a backup destination before and after restic uses it.

restic before 0.17 ends with the same status whatever went wrong. What a person needs to know (not reachable, refused, no
repository, damaged, full) is found here by looking at the place itself, not by reading restic's prose.
"""

from __future__ import annotations

import errno
import http.client
import json
import os
import shutil
import socket
import ssl
import urllib.error
import urllib.request
from base64 import b64encode
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from app.domain.reasons import reason
from app.domain.text import Text, msg

SECONDS = 15.0
#: A pack of restic is 16 MiB: with less room than two of them nothing more can be written.
ROOM = 32 * 1024 * 1024
#: restic's encrypted config has some 155 bytes.
_CONFIG_LEAST, _CONFIG_MOST = 80, 16 * 1024
_LONGEST_ANSWER = 1024 * 1024
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Found(Enum):
    """What stands at a destination."""

    REPOSITORY = "repository"
    NOTHING = "nothing"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    NOT_A_REPOSITORY = "not_a_repository"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Look:
    """What was found, and what there is to say of it."""

    found: Found
    text: Text


def look_at_folder(path: Path) -> Look:
    """Whether a repository, nothing, or something else stands in a folder."""
    try:
        if not path.is_dir():
            if path.exists():
                return Look(Found.NOT_A_REPOSITORY, msg("«\u00a0{path}\u00a0» est un fichier, pas un dossier.", path=path))
            if not path.parent.is_dir():
                return Look(
                    Found.UNREACHABLE,
                    msg("Le dossier «\u00a0{path}\u00a0» n’existe pas\u00a0: le disque est-il branché\u202f?", path=path.parent),
                )
            return Look(Found.NOTHING, msg("Le dossier «\u00a0{path}\u00a0» sera créé.", path=path))
        names = {entry.name for entry in os.scandir(path)} - {
            "lost+found",
            "System Volume Information",
            "$RECYCLE.BIN",
            ".DS_Store",
            "desktop.ini",
        }
        if "config" in names:
            return _judged_config(_head(path / "config"), any(_is_key(_head(key)) for key in _files(path / "keys")), str(path))
    except OSError as error:
        found = Found.REFUSED if error.errno in (errno.EACCES, errno.EPERM) else Found.UNREACHABLE
        return Look(found, msg("Le dossier «\u00a0{path}\u00a0» ne se lit pas\u00a0: {reason}.", path=path, reason=reason(error)))
    if {"data", "keys"} & names:
        return Look(Found.DAMAGED, msg("Le dépôt «\u00a0{path}\u00a0» n’a plus son fichier de configuration.", path=path))
    if names:
        return Look(
            Found.NOT_A_REPOSITORY,
            msg("Le dossier «\u00a0{path}\u00a0» contient autre chose qu’un dépôt. Choisissez un dossier vide.", path=path),
        )
    return Look(Found.NOTHING, msg("Le dossier «\u00a0{path}\u00a0» est vide.", path=path))


def look_at_rest(url: str, user: str = "", secret: str = "", seconds: float = SECONDS) -> Look:
    """Whether a restic REST server answers at `url`, and holds a repository there.

    Args:
        url: without user or password.
        seconds: the longest each answer may take.
    """
    address = url.rstrip("/") + "/"
    shown = urlsplit(address).netloc
    try:
        status, config = _get(f"{address}config", user, secret, seconds)
        if status == http.client.NOT_FOUND:
            return Look(Found.NOTHING, msg("Le serveur {host} répond\u202f; il n’y a pas encore de dépôt à cette adresse.", host=shown))
        if status != http.client.OK:
            return _refusal(status, shown)
        status, keys = _get(f"{address}keys/", user, secret, seconds)
        names = _names(keys) if status == http.client.OK else None
    except (OSError, http.client.HTTPException, ValueError) as error:
        text = msg("Le serveur {host} ne répond pas ({reason}).", host=shown, reason=_why(error))
        return Look(Found.UNREACHABLE, text)
    if names is None:
        return Look(Found.NOT_A_REPOSITORY, msg("Le serveur {host} répond, mais pas comme un dépôt de sauvegarde.", host=shown))
    return _judged_config(config, bool(names), shown)


def look_at_host(host: str, port: int, seconds: float = SECONDS) -> Look:
    """Whether anybody listens there; more cannot be told without restic (S3, SFTP)."""
    try:
        with socket.create_connection((host, port), timeout=seconds):
            return Look(Found.UNKNOWN, msg("Le serveur {host} répond.", host=host))
    except (OSError, UnicodeError) as error:
        return Look(Found.UNREACHABLE, msg("Le serveur {host} ne répond pas ({reason}).", host=host, reason=_why(error)))


def no_room(folder: Path) -> Text | None:
    """Why nothing more can be written in `folder`, or None where it can. Proven by writing: quotas show in no figure."""
    try:
        free = shutil.disk_usage(folder).free
        if free < ROOM:
            return msg("Il reste {n}\u00a0Mio libres sur le disque de «\u00a0{path}\u00a0».", n=free // 1024 // 1024, path=folder)
        probe = folder / f".parclair-{os.getpid()}.tmp"
        try:
            with probe.open("xb") as file:
                for _ in range(ROOM // (1024 * 1024)):
                    file.write(bytes(1024 * 1024))
                file.flush()
                os.fsync(file.fileno())
        finally:
            probe.unlink(missing_ok=True)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            return msg("Le disque de «\u00a0{path}\u00a0» est plein ({reason}).", path=folder, reason=reason(error))
        return None
    return None


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A repository does not send elsewhere; a hotel's login page does."""

    def redirect_request(self, *_: Any) -> None:
        """Nowhere: the answer is judged as it is."""


def _get(url: str, user: str, secret: str, seconds: float) -> tuple[int, bytes]:
    """The status and the first bytes of an answer."""
    headers = {"Accept": "application/vnd.x.restic.rest.v2", "User-Agent": "Parclair"}
    if user or secret:
        headers["Authorization"] = "Basic " + b64encode(f"{user}:{secret}".encode()).decode("ascii")
    request = urllib.request.Request(url, headers=headers)
    # As in restic: a proxy is for other machines.
    proxies: dict[str, str] | None = {} if urlsplit(url).hostname in _LOOPBACK else None
    opener = urllib.request.build_opener(urllib.request.ProxyHandler(proxies), _NoRedirect())
    try:
        with opener.open(request, timeout=seconds) as answer:
            return answer.status, answer.read(_LONGEST_ANSWER)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, b""


def _names(content: bytes) -> list[str] | None:
    """The names in a server's list, of the first or second form of the protocol; None where it is no such list."""
    try:
        found = json.loads(content)
    except ValueError:
        return None
    if not isinstance(found, list):
        return None
    names = [entry.get("name") if isinstance(entry, dict) else entry for entry in found]
    return [name for name in names if isinstance(name, str)] if all(isinstance(name, str) for name in names) else None


def _refusal(status: int, host: str) -> Look:
    if status in (http.client.UNAUTHORIZED, http.client.FORBIDDEN):
        return Look(Found.REFUSED, msg("Le serveur {host} refuse l’identifiant ou le mot de passe d’accès.", host=host))
    if status >= http.client.INTERNAL_SERVER_ERROR or status == http.client.TOO_MANY_REQUESTS:
        return Look(Found.UNREACHABLE, msg("Le serveur {host} est en panne (erreur {status}).", host=host, status=str(status)))
    return Look(
        Found.NOT_A_REPOSITORY,
        msg("Le serveur {host} répond, mais pas comme un dépôt de sauvegarde (réponse {status}).", host=host, status=str(status)),
    )


def _judged_config(config: bytes, has_key: bool, where: str) -> Look:
    if config and _is_text(config):
        return Look(Found.NOT_A_REPOSITORY, msg("{place} répond, mais pas comme un dépôt de sauvegarde.", place=where))
    if not _CONFIG_LEAST <= len(config) <= _CONFIG_MOST:
        return Look(Found.DAMAGED, msg("La configuration du dépôt {place} est tronquée ou abîmée.", place=where))
    if not has_key:
        return Look(Found.DAMAGED, msg("Le dépôt {place} n’a plus ses clés.", place=where))
    return Look(Found.REPOSITORY, msg("Le dépôt {place} est là.", place=where))


def _is_text(content: bytes) -> bool:
    """Whether it can be read: what restic encrypts never can."""
    try:
        return content.decode("utf-8").replace("\r", "").replace("\n", "").replace("\t", "").isprintable()
    except UnicodeDecodeError:
        return False


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_CONFIG_MOST + 1)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []


def _is_key(content: bytes) -> bool:
    try:
        found = json.loads(content)
    except ValueError:
        return False
    return isinstance(found, dict) and "kdf" in found and "data" in found


def _why(error: Exception) -> Text | str:
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, TimeoutError):
        return msg("pas de réponse à temps")
    if isinstance(cause, ssl.SSLCertVerificationError):
        return msg("certificat refusé")
    if isinstance(cause, socket.gaierror):
        return msg("nom inconnu, ou pas de connexion à internet")
    if isinstance(cause, ConnectionRefusedError):
        return msg("connexion refusée")
    return reason(cause) if isinstance(cause, OSError) else type(cause).__name__
