"""The figures of support."""

from __future__ import annotations

from app.services.context import ServiceContext


class StatisticsService:
    """The figures of support. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store
