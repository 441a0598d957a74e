"""Which times can be agreed on to call somebody back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.errors import InputError, RuleError
from app.domain.formatting import PARIS
from app.domain.support_clock import SupportClock
from app.domain.text import Text, msg
from app.domain.validation import require_day

if TYPE_CHECKING:
    from app.domain.offer_model import Offer
    from app.domain.records import HolidayZone


class ClosedError(RuleError):
    """Support is not open for the whole of an appointment.

    Attributes:
        opens_at: its next opening after the appointment would begin.
    """

    def __init__(self, text: Text, opens_at: datetime) -> None:
        super().__init__(text)
        self.opens_at = opens_at


def check_appointment(at: datetime, minutes: int, now: datetime, offer: Offer | None, zone: HolidayZone) -> None:
    """Refuse an appointment of `minutes` that nobody can keep. Where no offer gives the hours of support, nobody knows them.

    Raises:
        InputError: it has passed.
        ClosedError: support is closed then (its next opening is named), or closes before it is over (when is named).
    """
    at = at.astimezone(UTC)
    require_day("appointment", at.astimezone(PARIS).date())
    if at <= now:
        raise InputError("appointment", at.astimezone(PARIS).strftime("%d/%m/%Y %H:%M"), msg("un moment après le {now}", now=now))
    if offer is None or offer.support is None:
        return
    state = SupportClock(offer.support, zone).state(at)
    if not state.open:
        text = msg("L’assistance est fermée le {at}\u00a0: un rendez-vous est possible à partir du {start}.", at=at, start=state.opens_at)
        raise ClosedError(text, state.opens_at)
    if at + timedelta(minutes=minutes) > state.closes_at:
        text = msg(
            "L’assistance ferme le {end}\u00a0: un rendez-vous de {n}\u00a0min le {at} n’y tient pas.",
            end=state.closes_at,
            n=minutes,
            at=at,
        )
        raise ClosedError(text, state.opens_at)
