"""The API as one application: routes, errors as problem details, limits, headers, logs and metrics."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from importlib import metadata

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy import text
from starlette.exceptions import HTTPException as StarletteHTTPException

from app.domain.synced import SCHEMA
from app.server import clock
from app.server.access.endpoints import router as access
from app.server.context import Context
from app.server.database import Database
from app.server.problems import ApiError, TooLargeError
from app.server.sync.endpoints import router as sync
from app.server.sync.writing import UnknownOrganisationError
from app.sync.wire import MAX_PUSH_BYTES, PROTOCOL, PROTOCOL_HEADER, SCHEMA_HEADER, Problem

LOG = logging.getLogger("parclair.server")
_PROBLEM = "application/problem+json"
_TITLES = {404: "Not Found", 405: "Method Not Allowed", 422: "Unprocessable Content"}
Next = Callable[[Request], Awaitable[Response]]


def build(database: Database, now: Callable[[], datetime] = clock.now, *, limited: bool = True) -> FastAPI:
    """The application on an open database.

    Args:
        limited: count requests that guess; tests of speed turn it off.
    """
    app = FastAPI(
        title="Parclair",
        version=_version(),
        description="Sync of an office's records with its provider's server, and the provider's own access to them.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
    )
    app.state.context = Context(database, now)
    app.state.limited = limited
    for router in (access, sync):
        app.include_router(router)
    _errors(app)
    _health(app)
    app.middleware("http")(_every_answer)
    return app


def _version() -> str:
    try:
        return metadata.version("parclair")
    except metadata.PackageNotFoundError:
        return "0"


async def _every_answer(request: Request, call_next: Next) -> Response:
    """Limit what comes in, mark what goes out, and write one line about it: never a body, a token or a query."""
    begun = time.perf_counter()
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > _most_bytes(request):
        response: Response = problem(TooLargeError("the request is larger than allowed"))
    else:
        response = await call_next(request)
    response.headers[PROTOCOL_HEADER] = PROTOCOL
    response.headers[SCHEMA_HEADER] = str(SCHEMA)
    response.headers["Cache-Control"] = "no-store"
    if LOG.isEnabledFor(logging.INFO):
        route = request.scope.get("route")
        entry = {
            "method": request.method,
            "route": getattr(route, "path", "-"),
            "status": response.status_code,
            "ms": round((time.perf_counter() - begun) * 1000, 1),
        }
        LOG.info(json.dumps(entry))
    return response


def _most_bytes(request: Request) -> int:
    return MAX_PUSH_BYTES + 64 * 1024 if request.url.path.startswith("/v1/uploads") else MAX_PUSH_BYTES


def problem(error: ApiError) -> JSONResponse:
    """An error as its answer."""
    content = Problem(title=error.title, status=error.status, detail=error.detail, code=error.code)
    return JSONResponse(content.model_dump(), error.status, error.headers, _PROBLEM)


def _errors(app: FastAPI) -> None:
    @app.exception_handler(ApiError)
    async def _ours(_: Request, error: ApiError) -> Response:
        return problem(error)

    @app.exception_handler(UnknownOrganisationError)
    async def _gone(_: Request, __: UnknownOrganisationError) -> Response:
        return _plain(404, "not_found", "there is no such organisation")

    @app.exception_handler(RequestValidationError)
    async def _invalid(_: Request, error: RequestValidationError) -> Response:
        found = [f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in error.errors()[:5]]
        return _plain(422, "invalid", "the request is not valid", "; ".join(found))

    @app.exception_handler(StarletteHTTPException)
    async def _http(_: Request, error: StarletteHTTPException) -> Response:
        answer = _plain(error.status_code, "http", _TITLES.get(error.status_code, str(error.detail)))
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(Exception)
    async def _bug(_: Request, __: Exception) -> Response:
        LOG.exception("unexpected error")
        return _plain(500, "internal", "unexpected error")


def _plain(status: int, code: str, title: str, detail: str = "") -> JSONResponse:
    content = Problem(title=title, status=status, detail=detail, code=code)
    return JSONResponse(content.model_dump(), status, media_type=_PROBLEM)


def _health(app: FastAPI) -> None:
    @app.get("/health", tags=["operation"])
    def health() -> dict[str, str]:
        """The process runs."""
        return {"status": "ok"}

    @app.get("/ready", tags=["operation"], responses={503: {"model": Problem}})
    def ready(request: Request) -> Response:
        """The database answers too."""
        context: Context = request.app.state.context
        try:
            with context.database.reading() as connection:
                connection.execute(text("SELECT 1"))
        except Exception:
            LOG.exception("the database does not answer")
            return _plain(503, "database", "the database does not answer")
        return JSONResponse({"status": "ok"})
