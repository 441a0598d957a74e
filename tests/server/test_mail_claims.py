"""Whose a mail is while it is sent: a worker that comes back late sends nothing twice, and a mail that is not wanted any more does not leave."""

from __future__ import annotations

from app.server.context import Context
from app.server.mails import sending, standing
from app.server.mails.delivery import DeliveryError
from app.server.mails.sending import CLAIM, Tally, claim, send_due
from app.server.mails.settings import MailSettings
from tests.server.live import LiveServer, Member
from tests.server.post_office import Postman, context, kept, postman, settings
from tests.server.rating_lab import link_to, resolved, validate
from tests.server.test_mail_failures import resolved_again

__all__ = ["context", "postman", "settings"]


def test_a_worker_that_comes_back_after_a_mail_was_queued_again_sends_nothing(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    """Tries count anew then: they do not tell the worker of the first round from the one of the second."""
    resolved(live, office, camille)
    late = claim(context)
    assert late is not None
    live.clock.pass_by(CLAIM.total_seconds() + 1)
    second = claim(context)
    assert second is not None
    sending._failed(context, second, DeliveryError("550 no such user", lasting=True), Tally())
    with live.database.writing() as connection:
        assert standing.try_again(connection, live.clock.now()) == 1
    assert send_due(context, settings).sent == 1
    assert kept(live).tries == late.tries == 1
    before, tally = kept(live), Tally()
    sending._send(context, settings, late, tally)
    assert (len(postman.taken), tally.sent, kept(live)) == (1, 0, before)


def test_a_worker_that_comes_back_while_a_mail_is_queued_again_sends_nothing(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    resolved(live, office, camille)
    late = claim(context)
    assert late is not None
    live.clock.pass_by(CLAIM.total_seconds() + 1)
    postman.rcpt = "550 no such user"
    assert send_due(context, settings).given_up == 1
    with live.database.writing() as connection:
        assert standing.try_again(connection, live.clock.now()) == 1
    postman.rcpt = ""
    sending._send(context, settings, late, Tally())
    assert postman.taken == []
    assert send_due(context, settings).sent == 1 and len(postman.taken) == 1


def test_the_mail_of_a_request_that_was_opened_again_does_not_leave(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    made = resolved(live, office, camille)
    live.put(office, "support_request", made.request, status="in_progress", resolved_at=None)
    assert send_due(context, settings) == Tally()
    assert postman.taken == [] and "reopened" in kept(live).error
    with live.database.writing() as connection:
        assert standing.try_again(connection, live.clock.now()) == 0
    # Solved again, it is asked about: with a link of its own, which works.
    assert resolved_again(live, office, camille, made.request) is True
    assert send_due(context, settings).sent == 1 and len(postman.taken) == 1
    fresh = link_to(live, made.request)
    assert fresh.link != made.link and validate(live.client(), fresh.path).status_code == 303


def test_the_mail_of_a_request_that_was_closed_meanwhile_leaves(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman
) -> None:
    made = resolved(live, office, camille)
    live.put(office, "support_request", made.request, status="closed", closed_at=live.at("2026-11-22T10:00+00:00"))
    assert send_due(context, settings).sent == 1 and len(postman.taken) == 1
