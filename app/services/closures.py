"""The days on which support is closed beside the holidays, from wherever they became known.

A contract keeps the hours of its offer as they were at signature, but its provider goes on granting bridge days: they come with the
offer, with a newer version of it, or by sync. Every clock counts them all.

Source: the rules of support hours, "bridge days granted by the provider (a list that comes with the offer or by sync)".
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from sqlite3 import Connection
from typing import TYPE_CHECKING

from app.store import closure_queries

if TYPE_CHECKING:
    from app.domain.offer_schema import Support
    from app.domain.offers import Offer
    from app.store.unit_of_work import Session


def with_closures(session: Session, offers: Mapping[str, Offer], offer: Offer) -> Offer:
    """`offer` with every bridge day of its provider that is known by now.

    Args:
        session: an open session.
        offers: the offers of today, by id.
        offer: as a contract keeps it, or one of today.
    """
    if offer.support is None:
        return offer
    support = support_with_closures(closure_queries.plain(session), offers, offer.support, offer.id, offer.provider.id)
    return offer if support is offer.support else offer.model_copy(update={"support": support})


def support_with_closures(
    connection: Connection, offers: Mapping[str, Offer], support: Support, offer_id: str, provider_id: str
) -> Support:
    """The same for the hours alone, on a plain connection."""
    if not support.closed_on_bridge_days:
        return support
    days = {*support.bridge_days, *closure_queries.published_days(connection, provider_id), *_newest(connection, offers, offer_id)}
    return support if days == set(support.bridge_days) else support.model_copy(update={"bridge_days": tuple(sorted(days))})


def _newest(connection: Connection, offers: Mapping[str, Offer], offer_id: str) -> tuple[date, ...]:
    """The bridge days of the newest version of an offer, shipped with the program or published."""
    published = next((offer for text in closure_queries.published_offers(connection, offer_id) if (offer := _parsed(text))), None)
    known = [offer for offer in (offers.get(offer_id), published) if offer is not None]
    newest = max(known, key=lambda offer: offer.version, default=None)
    return newest.support.bridge_days if newest is not None and newest.support is not None else ()


@lru_cache(maxsize=16)
def _parsed(text: str) -> Offer | None:
    """A published offer; none where this program cannot read it: a newer one may."""
    from app.domain.offers import OfferError, parse_offer

    try:
        return parse_offer(text, "published_offer")
    except OfferError:
        return None
