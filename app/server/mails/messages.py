"""The text of mails."""

from __future__ import annotations

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from app.domain.formatting import PARIS
from app.domain.text import Text, msg
from app.server.mails.settings import MailSettings
from app.server.rows import Row
from app.server.templates import render


def rating_mail(
    settings: MailSettings, mail_id: str, recipient: str, language: str, request: Row, token: str, now: datetime
) -> EmailMessage:
    """The mail that asks what the customer thought of a request. Its `Message-ID` is the mail's own, however often it is tried."""
    # A header is one line, whatever stands in the record.
    number, subject = (" ".join(str(request.data[name]).split()) for name in ("number", "subject"))
    url = f"{settings.public_url}/r/{token}"
    words = {
        "title": msg("Votre avis sur la demande {number}", number=number),
        "greeting": msg("Bonjour,"),
        "about": about(request),
        "ask": msg(
            "Comment cela s’est-il passé\u202f? Votre avis tient en trois gestes\u00a0: un visage, un commentaire si vous le souhaitez, et la validation."
        ),
        "button": msg("Donner mon avis"),
        "note": msg("Ce lien est valable 60 jours et sert une seule fois. L’ouvrir n’enregistre rien."),
    }
    said = {name: text.render(language) for name, text in words.items()}
    message = EmailMessage(policy=SMTP)
    name, _, host = settings.sender.partition("@")
    message["Subject"] = said["title"]
    message["From"] = Address(username=name, domain=host)
    message["To"] = recipient
    message["Date"] = now
    message["Message-ID"] = f"<{mail_id}@{host}>"
    # Answering machines do not answer these.
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = language
    parts = (said["greeting"], f"{said['about']}\n{subject}", said["ask"], url, said["note"])
    message.set_content("\n\n".join(parts) + "\n")
    message.add_alternative(render("mail.html", language=language, subject=subject, url=url, **said), subtype="html")
    return message


def about(request: Row) -> Text:
    """Which request it is, in one line whatever stands in the record."""
    number = " ".join(str(request.data["number"]).split())
    try:
        day = datetime.fromisoformat(request.data["resolved_at"]).astimezone(PARIS).date()
    except (KeyError, TypeError, ValueError, OverflowError):
        # Not said, or kept before days had to lie within some centuries: the end of time is later in Paris.
        return msg("Demande {number}", number=number)
    return msg("Demande {number}, résolue le {day}", number=number, day=day)
