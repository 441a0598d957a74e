"""The search across everything (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from app.domain.cover import type_label
from app.domain.records import ClaimStatus, ClaimType, label
from app.domain.told import retold
from app.domain.values.equipment import EquipmentQuery
from app.domain.values.office import SearchHit
from app.services.context import ServiceContext
from app.store import contract_queries, equipment_queries, journal_queries, office_queries, support_search
from app.store.folding import words

_EACH = 6
#: No office has more claims than these to remember.
_CLAIMS = 5_000


class SearchService:
    """Finds records of every kind by what a person would type. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._store = context.store

    def find(self, text: str, site_id: UUID | None = None) -> list[SearchHit]:
        """At most six hits of each kind; every word typed must be found, accents and case do not matter."""
        wanted = words(text)
        if not wanted:
            return []
        with self._store.snapshot() as connection:
            machines = equipment_queries.page(connection, EquipmentQuery(search=text, site_id=site_id), 0, _EACH)
            requests = support_search.requests(connection, wanted, text, site_id, _EACH)
            claims = support_search.claims(connection, _CLAIMS)
        hits = [
            SearchHit("equipment", row.id, row.designation, " · ".join(filter(None, (row.serial, row.person_name, row.site_name))))
            for row in machines.rows
        ]
        hits += [
            SearchHit("request", row_id, f"{number} — {subject}", label(status).render()) for row_id, number, subject, status in requests
        ]
        hits += _matching(wanted, "claim", (_claim(*claim) for claim in claims))
        with self._store.reading() as session:
            contracts = contract_queries.contracts(session)
            hits += _matching(
                wanted, "contract", ((row.id, f"{row.number} — {row.provider}", label(row.status).render(), row.offer) for row in contracts)
            )
            people = office_queries.people(session)
            hits += _matching(wanted, "person", ((row.id, row.name, row.email, "") for row in people))
            sites = office_queries.sites(session)
            hits += _matching(wanted, "site", ((row.id, row.name, row.city, row.address) for row in sites))
            documents = journal_queries.documents(session)
            hits += _matching(wanted, "document", ((row.id, retold(row.title), row.file_name, "") for row, *_ in documents))
        return hits


def _claim(row_id: UUID, number: str, kind: str, status: ClaimStatus, designation: str, serial: str) -> tuple[UUID, str, str, str]:
    what = type_label(ClaimType(kind)).render()
    return row_id, f"{number} — {designation}", f"{what} · {label(status).render()}", serial


def _matching(wanted: list[str], kind: str, rows: Iterable[tuple[UUID, str, str, str]]) -> list[SearchHit]:
    hits: list[SearchHit] = []
    for row_id, title, detail, more in rows:
        found = " ".join(words(f"{title} {detail} {more}"))
        if all(word in found for word in wanted):
            hits.append(SearchHit(kind, row_id, title, detail))
            if len(hits) == _EACH:
                break
    return hits
