"""The managed services of contracts: which are due, and under which conditions somebody comes on site."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from app.domain.errors import NotFoundError, RuleError
from app.domain.formatting import PARIS
from app.domain.managed_services import ServiceDecision, VisitRequest, service_asked
from app.domain.offers import Offer
from app.domain.records import RUNNING, ContractStatus, OfferKind
from app.domain.text import msg
from app.domain.values.support import ServiceChoice
from app.services.context import ServiceContext
from app.services.contract_reading import offer_from_copy, offer_of, provider_of, rented_devices
from app.store import contract_queries, office_queries, visit_queries
from app.store.tables import Contract, Site
from app.store.unit_of_work import Session


def choices(session: Session, site_id: UUID | None, wanted_on: date) -> tuple[ServiceChoice, ...]:
    """Every service of every running managed contract of a site and of none, or of all, as it stands on a day.

    Of a contract that this program cannot read, none: its sheet says so.
    """
    site = session.get(Site, site_id) if site_id else None
    found: list[ServiceChoice] = []
    for row in contract_queries.contracts(session, site_id=site_id, statuses=RUNNING, kind=OfferKind.MANAGED_IT):
        if offer_from_copy(row.offer_copy) is not None:
            found += of_contract(session, row, wanted_on, site)
    return tuple(found)


def of_contract(session: Session, row: Contract, wanted_on: date, site: Site | None = None) -> tuple[ServiceChoice, ...]:
    """Every service of one contract, in its offer's order; none where it is not for managed services.

    Raises:
        UnreadableContractError: this program cannot read its offer.
    """
    managed = offer_of(row).managed
    return tuple(_choice(session, row, service.id, wanted_on, site) for service in managed.services) if managed else ()


def _choice(session: Session, row: Contract, service_id: str, wanted_on: date, site: Site | None) -> ServiceChoice:
    """One service of a managed contract, as it stands on a day at a site: see `decision_of`."""
    managed = offer_of(row).managed
    service = next((one for one in managed.services if one.id == service_id), None) if managed else None
    label = service.label.text.render() if service else service_id
    description = service.description.text.render() if service and service.description else ""
    found = decision_of(session, row, service_id, wanted_on, site)
    return ServiceChoice(row.id, row.number, service_id, label, description, found.due, found.conditions, found.why)


def decision_of(
    session: Session, row: Contract, service_id: str, wanted_on: date, site: Site | None = None, but: UUID | None = None
) -> ServiceDecision:
    """How a service stands under a managed contract, on a day at a site.

    Args:
        session: the open session.
        row: the contract.
        service_id: as its offer names it; another one is not due.
        wanted_on: the day, at the earliest the contract's first one.
        site: where; none: the contract's site, the only one, or else the office itself.
        but: the request that is judged, when it is kept already: see `visit_queries.visits`.

    Raises:
        UnreadableContractError: this program cannot read the contract's offer.
    """
    offer = offer_of(row)
    return service_asked(offer, service_id, lambda: _visit(session, row, offer, wanted_on, site, but))


def known_services(session: Session, context: ServiceContext) -> tuple[str, ...]:
    """The ids of every managed service that a contract's offer or an offer of today names, in order."""
    kept = [offer_from_copy(row.offer_copy) for row in contract_queries.contracts(session, kind=OfferKind.MANAGED_IT)]
    offers = [*kept, *context.offers().values()]
    return tuple(dict.fromkeys(service.id for offer in offers if offer and offer.managed for service in offer.managed.services))


def set_due(session: Session, contract_id: UUID, ids: Sequence[str]) -> None:
    """Write down which services a contract's quote names, in its frozen copy of the offer.

    Raises:
        InputError: an unknown service.
        NotFoundError: no such contract.
        RuleError: the contract has ended, or is not for managed services.
        UnreadableContractError: this program cannot read its offer.
    """
    row = session.get(Contract, contract_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError(msg("Contrat inconnu\u00a0: {id}", id=contract_id))
    if row.status is ContractStatus.ENDED:
        raise RuleError(msg("Le contrat {number} est terminé\u00a0: ses prestations ne changent plus.", number=row.number))
    managed = offer_of(row).frozen(services=ids).managed
    if managed is not None:
        # Nothing else is written: the copy may have keys that only newer programs know.
        due = list(managed.services_due or ())
        row.offer_copy = {**row.offer_copy, "managed": {**row.offer_copy["managed"], "services_due": due}}


def _visit(session: Session, row: Contract, offer: Offer, wanted_on: date, site: Site | None, but: UUID | None) -> VisitRequest:
    return VisitRequest(
        wanted_on=max(wanted_on, row.start),
        city=_city(session, row, site),
        contracts=_running_with(session, offer, wanted_on),
        devices=rented_devices(session, offer.provider.id),
        contract_start=row.start,
        visits=[moment.astimezone(PARIS).date() for moment in visit_queries.visits(session, row.id, but)],
    )


def _city(session: Session, row: Contract, site: Site | None) -> str:
    """The city of the site, of the contract's, of the only one; or else the office's own."""
    if site is None and row.site_id is not None:
        site = session.get(Site, row.site_id)
    if site is None:
        sites = office_queries.sites(session)
        site = sites[0] if len(sites) == 1 else None
        if len(sites) > 1:
            return ""
    if site is not None and site.city:
        return site.city
    office = office_queries.organisation(session) if site is None else None
    return office.city if office is not None else ""


def _running_with(session: Session, offer: Offer, day: date) -> int:
    """How many contracts run with the offer's provider."""
    rows = contract_queries.contracts(session, statuses=RUNNING)
    return sum(provider_of(row) == offer.provider.id and row.start <= day for row in rows)
