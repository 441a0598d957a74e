"""How urgencies, statuses and moments are said on the support screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from app.domain import formatting
from app.domain.errors import InputError
from app.domain.formatting import PARIS
from app.domain.identifiers import parse_phone
from app.domain.offer_text import hour
from app.domain.records import InterventionKind, RequestStatus, Urgency
from app.domain.records import label as enum_label
from app.domain.text import Text, msg, tr, trn
from app.ui.looks import REQUEST_LOOKS
from app.ui.theme import State
from app.ui.widgets import StateBadge

if TYPE_CHECKING:
    from app.domain.values.support import RequestRow

URGENCY_LOOKS: dict[Urgency, tuple[State, str]] = {
    Urgency.BLOCKED: ("danger", "octagon-alert"),
    Urgency.DEGRADED: ("warning", "triangle-alert"),
    Urgency.QUESTION: ("info", "circle-question-mark"),
}

#: What somebody at the counter would say, and what it means.
URGENCY_WORDS: dict[Urgency, tuple[Text, Text]] = {
    Urgency.BLOCKED: (msg("Je suis bloqué"), msg("Impossible de travailler ou d’encaisser.")),
    Urgency.DEGRADED: (msg("Ça marche mal"), msg("Lent, ou par moments\u00a0: on continue.")),
    Urgency.QUESTION: (msg("J’ai une question"), msg("Un renseignement, rien ne presse.")),
}

#: What a request is called when nobody named it; the urgency stands beside it, and is not said again.
URGENCY_SUBJECTS: dict[Urgency, Text] = {
    Urgency.BLOCKED: msg("{machine} ne marche plus"),
    Urgency.DEGRADED: msg("{machine} marche mal"),
    Urgency.QUESTION: msg("Question sur {machine}"),
}

STATUS_LOOKS = REQUEST_LOOKS

KIND_ICONS: dict[InterventionKind, str] = {
    InterventionKind.PHONE: "phone-call",
    InterventionKind.REMOTE: "screen-share",
    InterventionKind.ON_SITE: "map-pin",
}


@dataclass(frozen=True)
class Said:
    """A few words, and the state they stand for; `None` for none."""

    text: str
    state: State | None = None
    icon: str | None = None


def urgency_badge(urgency: Urgency) -> StateBadge:
    """The urgency as a badge."""
    state, icon_name = URGENCY_LOOKS[urgency]
    return StateBadge(state, enum_label(urgency).render(), icon_name)


def status_badge(status: RequestStatus) -> StateBadge:
    """The status as a badge."""
    state, icon_name = STATUS_LOOKS[status]
    return StateBadge(state, enum_label(status).render(), icon_name)


def cover_badge(covered: bool | None) -> StateBadge:
    """Whether a contract pays, as a badge."""
    if covered is None:
        return StateBadge("neutral", tr("Prise en charge inconnue"), "shield-question-mark")
    return StateBadge("ok", tr("Couvert"), "shield-check") if covered else StateBadge("warning", tr("Hors contrat"), "shield-off")


def minutes_text(minutes: int) -> str:
    """`12 min`, `2 h 05`, `3 jours`."""
    if minutes < 60:
        return tr("{n}\u00a0min", n=max(0, minutes))
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        return tr("{hours}\u00a0h\u00a0{minutes}", hours=hours, minutes=f"{rest:02}")
    return trn("{n}\u00a0jour", "{n}\u00a0jours", hours // 24)


def whole_minutes(start: datetime, end: datetime) -> int:
    """Minutes from `start` to `end` that are over; 0 for none."""
    return max(0, int((end - start).total_seconds() // 60))


def clock_time(at: datetime) -> str:
    """`14 h 05`, `9 h`: the time of day in Paris, as sentences say it. Tables keep `14:05`."""
    return hour(at.astimezone(PARIS).time()).render()


#: How a moment stands in a sentence: after nothing (« Rendez-vous à 14 h »), after « avant » and « depuis », after « de ».
Place = Literal["at", "bound", "of"]


def moment(at: datetime, now: datetime, language: str, place: Place = "at") -> str:
    """A moment within a sentence: `à 14 h 05` today, `demain à 9 h`, `jeudi à 9 h` within the week, `le 01/12/2026 à 9 h`.

    `bound`, after « avant » or « depuis »: `14 h 05` today. `of`, with its « de »: `de 14 h 05`, `d’hier à 9 h`, `du 01/12/2026 à 9 h`.
    """
    local, today = at.astimezone(PARIS), now.astimezone(PARIS).date()
    far, time = (local.date() - today).days, clock_time(at)
    if far == 0:
        return {"at": tr("à {time}", time=time), "bound": time, "of": tr("de {time}", time=time)}[place]
    if far == 1:
        return tr("de demain à {time}", time=time) if place == "of" else tr("demain à {time}", time=time)
    if far == -1:
        return tr("d’hier à {time}", time=time) if place == "of" else tr("hier à {time}", time=time)
    if 1 < far < 7:
        weekday = formatting.weekday(local.date(), language)
        named = tr("{weekday} à {time}", weekday=weekday, time=time)
        return tr("de {moment}", moment=named) if place == "of" else named
    day = formatting.day(local.date(), language)
    return tr("du {day} à {time}", day=day, time=time) if place == "of" else tr("le {day} à {time}", day=day, time=time)


def waiting(row: RequestRow, now: datetime) -> str:
    """For how long the request has been waiting for its first answer; empty once somebody gave it."""
    return "" if row.first_response_at is not None else minutes_text(whole_minutes(row.opened_at, now))


def due(row: RequestRow, now: datetime, language: str) -> Said:
    """When the request is due: its appointment, its first answer, or where it stands once it was answered."""
    at = row.appointment_at
    if at is not None and row.status is RequestStatus.CALL_BACK_PLANNED:
        if at > now:
            return Said(tr("Rendez-vous {moment}", moment=moment(at, now, language)), "info", "calendar-clock")
        return Said(tr("Rendez-vous {moment}, à appeler", moment=moment(at, now, language, "of")), "warning", "calendar-clock")
    if row.first_response_at is not None or row.due_at is None:
        state, icon_name = STATUS_LOOKS[row.status]
        return Said(enum_label(row.status).render(), None if state == "info" else state, icon_name)
    if row.due_at <= now:
        return Said(tr("En retard depuis {moment}", moment=moment(row.due_at, now, language, "bound")), "danger", "clock-alert")
    left = whole_minutes(now, row.due_at)
    if left < 60:
        text = tr("Dans {minutes}, {moment}", minutes=minutes_text(left), moment=moment(row.due_at, now, language))
        return Said(text, "warning" if left < 15 else None, "timer")
    return Said(tr("Avant {moment}", moment=moment(row.due_at, now, language, "bound")), None, "timer")


def dialled(phone: str) -> str:
    """A telephone number as it is dialled in France; as it was given where it is not of a known form."""
    try:
        return parse_phone(phone)
    except InputError:
        return phone


def is_late(row: RequestRow, now: datetime) -> bool:
    """Whether the first answer is overdue."""
    if row.appointment_at is not None and row.status is RequestStatus.CALL_BACK_PLANNED:
        return False  # the agreed time counts
    return row.first_response_at is None and row.due_at is not None and row.due_at <= now


def waits_now(row: RequestRow, now: datetime) -> bool:
    """Whether it waits for somebody at this moment: for support, or for the office; not until the hour of its appointment."""
    if row.status is RequestStatus.CALL_BACK_PLANNED:
        return row.appointment_at is None or row.appointment_at <= now
    return row.status in (RequestStatus.NEW, RequestStatus.WAITING_FOR_CUSTOMER)
