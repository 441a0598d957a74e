"""Handing one mail over to the mail server, and knowing how far it went."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP

from app.server.mails.settings import MailSettings

_TIMEOUT = 30.0


class DeliveryError(Exception):
    """The mail was not taken. `lasting`: trying again is of no use."""

    def __init__(self, reason: str, *, lasting: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.lasting = lasting


class UnknownOutcomeError(Exception):
    """The line was cut after the text had been sent: nobody can know whether the mail was taken."""


def deliver(settings: MailSettings, message: EmailMessage, recipient: str, before_text: Callable[[], None]) -> None:
    """Hand a mail over.

    Args:
        before_text: called once the mail server has accepted sender and recipient, before the text: from there on, a line that is cut
            leaves it open whether the mail was taken.

    Raises:
        DeliveryError: it was not taken.
        UnknownOutcomeError: see there.
    """
    try:
        server = _connected(settings)
    except (OSError, smtplib.SMTPException) as error:
        raise DeliveryError(_words(error), lasting=False) from error
    try:
        try:
            _accepted(server.mail(settings.sender))
            _accepted(server.rcpt(recipient))
        except (OSError, smtplib.SMTPException) as error:
            raise DeliveryError(_words(error)) from error
        before_text()
        try:
            _accepted(server.data(message.as_bytes(policy=SMTP)))
        except smtplib.SMTPDataError as error:
            # The mail server did not even want the text.
            raise DeliveryError(_words(error), lasting=error.smtp_code >= 500) from error
        except (OSError, smtplib.SMTPException) as error:
            raise UnknownOutcomeError(_words(error)) from error
    finally:
        _leave(server)


def _connected(settings: MailSettings) -> smtplib.SMTP:
    checks = ssl.create_default_context()
    server: smtplib.SMTP
    if settings.security == "tls":
        server = smtplib.SMTP_SSL(settings.host, settings.port, timeout=_TIMEOUT, context=checks)
    else:
        server = smtplib.SMTP(settings.host, settings.port, timeout=_TIMEOUT)
    try:
        if settings.security == "starttls":
            server.starttls(context=checks)
        if settings.user:
            server.login(settings.user, settings.password)
        server.ehlo_or_helo_if_needed()
    except BaseException:
        server.close()
        raise
    return server


def _accepted(answer: tuple[int, bytes]) -> None:
    code, words = answer
    if not 200 <= code < 300:
        raise DeliveryError(f"{code} {words.decode(errors='replace')}"[:500], lasting=code >= 500)


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye; a server that does not answer it has taken the mail, or refused it, all the same."""
    try:
        server.quit()
    except (OSError, smtplib.SMTPException):
        server.close()


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:500]
