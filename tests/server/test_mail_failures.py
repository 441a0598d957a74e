"""Mails that do not leave: what is tried again, what is given up, what is never sent twice, and how anybody comes to know."""

from __future__ import annotations

import json
import logging
import smtplib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from app.server.cli import main
from app.server.clock import as_text, now
from app.server.context import Context
from app.server.database import Database, open_database
from app.server.mails import delivery, sending, standing
from app.server.mails.sending import CLAIM, WAITS, send_due
from app.server.mails.settings import MailSettings
from app.server.tables import mail
from tests.server.live import LiveServer, Member
from tests.server.post_office import Postman, context, kept, postman, settings
from tests.server.rating_lab import resolved
from tests.sync_lab import LabClock

__all__ = ["context", "postman", "settings"]
ADDRESS = "rose@pressing.example"


def resolved_again(live: LiveServer, office: Member, camille: Member, request: str, **values: Any) -> bool:
    """A request is opened again, changed, and resolved; whether a mail was queued."""
    live.put(office, "support_request", request, status="in_progress", resolved_at=None, **values)
    work = f"/v1/staff/organisations/{office.organisation}/requests/{request}"
    answer = camille.client.post(f"{work}/resolve", json={"resolution": "cette fois"})
    return bool(answer.json()["mail_queued"])


@pytest.mark.parametrize("where", ["mail", "rcpt"])
@pytest.mark.parametrize("words", ["530 5.7.0 Authentication required", "554 5.7.1 Relay access denied", "451 later"])
def test_a_wrong_setting_loses_no_mail(
    live: LiveServer,
    office: Member,
    camille: Member,
    context: Context,
    settings: MailSettings,
    postman: Postman,
    where: str,
    words: str,
) -> None:
    resolved(live, office, camille)
    setattr(postman, where, words)
    assert send_due(context, settings) == sending.Tally(0, 0, words)
    assert (kept(live).given_up_at, kept(live).tries, kept(live).error) == (None, 1, words)
    setattr(postman, where, "")
    live.clock.pass_by(WAITS[0].total_seconds())
    assert send_due(context, settings).sent == 1


