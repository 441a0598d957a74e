"""Who may use which route: the one table. A route that is not in it, or is not guarded as it says, keeps the server from starting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from types import MappingProxyType

from fastapi import APIRouter
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from app.server.context import device_only, device_token, staff_only


class Role(Enum):
    """Who a route is for."""

    ANYBODY = "anybody"
    #: Whoever has a code, a refresh token or a signed link; the route itself checks it.
    HOLDER = "holder"
    DEVICE = "device"
    STAFF = "staff"


_OFFICE = "/v1/staff/organisations/{organisation}"
#: Every route of the server.
PERMISSIONS: Mapping[tuple[str, str], Role] = MappingProxyType(
    {
        ("GET", "/health"): Role.ANYBODY,
        ("GET", "/ready"): Role.ANYBODY,
        ("GET", "/metrics"): Role.ANYBODY,
        ("POST", "/v1/activate"): Role.HOLDER,
        ("POST", "/v1/token"): Role.HOLDER,
        ("GET", "/r/{link}"): Role.HOLDER,
        ("HEAD", "/r/{link}"): Role.HOLDER,
        ("POST", "/r/{link}"): Role.HOLDER,
        ("POST", "/v1/device/fork"): Role.DEVICE,
        ("DELETE", "/v1/device"): Role.DEVICE,
        ("GET", "/v1/sync/info"): Role.DEVICE,
        ("POST", "/v1/sync/push"): Role.DEVICE,
        ("GET", "/v1/sync/changes"): Role.DEVICE,
        ("GET", "/v1/blobs/{sha256}"): Role.DEVICE,
        ("HEAD", "/v1/blobs/{sha256}"): Role.DEVICE,
        ("POST", "/v1/uploads"): Role.DEVICE,
        ("HEAD", "/v1/uploads/{upload}"): Role.DEVICE,
        ("PATCH", "/v1/uploads/{upload}"): Role.DEVICE,
        ("POST", "/v1/technician-code"): Role.DEVICE,
        ("GET", "/v1/technician-secret"): Role.DEVICE,
        ("GET", "/v1/staff/organisations"): Role.STAFF,
        ("POST", "/v1/staff/offers"): Role.STAFF,
        ("POST", "/v1/staff/bridge-days"): Role.STAFF,
        ("POST", "/v1/staff/bridge-days/withdrawal"): Role.STAFF,
        ("GET", f"{_OFFICE}/records/{{type}}"): Role.STAFF,
        ("GET", f"{_OFFICE}/queue"): Role.STAFF,
        ("GET", f"{_OFFICE}/requests/{{request}}"): Role.STAFF,
        ("POST", f"{_OFFICE}/requests/{{request}}/call-back"): Role.STAFF,
        ("POST", f"{_OFFICE}/requests/{{request}}/messages"): Role.STAFF,
        ("POST", f"{_OFFICE}/requests/{{request}}/interventions"): Role.STAFF,
        ("POST", f"{_OFFICE}/interventions/{{intervention}}/close"): Role.STAFF,
        ("POST", f"{_OFFICE}/requests/{{request}}/resolve"): Role.STAFF,
        ("GET", f"{_OFFICE}/claims/{{claim}}"): Role.STAFF,
        ("POST", f"{_OFFICE}/claims/{{claim}}/decision"): Role.STAFF,
        ("POST", f"{_OFFICE}/resignations/{{resignation}}/confirmation"): Role.STAFF,
        ("POST", f"{_OFFICE}/backup-subscriptions"): Role.STAFF,
        ("GET", f"{_OFFICE}/blobs/{{sha256}}"): Role.STAFF,
        ("GET", f"{_OFFICE}/devices"): Role.STAFF,
        ("POST", f"{_OFFICE}/devices/{{device}}/revocation"): Role.STAFF,
        ("POST", f"{_OFFICE}/activation-codes"): Role.STAFF,
        ("POST", f"{_OFFICE}/technician-codes"): Role.STAFF,
        ("GET", f"{_OFFICE}/technician-codes/offline"): Role.STAFF,
    }
)
#: What has to stand before a route of that role.
_GUARDS = {Role.DEVICE: frozenset({device_only, device_token}), Role.STAFF: frozenset({staff_only})}
_ALL_GUARDS = frozenset().union(*_GUARDS.values())


class PermissionTableError(Exception):
    """A route and the table do not agree: a mistake in the program."""


def enforce(routers: Iterable[APIRouter]) -> None:
    """Hold every route of every router against the table.

    Raises:
        PermissionTableError: a route is not in it, or has another guard than it says.
    """
    for route in (one for router in routers for one in router.routes):
        if not isinstance(route, APIRoute):
            continue  # the OpenAPI document, and the routers within the application's own
        standing = set(_calls(route.dependant)) & _ALL_GUARDS
        for method in route.methods or ():
            role = PERMISSIONS.get((method, route.path))
            if role is None:
                raise PermissionTableError(f"{method} {route.path} is not in the table of permissions")
            wanted = _GUARDS.get(role, frozenset())
            if not (standing <= wanted and bool(standing) == bool(wanted)):
                raise PermissionTableError(f"{method} {route.path} is not guarded for {role.value}")


def _calls(dependant: Dependant) -> Iterator[object]:
    for one in dependant.dependencies:
        yield one.call
        yield from _calls(one)
