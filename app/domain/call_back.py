"""Who is called back next.

An appointment holds its time: before it, nobody is called; from then on, it comes before everything else. All other requests are
called by urgency and, inside each, the longest waiting first. Appointments still to come follow, the nearest first. Requests that wait
for no call stand at the end: somebody is at work on them, or they wait for the customer's answer.

Source: GestiClean support offer, "Comment se déroulent les interventions de support".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.explain import Explained, Explanation
from app.domain.offer_text import listed
from app.domain.records import Urgency, label
from app.domain.text import msg

_DUE_APPOINTMENT, _WAITING, _COMING_APPOINTMENT, _ON_HOLD = range(4)


@dataclass(frozen=True)
class WaitingRequest:
    """A request that waits for a call.

    Attributes:
        number: tells requests apart that are alike in all the rest.
        urgency: how badly help is needed.
        since: from when it waits, aware.
        appointment: the agreed time, aware; None without one.
        on_hold: it waits for no call: somebody is at work on it, or support waits for the customer's answer.
    """

    number: str
    urgency: Urgency
    since: datetime
    appointment: datetime | None = None
    on_hold: bool = False


def call_back_order(
    requests: Iterable[WaitingRequest], now: datetime, order: Sequence[Urgency | str] = tuple(Urgency)
) -> Explained[tuple[WaitingRequest, ...]]:
    """The requests in the order in which they are called at `now`, the next one first.

    The order is the same however `requests` come; requests alike in everything, number included, keep theirs.

    Args:
        now: aware; appointments up to it are due.
        order: the offer's urgencies, the first called first; one that it leaves out comes after, in the usual order.
    """
    ranked = [Urgency(each) for each in order]
    ranked += [each for each in Urgency if each not in ranked]

    def place(request: WaitingRequest) -> tuple[int, float, int, float, str]:
        waiting = request.since.timestamp()
        urgency = ranked.index(request.urgency)
        if request.appointment is None or request.on_hold:
            return (_ON_HOLD if request.on_hold else _WAITING, 0.0, urgency, waiting, request.number)
        kind = _DUE_APPOINTMENT if request.appointment <= now else _COMING_APPOINTMENT
        return (kind, request.appointment.timestamp(), urgency, waiting, request.number)

    rule = msg(
        "Un rendez-vous garde son heure et passe alors devant. Les autres demandes sont rappelées par urgence ({order}) et, à urgence égale, de la plus ancienne à la plus récente. Celles qui sont en cours ou attendent le client n’attendent pas d’appel\u00a0: elles viennent en dernier.",
        order=listed(*(label(each) for each in ranked)),
    )
    return Explained(tuple(sorted(requests, key=place)), Explanation(rule, ((msg("Moment"), now),)))
