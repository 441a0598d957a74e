"""What holds for every request: how large it may be, what marks its answer, the line in the log and the count."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import MutableMapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.domain.synced import SCHEMA
from app.server.metrics.counting import Metrics
from app.server.problems import TooLargeError, answer
from app.sync.wire import CHUNK_BYTES, MAX_PUSH_BYTES, PROTOCOL, PROTOCOL_HEADER, SCHEMA_HEADER

LOG = logging.getLogger("parclair.server")
_LONGEST = max(MAX_PUSH_BYTES, CHUNK_BYTES)
_MARKS = {PROTOCOL_HEADER: PROTOCOL, SCHEMA_HEADER: str(SCHEMA), "Cache-Control": "no-store"}
_RAW_MARKS = [(name.lower().encode(), value.encode()) for name, value in _MARKS.items()]
_UNTOLD = "-"
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Envelope:
    """Wraps the application. A plain ASGI layer: it adds microseconds, and streams pass through it as they are."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        seen: MutableMapping[str, Any] = {"status": 0}

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen["status"] = message["status"]
                message["headers"] = [*message.get("headers", ()), *_RAW_MARKS]
            await send(message)

        try:
            if _announces_too_much(scope):
                await answer(TooLargeError("the request is larger than allowed"))(scope, receive, marked)
            else:
                await self._app(scope, _counted(receive), marked)
        finally:
            self._told(scope, seen["status"], time.perf_counter() - begun)

    def _told(self, scope: Scope, status: int, seconds: float) -> None:
        # A body, a token or a query never comes here; nor does an address, which can name an organisation.
        route = getattr(scope.get("route"), "path", _UNTOLD)
        method = scope["method"] if scope["method"] in _METHODS else _UNTOLD
        self._metrics.answered(method, route, status, seconds)
        if LOG.isEnabledFor(logging.INFO):
            LOG.info(json.dumps({"method": method, "route": route, "status": status, "ms": round(seconds * 1000, 1)}))


def _announces_too_much(scope: Scope) -> bool:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return not value.isdigit() or int(value) > _LONGEST
    return False


def _counted(receive: Receive) -> Receive:
    """Refuses a body that is longer than allowed although it did not say so."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > _LONGEST:
            # What reads the body lets only this kind of error through to the application.
            raise HTTPException(TooLargeError.status, "the request is larger than allowed")
        return message

    return counted
