"""Readings for technicians: the session this PC keeps, the work done in it, and what is known of a machine. On plain connections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from sqlite3 import Connection
from uuid import UUID

from app.domain.records import BackupOperation, BackupResult, EquipmentKind, EquipmentStatus, RequestStatus

#: What this PC remembers of the session that runs on it: its id and when something was last done. Not synced.
SETTING = "technician_session"


@dataclass(frozen=True)
class KeptSession:
    """A session as the database has it, with the moment of the last thing done in it that was noted."""

    id: UUID
    technician: str
    request_id: UUID | None
    started_at: datetime
    last_done_at: datetime


@dataclass(frozen=True)
class Work:
    """A technician's newest work in a session, and where its request stands. `ended_at` is none while the timer runs."""

    request_id: UUID
    number: str
    status: RequestStatus
    ended_at: datetime | None


@dataclass(frozen=True)
class MachineFacts:
    """What a machine's record says."""

    id: UUID
    designation: str
    kind: EquipmentKind
    manufacturer: str
    model: str
    serial: str
    os_name: str
    os_version: str
    teamviewer_id: str
    licence_number: str
    status: EquipmentStatus
    warranty_end: date | None
    person: str
    site: str
    site_phone: str
    contract_number: str


@dataclass(frozen=True)
class BackupFacts:
    """What the records know of a machine's backups; moments are aware.

    Attributes:
        subscribed: none where nobody said whether the option was taken.
        result, finished_at, message: of the newest backup; none or empty where there was none.
        last_success_at: none where no backup succeeded.
    """

    subscribed: bool | None
    result: BackupResult | None
    finished_at: datetime | None
    message: str
    last_success_at: datetime | None


def left_open(connection: Connection) -> KeptSession | None:
    """The session this PC has noted as running and that nobody ended."""
    noted = connection.execute("SELECT value FROM local_setting WHERE name = ?", [SETTING]).fetchone()
    if noted is None:
        return None
    session_id, _, done = str(noted["value"]).partition(" ")
    row = connection.execute(
        "SELECT id, technician, request_id, started_at FROM technician_session WHERE id = ? AND ended_at IS NULL AND deleted_at IS NULL",
        [session_id],
    ).fetchone()
    if row is None:
        return None
    request_id = UUID(row["request_id"]) if row["request_id"] else None
    started = datetime.fromisoformat(row["started_at"])
    return KeptSession(UUID(row["id"]), row["technician"], request_id, started, datetime.fromisoformat(done) if done else started)


def noted(session_id: UUID, done_at: datetime) -> str:
    """What `left_open` reads."""
    return f"{session_id.hex} {done_at.isoformat()}"


def request_number(connection: Connection, request_id: UUID) -> str | None:
    """The number of a living request."""
    row = connection.execute("SELECT number FROM support_request WHERE id = ? AND deleted_at IS NULL", [request_id.hex]).fetchone()
    return None if row is None else str(row["number"])


def work(connection: Connection, technician: str, since: datetime, request_id: UUID | None) -> Work | None:
    """The newest intervention that runs, or was closed since a moment: on the request, or without one by the technician."""
    of = "i.request_id = :request" if request_id is not None else "i.technician = :technician"
    query = (
        "SELECT i.request_id, r.number, r.status, i.ended_at FROM intervention i JOIN support_request r ON r.id = i.request_id"
        f" WHERE {of} AND i.deleted_at IS NULL AND (i.ended_at IS NULL OR i.ended_at >= :since)"
        " ORDER BY i.ended_at IS NOT NULL, i.ended_at DESC, i.id DESC LIMIT 1"
    )
    values = {"technician": technician, "since": since.isoformat(timespec="microseconds"), "request": request_id and request_id.hex}
    row = connection.execute(query, values).fetchone()
    if row is None:
        return None
    ended = datetime.fromisoformat(row["ended_at"]) if row["ended_at"] else None
    return Work(UUID(row["request_id"]), row["number"], RequestStatus(row["status"]), ended)


def wants_rating(connection: Connection, request_id: UUID) -> bool:
    """Whether a request is solved, and nobody rated it or was asked to."""
    query = (
        "SELECT 1 FROM support_request r WHERE r.id = ? AND r.status IN ('resolved', 'closed') AND r.rating_offered_at IS NULL"
        " AND r.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM rating g WHERE g.request_id = r.id AND g.deleted_at IS NULL)"
    )
    return connection.execute(query, [request_id.hex]).fetchone() is not None


