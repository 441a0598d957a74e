"""What the parts of a running server share, and how a request gets at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, cast

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.domain.synced import SCHEMA, VERSIONS_BACK
from app.server import tokens
from app.server.database import Database
from app.server.problems import ForbiddenError, UnauthorisedError, UpgradeError
from app.server.tokens import Caller
from app.sync.wire import PROTOCOL_HEADER, SCHEMA_HEADER


@dataclass(frozen=True)
class Context:
    """The database and the clock of a server. Thread: safe to share."""

    database: Database
    now: Callable[[], datetime]


def context_of(request: Request) -> Context:
    """The context of the server that answers `request`."""
    return cast(Context, request.app.state.context)


ServerContext = Annotated[Context, Depends(context_of)]

_bearer = HTTPBearer(auto_error=False, description="An access token of a device (15 minutes) or a token of the provider's staff.")


def _caller(context: ServerContext, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]) -> Caller:
    if credentials is None:
        raise UnauthorisedError("a token is needed", headers={"WWW-Authenticate": "Bearer"})
    with context.database.reading() as connection:
        found = tokens.caller(connection, credentials.credentials, context.now())
    if found.fresh:
        with context.database.writing() as connection:
            tokens.first_use(connection, credentials.credentials, context.now())
    return found


def _device(request: Request, caller: Annotated[Caller, Depends(_caller)]) -> Caller:
    if caller.role != "device":
        raise ForbiddenError("only devices may do this")
    check_schema(request.headers.get(SCHEMA_HEADER))
    return caller


def _staff(caller: Annotated[Caller, Depends(_caller)]) -> Caller:
    if caller.role != "staff":
        raise ForbiddenError("only staff may do this")
    return caller


def check_schema(given: str | None) -> None:
    """Refuse programs that are too old.

    Raises:
        UpgradeError: the program is more versions back than are served.
    """
    if given is not None and given.isdigit() and int(given) < SCHEMA - VERSIONS_BACK:
        raise UpgradeError(f"schema {given} is no longer served", headers={PROTOCOL_HEADER: "1"})


DeviceCaller = Annotated[Caller, Depends(_device)]
StaffCaller = Annotated[Caller, Depends(_staff)]
