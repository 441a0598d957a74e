"""Handing one mail over to the mail server, and knowing how far it went."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP

from app.server.mails.settings import MailSettings

_TIMEOUT = 30.0
#: A mail server may repeat who the mail is for, or who sends it: reasons are logged, and addresses are not.
_ADDRESS = re.compile(r"[^\s<>\"'(),;:]+@[^\s<>\"'(),;]+")
#: Answers that speak of whoever sends, although they may come to the recipient's name: log in first, or (5.7.x) no leave to send there.
_OF_THE_SENDER = re.compile(r"5(?:30|34|35|38)\b|5\d\d[ -]5\.7\.")


class DeliveryError(Exception):
    """The mail was not taken. `lasting`: trying again is of no use. `reason`: why, without addresses."""

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
        DeliveryError: it was not taken. It is of no use to try again where the recipient or the text was refused for good; what comes
            before them speaks of the settings or of the mail server, and may be right by the next time.
        UnknownOutcomeError: see there. After `before_text` every other error is this one.
    """
    text = message.as_bytes(policy=SMTP)
    try:
        server = _connected(settings)
    except (OSError, smtplib.SMTPException) as error:
        raise DeliveryError(_words(error)) from error
    try:
        try:
            _accepted(server.mail(settings.sender))
            _accepted(server.rcpt(recipient), of_recipient=True)
        except (OSError, smtplib.SMTPException) as error:
            raise DeliveryError(_words(error)) from error
        before_text()
        _hand_over(server, text)
    finally:
        _leave(server)


def _hand_over(server: smtplib.SMTP, text: bytes) -> None:
    try:
        code, words = server.data(text)
    except smtplib.SMTPDataError as error:
        # The mail server did not even want the text.
        raise DeliveryError(_words(error)) from error
    except Exception as error:
        raise UnknownOutcomeError(_words(error)) from error
    if 400 <= code < 600:
        raise DeliveryError(_answer(code, words), lasting=code >= 500)
    if not 200 <= code < 300:
        raise UnknownOutcomeError(_answer(code, words))


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


def _accepted(answer: tuple[int, bytes], *, of_recipient: bool = False) -> None:
    code, words = answer
    if not 200 <= code < 300:
        reason = _answer(code, words)
        raise DeliveryError(reason, lasting=of_recipient and code >= 500 and not _OF_THE_SENDER.match(reason))


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye; a server that does not answer it has taken the mail, or refused it, all the same."""
    try:
        server.quit()
    except Exception:
        server.close()


def _answer(code: int, words: bytes) -> str:
    return _without_addresses(f"{code} {words.decode(errors='replace')}")


def _words(error: Exception) -> str:
    return _without_addresses(f"{type(error).__name__}: {error}")


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub("…", " ".join(text.split()))[:500]
