"""The times of work on a request: which can be, what was entered before, what is billed, how long somebody waited.

Whoever writes down work, on a shop's computer or as the provider's staff, is held to these rules: closed work is never taken back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.errors import InputError, RuleError
from app.domain.support_clock import SupportClock
from app.domain.text import msg

if TYPE_CHECKING:
    from app.domain.offer_model import Offer
    from app.domain.records import HolidayZone

#: Longer work is entered as several interventions.
LONGEST = timedelta(days=7)
#: A timer that ran longer was forgotten: nobody works that long without a break.
FORGOTTEN = timedelta(hours=24)
#: Nobody waits longer: a request of that age was opened by a clock that was wrong.
_LONGEST_WAIT = timedelta(days=366)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Worked:
    """Work on a request that is written down; `ended_at` is none while it goes on. Moments are aware."""

    id: str
    technician: str
    started_at: datetime
    ended_at: datetime | None


class OverlapError(RuleError):
    """The same technician worked on the request in that time already.

    Attributes:
        work: what is written down.
    """

    def __init__(self, number: str, work: Worked) -> None:
        super().__init__(
            msg(
                "{technician} est déjà intervenu sur la demande {number} à partir du {start}\u00a0: deux interventions ne se recouvrent pas.",
                technician=work.technician,
                number=number,
                start=work.started_at,
            )
        )
        self.work = work


def check_times(started_at: datetime, ended_at: datetime, now: datetime) -> None:
    """Refuse an end that cannot be. All moments are in UTC: two of one zone are subtracted by the clock on the wall.

    Raises:
        InputError: not after the beginning, later than `now`, or more than `LONGEST` after the beginning.
    """
    if ended_at <= started_at:
        raise InputError("ended_at", _shown(ended_at), msg("un moment après le début, le {at}", at=started_at))
    if ended_at > now:
        raise InputError("ended_at", _shown(ended_at), msg("un moment jusqu’au {now}", now=now))
    if ended_at - started_at > LONGEST:
        raise InputError("ended_at", _shown(ended_at), msg("au plus {n} jours après le début", n=LONGEST.days))


def check_begin(
    number: str, opened_at: datetime, earlier: Iterable[Worked], technician: str, started_at: datetime, ended_at: datetime
) -> None:
    """Refuse work that is typed wrong or twice.

    Args:
        number, opened_at: of the request; work is typed in whole minutes, so that of its very minute can be.
        earlier: the work on it that is written down.
        technician: whose work it is.
        started_at, ended_at: of the work.

    Raises:
        InputError: it began before the request was made.
        OverlapError: the same technician worked on it in that time.
    """
    opened = opened_at.replace(second=0, microsecond=0)
    if started_at < opened:
        raise InputError("started_at", _shown(started_at), msg("un moment à partir du {opened}, où la demande a été faite", opened=opened))
    for work in earlier:
        same = work.technician.casefold() == technician.strip().casefold()
        if same and started_at < (work.ended_at or ended_at) and work.started_at < ended_at:
            raise OverlapError(number, work)


def end_of(technician: str, started_at: datetime, stated: datetime | None, now: datetime) -> datetime:
    """When running work ended: as stated, or else now.

    Raises:
        InputError: an end that cannot be, or none stated for a timer that was forgotten.
    """
    if stated is not None:
        stated = stated.astimezone(UTC)
        check_times(started_at, stated, now)
        return stated
    if now - started_at > FORGOTTEN:
        allowed = msg(
            "la fin réelle de l’intervention de {technician}\u00a0: son chronomètre tourne depuis le {start}",
            technician=technician,
            start=started_at,
        )
        raise InputError("ended_at", "", allowed)
    # The clock of the computer may have been put back meanwhile.
    return max(now, started_at)


def minutes_between(started_at: datetime, ended_at: datetime) -> int:
    """Minutes of work, the last one begun counting."""
    return -(-(ended_at - started_at) // _MINUTE)


def billed_minutes(rates: Offer | None, minutes: int) -> int:
    """`minutes` rounded up as the offer bills them: each increment begun counts in full."""
    if rates is None or rates.off_contract is None:
        return minutes
    size = rates.off_contract.increment_minutes
    return -(-minutes // size) * size


def open_minutes(offer: Offer | None, zone: HolidayZone, start: datetime, end: datetime) -> int | None:
    """The minutes of open support between two moments, the last one begun counting; none where nobody knows the hours."""
    if offer is None or offer.support is None:
        return None
    waited = timedelta()
    try:
        for spell in SupportClock(offer.support, zone).spells(start):
            if spell.start >= end:
                break
            waited += max(timedelta(), min(spell.end, end) - max(spell.start, start))
    except RuleError:
        return None
    return -(-waited // _MINUTE)


def waited_minutes(offer: Offer | None, zone: HolidayZone, opened_at: datetime, started_at: datetime) -> int | None:
    """The minutes of open support from a request to the first work on it; none where nobody knows the hours, or the wait cannot be.

    Work is typed in whole minutes, and clocks differ: that which began before its request waited for nothing.
    """
    if offer is None or offer.support is None or started_at - opened_at > _LONGEST_WAIT:
        return None
    return open_minutes(offer, zone, opened_at, started_at) if started_at > opened_at else 0


def _shown(moment: datetime) -> str:
    return str(msg("{moment}", moment=moment))
