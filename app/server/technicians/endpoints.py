"""`/v1/technician-code`, `/v1/technician-secret`: whether the person at a shop's computer is the technician they say they are."""

from __future__ import annotations

from fastapi import APIRouter, Request

from app.server.context import DeviceCaller, ServerContext
from app.server.limits import Limit
from app.server.problems import documented
from app.server.technicians import codes
from app.sync.wire import TechnicianAdmitted, TechnicianCode, TechnicianSecret

router = APIRouter(prefix="/v1", tags=["technicians"])
_CODES = Limit("technician code", 20, 60)


@router.post("/technician-code", responses=documented(400, 401, 403, 429))
def check(given: TechnicianCode, request: Request, caller: DeviceCaller, context: ServerContext) -> TechnicianAdmitted:
    """Spend a technician's one-time code: 10 minutes, five tries, once."""
    _CODES.check(request)
    with context.database.writing() as connection:
        return codes.check(connection, caller, given.code, context.now())


@router.get("/technician-secret", responses=documented(401, 403))
def secret(caller: DeviceCaller, context: ServerContext) -> TechnicianSecret:
    """What the computer checks codes with while it has no network; kept in its keyring, fetched anew now and then."""
    with context.database.reading() as connection:
        known = codes.known_secret(connection, caller.organisation)
    if known is not None:
        return known
    with context.database.writing() as connection:
        return codes.new_secret(connection, caller.organisation, context.now())
