"""`/v1/staff`: what the provider decides and publishes, and who of an organisation may come in."""

from __future__ import annotations

from fastapi import APIRouter

from app.server.context import ServerContext, StaffCaller
from app.server.problems import documented
from app.server.staff import confirming, decisions, devices, publishing
from app.server.staff.desk import StaffDesk
from app.server.staff.schemas import (
    BackupSubscription,
    BridgeDayPublication,
    ClaimDecision,
    DeviceList,
    DeviceView,
    NewCode,
    OfferPublication,
    OfflineCode,
    Published,
    RecordView,
    ResignationConfirmation,
)
from app.sync.wire import Id

router = APIRouter(prefix="/v1/staff", tags=["staff"])
OFFICE = "/organisations/{organisation}"
_FINDS = documented(401, 403, 404)
_WRITES = documented(401, 403, 404, 409)


@router.post(f"{OFFICE}/claims/{{claim}}/decision", responses=_WRITES)
def decide(organisation: Id, claim: Id, given: ClaimDecision, desk: StaffDesk) -> RecordView:
    """Say whether a claim is covered, why, and where it stands. Its end changes the machines as well: a loan comes back, a device takes the place."""
    return desk.write(organisation, "claim decided", RecordView, lambda pen: decisions.decide(pen, claim, given))


@router.post(f"{OFFICE}/resignations/{{resignation}}/confirmation", responses=_WRITES)
def confirm(organisation: Id, resignation: Id, given: ResignationConfirmation, desk: StaffDesk) -> RecordView:
    """Confirm, once, that a contract ends; the day its letter came decides when."""
    return desk.write(organisation, "resignation confirmed", RecordView, lambda pen: confirming.confirm(pen, resignation, given))


@router.post(f"{OFFICE}/backup-subscriptions", responses=_WRITES)
def subscribe(organisation: Id, given: BackupSubscription, desk: StaffDesk) -> RecordView:
    """Set whether a machine's licence has the backup option."""
    return desk.write(organisation, "backup subscription set", RecordView, lambda pen: decisions.subscribe(pen, given))


@router.post("/offers", responses=_WRITES)
def publish_offer(given: OfferPublication, desk: StaffDesk) -> Published:
    """Publish an offer file to some organisations, or to all and those added later. Publishing it again changes nothing."""
    return publishing.publish_offer(desk, given)


@router.post("/bridge-days", responses=_WRITES)
def publish_bridge_day(given: BridgeDayPublication, desk: StaffDesk) -> Published:
    """Publish a bridge day to some organisations, or to all and those added later. Publishing it again changes nothing."""
    return publishing.publish_bridge_day(desk, given)


@router.post("/bridge-days/withdrawal", responses=_WRITES)
def withdraw_bridge_day(given: BridgeDayPublication, desk: StaffDesk) -> Published:
    """Take a bridge day back from some organisations or from all; `changed` counts those that had it."""
    return publishing.withdraw_bridge_day(desk, given)


@router.get(f"{OFFICE}/devices", responses=_FINDS)
def device_list(organisation: Id, _: StaffCaller, context: ServerContext) -> DeviceList:
    """The computers of an organisation."""
    with context.database.reading() as connection:
        return devices.listed(connection, organisation)


@router.post(f"{OFFICE}/devices/{{device}}/revocation", responses=_WRITES)
def revoke(organisation: Id, device: Id, desk: StaffDesk) -> DeviceView:
    """Take a computer's access away. What it sent stays; what it has not sent stays on it."""
    return desk.write(organisation, "device revoked", DeviceView, lambda pen: devices.revoke(pen, device))


@router.post(f"{OFFICE}/activation-codes", status_code=201, responses=_FINDS)
def activation_code(organisation: Id, caller: StaffCaller, context: ServerContext) -> NewCode:
    """A code with which one computer becomes a device of the organisation. Asked again, there is another one."""
    with context.database.writing() as connection:
        return devices.activation_code(connection, organisation, caller, context.now())


@router.post(f"{OFFICE}/technician-codes", status_code=201, responses=_FINDS)
def technician_code(organisation: Id, caller: StaffCaller, context: ServerContext) -> NewCode:
    """A code with which you can begin a session on a computer of the organisation: 10 minutes, once. The one before lapses."""
    with context.database.writing() as connection:
        return devices.technician_code(connection, organisation, caller, context.now())


@router.get(f"{OFFICE}/technician-codes/offline", responses=_FINDS)
def offline_code(organisation: Id, caller: StaffCaller, context: ServerContext) -> OfflineCode:
    """The code that the organisation's computers accept while they have no network; it changes every 30 seconds. Asking is noted."""
    with context.database.writing() as connection:
        return devices.offline_code(connection, organisation, caller, context.now())
