"""Deadlines as an iCalendar file (RFC 5545), for the calendar people already use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event


@dataclass(frozen=True)
class Reminder:
    """A day to remember.

    Attributes:
        uid: the same for the same deadline, so that importing twice changes nothing.
        alerts: the days to be reminded on, at eight in the morning UTC.
    """

    uid: str
    day: date
    title: str
    alerts: tuple[date, ...] = ()


def calendar_bytes(reminders: Iterable[Reminder], now: datetime) -> bytes:
    """The reminders as whole-day events with their alarms. `now` is the moment of the export."""
    calendar = Calendar()
    calendar.add("prodid", "-//Parclair//Parclair//FR")
    calendar.add("version", "2.0")
    for reminder in reminders:
        event = Event()
        event.add("uid", reminder.uid)
        event.add("dtstamp", now)
        event.add("dtstart", reminder.day)
        event.add("dtend", reminder.day + timedelta(days=1))
        event.add("summary", reminder.title)
        for alert in reminder.alerts:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", reminder.title)
            alarm.add("trigger", datetime.combine(alert, time(8), UTC))
            event.add_component(alarm)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
