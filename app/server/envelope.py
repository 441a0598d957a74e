"""What holds for every request: how large it may be, what marks its answer, an answer whatever happens, the line in the log and the count."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import MutableMapping
from typing import Any

from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.domain.synced import SCHEMA
from app.server.metrics.counting import Metrics
from app.server.problems import ApiError, MediaTypeError, TooLargeError, answer, problem
from app.sync.wire import CHUNK_BYTES, MAX_PUSH_BYTES, PROTOCOL, PROTOCOL_HEADER, SCHEMA_HEADER

LOG = logging.getLogger("parclair.server")
_PUSH = "/v1/sync/push"
#: Where those send who have a token. Whoever has none yet has little to say.
_LARGE = (_PUSH, "/v1/uploads/", "/v1/staff/")
_LONGEST, _LONGEST_OF_STRANGERS = max(MAX_PUSH_BYTES, CHUNK_BYTES), 64 * 1024
_MARKS = {PROTOCOL_HEADER: PROTOCOL, SCHEMA_HEADER: str(SCHEMA), "Cache-Control": "no-store"}
_RAW_MARKS = [(name.lower().encode(), value.encode()) for name, value in _MARKS.items()]
_UNTOLD = "-"
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
#: What every database's driver calls it when the database is away, full or too busy (PEP 249).
_OUTAGE = "OperationalError"
#: Nobody was there any more to be answered.
_GONE = 499


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
            longest = _LONGEST if scope["path"].startswith(_LARGE) else _LONGEST_OF_STRANGERS
            refused = _refused(scope, longest)
            if refused is not None:
                await answer(refused)(scope, receive, marked)
            else:
                await self._app(scope, _counted(receive, longest), marked)
        except ClientDisconnect:
            seen["status"] = _GONE
        except Exception as error:
            if seen["status"]:
                raise  # an answer that has begun can only be cut off
            await _unexpected(error)(scope, receive, marked)
        finally:
            self._told(scope, seen["status"], time.perf_counter() - begun)

    def _told(self, scope: Scope, status: int, seconds: float) -> None:
        # A body, a token or a query never comes here; nor does an address, which can name an organisation.
        route = getattr(scope.get("route"), "path", _UNTOLD)
        method = scope["method"] if scope["method"] in _METHODS else _UNTOLD
        self._metrics.answered(method, route, status, seconds)
        if LOG.isEnabledFor(logging.INFO):
            LOG.info(json.dumps({"method": method, "route": route, "status": status, "ms": round(seconds * 1000, 1)}))


def _unexpected(error: Exception) -> Response:
    if isinstance(error, PoolTimeoutError) or any(kind.__name__ == _OUTAGE for kind in type(error).__mro__):
        LOG.error("the database does not answer", exc_info=error)
        return problem(503, "busy", "the database does not answer")
    LOG.error("unexpected error", exc_info=error)
    return problem(500, "internal", "unexpected error")


def _refused(scope: Scope, longest: int) -> ApiError | None:
    """Why a request is answered before anything of its body was read."""
    headers = Headers(scope=scope)
    length = headers.get("content-length")
    if length is not None and not (length.isdecimal() and len(length) < 20 and int(length) <= longest):
        return TooLargeError("the request is larger than allowed", detail=f"at most {longest} bytes")
    if headers.get("content-encoding", "identity").lower() != "identity" and scope["path"] != _PUSH:
        return MediaTypeError("only pushes come compressed", headers={"Accept-Encoding": "identity"})
    return None


def _counted(receive: Receive, longest: int) -> Receive:
    """Refuses a body that is longer than allowed although it did not say so."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > longest:
            # What reads the body lets only this kind of error through to the application.
            raise HTTPException(TooLargeError.status, "the request is larger than allowed")
        return message

    return counted
