"""Which visits on site count against a right to so many a year, and what follows from one that is not due.

Source: Commown managed IT, "Intervention sur place".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.managed_services import ON_SITE_VISIT, ServiceDecision
from app.domain.records import OPEN_REQUESTS, InterventionKind, OfferKind, RequestStatus
from app.domain.text import Text, msg

_WORKED, _AGREED, _ASKED = range(3)
#: Where a request stands among those that count: the lower comes first.
Place = tuple[int, datetime, str]


@dataclass(frozen=True)
class VisitAsked:
    """A request under which somebody came, is to come, or was asked to come on site; none of those sent for a quote.

    Attributes:
        id: of the request.
        worked: when its first work on site began that is over and was not billed.
    """

    id: str
    number: str
    status: RequestStatus
    covered: bool | None
    opened_at: datetime
    appointment_at: datetime | None
    worked: datetime | None


def counted_visits(asked: Iterable[VisitAsked], judged: VisitAsked | None = None) -> list[datetime]:
    """When somebody came, is to come, or was asked to come.

    A request counts once: by its work; without any, while it is open, by its appointment, or else by the moment it was asked. One that is
    known not to be covered does not count.

    Args:
        asked: the requests under a contract.
        judged: a request that wants a visit itself. It does not count, nor do those that come after it: work that was done comes before
            appointments, appointments before what was only asked; among equals the earlier one comes first.
    """
    own = None
    if judged is not None:
        own = (_ASKED if judged.appointment_at is None else _AGREED, judged.opened_at, judged.number)
    others = (one for one in asked if judged is None or one.id != judged.id)
    placed = [found for one in others if (found := _place(one)) is not None]
    return [moment for place, moment in placed if own is None or place < own]


def is_visit(covered: bool | None, work: InterventionKind, contract: OfferKind) -> bool:
    """Whether work on a request is judged as one of the visits of its contract: on site under managed IT, where it is not known to be billed."""
    return covered is not False and work is InterventionKind.ON_SITE and contract is OfferKind.MANAGED_IT


@dataclass(frozen=True)
class VisitCover:
    """What follows from a visit.

    Attributes:
        work: whether the contract pays for the work; none where nobody knows.
        note: what the request's note on cover becomes; empty: it stays.
        request_not_covered: the request was for the visit, and is not covered itself any more.
    """

    work: bool | None
    note: tuple[Text, ...] = ()
    request_not_covered: bool = False


def visit_cover(covered: bool | None, service: str, decision: ServiceDecision | None, headline: Text) -> VisitCover:
    """Whether a contract pays for work on site, which is one of its visits, due or not.

    Args:
        covered: whether it pays for the request.
        service: that the request asks for; empty for help.
        decision: whether the visit is due; none where the contract cannot be read: nobody knows.
        headline: what is said first of the request's cover.
    """
    if decision is None or decision.due is None:
        return VisitCover(None)
    if decision.due:
        return VisitCover(covered)
    note = msg("Sur place, hors contrat\u00a0: {reason}", reason=decision.reason)
    if service == ON_SITE_VISIT:
        return VisitCover(False, (note,), request_not_covered=True)
    return VisitCover(False, (headline, note))


def covered_headline(covered: bool, number: str) -> Text:
    """What that note says of a request under a contract; `covered` is false where the contract does not say."""
    if covered:
        return msg("Couvert par le contrat {number}", number=number)
    return msg("À vérifier\u00a0: le contrat {number} ne dit pas si c’est couvert", number=number)


def _place(one: VisitAsked) -> tuple[Place, datetime] | None:
    if one.worked is not None:
        return (_WORKED, one.worked, one.number), one.worked
    if one.status not in OPEN_REQUESTS or one.covered is False:
        return None
    if one.appointment_at is not None:
        return (_AGREED, one.opened_at, one.number), one.appointment_at
    return (_ASKED, one.opened_at, one.number), one.opened_at
