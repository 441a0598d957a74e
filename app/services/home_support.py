"""What waits for somebody in support, as needs of the home screen: requests, appointments, claims, ratings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from sqlite3 import Connection
from uuid import UUID

from app.domain.call_back import WaitingRequest, call_back_order
from app.domain.formatting import PARIS
from app.domain.offer_text import hour
from app.domain.records import UNANSWERED, ClaimStatus, RequestStatus, Urgency, label
from app.domain.text import Text, msg
from app.domain.values.home import Need
from app.store import home_support_reading
from app.store.home_support_reading import AT_MOST, ClaimFacts, RequestFacts

#: As many requests stand on the home screen by themselves; the others in one line together.
SHOWN = 5
RATING_ASKED_FOR = timedelta(days=30)
#: A promise that ends within so long is shown as one that is near.
NEAR = timedelta(hours=24)
#: A shop that cannot work waits for nothing else; a question may.
_LEVELS: dict[Urgency, str] = {Urgency.BLOCKED: "critical", Urgency.DEGRADED: "warning", Urgency.QUESTION: "info"}


def support_needs(connection: Connection, now: datetime, site_id: UUID | None = None) -> Iterator[Need]:
    """Everything in support that wants attention at `now` (aware, UTC), the more urgent before the less urgent of each kind."""
    requests = home_support_reading.waiting_requests(connection, site_id)
    yield from request_needs(requests, now, home_support_reading.call_back_urgencies(connection))
    yield from appointment_needs(requests, now)
    yield from claim_needs(home_support_reading.running_claims(connection, site_id), now)
    yield from rating_needs(home_support_reading.resolved_unrated(connection, now - RATING_ASKED_FOR, site_id))


def request_needs(requests: Iterable[RequestFacts], now: datetime, order: Sequence[Urgency] = ()) -> Iterator[Need]:
    """Unanswered requests in the order in which they are called back, and those that wait for the office.

    Args:
        requests: those that wait.
        now: aware, UTC.
        order: the offer's urgencies, as `call_back_order` takes them.
    """
    requests = list(requests)
    known = {each.number: each for each in requests if each.status in UNANSWERED and not _holds_time(each, now)}
    waiting = (WaitingRequest(each.number, each.urgency, each.opened_at, each.appointment_at) for each in known.values())
    unanswered = [known[each.number] for each in call_back_order(waiting, now, order).value]
    for each in unanswered[:SHOWN]:
        yield _unanswered(each, now)
    hidden = unanswered[SHOWN:]
    if hidden:
        late = any(_is_late(each, now) for each in hidden)
        level = "critical" if late else "warning" if any(each.urgency is not Urgency.QUESTION for each in hidden) else "info"
        title = msg("Autres demandes sans réponse\u00a0: {n}", n=len(hidden))
        if len(requests) >= AT_MOST:
            title = msg("Autres demandes sans réponse\u00a0: {n} ou plus", n=len(hidden))
        yield Need(level, title, msg("À voir dans la file d’attente"), "support")
    for each in requests:
        if each.status is RequestStatus.WAITING_FOR_CUSTOMER:
            detail = msg("Votre réponse est attendue · {urgency} · {number}", urgency=label(each.urgency), number=each.number)
            yield Need("warning", _subject(each), detail, "support", each.id)


def appointment_needs(requests: Iterable[RequestFacts], now: datetime) -> Iterator[Need]:
    """Appointments of today and tomorrow that are still to come, the nearest first."""
    today = now.astimezone(PARIS).date()
    coming = [(each.appointment_at, each) for each in requests if each.appointment_at is not None and _holds_time(each, now)]
    for at, each in sorted(coming, key=lambda pair: (pair[0], pair[1].number)):
        local = at.astimezone(PARIS)
        if (local.date() - today).days > 1:
            return
        at_ = hour(local.time())
        title = msg("Rendez-vous aujourd’hui à {hour}", hour=at_) if local.date() == today else msg("Rendez-vous demain à {hour}", hour=at_)
        detail = msg("{subject} · {number}", subject=each.subject, number=each.number)
        yield Need("warning" if local.date() == today else "info", title, detail, "support", each.id)


def claim_needs(claims: Sequence[ClaimFacts], now: datetime) -> Iterator[Need]:
    """Missed promises, near ones, missing papers, and the other claims that run."""
    calm = []
    for claim in sorted(claims, key=lambda each: (_promise(each) is None, _promise(each) or (now, False))):
        promise = _promise(claim)
        if promise is None or promise[0] - now > NEAR:
            calm.append(claim)
            continue
        due, is_call = promise
        missed = due < now
        title = (
            msg("Promesse dépassée\u00a0: sinistre {number}", number=claim.number)
            if missed
            else msg("Promesse à tenir\u00a0: sinistre {number}", number=claim.number)
        )
        what = msg("rappel promis pour le {moment}", moment=due) if is_call else msg("remplacement promis pour le {moment}", moment=due)
        detail = msg("{machine} · {promise}", machine=claim.designation, promise=what)
        yield Need("critical" if missed else "warning", title, detail, "support", claim.id, "claim")
    for claim in calm:
        waits = claim.status is ClaimStatus.WAITING_FOR_DOCUMENTS
        title = (
            msg("Pièces à fournir\u00a0: sinistre {number}", number=claim.number)
            if waits
            else msg("Sinistre en cours\u00a0: {number}", number=claim.number)
        )
        detail = msg("{machine} · {status}", machine=claim.designation, status=label(claim.status))
        yield Need("warning" if waits else "info", title, detail, "support", claim.id, "claim")


def rating_needs(resolved: Sequence[RequestFacts]) -> Iterator[Need]:
    """The resolved requests that nobody rated, in one line: it leads to the newest."""
    if not resolved:
        return
    newest = resolved[0]
    title = msg("Avis à donner\u00a0: {number}", number=newest.number)
    if len(resolved) > 1:
        title = msg("Avis à donner\u00a0: {n} demandes", n=len(resolved))
    yield Need("info", title, _about(newest), "support", newest.id, "rate")


def _unanswered(each: RequestFacts, now: datetime) -> Need:
    if _is_late(each, now):
        detail = msg(
            "Réponse en retard, attendue pour le {due} · {urgency} · {number}",
            due=each.due_at,
            urgency=label(each.urgency),
            number=each.number,
        )
        return Need("critical", _subject(each), detail, "support", each.id)
    detail = msg("Demande sans réponse · {urgency} · {number}", urgency=label(each.urgency), number=each.number)
    return Need(_LEVELS[each.urgency], _subject(each), detail, "support", each.id)


def _subject(each: RequestFacts) -> Text:
    """What the office calls it: nobody knows a request by its number."""
    return msg("{subject}", subject=each.subject)


def _about(each: RequestFacts) -> Text:
    return msg("{subject} · {urgency}", subject=each.subject, urgency=label(each.urgency))


def _is_late(each: RequestFacts, now: datetime) -> bool:
    return each.due_at is not None and each.first_response_at is None and each.due_at < now


def _holds_time(each: RequestFacts, now: datetime) -> bool:
    """Whether its appointment is still to come: until then nobody waits."""
    return each.appointment_at is not None and each.appointment_at > now


def _promise(claim: ClaimFacts) -> tuple[datetime, bool] | None:
    """The nearest promise that was not kept yet, and whether it is a call."""
    promises = [(due, is_call) for due, is_call in ((claim.call_due_at, True), (claim.replacement_due_at, False)) if due is not None]
    return min(promises, default=None)
