"""Who of an organisation may come in: its computers, codes for new ones, codes for technicians."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.server import devices
from app.server.access import activation
from app.server.audit import note
from app.server.clock import as_text
from app.server.pen import Pen
from app.server.staff.schemas import DeviceList, DeviceView, NewCode, OfflineCode
from app.server.staff.viewing import require_organisation
from app.server.technicians import codes
from app.server.tokens import Caller


def listed(connection: Connection, organisation_id: str) -> DeviceList:
    """The computers of an organisation.

    Raises:
        MissingError: there is no such organisation.
    """
    require_organisation(connection, organisation_id)
    return DeviceList(devices=[_view(row) for row in devices.of(connection, organisation_id)])


def revoke(pen: Pen, device_id: str) -> DeviceView:
    """Take a computer's access away.

    Raises:
        MissingError: the organisation has no such computer.
    """
    return _view(devices.revoke(pen.connection, pen.organisation, device_id, pen.now))


def activation_code(connection: Connection, organisation_id: str, caller: Caller, now: datetime) -> NewCode:
    """A code with which one computer becomes a device.

    Raises:
        MissingError: there is no such organisation.
    """
    code = activation.new_code(connection, organisation_id, now)
    note(connection, now, f"staff:{caller.id}", organisation_id, "code made")
    return NewCode(code=code, expires_at=as_text(now + activation.VALID))


def technician_code(connection: Connection, organisation_id: str, caller: Caller, now: datetime) -> NewCode:
    """A code with which the caller can begin a session on one of the organisation's computers.

    Raises:
        MissingError: there is no such organisation.
    """
    require_organisation(connection, organisation_id)
    code = codes.new_code(connection, organisation_id, caller.id, now)
    note(connection, now, f"staff:{caller.id}", organisation_id, "technician code made")
    return NewCode(code=code, expires_at=as_text(now + codes.VALID))


def offline_code(connection: Connection, organisation_id: str, caller: Caller, now: datetime) -> OfflineCode:
    """The code that the organisation's computers accept now without a network.

    Raises:
        MissingError: there is no such organisation.
    """
    require_organisation(connection, organisation_id)
    code, seconds = codes.offline_code(connection, organisation_id, now)
    note(connection, now, f"staff:{caller.id}", organisation_id, "offline code read")
    return OfflineCode(code=code, seconds=seconds)


def _view(row: Any) -> DeviceView:
    return DeviceView.model_validate({name: getattr(row, name) for name in DeviceView.model_fields})
