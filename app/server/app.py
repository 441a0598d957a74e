"""The API as one application: routes, errors as problem details, health."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from importlib import metadata

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy import text
from starlette.exceptions import HTTPException as StarletteHTTPException

from app.server import clock, openapi, permissions
from app.server.access.endpoints import router as access
from app.server.blobs.endpoints import router as blobs
from app.server.compression import Compression
from app.server.context import Context
from app.server.database import Database
from app.server.envelope import Envelope
from app.server.metrics.counting import Metrics
from app.server.metrics.endpoints import router as metrics_router
from app.server.problems import ApiError, TooLargeError, answer, documented, problem
from app.server.ratings.endpoints import router as ratings
from app.server.ratings.refusals import RefusalPages
from app.server.refusals import refused
from app.server.staff.endpoints import router as staff
from app.server.staff.provider_endpoints import router as provider
from app.server.sync.endpoints import router as sync
from app.server.sync.writing import UnknownOrganisationError
from app.server.technicians.endpoints import router as technicians

LOG = logging.getLogger("parclair.server")
_TITLES = {404: "Not Found", 405: "Method Not Allowed", 422: "Unprocessable Content"}
_CODES = {404: "not_found", 405: "method_not_allowed", TooLargeError.status: TooLargeError.code}


def build(database: Database, now: Callable[[], datetime] = clock.now, *, limited: bool = True, metrics: bool = False) -> FastAPI:
    """The application on an open database.

    Args:
        limited: count requests that guess; tests of speed turn it off.
        metrics: answer `/metrics`.
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
    app.state.metrics = Metrics(database)
    routers = [access, sync, blobs, technicians, staff, provider, ratings, *([metrics_router] if metrics else [])]
    for router in routers:
        app.include_router(router)
    _errors(app)
    _health(app)
    permissions.enforce([*routers, app.router])
    openapi.describe(app)
    app.add_middleware(Compression)
    app.add_middleware(Envelope, metrics=app.state.metrics)
    app.add_middleware(RefusalPages)
    return app


def _version() -> str:
    try:
        return metadata.version("parclair")
    except metadata.PackageNotFoundError:
        return "0"


def _errors(app: FastAPI) -> None:
    @app.exception_handler(ApiError)
    async def _ours(_: Request, error: ApiError) -> Response:
        return answer(error)

    @app.exception_handler(UnknownOrganisationError)
    async def _gone(_: Request, error: UnknownOrganisationError) -> Response:
        return problem(404, "not_found", "there is no such organisation", str(error))

    @app.exception_handler(RequestValidationError)
    async def _invalid(_: Request, error: RequestValidationError) -> Response:
        return problem(422, "invalid", "the request is not valid", "; ".join(map(refused, error.errors()[:5])))

    @app.exception_handler(StarletteHTTPException)
    async def _http(_: Request, error: StarletteHTTPException) -> Response:
        title = _TITLES.get(error.status_code, str(error.detail))
        return problem(error.status_code, _CODES.get(error.status_code, "http"), title, headers=error.headers)


def _health(app: FastAPI) -> None:
    @app.get("/health", tags=["operation"])
    def health() -> dict[str, str]:
        """The process runs."""
        return {"status": "ok"}

    @app.get("/ready", tags=["operation"], responses=documented(503))
    def ready(request: Request) -> Response:
        """The database answers too."""
        context: Context = request.app.state.context
        try:
            with context.database.reading() as connection:
                connection.execute(text("SELECT 1"))
        except Exception:
            LOG.exception("the database does not answer")
            return problem(503, "database", "the database does not answer")
        return JSONResponse({"status": "ok"})
