"""Offers and bridge days for many organisations at once.

Publishing twice is publishing once, whoever does it. What is published to all is for the organisations that are added later as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection, select

from app.domain.offers import Offer, OfferError, parse_offer
from app.server import publications
from app.server.audit import note
from app.server.pen import Change, Pen
from app.server.problems import ApiError, InvalidError, MissingError
from app.server.publications import Publication
from app.server.staff.desk import Desk
from app.server.staff.schemas import BridgeDayPublication, OfferPublication, Published
from app.server.tables import organisation

#: Organisations of one transaction: many enough to be quick, few enough that their computers hardly wait.
_TOGETHER = 25
_Act = Callable[[Pen, Publication], bool]


def publish_offer(desk: Desk, given: OfferPublication) -> Published:
    """Publish an offer file.

    Raises:
        InvalidError: it is not a right offer; every problem is named.
        RefusedError: another text was published under this version.
        MissingError: an organisation that is not there.
    """
    offer = _parsed(given.toml)
    key = {"offer": offer.id, "version": offer.version}
    published = Publication("published_offer", f"offer {offer.id} {offer.version}", key, {"toml": given.toml})
    return _publish(desk, given.organisations, published, "offer published")


def publish_bridge_day(desk: Desk, given: BridgeDayPublication) -> Published:
    """Publish a bridge day.

    Raises:
        RefusedError: the day was published with another label.
        MissingError: an organisation that is not there.
    """
    return _publish(desk, given.organisations, _bridge_day(given), "bridge day published")


def withdraw_bridge_day(desk: Desk, given: BridgeDayPublication) -> Published:
    """Take a bridge day back where it was published. Withdrawn from all, it is not given to organisations that are added later either.

    Raises:
        MissingError: an organisation that is not there.
    """
    published = _bridge_day(given)
    if given.organisations is None:
        with desk.context.database.writing() as connection:
            publications.forget(connection, published)
    return _everywhere(desk, given.organisations, published, "bridge day withdrawn", _withdraw)


def _withdraw(pen: Pen, published: Publication) -> bool:
    known = publications.row_of(pen.connection, pen.organisation, published)
    if known is None:
        return False
    pen.write([Change(known.type, known.id, {}, known.seq, "delete")])
    return True


def _bridge_day(given: BridgeDayPublication) -> Publication:
    day = given.day.isoformat()
    return Publication(
        "bridge_day", f"bridge day {given.provider} {day}", {"provider_id": given.provider, "day": day}, {"label": given.label}
    )


def _parsed(toml: str) -> Offer:
    try:
        return parse_offer(toml, "offer.toml")
    except OfferError as error:
        raise InvalidError("this is not a right offer", detail="; ".join(one.text.render("en") for one in error.problems[:20])) from error


def _publish(desk: Desk, chosen: Sequence[str] | None, published: Publication, action: str) -> Published:
    published.require_possible()
    database = desk.context.database
    with database.reading() as connection:
        for one in _targets(connection, chosen):
            if (known := publications.row_of(connection, one, published)) is not None:
                published.refuse_other(known.data, one)
    if chosen is None:
        with database.writing() as connection:
            publications.remember(connection, published, desk.author, desk.context.now())
    return _everywhere(desk, chosen, published, action, publications.put)


def _everywhere(desk: Desk, chosen: Sequence[str] | None, published: Publication, action: str, act: _Act) -> Published:
    """Do it at each organisation, and note it where it changed anything."""
    with desk.context.database.reading() as connection:
        ids = _targets(connection, chosen)
    changed = 0
    for part in _parts(ids):
        with desk.context.database.writing() as connection:
            for one in part:
                if _done(desk.pen(connection, one), published, act):
                    note(connection, desk.context.now(), desk.who, one, action, published.name)
                    changed += 1
    return Published(organisations=len(ids), changed=changed)


def _done(pen: Pen, published: Publication, act: _Act) -> bool:
    try:
        return act(pen, published)
    except ApiError as error:
        if pen.organisation not in error.detail:
            error.detail = f"{pen.organisation}: {error.detail}"
        raise


def _targets(connection: Connection, chosen: Sequence[str] | None) -> list[str]:
    """In one order for everybody, so that two who publish at once never wait for each other in a circle."""
    known = set(connection.scalars(select(organisation.c.id)))
    if chosen is None:
        return sorted(known)
    if unknown := sorted(set(chosen) - known):
        named = ", ".join(unknown[:20]) + (", …" if len(unknown) > 20 else "")
        raise MissingError(f"organisations: {named} not found; expected: ids of organisations")
    return sorted(set(chosen))


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _TOGETHER):
        yield ids[start : start + _TOGETHER]
