"""Offers and bridge days for many organisations at once.

Publishing twice is publishing once, whoever does it. What is published to all is for the organisations that are added later as well.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

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
    return desk.in_parts(Published, lambda keep: _publish(_Task(desk, given.organisations, published, "offer published", keep)))


def publish_bridge_day(desk: Desk, given: BridgeDayPublication) -> Published:
    """Publish a bridge day.

    Raises:
        RefusedError: the day was published with another label.
        MissingError: an organisation that is not there.
    """
    task = partial(_Task, desk, given.organisations, _bridge_day(given), "bridge day published")
    return desk.in_parts(Published, lambda keep: _publish(task(keep)))


def withdraw_bridge_day(desk: Desk, given: BridgeDayPublication) -> Published:
    """Take a bridge day back where it was published. Withdrawn from all, it is not given to organisations that are added later either.

    Raises:
        MissingError: an organisation that is not there.
    """
    task = partial(_Task, desk, given.organisations, _bridge_day(given), "bridge day withdrawn")
    return desk.in_parts(Published, lambda keep: _withdraw(task(keep)))


@dataclass(frozen=True)
class _Task:
    """What is to be done where, who does it, what the journal says, and what keeps the answer."""

    desk: Desk
    chosen: Sequence[str] | None
    published: Publication
    action: str
    keep: Callable[[Connection, Published], None]

    def note(self, connection: Connection, organisation_id: str | None, action: str) -> None:
        """Write it into the journal."""
        note(connection, self.desk.context.now(), self.desk.who, organisation_id, action, self.published.name)


def _withdraw(task: _Task) -> Published:
    if task.chosen is None:
        with task.desk.context.database.writing() as connection:
            if publications.forget(connection, task.published):
                task.note(connection, None, "withdrawn from all")
    return _everywhere(task, _taken_back)


def _taken_back(pen: Pen, published: Publication) -> bool:
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


def _publish(task: _Task) -> Published:
    desk, published = task.desk, task.published
    published.require_possible()
    database = desk.context.database
    with database.reading() as connection:
        for one in _targets(connection, task.chosen):
            if (known := publications.row_of(connection, one, published)) is not None:
                published.refuse_other(known.data, one)
    if task.chosen is None:
        with database.writing() as connection:
            if publications.remember(connection, published, desk.author, desk.context.now()):
                task.note(connection, None, "published to all")
    return _everywhere(task, publications.put)


def _everywhere(task: _Task, act: _Act) -> Published:
    """Do it at each organisation, and note it where it changed anything."""
    database = task.desk.context.database
    with database.reading() as connection:
        ids = _targets(connection, task.chosen)
    changed = 0
    rest = deque(_parts(ids))
    while True:
        with database.writing() as connection:
            for one in rest.popleft() if rest else ():
                if _done(task.desk.pen(connection, one), task.published, act):
                    task.note(connection, one, task.action)
                    changed += 1
            if not rest:
                answer = Published(organisations=len(ids), changed=changed)
                task.keep(connection, answer)
                return answer


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