def test_a_login_that_is_refused_loses_no_mail(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolved(live, office, camille)

    def refuse(_: MailSettings) -> Any:
        raise smtplib.SMTPAuthenticationError(535, b"5.7.8 bad credentials for support@inforum.example")

    monkeypatch.setattr(delivery, "_connected", refuse)
    assert send_due(context, settings).given_up == 0
    assert kept(live).given_up_at is None
    assert "535" in kept(live).error and "@" not in kept(live).error


def test_a_text_that_is_refused_for_good_is_given_up_at_once(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    resolved(live, office, camille)
    postman.data = "554 no such thing here"
    assert send_due(context, settings).given_up == 1
    # Certainly not taken: it can be tried again by hand.
    assert (kept(live).sending_at, kept(live).error) == (None, postman.data)


def test_a_link_that_never_left_is_no_reason_to_send_none(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    made = resolved(live, office, camille)
    assert resolved_again(live, office, camille, made.request) is False
    postman.rcpt = "550 no such user"
    send_due(context, settings)
    postman.rcpt = ""
    assert resolved_again(live, office, camille, made.request, contact="rosa@pressing.example") is True
    assert send_due(context, settings).sent == 1
    assert [recipient for recipient, _ in postman.taken] == ["rosa@pressing.example"]
    # Now there is one that works.
    assert resolved_again(live, office, camille, made.request) is False


def test_a_mail_goes_to_the_address_of_the_moment_it_leaves(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    made = resolved(live, office, camille)
    live.put(office, "support_request", made.request, contact="rosa@pressing.example")
    assert send_due(context, settings).sent == 1
    recipient, message = postman.taken[0]
    assert recipient == message["To"] == kept(live).recipient == "rosa@pressing.example"


def test_a_mail_that_nobody_is_left_for_is_not_wanted(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    made = resolved(live, office, camille)
    live.put(office, "support_request", made.request, contact="Rose, à la caisse")
    # That is no failure.
    assert send_due(context, settings) == sending.Tally()
    assert postman.taken == [] and kept(live).given_up_at is not None


class Locked:
    """A database that cannot be written once the text has been taken, for so many tries."""

    def __init__(self, live: LiveServer, postman: Postman, monkeypatch: pytest.MonkeyPatch, tries: int) -> None:
        self._writing, self._postman, self.left = live.database.writing, postman, tries
        monkeypatch.setattr(live.database, "writing", self)
        monkeypatch.setattr(sending, "NOTING", (0.0, 0.0, 0.0))

    def __call__(self) -> Any:
        if self._postman.taken and self.left:
            self.left -= 1
            raise OSError("database is locked")
        return self._writing()


def test_a_mail_that_was_taken_is_noted_as_soon_as_the_database_is_back(
    live: LiveServer,
    office: Member,
    camille: Member,
    context: Context,
    settings: MailSettings,
    postman: Postman,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resolved(live, office, camille)
    Locked(live, postman, monkeypatch, 3)
    assert send_due(context, settings).sent == 1
    assert (kept(live).sent_at, kept(live).error) == (as_text(live.clock.now()), "")


@pytest.mark.parametrize("data", ["", "cut"])
def test_a_text_that_left_is_not_sent_again_whatever_the_database_does(
    live: LiveServer,
    office: Member,
    camille: Member,
    context: Context,
    settings: MailSettings,
    postman: Postman,
    monkeypatch: pytest.MonkeyPatch,
    data: str,
) -> None:
    resolved(live, office, camille)
    postman.data = data
    locked = Locked(live, postman, monkeypatch, 4)
    with pytest.MonkeyPatch.context() as patch:
        # Nothing else is asked of the database while it is away.
        patch.setattr(sending, "claim", lambda *given, real=sending.claim: real(*given) if not postman.taken else None)
        send_due(context, settings)
    assert locked.left == 0
    assert kept(live).sent_at is None and kept(live).sending_at is not None
    for seconds in (WAITS[0].total_seconds(), CLAIM.total_seconds(), 86_400):
        live.clock.pass_by(seconds)
        send_due(context, settings)
    assert len(postman.taken) == 1
    assert "may have arrived" in kept(live).error
    with live.database.writing() as connection:
        assert standing.try_again(connection, live.clock.now()) == 0


def test_what_was_taken_is_noted_even_after_others_have_given_it_up(
    live: LiveServer,
    office: Member,
    camille: Member,
    context: Context,
    settings: MailSettings,
    postman: Postman,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resolved(live, office, camille)
    real = delivery.deliver

    def slow(*arguments: Any) -> None:
        real(*arguments)
        live.clock.pass_by(CLAIM.total_seconds() + 1)
        assert sending.claim(context) is None
        assert kept(live).given_up_at is not None

    monkeypatch.setattr(sending, "deliver", slow)
    assert send_due(context, settings).sent == 1
    assert (kept(live).given_up_at, kept(live).error) == (None, "") and kept(live).sent_at


def test_each_try_that_fails_is_logged_without_an_address(
    live: LiveServer,
    office: Member,
    camille: Member,
    context: Context,
    settings: MailSettings,
    postman: Postman,
    caplog: pytest.LogCaptureFixture,
) -> None:
    resolved(live, office, camille)
    postman.rcpt = f"450 4.2.1 <{ADDRESS}>: mailbox busy"
    for wait in WAITS:
        send_due(context, settings)
        live.clock.pass_by(wait.total_seconds())
    postman.rcpt = f"550 5.1.1 <{ADDRESS}>: no such user"
    send_due(context, settings)
    said = [record.getMessage() for record in caplog.records if record.name == "parclair.worker" and record.levelno == logging.WARNING]
    assert len(said) == len(WAITS) + 1
    assert "try 1 of 8" in said[0] and "mailbox busy" in said[0] and "given up" in said[-1]
    assert ADDRESS not in caplog.text and ADDRESS not in kept(live).error


def test_of_several_mails_about_a_request_the_newest_alone_is_tried_again(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    made = resolved(live, office, camille)
    postman.rcpt = "550 no such user"
    send_due(context, settings)
    assert resolved_again(live, office, camille, made.request)
    send_due(context, settings)
    rated = resolved(live, office, camille, "D2")
    send_due(context, settings)
    live.put(office, "rating", request_id=rated.request, value="great", origin="app")
    postman.rcpt = ""
    with live.database.writing() as connection:
        assert standing.try_again(connection, live.clock.now()) == 1
        assert standing.waiting(connection) == 1
    assert send_due(context, settings).sent == 1
    with live.database.writing() as connection:
        assert standing.try_again(connection, live.clock.now()) == 0


def test_a_mail_that_was_asked_about_again_meanwhile_does_not_leave(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    made = resolved(live, office, camille)

    def gone(connection: Connection, moment: str | None) -> None:
        first = select(mail.c.id).order_by(mail.c.id).limit(1).scalar_subquery()
        connection.execute(update(mail).where(mail.c.id == first).values(given_up_at=moment))

    with live.database.writing() as connection:
        gone(connection, as_text(live.clock.now()))
    assert resolved_again(live, office, camille, made.request)
    with live.database.writing() as connection:
        gone(connection, None)
    assert send_due(context, settings).sent == 1
    assert len(postman.taken) == 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A server's data folder with one mail in its queue, as of now."""
    found = tmp_path / "server"
    database: Database = open_database(found)
    world = LiveServer(database, LabClock(now()))
    world.start()
    resolved(world, world.device(world.organisation()), world.staff())
    world.stop()
    database.close()
    return found


@pytest.fixture
def worker(folder: Path, settings: MailSettings, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, dict[str, Any], str]]:
    """`worker --once` on that folder: how it ended, what it told, and its errors."""

    def run(*more: str) -> tuple[int, dict[str, Any], str]:
        way = ("--smtp-host", settings.host, "--smtp-port", str(settings.port), "--smtp-security", "none")
        who = ("--mail-from", settings.sender, "--public-url", settings.public_url)
        capsys.readouterr()
        ended = main(["--data-dir", str(folder), "--json", "worker", "--once", *way, *who, *more])
        said = capsys.readouterr()
        return ended, json.loads(said.out), said.err

    return run


def test_the_command_says_what_was_given_up_and_tries_it_again(
    worker: Callable[..., tuple[int, dict[str, Any], str]], postman: Postman
) -> None:
    postman.rcpt = f"550 5.1.1 <{ADDRESS}>: no such user"
    ended, told, error = worker()
    assert (ended, told["sent"], told["given_up"], told["waiting"]) == (1, 0, 1, 0)
    assert "no such user" in told["reason"] and "no such user" in error
    assert error.startswith("error: ") and error.count("\n") == 1 and ADDRESS not in error
    # It was told once.
    assert worker()[0] == 0
    postman.rcpt = ""
    assert worker()[1]["sent"] == 0
    ended, told, _ = worker("--retry")
    assert (ended, told["retried"], told["sent"], told["given_up"]) == (0, 1, 1, 0)
    assert [recipient for recipient, _ in postman.taken] == [ADDRESS]


def test_the_command_says_why_a_mail_still_waits(worker: Callable[..., tuple[int, dict[str, Any], str]], postman: Postman) -> None:
    postman.mail = "530 5.7.0 Authentication required"
    ended, told, _ = worker()
    assert (ended, told["waiting"], told["given_up"], told["reason"]) == (0, 1, 0, postman.mail)
