"""How claims, their states and their promises are said and drawn on screen."""

from __future__ import annotations

from datetime import datetime

from app.domain import formatting
from app.domain.formatting import PARIS
from app.domain.records import ClaimStatus, ClaimType, EquipmentStatus
from app.domain.records import label as enum_label
from app.domain.text import Text, msg, tr
from app.ui.looks import CLAIM_LOOKS
from app.ui.support.words import Said, minutes_text, moment, whole_minutes
from app.ui.theme import State
from app.ui.widgets import StateBadge

TYPE_ICONS: dict[ClaimType, str] = {
    ClaimType.BREAKDOWN: "power-off",
    ClaimType.BREAKAGE: "hammer",
    ClaimType.OXIDATION: "droplets",
    ClaimType.THEFT: "siren",
    ClaimType.LOSS: "search-x",
}

#: What somebody at the counter would say.
TYPE_WORDS: dict[ClaimType, Text] = {
    ClaimType.BREAKDOWN: msg("Il ne marche plus, sans choc ni liquide."),
    ClaimType.BREAKAGE: msg("Il est tombé ou a été abîmé."),
    ClaimType.OXIDATION: msg("Un liquide ou l’humidité l’a touché."),
    ClaimType.THEFT: msg("Quelqu’un l’a pris."),
    ClaimType.LOSS: msg("On ne le retrouve plus."),
}

STATUS_LOOKS = CLAIM_LOOKS

_EQUIPMENT_LOOKS: dict[EquipmentStatus, tuple[State, str]] = {
    EquipmentStatus.IN_USE: ("ok", "circle-check"),
    EquipmentStatus.BROKEN_DOWN: ("danger", "power-off"),
    EquipmentStatus.IN_REPAIR: ("warning", "wrench"),
    EquipmentStatus.LOST_OR_STOLEN: ("danger", "search-x"),
}

#: A promise by the day is due at its last second.
_WHOLE_DAY = (23, 59)


def status_badge(status: ClaimStatus) -> StateBadge:
    """Where a claim stands."""
    state, icon_name = STATUS_LOOKS[status]
    return StateBadge(state, enum_label(status).render(), icon_name)


def equipment_badge(status: EquipmentStatus) -> StateBadge:
    """Where a machine stands."""
    state, icon_name = _EQUIPMENT_LOOKS.get(status, ("neutral", "package"))
    return StateBadge(state, enum_label(status).render(), icon_name)


def cover_said(covered: bool | None) -> Said:
    """Whether a claim is covered."""
    if covered is None:
        return Said(tr("Couverture inconnue"), "neutral", "shield-question-mark")
    return Said(tr("Couvert"), "ok", "shield-check") if covered else Said(tr("Non couvert"), "warning", "shield-off")


def cover_badge(covered: bool | None) -> StateBadge:
    """Whether a claim is covered, as a badge."""
    said = cover_said(covered)
    return StateBadge(said.state or "neutral", said.text, said.icon)


def cover_headline(covered: bool | None) -> str:
    """The decision in one sentence."""
    if covered is None:
        return tr("L’offre ne dit pas si c’est couvert")
    return tr("C’est couvert") if covered else tr("Ce n’est pas couvert")


def is_by_day(due: datetime) -> bool:
    """Whether a promise holds until the end of a day."""
    local = due.astimezone(PARIS)
    return (local.hour, local.minute) == _WHOLE_DAY


def due_text(due: datetime, now: datetime, language: str) -> str:
    """When a promise is due, after « avant » or « depuis »: `14 h 05`, `demain à 9 h`; `demain soir`, `jeudi soir` for a whole day."""
    if not is_by_day(due):
        return moment(due, now, language, "bound")
    day, today = due.astimezone(PARIS).date(), now.astimezone(PARIS).date()
    far = (day - today).days
    if far == 0:
        return tr("ce soir")
    if far == 1:
        return tr("demain soir")
    if 1 < far < 7:
        return tr("{weekday} soir", weekday=formatting.weekday(day, language))
    return formatting.day(day, language)


def promise_said(due: datetime, kept_at: datetime | None, now: datetime, language: str, *, running: bool = True) -> Said:
    """A promise: kept in time or late, late, or how much time is left."""
    if kept_at is not None:
        when = moment(kept_at, now, language)
        if kept_at <= due:
            return Said(tr("Tenu, {moment}", moment=when), "ok", "circle-check")
        return Said(tr("Tenu en retard, {moment}", moment=when), "warning", "clock-alert")
    if not running:
        return Said(tr("Non noté"), "neutral", "circle-minus")
    if due <= now:
        return Said(tr("En retard depuis {moment}", moment=due_text(due, now, language)), "danger", "clock-alert")
    left = whole_minutes(now, due)
    state: State = "warning" if left < 15 else "info"
    return Said(tr("Reste {time}", time=minutes_text(left)), state, "timer")


def due_said(due: datetime | None, now: datetime, language: str) -> Said | None:
    """The nearest promise, for a list."""
    if due is None:
        return None
    if due <= now:
        return Said(tr("En retard"), "danger", "clock-alert")
    left = whole_minutes(now, due)
    if left < 60:
        return Said(tr("Dans {minutes}", minutes=minutes_text(left)), "warning" if left < 15 else "info", "timer")
    return Said(due_text(due, now, language), None, "timer")
