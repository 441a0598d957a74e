"""When rented devices arrive after the electronic signature.

Source: Cleaq rental offer, "Quels sont les délais de livraison ?".
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from app.domain.calendars import add_working_days, non_working_reason
from app.domain.errors import InputError
from app.domain.explain import Explained, Explanation
from app.domain.records import HolidayZone, label
from app.domain.text import Text, msg

MIN_WORKING_DAYS = 3
MAX_WORKING_DAYS = 5


def delivery_window(
    signed_on: date,
    zone: HolidayZone,
    min_days: int = MIN_WORKING_DAYS,
    max_days: int = MAX_WORKING_DAYS,
    bridge_days: Collection[date] = (),
    source: Text | None = None,
) -> Explained[tuple[date, date]]:
    """The first and the last day on which devices signed for on `signed_on` arrive.

    Args:
        signed_on: day of the electronic signature; the count begins with the next working day.
        zone: the holidays of the site that receives them.
        min_days: working days of the earliest delivery.
        max_days: working days of the latest delivery.
        bridge_days: days the provider grants on top of the holidays.
        source: the clause of the offer.

    Raises:
        InputError: `min_days` is below 1 or above `max_days`.
    """
    if not 1 <= min_days <= max_days:
        raise InputError("min_days", min_days, msg("un nombre de jours ouvrés de 1 à {most}", most=max_days))
    first, last = (add_working_days(signed_on, days, zone, bridge_days) for days in (min_days, max_days))
    rule = msg("La livraison a lieu {min} à {max} jours ouvrés après la signature électronique.", min=min_days, max=max_days)
    if source is not None:
        rule = msg("{rule} ({source})", rule=rule, source=source)
    steps = [
        msg("Le {day} n’est pas ouvré\u00a0: {reason}.", day=day, reason=reason)
        for day, reason in _skipped(signed_on, last, zone, bridge_days)
    ]
    steps.append(msg("{count} jours ouvrés après le {signed}\u00a0: {day}.", count=min_days, signed=signed_on, day=first))
    steps.append(msg("{count} jours ouvrés après le {signed}\u00a0: {day}.", count=max_days, signed=signed_on, day=last))
    inputs = ((msg("Signature"), signed_on), (msg("Jours fériés"), label(zone)))
    return Explained((first, last), Explanation(rule, inputs, tuple(steps)))


def _skipped(first: date, last: date, zone: HolidayZone, bridge_days: Collection[date]) -> list[tuple[date, Text]]:
    days = (first + timedelta(days=offset) for offset in range(1, (last - first).days + 1))
    reasons = ((day, non_working_reason(day, zone, bridge_days)) for day in days)
    return [(day, reason) for day, reason in reasons if reason is not None]
