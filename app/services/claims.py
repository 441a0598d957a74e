"""Claims on rented devices."""

from __future__ import annotations

from app.services.context import ServiceContext


class ClaimService:
    """Claims on rented devices. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store
