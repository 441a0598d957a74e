"""Which visits on site count against a right to so many a year, and what is noted of one that is not due.

Source: Commown managed IT, "Intervention sur place".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.records import OPEN_REQUESTS, RequestStatus
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


def not_due_note(reason: Text) -> Text:
    """What a request's note on cover says of a visit that no contract pays for."""
    return msg("Sur place, hors contrat\u00a0: {reason}", reason=reason)


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
