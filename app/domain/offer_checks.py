"""What a schema cannot say: an offer whose parts, each right by itself, do not fit together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.offer_errors import Finding, KeyPath
from app.domain.offer_model import Offer
from app.domain.offer_schema import WEEKDAYS, Managed, Rental, Support
from app.domain.offer_tiers import tier_findings
from app.domain.records import OfferKind
from app.domain.text import Text, msg


def findings(offer: Offer) -> list[Finding]:
    """What is wrong in `offer` beyond types and bounds; empty when all is well."""
    found = [*_kind(offer), *tier_findings(offer.pricing), *_options(offer)]
    if offer.support is not None:
        found += _support(offer.support)
    if offer.rental is not None:
        found += _rental(offer.rental)
    if offer.managed is not None:
        found += _managed(offer.managed)
    return found


def _kind(offer: Offer) -> Iterator[Finding]:
    tables = {"rental": (offer.rental, OfferKind.RENTAL), "managed": (offer.managed, OfferKind.MANAGED_IT)}
    for name, (table, kind) in tables.items():
        if offer.kind is kind and table is None:
            yield Finding((name,), None, msg('la table [{name}], nécessaire à une offre kind = "{kind}"', name=name, kind=kind.value))
        if offer.kind is not kind and table is not None:
            allowed = msg('la table [{name}] dans une offre kind = "{kind}" seulement', name=name, kind=kind.value)
            yield Finding((name,), offer.kind.value, allowed)
    tied = offer.managed is not None and offer.managed.tied_to is not None
    if offer.pricing.quantity_follows is not None and not tied:
        allowed = msg("quantity_follows dans une offre liée à une location (managed.tied_to) seulement")
        yield Finding(("pricing", "quantity_follows"), offer.pricing.quantity_follows, allowed)


def _options(offer: Offer) -> Iterator[Finding]:
    ids = [option.id for option in offer.options]
    yield from _unique(("options",), "id", ids)
    for index, option in enumerate(offer.options):
        if option.id == offer.pricing.unit:
            yield Finding(("options", index, "id"), option.id, msg("un autre identifiant que l’unité de prix"))
        for place, other in enumerate(option.excludes):
            if other not in ids or other == option.id:
                others = ", ".join(sorted(set(ids) - {option.id})) or "–"
                yield Finding(
                    ("options", index, "excludes", place), other, msg("une autre option de l’offre\u00a0: {others}", others=others)
                )
        if option.backup is not None and option.backup.late_hours < option.backup.good_hours:
            allowed = msg("au moins good_hours, soit {hours}", hours=option.backup.good_hours)
            yield Finding(("options", index, "backup", "late_hours"), option.backup.late_hours, allowed)


def _support(support: Support) -> Iterator[Finding]:
    if not _known_zone(support.time_zone):
        yield Finding(("support", "time_zone"), support.time_zone, msg("un fuseau horaire connu, par exemple Europe/Paris"))
    for index, opening in enumerate(support.hours):
        for key, moment in (("opens", opening.opens), ("closes", opening.closes)):
            if moment.tzinfo is not None:
                yield Finding(("support", "hours", index, key), moment, msg("une heure sans décalage, dans le fuseau time_zone"))
                return
        if opening.closes <= opening.opens:
            allowed = msg("une heure après l’ouverture, à {opens}", opens=f"{opening.opens:%H:%M}")
            yield Finding(("support", "hours", index, "closes"), opening.closes, allowed)
            return
    yield from _overlaps(support)
    if support.closed_on_bridge_days and not support.closed_on_public_holidays:
        yield Finding(("support", "closed_on_bridge_days"), True, msg("false quand closed_on_public_holidays = false"))
    if support.first_response_promised and support.first_response_minutes is None:
        yield Finding(("support", "first_response_minutes"), None, msg("un délai en minutes quand first_response_promised = true"))


def _overlaps(support: Support) -> Iterator[Finding]:
    """One finding for each overlap, with all the days it is found on."""
    days: dict[str, list[str]] = {}
    for weekday, name in enumerate(WEEKDAYS):
        for before, after in pairwise(support.openings_on(weekday)):
            if after[0] < before[1]:
                days.setdefault(f"{before[0]:%H:%M}-{before[1]:%H:%M}, {after[0]:%H:%M}-{after[1]:%H:%M}", []).append(name)
    for times, names in days.items():
        yield Finding(("support", "hours"), times, msg("des horaires qui ne se recouvrent pas ({days})", days=", ".join(names)))


def _rental(rental: Rental) -> Iterator[Finding]:
    delivery = rental.delivery
    if delivery is not None and delivery.working_days_max < delivery.working_days_min:
        allowed = msg("au moins working_days_min, soit {days}", days=delivery.working_days_min)
        yield Finding(("rental", "delivery", "working_days_max"), delivery.working_days_max, allowed)
    seen: set[str] = set()
    for index, row in enumerate(rental.cover):
        for place, event in enumerate(row.events):
            if event in seen:
                yield Finding(("rental", "cover", index, "events", place), event, _once())
            seen.add(event)
    yield from _unique(("rental", "end_of_rental"), "id", [one.id for one in rental.end_of_rental])
    for index, one in enumerate(rental.end_of_rental):
        if one.discount is not None and one.id != "keep":
            yield Finding(("rental", "end_of_rental", index, "discount"), one.discount, msg("une remise pour le choix keep seulement"))


def _managed(managed: Managed) -> Iterator[Finding]:
    ids = [service.id for service in managed.services]
    yield from _unique(("managed", "services"), "id", ids)
    for index, due in enumerate(managed.services_due or ()):
        if due not in ids:
            yield Finding(("managed", "services_due", index), due, msg("une des prestations {known}", known=", ".join(ids)))


def _unique(path: KeyPath, key: str, values: Sequence[str]) -> Iterator[Finding]:
    for index, value in enumerate(values):
        if value in values[:index]:
            yield Finding((*path, index, key), value, _once())


def _once() -> Text:
    return msg("une seule fois chaque valeur")


def _known_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
