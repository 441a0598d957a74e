"""Mails: queued with the change, sent once as far as SMTP can tell, given up with the reason. A real SMTP server receives them."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from app.domain.errors import InputError
from app.server.context import Context
from app.server.mails import delivery, sending
from app.server.mails.sending import TRIES, WAITS, claim, send_due
from app.server.mails.settings import MailSettings, checked
from app.server.tables import mail
from tests.server.live import LiveServer, Member
from tests.server.post_office import Postman, context, kept, postman, settings
from tests.server.rating_lab import ratings, resolved, validate, worked

__all__ = ["context", "postman", "settings"]


def test_a_mail_leads_to_the_page_that_keeps_the_rating(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    resolved(live, office, camille)
    assert send_due(context, settings).sent == 1
    recipient, message = postman.taken[0]
    assert recipient == message["To"] == "rose@pressing.example"
    assert message["Subject"] == "Votre avis sur la demande D26-A-0041"
    assert message["From"] == "support@inforum.example"
    assert message["Auto-Submitted"] == "auto-generated"
    texts = [part.get_content() for part in message.walk() if part.get_content_maintype() == "text"]
    assert len(texts) == 2
    assert all("La caisse n’imprime plus" in text for text in texts)
    paths = {re.findall(r"https://parclair\.example(/r/[\w.-]+)", text)[0] for text in texts}
    assert len(paths) == 1
    assert validate(live.client(), paths.pop()).status_code == 303
    assert [one["value"] for one in ratings(live, office)] == ["great"]
    assert send_due(context, settings).sent == 0
    assert kept(live).sent_at == live.at("2026-11-22T10:00+00:00")


def test_a_mail_speaks_english_where_staff_say_so(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    request = live.put(office, "support_request", number="D1", contact="rose@pressing.example")
    worked(live, office, request)
    work = f"/v1/staff/organisations/{office.organisation}/requests/{request}"
    camille.client.post(f"{work}/resolve", json={"resolution": "", "language": "en"})
    send_due(context, settings)
    assert postman.taken[0][1]["Subject"] == "Your rating of request D1"


def test_what_customers_write_breaks_out_of_no_header_and_no_page(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    resolved(live, office, camille, "D1\r\nBcc: all@example.org", "<script>alert(1)</script>")
    send_due(context, settings)
    message = postman.taken[0][1]
    assert message["Bcc"] is None
    page = message.get_body(("html",))
    assert page is not None
    assert "<script>" not in page.get_content()


def test_a_mail_that_was_certainly_not_taken_is_tried_again_later(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    resolved(live, office, camille)
    postman.rcpt = "451 later"
    assert send_due(context, settings).sent == 0
    assert (kept(live).tries, kept(live).error) == (1, "451 later")
    assert claim(context) is None
    postman.rcpt = ""
    live.clock.pass_by(WAITS[0].total_seconds())
    assert send_due(context, settings).sent == 1
    assert len(postman.taken) == 1


def test_a_mail_is_given_up_with_the_reason(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings
) -> None:
    resolved(live, office, camille)
    nobody = replace(settings, port=9)
    for wait in (*WAITS, timedelta()):
        assert kept(live).given_up_at is None
        send_due(context, nobody)
        live.clock.pass_by(wait.total_seconds())
    assert kept(live).given_up_at is not None
    assert kept(live).tries == TRIES
    assert "refused" in kept(live).error.lower()
    assert send_due(context, settings).sent == 0


def test_an_address_that_is_refused_for_good_is_given_up_at_once(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    resolved(live, office, camille)
    postman.rcpt = "550 no such user"
    send_due(context, settings)
    assert (kept(live).tries, kept(live).error) == (1, "550 no such user")
    assert kept(live).given_up_at is not None


def test_a_mail_that_may_have_arrived_is_not_sent_twice(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    resolved(live, office, camille)
    postman.data = "cut"
    assert send_due(context, settings).sent == 0
    live.clock.pass_by(86_400)
    postman.data = ""
    assert send_due(context, settings).sent == 0
    assert len(postman.taken) == 1
    assert kept(live).error.startswith("it may have arrived")


def test_a_worker_that_vanished_before_the_text_is_followed_by_another(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings
) -> None:
    resolved(live, office, camille)
    assert claim(context) is not None
    assert claim(context) is None
    live.clock.pass_by(sending.CLAIM.total_seconds())
    assert send_due(context, settings).sent == 1


def test_a_worker_that_vanished_before_the_text_of_a_later_try_is_followed_by_another(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    """The first try went as far as the text and was refused: that it was on its way once says nothing about the second."""
    resolved(live, office, camille)
    postman.data = "451 later"
    assert send_due(context, settings).sent == 0
    live.clock.pass_by(WAITS[0].total_seconds())
    assert claim(context) is not None
    live.clock.pass_by(sending.CLAIM.total_seconds())
    postman.data = ""
    assert send_due(context, settings).sent == 1


def test_a_worker_that_vanished_with_the_text_on_its_way_may_have_sent_it(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    resolved(live, office, camille)
    assert claim(context) is not None
    with live.database.writing() as connection:
        connection.execute(update(mail).values(sending_at=live.at("2026-11-22T10:00+00:00")))
    live.clock.pass_by(sending.CLAIM.total_seconds())
    assert send_due(context, settings).sent == 0
    assert postman.taken == []
    assert "may have arrived" in kept(live).error


def test_a_worker_that_comes_back_too_late_sends_nothing(
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
        live.clock.pass_by(sending.CLAIM.total_seconds() + 1)
        assert claim(context) is not None  # another worker has taken it over meanwhile
        real(*arguments)

    monkeypatch.setattr(sending, "deliver", slow)
    assert send_due(context, settings).sent == 0
    assert postman.taken == []


def test_several_workers_send_each_mail_once(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    for number in range(12):
        resolved(live, office, camille, f"D{number}")
    with ThreadPoolExecutor(4) as pool:
        sent = list(pool.map(lambda _: send_due(context, settings), range(4)))
    assert sum(one.sent for one in sent) == 12
    assert len({message["Subject"] for _, message in postman.taken}) == len(postman.taken) == 12


def test_a_request_that_was_rated_meanwhile_is_not_asked_about(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    made = resolved(live, office, camille)
    live.put(office, "rating", request_id=made.request, value="great", origin="app")
    assert send_due(context, settings).sent == 0
    assert postman.taken == []
    assert kept(live).given_up_at is not None


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (lambda given: given.update(port=0), "smtp_port"),
        (lambda given: given.update(security="ssl"), "smtp_security"),
        (lambda given: given.update(sender="support"), "mail_from"),
        (lambda given: given.update(public_url="http://parclair.example"), "public_url"),
        (lambda given: given.update(security="none", user="x"), "smtp_security"),
        (lambda given: given.update(user="hélène"), "smtp_user"),
    ],
)
def test_settings_that_cannot_be_right_are_refused(spoil: Callable[[dict[str, Any]], None], field: str) -> None:
    given: dict[str, Any] = {
        "host": "mail.example",
        "port": 587,
        "security": "starttls",
        "user": "",
        "password_file": None,
        "sender": "support@inforum.example",
        "public_url": "https://parclair.example/",
    }
    assert checked(**given).public_url == "https://parclair.example"
    spoil(given)
    with pytest.raises(InputError) as refused:
        checked(**given)
    assert refused.value.field == field


def test_a_password_that_no_login_can_say_is_refused_by_name_and_not_told(tmp_path: Path) -> None:
    """The program's own ways to log in to a mail server speak ASCII: each mail would fail, for a reason that nobody understands."""
    file = tmp_path / "smtp"
    file.write_text("clé-secrète\n", "utf-8")
    given = ("mail.example", 587, "starttls", "parclair", file, "support@inforum.example", "https://parclair.example")
    with pytest.raises(InputError) as refused:
        checked(*given)
    assert refused.value.field == "smtp_password_file" and "secrète" not in str(refused.value)
    file.write_text("cle-secrete\n", "utf-8")
    assert checked(*given).password == "cle-secrete"
