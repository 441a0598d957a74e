"""What follows from rows that came from elsewhere: sort keys and search words of machines, what the home screen needs of contracts."""

from __future__ import annotations

from typing import Any

from app.domain.clock import Clock
from app.services.contract_reading import refresh_or_clear
from app.services.equipment_index import derived_columns
from app.services.numbers import next_number
from app.store import derived_queries
from app.store.folding import request_words
from app.store.sync_apply import Touched
from app.store.tables import Contract
from app.store.unit_of_work import Session

_PREFIXES = {"contract": "C", "support_request": "D", "claim": "S"}


class DerivedRows:
    """Brings derived columns up to date, and numbers records. Satisfies `app.sync.engine.Derived`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def derive(self, session: Session, touched: Touched) -> None:
        """Bring everything derived from these rows up to date, in the open unit of work.

        A contract that cannot be read or priced here is left without figures: it must not stop the rest of what came with it.
        """
        if not touched.rows:
            return
        connection = session.connection()
        for contract_id in derived_queries.contracts_of(connection, touched.rows):
            row = session.get(Contract, contract_id, populate_existing=True)
            if row is not None and row.deleted_at is None:
                refresh_or_clear(session, row)
        session.flush()
        if touched.many:
            derived_queries.follow_all_assignments(connection)
            derived_queries.write_all_machines(connection, _machine)
            return  # requests came with theirs
        machines = derived_queries.machines_of(connection, touched.rows)
        derived_queries.follow_assignments(connection, touched.rows)
        derived_queries.write_machines(connection, machines, _machine)
        derived_queries.write_requests(connection, touched.rows.get("support_request", ()), _request)

    def number(self, session: Session, type_name: str) -> str:
        """A fresh number for a record of that type."""
        return next_number(session, _PREFIXES[type_name], self._clock.today())


def _machine(row: Any) -> dict[str, str]:
    return derived_columns(row._mapping, row.person_name or "", row.site_name or "", row.contract_number or "")


def _request(row: Any) -> str:
    return request_words(row.number, row.subject, row.contact)
