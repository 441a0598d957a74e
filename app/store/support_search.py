"""Requests and claims that carry the words somebody typed, for the search across everything."""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Connection
from uuid import UUID

from app.domain.records import ClaimStatus, RequestStatus
from app.store.folding import fold

#: The newest requests whose words are read one by one: with a million of them, the older ones are found by their number here and by
#: anything in the list of all requests, which fills while one reads.
_READ = 20_000


def requests(
    connection: Connection, wanted: Sequence[str], text: str, site_id: UUID | None, limit: int
) -> list[tuple[UUID, str, str, RequestStatus]]:
    """Id, number, subject and status of at most `limit` living requests in which every word is found, the newest first.

    Args:
        wanted: the words, folded.
        text: what was typed: a number that starts so is found whatever its age.
        site_id: a site's own requests and those of none.
    """
    values: dict[str, object] = {"site": site_id.hex if site_id else None, "limit": limit, "read": _READ}
    values |= {f"word{place}": word for place, word in enumerate(wanted)}
    found = " AND ".join(f"instr(search, :word{place})" for place in range(len(wanted)))
    of_site = "(:site IS NULL OR site_id = :site OR site_id IS NULL)"
    columns = "id, number, subject, status, opened_at"
    # Two walks instead of one filter: the newest match is usually among the first rows, and the walk ends with the last one needed.
    newest = (
        f"SELECT {columns} FROM (SELECT {columns}, search, site_id FROM support_request INDEXED BY ix_support_request_opened WHERE deleted_at IS NULL"
        f" ORDER BY opened_at DESC LIMIT :read) WHERE {found} AND {of_site} LIMIT :limit"
    )
    rows = {row["id"]: row for row in connection.execute(newest, values)}
    start = fold(text).upper()
    if len(rows) < limit and any(sign.isdigit() for sign in start):
        numbered = f"SELECT {columns} FROM support_request WHERE number >= :start AND number < :stop AND +deleted_at IS NULL AND {of_site} LIMIT :limit"
        named = {"start": start, "stop": f"{start}\U0010ffff", "site": values["site"], "limit": limit}
        rows |= {row["id"]: row for row in connection.execute(numbered, named)}
    ordered = sorted(rows.values(), key=lambda row: str(row["opened_at"]), reverse=True)[:limit]
    return [(UUID(row["id"]), row["number"], row["subject"], RequestStatus(row["status"])) for row in ordered]


def claims(connection: Connection, limit: int) -> list[tuple[UUID, str, str, ClaimStatus, str, str]]:
    """Id, number, type (its value), status, machine and serial number of the newest living claims."""
    query = (
        "SELECT c.id, c.number, c.type, c.status, e.designation, e.serial FROM claim c JOIN equipment e ON e.id = c.equipment_id"
        " WHERE c.deleted_at IS NULL ORDER BY c.declared_at DESC LIMIT ?"
    )
    return [
        (UUID(row["id"]), row["number"], row["type"], ClaimStatus(row["status"]), row["designation"], row["serial"])
        for row in connection.execute(query, [limit])
    ]
