"""`/v1/activate`, `/v1/token`, `/v1/device/fork`: how a computer becomes a device and stays one."""

from __future__ import annotations

from fastapi import APIRouter, Request
from sqlalchemy import select, update

from app.server import tokens
from app.server.access import activation, recovery
from app.server.audit import note
from app.server.clock import as_text
from app.server.context import DeviceCaller, ServerContext
from app.server.limits import Limit
from app.server.problems import UnauthorisedError, documented
from app.server.tables import device
from app.sync.wire import Activated, Activation, TokenRequest, Tokens

router = APIRouter(prefix="/v1", tags=["access"])
_ACTIVATIONS = Limit("activate", 10, 60)
_REFRESHES = Limit("token", 60, 60)
_FORKS = Limit("fork", 10, 60)


@router.post("/activate", responses=documented(401, 409, 429))
def activate(given: Activation, request: Request, context: ServerContext) -> Activated:
    """Spend a one-time code of the provider: valid 24 hours, five tries."""
    _ACTIVATIONS.check(request)
    with context.database.writing() as connection:
        admitted = activation.activate(connection, given, context.now())
        note(connection, context.now(), f"device:{admitted.device}", admitted.organisation, "activated", given.device_name)
    return admitted


@router.post("/token", responses=documented(401, 403, 429))
def refresh(given: TokenRequest, request: Request, context: ServerContext) -> Tokens:
    """Exchange a refresh token for a new pair. It may be repeated for a minute; reused later, it revokes the device's tokens.

    `recovery`, the secret of the device's activation, does instead where the server was restored and does not know the token: once.
    """
    _REFRESHES.check(request)
    try:
        with context.database.writing() as connection:
            return tokens.refresh(connection, given.refresh_token, context.now())
    except UnauthorisedError:
        if given.recovery is None:
            raise
    with context.database.writing() as connection:
        return recovery.recover(connection, given.recovery, given.refresh_token, context.now())


@router.post("/device/fork", responses=documented(401, 403, 409, 429))
def fork(caller: DeviceCaller, request: Request, context: ServerContext) -> Activated:
    """A new identity for a device that continues from an older copy of itself; what it sent before is recognised."""
    _FORKS.check(request)
    with context.database.writing() as connection:
        known = connection.execute(select(device).where(device.c.id == caller.id)).one()
        admitted = activation.admit(connection, caller.organisation, known.name, known.app_version, context.now(), forked_from=caller.id)
        note(connection, context.now(), f"device:{caller.id}", caller.organisation, "forked", admitted.device)
    return admitted


@router.delete("/device", status_code=204, responses=documented(401, 403))
def leave(caller: DeviceCaller, context: ServerContext) -> None:
    """The device goes: its tokens end, what it sent stays."""
    with context.database.writing() as connection:
        connection.execute(update(device).where(device.c.id == caller.id).values(revoked_at=as_text(context.now())))
        note(connection, context.now(), f"device:{caller.id}", caller.organisation, "left")
