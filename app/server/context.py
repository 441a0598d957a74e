"""What the parts of a running server share, and how a request gets at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, cast

from fastapi import Depends, Request
from fastapi.security import HTTPBearer
from sqlalchemy import Connection

from app.domain.synced import SCHEMA, VERSIONS_BACK
from app.server import tokens
from app.server.database import Database
from app.server.problems import ForbiddenError, UnauthorisedError, UpgradeError
from app.server.tokens import Caller
from app.sync.wire import SCHEMA_HEADER


@dataclass(frozen=True)
class Context:
    """The database and the clock of a server. Thread: safe to share."""

    database: Database
    now: Callable[[], datetime]


def context_of(request: Request) -> Context:
    """The context of the server that answers `request`. Routes that are asked all the time call it themselves: a dependency costs more."""
    return cast(Context, request.app.state.context)


async def _context(request: Request) -> Context:
    return context_of(request)


ServerContext = Annotated[Context, Depends(_context)]


class _Bearer(HTTPBearer):
    """The token of a request, not yet looked up. One dependency does it all: each takes its time on every poll."""

    def __init__(self) -> None:
        told = "An access token of a device (15 minutes) or a token of the provider's staff."
        super().__init__(scheme_name="HTTPBearer", auto_error=False, description=told)

    async def __call__(self, request: Request) -> str:  # type: ignore[override]
        credentials = await super().__call__(request)
        if credentials is None:
            raise UnauthorisedError("a token is needed")
        return credentials.credentials


class _DeviceBearer(_Bearer):
    """The same of a device, whose program is not too old."""

    async def __call__(self, request: Request) -> str:  # type: ignore[override]
        token = await super().__call__(request)
        check_schema(request.headers.get(SCHEMA_HEADER))
        return token


_token = _Bearer()
#: Lets in whoever has a token at all, for routes that look it up in their own unit of work, by `device_of`.
device_token = _DeviceBearer()


def _caller(context: ServerContext, token: Annotated[str, Depends(_token)]) -> Caller:
    with context.database.reading() as connection:
        found = tokens.caller(connection, token, context.now())
    note_first_use(context, token, found)
    return found


def note_first_use(context: Context, token: str, caller: Caller) -> None:
    """Note that an access token came in, where it did so for the first time."""
    if caller.fresh:
        with context.database.writing() as connection:
            tokens.first_use(connection, token, context.now())


def device_of(connection: Connection, token: str, now: datetime) -> Caller:
    """The device that a token belongs to, for routes that look it up in their own unit of work.

    Raises:
        ApiError: the token is not valid, or not a device's.
    """
    return require_device(tokens.caller(connection, token, now))


def require_device(found: Caller) -> Caller:
    """Whoever asks, when it is a device.

    Raises:
        ForbiddenError: it is none.
    """
    if found.role != "device":
        raise ForbiddenError("only devices may do this")
    return found


async def device_only(request: Request, caller: Annotated[Caller, Depends(_caller)]) -> Caller:
    """Lets devices in, and nobody else."""
    require_device(caller)
    check_schema(request.headers.get(SCHEMA_HEADER))
    return caller


async def staff_only(caller: Annotated[Caller, Depends(_caller)]) -> Caller:
    """Lets the provider's staff in, and nobody else."""
    if caller.role != "staff":
        raise ForbiddenError("only staff may do this")
    return caller


def check_schema(given: str | None) -> None:
    """Refuse programs that are too old.

    Raises:
        UpgradeError: the program is more versions back than are served.
    """
    if given is not None and given.isdigit() and int(given) < SCHEMA - VERSIONS_BACK:
        raise UpgradeError(f"schema {given} is no longer served")


#: The token alone, not yet looked up: with `device_of`, one unit of work does for all.
DeviceToken = Annotated[str, Depends(device_token)]
DeviceCaller = Annotated[Caller, Depends(device_only)]
StaffCaller = Annotated[Caller, Depends(staff_only)]
