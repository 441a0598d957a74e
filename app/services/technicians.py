"""Technicians' sessions on this PC."""

from __future__ import annotations

from app.services.context import ServiceContext


class TechnicianService:
    """Technicians' sessions on this PC. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store
