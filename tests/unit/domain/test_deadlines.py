from __future__ import annotations

from datetime import date

import pytest

from app.domain.deadlines import SendingDays, alert_days, alert_level, recommended_sending
from app.domain.records import HolidayZone


@pytest.mark.parametrize(
    ("deadline", "zone", "post", "email"),
    [
        ("2027-01-30", HolidayZone.MAINLAND, "2027-01-27", "2027-01-29"),  # a Saturday
        ("2026-11-11", HolidayZone.MAINLAND, "2026-11-06", "2026-11-10"),  # Armistice, a Wednesday
        ("2026-11-12", HolidayZone.MAINLAND, "2026-11-06", "2026-11-12"),
        ("2026-04-06", HolidayZone.MAINLAND, "2026-04-01", "2026-04-03"),  # Easter Monday
        ("2026-04-06", HolidayZone.ALSACE_MOSELLE, "2026-03-31", "2026-04-02"),  # Good Friday is kept too
        ("2025-12-28", HolidayZone.MAINLAND, "2025-12-23", "2025-12-26"),
        ("2025-12-28", HolidayZone.ALSACE_MOSELLE, "2025-12-22", "2025-12-24"),
        ("2026-05-22", HolidayZone.MARTINIQUE, "2026-05-19", "2026-05-21"),  # abolition of slavery
        ("2026-12-31", HolidayZone.MAINLAND, "2026-12-28", "2026-12-31"),
    ],
)
def test_the_days_recommended_to_send(deadline: str, zone: HolidayZone, post: str, email: str) -> None:
    expected = SendingDays(date.fromisoformat(post), date.fromisoformat(email))
    assert recommended_sending(date.fromisoformat(deadline), zone) == expected


def test_a_bridge_day_is_no_day_to_send() -> None:
    days = recommended_sending(date(2026, 5, 15), HolidayZone.MAINLAND, {date(2026, 5, 15)})
    assert days == SendingDays(post=date(2026, 5, 11), email=date(2026, 5, 13))


@pytest.mark.parametrize(
    ("today", "level"),
    [
        ("2026-10-31", None),
        ("2026-11-01", 90),
        ("2026-11-30", 90),
        ("2026-12-01", 60),
        ("2026-12-30", 60),
        ("2026-12-31", 30),
        ("2027-01-22", 30),
        ("2027-01-23", 7),
        ("2027-01-30", 7),
        ("2027-01-31", None),
    ],
)
def test_alerts_at_90_60_30_and_7_days(today: str, level: int | None) -> None:
    assert alert_level(date(2027, 1, 30), date.fromisoformat(today)) == level


def test_no_deadline_no_alert() -> None:
    assert alert_level(None, date(2026, 1, 1)) is None


def test_the_days_a_deadline_is_announced_on() -> None:
    assert alert_days(date(2027, 1, 30)) == (date(2026, 11, 1), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 23))