def machine(connection: Connection, equipment_id: UUID) -> MachineFacts | None:
    """What is known of a living machine."""
    query = (
        "SELECT e.*, p.name AS person, s.name AS site, s.phone AS site_phone, c.number AS contract_number FROM equipment e"
        " LEFT JOIN person p ON p.id = e.person_id AND p.deleted_at IS NULL LEFT JOIN site s ON s.id = e.site_id"
        " LEFT JOIN contract c ON c.id = e.contract_id AND c.deleted_at IS NULL WHERE e.id = ? AND e.deleted_at IS NULL"
    )
    row = connection.execute(query, [equipment_id.hex]).fetchone()
    if row is None:
        return None
    return MachineFacts(
        id=UUID(row["id"]),
        designation=row["designation"],
        kind=EquipmentKind(row["kind"]),
        manufacturer=row["manufacturer"],
        model=row["model"],
        serial=row["serial"],
        os_name=row["os_name"],
        os_version=row["os_version"],
        teamviewer_id=row["teamviewer_id"],
        licence_number=row["licence_number"],
        status=EquipmentStatus(row["status"]),
        warranty_end=date.fromisoformat(row["warranty_end"]) if row["warranty_end"] else None,
        person=row["person"] or "",
        site=row["site"] or "",
        site_phone=row["site_phone"] or "",
        contract_number=row["contract_number"] or "",
    )


def machine_of_teamviewer(connection: Connection, teamviewer_id: str) -> UUID | None:
    """The only living machine that carries a TeamViewer ID, however its digits were grouped; `teamviewer_id` is digits alone."""
    digits = "replace(replace(replace(replace(teamviewer_id, ' ', ''), char(160), ''), char(8239), ''), '-', '')"
    query = f"SELECT id FROM equipment WHERE deleted_at IS NULL AND teamviewer_id != '' AND {digits} = ? LIMIT 2"
    rows = connection.execute(query, [teamviewer_id]).fetchall()
    return UUID(rows[0]["id"]) if len(rows) == 1 else None


def office(connection: Connection) -> tuple[str, str]:
    """The office's name and phone."""
    row = connection.execute("SELECT name, phone FROM organisation WHERE deleted_at IS NULL ORDER BY id LIMIT 1").fetchone()
    return ("", "") if row is None else (row["name"], row["phone"])


def request_place(connection: Connection, request_id: UUID) -> tuple[UUID | None, str, str, str, str] | None:
    """Machine, contact, phone, site and site's phone of a living request."""
    query = (
        "SELECT r.equipment_id, r.contact, r.phone, s.name AS site, s.phone AS site_phone FROM support_request r"
        " LEFT JOIN site s ON s.id = r.site_id WHERE r.id = ? AND r.deleted_at IS NULL"
    )
    row = connection.execute(query, [request_id.hex]).fetchone()
    if row is None:
        return None
    return (
        UUID(row["equipment_id"]) if row["equipment_id"] else None,
        row["contact"],
        row["phone"],
        row["site"] or "",
        row["site_phone"] or "",
    )


def backup(connection: Connection, equipment_id: UUID) -> BackupFacts:
    """What the records know of a machine's backups."""
    option = connection.execute(
        "SELECT max(subscribed) AS subscribed FROM backup_option WHERE equipment_id = ? AND deleted_at IS NULL", [equipment_id.hex]
    ).fetchone()["subscribed"]
    query = (
        "SELECT result, finished_at, message FROM backup_report WHERE equipment_id = :machine AND operation = :backup AND deleted_at IS NULL"
        "{which} ORDER BY finished_at DESC LIMIT 1"
    )
    values = {"machine": equipment_id.hex, "backup": BackupOperation.BACKUP.value, "success": BackupResult.SUCCESS.value}
    newest = connection.execute(query.format(which=""), values).fetchone()
    success = connection.execute(query.format(which=" AND result = :success"), values).fetchone()
    return BackupFacts(
        subscribed=None if option is None else bool(option),
        result=BackupResult(newest["result"]) if newest else None,
        finished_at=datetime.fromisoformat(newest["finished_at"]) if newest else None,
        message=newest["message"] if newest else "",
        last_success_at=datetime.fromisoformat(success["finished_at"]) if success else None,
    )
