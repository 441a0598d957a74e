"""What the engine needs of the services: they know what follows from rows that came from elsewhere."""

from __future__ import annotations

from typing import Protocol

from app.store.sync_apply import Touched
from app.store.unit_of_work import Session


class Derived(Protocol):
    """Computes what is derived from records."""

    def derive(self, session: Session, touched: Touched) -> None:
        """Bring everything derived from these rows up to date, in the open unit of work."""
        ...

    def number(self, session: Session, type_name: str) -> str:
        """A fresh number for a record of that type, unique thanks to this device's letter."""
        ...
