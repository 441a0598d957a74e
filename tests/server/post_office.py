"""A real SMTP server that takes mails or refuses them, and the worker's way to it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP
from sqlalchemy import select

from app.server.context import Context
from app.server.mails.settings import MailSettings
from app.server.tables import mail
from tests.server.live import LiveServer


class Postman:
    """Takes mails, or refuses them as told."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, EmailMessage]] = []
        self.mail = ""
        self.rcpt = ""
        self.data = ""
        self._lock = threading.Lock()

    async def handle_MAIL(self, _: Any, __: Any, envelope: Any, address: str, ___: Any) -> str:
        """Takes a sender."""
        if self.mail:
            return self.mail
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, _: Any, __: Any, envelope: Any, address: str, ___: Any) -> str:
        """Takes a recipient."""
        if self.rcpt:
            return self.rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _: Any, envelope: Any) -> str:
        """Takes a text."""
        with self._lock:
            found = message_from_bytes(envelope.content, policy=default)
            assert isinstance(found, EmailMessage)
            self.taken.append((envelope.rcpt_tos[0], found))
        if self.data == "cut":
            server.transport.abort()
        return self.data or "250 OK"


class Quiet(Controller):
    """A mail server without a name to look up."""

    def factory(self) -> SMTP:
        """For one connection."""
        return SMTP(self.handler, hostname="mail.example", enable_SMTPUTF8=False)

    def _trigger_server(self) -> None:
        assert isinstance(self.server, asyncio.Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@pytest.fixture
def postman() -> Postman:
    """Whoever takes the mails."""
    return Postman()


@pytest.fixture
def settings(postman: Postman) -> Iterator[MailSettings]:
    """The way to a mail server that runs."""
    controller = Quiet(postman, hostname="127.0.0.1", port=0)
    controller.start()
    yield MailSettings("127.0.0.1", controller.port, "none", "", "", "support@inforum.example", "https://parclair.example")
    controller.stop()


@pytest.fixture
def context(live: LiveServer) -> Context:
    """What a worker works with."""
    return Context(live.database, live.clock.now)


def kept(live: LiveServer) -> Any:
    """The only mail that there is."""
    with live.database.reading() as connection:
        return connection.execute(select(mail)).one()
