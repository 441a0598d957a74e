"""What the home screen and the navigation read of backups: a few rows of each machine that is to be backed up, on a plain connection."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from sqlite3 import Connection, Row
from typing import Any
from uuid import UUID

from app.domain.backup_problems import BackupProblem
from app.domain.records import RUNNING, BackupOperation, BackupResult

_OPTION = "automatic_backup"
#: Rows that tell a machine's state: its newest backup, its newest success, and the first of those that never succeeded.
_RUNS = """
    SELECT result, finished_at FROM backup_report
    WHERE equipment_id = :machine AND deleted_at IS NULL AND operation = :backup AND result <> :cancelled{which} LIMIT 1
"""
#: The last verification that found the repository sound or damaged.
_VERDICT = """
    SELECT problem, finished_at FROM backup_report
    WHERE equipment_id = :machine AND deleted_at IS NULL AND operation = :check AND (result = :success OR problem = :damaged)
    ORDER BY finished_at DESC LIMIT 1
"""
_DAMAGED = BackupProblem.DAMAGED.value


@dataclass(frozen=True)
class MachineBackups:
    """A machine that is to be backed up. Moments are aware.

    Attributes:
        runs: the backups that tell its state, with how each ended.
        damaged_at: when the last verification that could tell found the repository damaged; None where it found it sound.
        good_hours, late_hours: those of its contract; None where none of ours has the option.
        this_pc: it is the one the program runs on.
    """

    id: UUID
    designation: str
    runs: tuple[tuple[BackupResult, datetime], ...]
    good_hours: int | None
    late_hours: int | None
    this_pc: bool
    damaged_at: datetime | None = None


def backed_up(connection: Connection, site_id: UUID | None = None) -> list[MachineBackups]:
    """The living machines with the option, by what was said of them last or by their contract, and this PC once it has a plan."""
    contracts = _contracts(connection)
    here = _setting(connection, "this_pc").replace("-", "") if _setting(connection, "backup_plan") else ""
    said = {
        row["equipment_id"]: row
        for row in connection.execute(
            "SELECT equipment_id, contract_id, subscribed FROM backup_option"
            " WHERE deleted_at IS NULL AND equipment_id IS NOT NULL ORDER BY created_at"
        )
    }
    named = [machine for machine, option in said.items() if option["subscribed"]] + ([here] if here else [])
    found = []
    for row in _machines(connection, named, list(contracts), site_id):
        option = said.get(row["id"])
        contract = (option["contract_id"] if option is not None else None) or row["contract_id"]
        subscribed = bool(option["subscribed"]) if option is not None else contract in contracts
        if subscribed or row["id"] == here:
            found.append(_machine(connection, row, contracts.get(contract), row["id"] == here))
    return found


def spells(connection: Connection, since: datetime) -> list[tuple[datetime, datetime]]:
    """When this PC was on, from a moment on, oldest first."""
    start = since.astimezone(UTC).isoformat(timespec="microseconds")
    rows = connection.execute("SELECT start_at, end_at FROM power_spell WHERE end_at >= ? ORDER BY start_at", [start])
    return [(datetime.fromisoformat(row["start_at"]), datetime.fromisoformat(row["end_at"])) for row in rows]


def _contracts(connection: Connection) -> dict[str, dict[str, Any]]:
    """The rules of the option, by contract in force that has it; none of a contract that this program cannot read."""
    holes = ", ".join("?" * len(RUNNING))
    query = f"""
        SELECT DISTINCT c.id, CASE c.provider_id WHEN '' THEN '{{}}' ELSE c.offer_copy END AS offer_copy FROM contract c JOIN contract_line l ON l.contract_id = c.id
        WHERE l.item = ? AND l.deleted_at IS NULL AND c.deleted_at IS NULL AND c.status IN ({holes})
    """
    return {
        row["id"]: next(
            (option.get("backup") or {} for option in json.loads(row["offer_copy"]).get("options", ()) if option["id"] == _OPTION), {}
        )
        for row in connection.execute(query, [_OPTION, *(status.value for status in RUNNING)])
    }


def _machines(connection: Connection, named: list[str], contracts: list[str], site_id: UUID | None) -> list[Row]:
    query = f"""
        SELECT id, designation, contract_id FROM equipment
        WHERE deleted_at IS NULL AND (id IN ({_holes(named)}) OR contract_id IN ({_holes(contracts)}))
        AND (? IS NULL OR site_id = ? OR site_id IS NULL) ORDER BY designation_key, id
    """
    site = site_id.hex if site_id is not None else None
    return connection.execute(query, [*named, *contracts, site, site]).fetchall()


def _machine(connection: Connection, row: Row, rules: dict[str, Any] | None, here: bool) -> MachineBackups:
    values = {
        "machine": row["id"],
        "backup": BackupOperation.BACKUP.value,
        "cancelled": BackupResult.CANCELLED.value,
        "success": BackupResult.SUCCESS.value,
    }
    wanted = (" ORDER BY finished_at DESC", " AND result = :success ORDER BY finished_at DESC", " ORDER BY finished_at")
    runs = [run for which in wanted if (run := connection.execute(_RUNS.format(which=which), values).fetchone()) is not None]
    verdict = connection.execute(_VERDICT, {**values, "check": BackupOperation.CHECK.value, "damaged": _DAMAGED}).fetchone()
    damaged = verdict is not None and verdict["problem"] == _DAMAGED
    rules = rules or {}
    return MachineBackups(
        UUID(row["id"]),
        row["designation"],
        tuple({(BackupResult(run["result"]), datetime.fromisoformat(run["finished_at"])): None for run in runs}),
        rules.get("good_hours"),
        rules.get("late_hours"),
        here,
        datetime.fromisoformat(verdict["finished_at"]) if damaged else None,
    )


def _holes(values: list[str]) -> str:
    return ", ".join("?" * len(values))


def _setting(connection: Connection, name: str) -> str:
    row = connection.execute("SELECT value FROM local_setting WHERE name = ?", [name]).fetchone()
    return "" if row is None else row["value"]
