"""How mails leave: the provider's own mail server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from app.domain.errors import InputError
from app.domain.text import msg
from app.server.mails.queueing import is_address

SECURITIES = ("starttls", "tls", "none")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class MailSettings:
    """Where mails are handed over, and what stands in them.

    Attributes:
        security: `starttls`, `tls` from the first byte, or `none`, which sends no password over a network.
        public_url: how customers' browsers reach this server.
    """

    host: str
    port: int
    security: str
    user: str
    password: str
    sender: str
    public_url: str


def checked(host: str, port: int, security: str, user: str, password_file: Path | None, sender: str, public_url: str) -> MailSettings:
    """The settings as given on the command line.

    Raises:
        InputError: one of them cannot be right.
    """
    if not 1 <= port <= 65535:
        raise InputError("smtp_port", port, msg("un nombre de 1 à 65535"))
    if security not in SECURITIES:
        raise InputError("smtp_security", security, msg("un de {names}", names=", ".join(SECURITIES)))
    if not is_address(sender):
        raise InputError("mail_from", sender, msg("une adresse e-mail"))
    if not _is_secure(public_url) or any(sign.isspace() for sign in public_url):
        raise InputError("public_url", public_url, msg("une adresse https, telle que https://parclair.exemple.fr"))
    password = _password(password_file)
    # The usual ways to log in (PLAIN, LOGIN, CRAM-MD5) are spoken in ASCII: anything else would fail anew with each mail.
    if not user.isascii():
        raise InputError("smtp_user", user, msg("un nom en caractères ASCII, sans accent"))
    if not password.isascii():
        raise InputError("smtp_password_file", password_file, msg("un mot de passe en caractères ASCII, sans accent"))
    if (user or password) and security == "none" and host not in _LOOPBACK:
        raise InputError("smtp_security", security, msg("starttls ou tls\u00a0: un mot de passe ne voyage pas en clair"))
    return MailSettings(host, port, security, user, password, sender, public_url.rstrip("/"))


def _is_secure(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK))


def _password(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("smtp_password_file", path, msg("un fichier lisible, qui ne contient que le mot de passe")) from error
