"""How states, sizes, times and destinations of backups are said and look."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain import formatting
from app.domain.backup_state import BackupState, state_label
from app.domain.formatting import PARIS
from app.domain.records import BackupOperation, BackupResult
from app.domain.text import Text, language, msg, tr, trn
from app.domain.values.backups import DestinationKind
from app.ui.theme import State
from app.ui.widgets import StateBadge

if TYPE_CHECKING:
    from app.domain.values.backups import BackupOverview, BackupPlan, Schedule

LOOKS: dict[BackupState, tuple[State, str]] = {
    BackupState.NEVER: ("warning", "circle-dashed"),
    BackupState.GOOD: ("ok", "circle-check"),
    BackupState.LATE: ("warning", "clock-alert"),
    BackupState.FAILED: ("danger", "circle-x"),
    BackupState.CRITICAL: ("danger", "octagon-alert"),
    BackupState.NOT_SUBSCRIBED: ("neutral", "circle-minus"),
    BackupState.NOT_ELIGIBLE: ("neutral", "ban"),
}

#: The worst first; what nobody expects anything of comes last.
SEVERITY: dict[BackupState, int] = {
    state: place
    for place, state in enumerate(
        (
            BackupState.CRITICAL,
            BackupState.FAILED,
            BackupState.LATE,
            BackupState.NEVER,
            BackupState.NOT_ELIGIBLE,
            BackupState.GOOD,
            BackupState.NOT_SUBSCRIBED,
        )
    )
}

RESULT_LOOKS: dict[BackupResult, tuple[State, str]] = {
    BackupResult.SUCCESS: ("ok", "circle-check"),
    BackupResult.FAILED: ("danger", "circle-x"),
    BackupResult.CANCELLED: ("neutral", "circle-stop"),
}

OPERATION_ICONS: dict[BackupOperation, str] = {
    BackupOperation.BACKUP: "database-backup",
    BackupOperation.CHECK: "shield-check",
    BackupOperation.RESTORE: "archive-restore",
}

DESTINATIONS: dict[DestinationKind, tuple[Text, Text]] = {
    DestinationKind.FOLDER: (msg("Dossier ou disque"), msg("Un disque externe, un NAS ou un dossier partagé.")),
    DestinationKind.REST: (msg("Serveur restic (REST)"), msg("Le serveur de sauvegarde de votre prestataire.")),
    DestinationKind.S3: (msg("Stockage S3"), msg("Un espace loué chez un hébergeur.")),
    DestinationKind.SFTP: (msg("Serveur SFTP"), msg("Un serveur que ce PC joint par SSH, avec sa clé.")),
}

_UNITS = (("To", "TB", 10**12), ("Go", "GB", 10**9), ("Mo", "MB", 10**6), ("Ko", "KB", 10**3))


def state_badge(state: BackupState) -> StateBadge:
    """The state as a badge."""
    look, icon_name = LOOKS[state]
    return StateBadge(look, state_label(state).render(), icon_name)


def size(count: int) -> str:
    """`1,2 Go`, `340 Mo`, `12 octets`."""
    french = language() == "fr"
    for fr, en, unit in _UNITS:
        # 999.6 MB would be rounded to 1,000 MB.
        if count >= unit * Decimal("0.9995"):
            amount = Decimal(count) / unit
            places = 1 if amount < 10 else 0
            return f"{formatting.decimal(amount, language(), places)}\u00a0{fr if french else en}"
    return trn("{n}\u00a0octet", "{n}\u00a0octets", count)


def duration(seconds: float) -> str:
    """`45 s`, `12 min`, `2 h 05`."""
    whole = max(0, round(seconds))
    if whole < 60:
        return tr("{n}\u00a0s", n=whole)
    minutes = round(whole / 60)
    if minutes < 60:
        return tr("{n}\u00a0min", n=minutes)
    return tr("{hours}\u00a0h\u00a0{minutes}", hours=minutes // 60, minutes=f"{minutes % 60:02}")


def age(moment: datetime | None, now: datetime) -> str:
    """`il y a 3 h`, `il y a 2 jours`; `jamais` for no moment."""
    if moment is None:
        return tr("jamais")
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < 1:
        return tr("à l’instant")
    if minutes < 60:
        return tr("il y a {n}\u00a0min", n=minutes)
    if minutes < 48 * 60:
        return tr("il y a {n}\u00a0h", n=minutes // 60)
    return trn("il y a {n} jour", "il y a {n} jours", minutes // (24 * 60))


def coming(moment: datetime | None, now: datetime) -> str:
    """When the next backup begins: `maintenant`, `aujourd’hui à 19:00`, `demain à 12:30`, else the date."""
    if moment is None:
        return tr("non planifiée")
    if moment <= now:
        return tr("dès que possible")
    local, today = moment.astimezone(PARIS), now.astimezone(PARIS).date()
    hour = f"{local:%H:%M}"
    far = (local.date() - today).days
    if far == 0:
        return tr("aujourd’hui à {hour}", hour=hour)
    if far == 1:
        return tr("demain à {hour}", hour=hour)
    return formatting.date_time(moment, language())


def next_backup(overview: BackupOverview, now: datetime) -> str:
    """When this PC's next backup begins, or what it waits for."""
    if overview.plan is not None and not overview.password_known:
        return tr("attend le mot de passe")
    return coming(overview.next_run, now)


def when(schedule: Schedule) -> str:
    """`à 12:30 et 19:00`, `toutes les 4 heures`."""
    if schedule.every_hours:
        return trn("toutes les heures", "toutes les {n} heures", schedule.every_hours)
    times = [f"{moment:%H:%M}" for moment in schedule.times]
    if len(times) > 1:
        return tr("chaque jour à {first} et {last}", first=", ".join(times[:-1]), last=times[-1])
    return tr("chaque jour à {hour}", hour=times[0] if times else "–")


def what(plan: BackupPlan) -> str:
    """What a plan saves, in a few words."""
    parts = []
    if plan.preset_parclair:
        parts.append("Parclair")
    if plan.preset_gesticlean:
        parts.append("GestiClean")
    if plan.folders:
        parts.append(trn("{n} dossier", "{n} dossiers", len(plan.folders)))
    return ", ".join(parts)


def where(plan: BackupPlan) -> str:
    """Where a plan's backups go."""
    return plan.destination.location
