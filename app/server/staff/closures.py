"""Which days count as working days for a contract, from what an organisation's records say of its sites and of its provider's closures."""

from __future__ import annotations

from datetime import date

from app.domain.offers import Offer, OfferError, parse_offer
from app.domain.records import HolidayZone
from app.domain.resignation_days import WorkingDays
from app.server.pen import Pen
from app.server.problems import MissingError
from app.server.rows import Row, page, with_value
from app.server.staff.reading import shipped_offers

#: An office has few sites; of more than these nobody is asked which zone they share.
_MOST_SITES = 500


def working_days(pen: Pen, contract: Row, offer: Offer) -> WorkingDays:
    """Those of the contract's site, but for the days on which its provider closes."""
    return WorkingDays(zone_of(pen, contract), bridge_days(pen, offer))


def zone_of(pen: Pen, contract: Row) -> HolidayZone:
    """The holidays of the contract's site; of the only zone where the contract names none; else the mainland's."""
    if isinstance(site_id := contract.data.get("site_id"), str):
        try:
            return HolidayZone(pen.find("site", site_id).data["holiday_zone"])
        except MissingError:
            pass
    zones = {site.data["holiday_zone"] for site in page(pen.connection, pen.organisation, "site", "", _MOST_SITES)}
    return HolidayZone(zones.pop()) if len(zones) == 1 else HolidayZone.MAINLAND


def bridge_days(pen: Pen, offer: Offer) -> tuple[date, ...]:
    """The days on which a provider closes on top of the holidays: those of the offer, of its newest version, shipped or published, and granted since."""
    support = offer.support
    if support is None or not support.closed_on_bridge_days:
        return support.bridge_days if support is not None else ()
    granted = with_value(pen.connection, pen.organisation, "bridge_day", "provider_id", [offer.provider.id])
    newest = max(filter(None, (_published(pen, offer.id), shipped_offers().get(offer.id))), key=lambda one: one.version, default=None)
    later = newest.support.bridge_days if newest is not None and newest.support is not None else ()
    return tuple(sorted({*support.bridge_days, *later, *(date.fromisoformat(row.data["day"]) for row in granted)}))


def _published(pen: Pen, offer_id: str) -> Offer | None:
    """The newest version that was published and can be read."""
    published = with_value(pen.connection, pen.organisation, "published_offer", "offer", [offer_id])
    for row in sorted(published, key=lambda row: int(row.data["version"]), reverse=True):
        try:
            return parse_offer(str(row.data["toml"]), "published_offer")
        except OfferError:
            continue
    return None
