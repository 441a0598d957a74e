"""Support requests: asked, answered, resolved, rated."""

from __future__ import annotations

from app.services.context import ServiceContext


class SupportService:
    """Support requests: asked, answered, resolved, rated. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store
