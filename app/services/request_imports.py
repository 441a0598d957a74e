"""Past requests from another system's CSV or XLSX export."""

from __future__ import annotations

from app.services.context import ServiceContext


class RequestImports:
    """Reads past requests from a file. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store
