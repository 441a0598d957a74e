"""Offers and bridge days for many organisations at once.

A row's id follows from what it is, so that publishing twice is publishing once, whoever does it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection, select

from app.domain.offers import Offer, OfferError, parse_offer
from app.server.audit import note
from app.server.pen import Change, RefusedError
from app.server.problems import InvalidError, MissingError
from app.server.rows import find, tombstone
from app.server.staff.desk import Desk
from app.server.staff.schemas import BridgeDayPublication, OfferPublication, Published
from app.server.tables import organisation

_NAMES = UUID("0b6a4a0e-6a43-5f0b-9c8e-1f6f4d1f7a51")
#: Organisations of one transaction: many enough to be quick, few enough that their computers hardly wait.
_TOGETHER = 25


def publish_offer(desk: Desk, given: OfferPublication) -> Published:
    """Publish an offer file.

    Raises:
        InvalidError: it is not a right offer; every problem is named.
        RefusedError: another text was published under this version.
        MissingError: an organisation that is not there.
    """
    offer = _parsed(given.toml)
    values = {"offer": offer.id, "version": offer.version, "toml": given.toml}
    name = f"offer {offer.id} {offer.version}"
    return _publish(desk, given.organisations, "published_offer", name, values, "offer published")


def publish_bridge_day(desk: Desk, given: BridgeDayPublication) -> Published:
    """Publish a bridge day.

    Raises:
        RefusedError: the day was published with another label.
        MissingError: an organisation that is not there.
    """
    values = {"provider_id": given.provider, "day": given.day.isoformat(), "label": given.label}
    return _publish(desk, given.organisations, "bridge_day", _bridge_day(given), values, "bridge day published")


def withdraw_bridge_day(desk: Desk, given: BridgeDayPublication) -> Published:
    """Take a bridge day back where it was published.

    Raises:
        MissingError: an organisation that is not there.
    """
    name = _bridge_day(given)
    row_id = str(uuid5(_NAMES, name))
    changed = 0
    with desk.context.database.reading() as connection:
        ids = _targets(connection, given.organisations)
    for part in _parts(ids):
        with desk.context.database.writing() as connection:
            for one in part:
                pen = desk.pen(connection, one)
                try:
                    known = pen.find("bridge_day", row_id)
                except MissingError:
                    continue
                pen.write([Change("bridge_day", row_id, {}, known.seq, "delete")])
                note(connection, desk.context.now(), desk.who, one, "bridge day withdrawn", name)
                changed += 1
    return Published(organisations=len(ids), changed=changed)


def _bridge_day(given: BridgeDayPublication) -> str:
    return f"bridge day {given.provider} {given.day.isoformat()}"


def _parsed(toml: str) -> Offer:
    try:
        return parse_offer(toml, "offer.toml")
    except OfferError as error:
        raise InvalidError("this is not a right offer", detail="; ".join(one.text.render("en") for one in error.problems[:20])) from error


def _publish(desk: Desk, chosen: Sequence[str] | None, kind: str, name: str, values: dict[str, Any], action: str) -> Published:
    row_id = str(uuid5(_NAMES, name))
    with desk.context.database.reading() as connection:
        ids = _targets(connection, chosen)
        for one in ids:
            _refuse_other(connection, one, kind, row_id, values)
    changed = 0
    for part in _parts(ids):
        with desk.context.database.writing() as connection:
            for one in part:
                if _missing(connection, desk, one, kind, row_id, values):
                    note(connection, desk.context.now(), desk.who, one, action, name)
                    changed += 1
    return Published(organisations=len(ids), changed=changed)


def _targets(connection: Connection, chosen: Sequence[str] | None) -> list[str]:
    """In one order for everybody, so that two who publish at once never wait for each other in a circle."""
    known = set(connection.scalars(select(organisation.c.id)))
    if chosen is None:
        return sorted(known)
    if not set(chosen) <= known:
        raise MissingError("there is no such organisation")
    return sorted(set(chosen))


def _missing(connection: Connection, desk: Desk, organisation_id: str, kind: str, row_id: str, values: dict[str, Any]) -> bool:
    pen = desk.pen(connection, organisation_id)
    if _refuse_other(connection, organisation_id, kind, row_id, values):
        return False
    # What was withdrawn comes back on top of its deletion.
    pen.write([Change(kind, row_id, values, tombstone(connection, organisation_id, row_id), "put")])
    return True


def _refuse_other(connection: Connection, organisation_id: str, kind: str, row_id: str, values: dict[str, Any]) -> bool:
    """Whether the organisation has the row; another content under its name is refused."""
    try:
        known = find(connection, organisation_id, kind, row_id)
    except MissingError:
        return False
    if any(known.data.get(field) != value for field, value in values.items()):
        raise RefusedError("something else was published under this name: a change needs a new version", detail=organisation_id)
    return True


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _TOGETHER):
        yield ids[start : start + _TOGETHER]
