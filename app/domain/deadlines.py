"""When to send a resignation so that it arrives in time, and how near a deadline is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.domain.calendars import add_days, add_working_days, working_day_on_or_before
from app.domain.records import HolidayZone

ALERT_DAYS = (90, 60, 30, 7)
POST_WORKING_DAYS = 3

AlertLevel = Literal[90, 60, 30, 7]


@dataclass(frozen=True)
class SendingDays:
    """The recommended last days to send a resignation, by post and by e-mail."""

    post: date
    email: date


def recommended_sending(deadline: date, zone: HolidayZone, bridge_days: Collection[date] = ()) -> SendingDays:
    """Safe days to send a resignation that must arrive by `deadline`.

    By e-mail, the last working day on or before the deadline; by post, the third working day strictly before it.
    """
    return SendingDays(
        post=add_working_days(deadline, -POST_WORKING_DAYS, zone, bridge_days),
        email=working_day_on_or_before(deadline, zone, bridge_days),
    )


def alert_level(deadline: date | None, today: date) -> AlertLevel | None:
    """The tightest alert that `today` has reached: 90, 60, 30 or 7 days before `deadline`.

    None when the deadline is farther, over, or does not exist.
    """
    if deadline is None or deadline < today:
        return None
    left = (deadline - today).days
    levels: tuple[AlertLevel, ...] = (7, 30, 60, 90)
    return next((level for level in levels if left <= level), None)


def alert_days(deadline: date) -> tuple[date, ...]:
    """The days on which `deadline` is announced, the earliest first."""
    return tuple(add_days(deadline, -days) for days in ALERT_DAYS)
