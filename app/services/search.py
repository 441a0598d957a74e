"""The search across everything (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from app.domain.records import label
from app.domain.values.equipment import EquipmentQuery
from app.domain.values.office import SearchHit
from app.services.context import ServiceContext
from app.store import contract_queries, equipment_queries, journal_queries, office_queries
from app.store.folding import words

_EACH = 6


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
        hits = [
            SearchHit("equipment", row.id, row.designation, " · ".join(filter(None, (row.serial, row.person_name, row.site_name))))
            for row in machines.rows
        ]
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
            hits += _matching(wanted, "document", ((row.id, row.title, row.file_name, "") for row, _, _ in documents))
        return hits


def _matching(wanted: list[str], kind: str, rows: Iterable[tuple[UUID, str, str, str]]) -> list[SearchHit]:
    hits: list[SearchHit] = []
    for row_id, title, detail, more in rows:
        found = " ".join(words(f"{title} {detail} {more}"))
        if all(word in found for word in wanted):
            hits.append(SearchHit(kind, row_id, title, detail))
            if len(hits) == _EACH:
                break
    return hits
