"""Backups that want somebody's attention, as needs of the home screen. Told from what was reported, whatever the conditions of the option."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from sqlite3 import Connection
from uuid import UUID

from app.domain.backup_eligibility import Spell
from app.domain.backup_problems import BackupProblem, next_step
from app.domain.backup_state import BackupFact, BackupState, Hours, reported_state
from app.domain.records import BackupOperation, BackupResult
from app.domain.text import Text, msg
from app.domain.values.home import Need
from app.store import home_backup_reading
from app.store.home_backup_reading import MachineBackups

#: As many machines stand on the home screen by themselves; the others in one line together.
SHOWN = 3
_LOOKED_BACK = timedelta(days=30)
_LEVELS = {BackupState.CRITICAL: "critical", BackupState.FAILED: "warning", BackupState.LATE: "warning"}
_ORDER = tuple(_LEVELS)


def backup_needs(connection: Connection, now: datetime, site_id: UUID | None = None) -> Iterator[Need]:
    """What is critical, failed or late, the worst first; machines that were never backed up in one line."""
    judged = states(connection, now, site_id)
    bad = sorted((pair for pair in judged if pair[1] in _LEVELS), key=lambda pair: (_ORDER.index(pair[1]), not pair[0].this_pc))
    for machine, state in bad[:SHOWN]:
        yield Need(_LEVELS[state], _title(machine, state), _last(machine), "backups", machine.id)
    hidden = bad[SHOWN:]
    if hidden:
        level = _LEVELS[hidden[0][1]]
        yield Need(level, msg("Autres sauvegardes à surveiller\u00a0: {n}", n=len(hidden)), msg("À voir dans Sauvegardes"), "backups")
    never = [machine for machine, state in judged if state is BackupState.NEVER]
    if len(never) == 1:
        yield Need(
            "info",
            msg("Jamais sauvegardé\u00a0: {name}", name=never[0].designation),
            msg("Aucune sauvegarde connue"),
            "backups",
            never[0].id,
        )
    elif never:
        yield Need("info", msg("Postes jamais sauvegardés\u00a0: {n}", n=len(never)), msg("Aucune sauvegarde connue"), "backups")


def bad_backups(connection: Connection, now: datetime, site_id: UUID | None = None) -> int:
    """How many machines' backups are critical, failed or late: the badge beside the screen's name."""
    return sum(state in _LEVELS for _, state in states(connection, now, site_id))


def states(connection: Connection, now: datetime, site_id: UUID | None = None) -> Sequence[tuple[MachineBackups, BackupState]]:
    """What the reports of each machine say that is to be backed up."""
    machines = home_backup_reading.backed_up(connection, site_id)
    on = (
        [Spell(*spell) for spell in home_backup_reading.spells(connection, now - _LOOKED_BACK)]
        if any(one.this_pc for one in machines)
        else []
    )
    return [(one, _state(one, now, on)) for one in machines]


def _state(machine: MachineBackups, now: datetime, on: Sequence[Spell]) -> BackupState:
    usual = Hours()
    hours = Hours(machine.good_hours or usual.good, machine.late_hours or usual.late)
    facts = [BackupFact(BackupOperation.BACKUP, result, at) for result, at in machine.runs]
    if machine.damaged_at is not None:
        facts.append(BackupFact(BackupOperation.CHECK, BackupResult.FAILED, machine.damaged_at, damaged=True))
    return reported_state(facts, now, hours, on if machine.this_pc else None).value


def _title(machine: MachineBackups, state: BackupState) -> Text:
    if machine.damaged_at is not None and state is BackupState.FAILED:
        return msg("Dépôt de sauvegarde abîmé\u00a0: {name}", name=machine.designation)
    return {
        BackupState.CRITICAL: msg("Sauvegarde critique\u00a0: {name}", name=machine.designation),
        BackupState.FAILED: msg("Sauvegarde en échec\u00a0: {name}", name=machine.designation),
        BackupState.LATE: msg("Sauvegarde en retard\u00a0: {name}", name=machine.designation),
    }[state]


def _last(machine: MachineBackups) -> Text:
    if machine.damaged_at is not None:
        return next_step(BackupProblem.DAMAGED)
    success = max((at for result, at in machine.runs if result is BackupResult.SUCCESS), default=None)
    return msg("Dernière réussie le {moment}", moment=success) if success is not None else msg("Aucune n’a encore réussi")
