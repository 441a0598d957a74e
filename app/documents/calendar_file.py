"""Deadlines and appointments as an iCalendar file (RFC 5545), for the calendar people already use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

#: Sequence numbers fit in 31 bits for long when counted from there.
_FIRST_EXPORT = 1_577_836_800


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


@dataclass(frozen=True)
class Meeting:
    """An agreed time.

    Attributes:
        uid: the same for the same appointment, so that importing it again moves it.
        start, end: aware; written in UTC, which every calendar reads alike.
        alert_minutes: how long before it the calendar reminds.
    """

    uid: str
    start: datetime
    end: datetime
    title: str
    notes: str = ""
    place: str = ""
    alert_minutes: int = 15


def meeting_bytes(meetings: Iterable[Meeting], now: datetime) -> bytes:
    """The meetings as timed events, each with its alarm. `now` is the moment of the export."""
    calendar = _empty()
    for meeting in meetings:
        event = Event()
        event.add("uid", meeting.uid)
        event.add("dtstamp", now)
        # A calendar takes the event of the greater number: the one exported last.
        event.add("sequence", int(now.timestamp()) - _FIRST_EXPORT)
        event.add("dtstart", meeting.start.astimezone(UTC))
        event.add("dtend", meeting.end.astimezone(UTC))
        event.add("summary", meeting.title)
        if meeting.notes:
            event.add("description", meeting.notes)
        if meeting.place:
            event.add("location", meeting.place)
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", meeting.title)
        alarm.add("trigger", timedelta(minutes=-meeting.alert_minutes))
        event.add_component(alarm)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _empty() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Parclair//Parclair//FR")
    calendar.add("version", "2.0")
    return calendar


def calendar_bytes(reminders: Iterable[Reminder], now: datetime) -> bytes:
    """The reminders as whole-day events with their alarms. `now` is the moment of the export."""
    calendar = _empty()
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
