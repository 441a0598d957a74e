"""How often an address may knock: against guessing codes and tokens.

Counted in the database, so that all processes of a server count together, by the generic cell rate algorithm: one row an address.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv6Address, ip_address
from math import ceil

from fastapi import Request
from sqlalchemy import ColumnElement, Connection, case, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from app.server.context import Context, context_of
from app.server.problems import SlowDownError
from app.server.tables import knock

#: Longer names than any address has; a proxy may hand over something else.
_LONGEST = 60
#: No account is settled so much later, in microseconds.
_LONGEST_PERIOD = 3600 * 1_000_000


@dataclass(frozen=True)
class Limit:
    """At most `most` requests at once from one address, and then one for each `most`th part of `seconds`."""

    name: str
    most: int
    seconds: int

    def check(self, request: Request) -> None:
        """Let a request in and count it, whatever becomes of it, or refuse it.

        Raises:
            SlowDownError: too many; `Retry-After` says when to come back.
        """
        if not request.app.state.limited:
            return
        context = context_of(request)
        address = _household(request.client.host if request.client else "")
        now = _microseconds(context.now())
        with context.database.reading() as connection:
            # Whoever is refused keeps nobody from writing.
            self._refuse(connection, address, now)
        self._count(context, address, now)

    def _count(self, context: Context, address: str, now: int) -> None:
        share = self._period // self.most
        insert = postgresql.insert if context.database.engine.dialect.name == "postgresql" else sqlite.insert
        fresh = insert(knock).values(name=self.name, address=address, settled_at=now + share)
        settled_at = knock.c.settled_at
        counted = fresh.on_conflict_do_update(
            index_elements=["name", "address"],
            set_={"settled_at": case((settled_at.between(now, self._latest(now)), settled_at), else_=now) + share},
            where=or_(settled_at <= self._fullest(now), settled_at > self._latest(now)),
        )
        with context.database.writing() as connection:
            if connection.execute(counted.returning(settled_at)).one_or_none() is None:
                self._refuse(connection, address, now)

    def _refuse(self, connection: Connection, address: str, now: int) -> None:
        known = select(knock.c.settled_at).where(knock.c.name == self.name, knock.c.address == address)
        settled_at = connection.scalar(known) or 0
        over = settled_at - self._fullest(now)
        if over > 0 and settled_at <= self._latest(now):
            raise SlowDownError("too many requests", headers={"Retry-After": str(ceil(over / 1_000_000))})

    @property
    def _period(self) -> int:
        return self.seconds * 1_000_000

    def _fullest(self, now: int) -> int:
        """How late an account may be settled for one more request to be let in."""
        return now + self._period * (self.most - 1) // self.most

    def _latest(self, now: int) -> int:
        """What is settled later than this was counted by a clock that was wrong, and is not believed."""
        return now + 2 * self._period


def lapsed(now: datetime) -> ColumnElement[bool]:
    """Whether an address has nothing to its account any more, or something that a wrong clock put there."""
    moment = _microseconds(now)
    return or_(knock.c.settled_at < moment, knock.c.settled_at > moment + _LONGEST_PERIOD)


def _microseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1_000_000)


def _household(host: str) -> str:
    """What one customer of a network has: an address, or the 64 bits of an IPv6 address before those that they choose themselves."""
    try:
        address = ip_address(host)
    except ValueError:
        return host[:_LONGEST]
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(IPv6Address(int(address) >> 64 << 64))
    return host
