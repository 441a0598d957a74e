"""Which managed services a contract gives a right to, and when somebody comes on site.

Source: Commown managed IT, "ARTICLE 2 – Prestations de services incluses" and "Intervention sur place".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain.calendars import add_days, add_months, months_between
from app.domain.eligibility import Condition
from app.domain.errors import InputError, RuleError
from app.domain.explain import Explained, Explanation
from app.domain.offer_text import choice, counted, listed, plain
from app.domain.text import Text, msg

if TYPE_CHECKING:
    from app.domain.offer_model import Offer
    from app.domain.offer_schema import Managed, OnSiteVisit

ON_SITE_VISIT = "on_site_visit"
UNLIMITED_SUPPORT = "unlimited_support"

_QUARTER = r"(?: (?:cedex(?: [0-9]{1,2})?|[0-9]{1,2} ?(?:er|e|eme|ieme)?(?: arrondissement)?))?"
_POSTAL_CODE = re.compile(r"^[0-9]{5} ")


@dataclass(frozen=True)
class VisitRequest:
    """An on-site visit that somebody wants.

    Attributes:
        wanted_on: the day.
        city: of the site, as its address has it; empty when it is not known.
        contracts: how many contracts the organisation has running with the provider.
        devices: how many devices it rents from the provider; counted where the offer says so.
        contract_start: first day of the managed-IT contract.
        visits: the days of the visits already made, agreed or asked for under that contract.
    """

    wanted_on: date
    city: str
    contracts: int
    contract_start: date
    visits: Collection[date] = ()
    devices: int = 0


@dataclass(frozen=True)
class VisitDecision:
    """Whether a visit is due: every condition must be met. `why` says the same as an explanation."""

    ok: bool
    conditions: tuple[Condition, ...]
    why: Explanation

    @property
    def due(self) -> bool | None:
        """Whether it is due; none where no condition is known not to be met and one is not known."""
        if self.ok:
            return True
        return False if any(condition.met is False for condition in self.conditions) else None

    @property
    def failing(self) -> tuple[Condition, ...]:
        """The conditions that are not met or not known, in order."""
        return tuple(condition for condition in self.conditions if condition.met is not True)


@dataclass(frozen=True)
class ServiceDecision:
    """How a service that somebody asks for stands under a contract; `due` is none where nobody knows."""

    due: bool | None
    conditions: tuple[Condition, ...]
    why: Explanation

    @property
    def reason(self) -> Text:
        """What says in one sentence why it is not due: the first condition that is not met, where there are any."""
        return next((condition.why for condition in self.conditions if condition.met is False), self.why.steps[0])


def service_asked(offer: Offer, service_id: str, visit: Callable[[], VisitRequest]) -> ServiceDecision:
    """How a service stands that somebody asks for; on site, the offer's rule of visits counts too.

    Args:
        offer: the frozen offer of the contract.
        service_id: as the offer names it.
        visit: what is known of the visit, which is much to read: only asked for where the offer has that rule.

    Raises:
        RuleError: the contract is not for managed services.
    """
    due = service_due(offer, service_id)
    managed = _managed(offer)
    if service_id != ON_SITE_VISIT or managed.on_site_visit is None or all(service.id != service_id for service in managed.services):
        return ServiceDecision(due.value, (), due.why)
    decision = on_site_visit(offer, visit())
    why = decision.why
    if decision.due is not True:
        why = Explanation(why.rule, why.inputs, (*why.steps, msg("La demande peut partir comme demande de devis.")))
    return ServiceDecision(decision.due, decision.conditions, why)


def unlimited_support(offer: Offer) -> Explained[bool | None]:
    """Whether a managed contract gives a right to help without limit.

    Raises:
        RuleError: the contract is not for managed services.
    """
    return service_due(offer, UNLIMITED_SUPPORT)


def service_due(offer: Offer, service_id: str) -> Explained[bool | None]:
    """Whether a service is in the contract; None when the contract does not record which services the quote names.

    A service that is not due can still be asked for, as a request for a quote.

    Args:
        offer: the frozen offer of the contract.
        service_id: as the offer names it; another one is a service that the offer does not have.

    Raises:
        RuleError: the contract is not for managed services.
    """
    managed = _managed(offer)
    named = next((service.label.text for service in managed.services if service.id == service_id), plain(service_id))
    known = managed.services_due
    rule = (
        msg("Seules sont dues les prestations que nomme le devis.")
        if managed.only_services_in_quote
        else msg("Toutes les prestations de l’offre sont dues.")
    )
    inputs: list[tuple[Text, object]] = [(msg("Offre"), offer.name.text), (msg("Prestation"), named)]
    if managed.only_services_in_quote:
        inputs.append((msg("Au devis"), _named_in_quote(managed)))
    value: bool | None
    if all(service.id != service_id for service in managed.services):
        value, step = False, msg("Absent de votre contrat\u00a0: l’offre n’a pas cette prestation ({service}).", service=named)
    elif not managed.only_services_in_quote or (known is not None and service_id in known):
        value, step = True, msg("Dans votre contrat\u00a0: {service}.", service=named)
    elif known is None:
        value, step = None, msg("Le contrat enregistré ne dit pas quelles prestations nomme le devis\u00a0: vérifiez-le.")
    else:
        value, step = False, msg("Absent de votre contrat\u00a0: le devis ne nomme pas cette prestation ({service}).", service=named)
    steps = (step,) if value else (step, msg("La demande peut partir comme demande de devis."))
    return Explained(value, Explanation(rule, tuple(inputs), steps))


def on_site_visit(offer: Offer, request: VisitRequest) -> VisitDecision:
    """Whether somebody comes on site: the service is in the contract, the contracts are enough, the city is served, the year's visit is left.

    Raises:
        InputError: the day lies before the contract, or the number of contracts is negative.
        RuleError: the contract is not for managed services, or its offer has no rule of on-site visits.
    """
    visit = _managed(offer).on_site_visit
    if visit is None:
        raise RuleError(msg("L’offre {offer} ne prévoit pas d’intervention sur place.", offer=offer.name.text))
    if request.wanted_on < request.contract_start:
        raise InputError(
            "wanted_on", request.wanted_on.isoformat(), msg("un jour à partir du {start}, début du contrat", start=request.contract_start)
        )
    for name in ("contracts", "devices"):
        if getattr(request, name) < 0:
            raise InputError(name, getattr(request, name), msg("au moins {least}", least=0))
    conditions = (_in_contract(offer), _enough(visit, request), _served(visit, request), _visit_left(visit, request))
    ok = all(condition.met is True for condition in conditions)
    steps = (*(condition.why for condition in conditions), msg("L’intervention est due.") if ok else msg("L’intervention n’est pas due."))
    inputs: tuple[tuple[Text, object], ...] = (
        (msg("Souhaitée le"), request.wanted_on),
        (msg("Ville du site"), request.city or msg("inconnue")),
        (msg("Appareils loués"), request.devices) if visit.counted == "devices" else (msg("Contrats"), request.contracts),
        (msg("Début du contrat"), request.contract_start),
    )
    rule = msg("Une intervention sur place n’est due que si toutes ses conditions sont remplies.")
    return VisitDecision(ok, conditions, Explanation(rule, inputs, steps))


def contract_year(start: date, day: date) -> tuple[date, date]:
    """First and last day of the contract year that holds `day`, counted from the original start without drift."""
    years = months_between(start, day) // 12
    return add_months(start, 12 * years), add_days(add_months(start, 12 * (years + 1)), -1)


def _managed(offer: Offer) -> Managed:
    if offer.managed is None:
        raise RuleError(msg("L’offre {offer} ne comporte pas de prestations d’infogérance.", offer=offer.name.text))
    return offer.managed


def _named_in_quote(managed: Managed) -> Text:
    if managed.services_due is None:
        return msg("inconnu")
    named = [service.label.text for service in managed.services if service.id in managed.services_due]
    return listed(*named) if named else msg("aucune prestation")


def _in_contract(offer: Offer) -> Condition:
    due = service_due(offer, ON_SITE_VISIT)
    return Condition("service", msg("L’intervention sur place est au devis"), due.value, "", due.why.steps[0])


def _enough(visit: OnSiteVisit, request: VisitRequest) -> Condition:
    if visit.counted == "devices":
        return _enough_devices(visit.minimum_contracts, request.devices)
    name = msg("Au moins {least} contrats", least=visit.minimum_contracts)
    why = counted(
        request.contracts,
        msg("Vous avez {n} contrat\u202f; il en faut {least}.", n=request.contracts, least=visit.minimum_contracts),
        msg("Vous avez {n} contrats\u202f; il en faut {least}.", n=request.contracts, least=visit.minimum_contracts),
    )
    return Condition("contracts", name, request.contracts >= visit.minimum_contracts, str(request.contracts), why)


def _enough_devices(least: int, devices: int) -> Condition:
    why = counted(
        devices,
        msg("Vous louez {n} appareil\u202f; il en faut {least}.", n=devices, least=least),
        msg("Vous louez {n} appareils\u202f; il en faut {least}.", n=devices, least=least),
    )
    return Condition("devices", msg("Au moins {least} appareils loués", least=least), devices >= least, str(devices), why)


def _served(visit: OnSiteVisit, request: VisitRequest) -> Condition:
    cities = choice(*(plain(city) for city in visit.cities))
    name, city = msg("Un site à {cities}", cities=cities), request.city.strip()
    if not city:
        return Condition("city", name, None, "", msg("La ville du site n’est pas renseignée."))
    if any(_is_in(city, served) for served in visit.cities):
        return Condition("city", name, True, city, msg("{city} est desservie.", city=city))
    return Condition("city", name, False, city, msg("{city} n’est pas desservie\u00a0: {cities} seulement.", city=city, cities=cities))


def _visit_left(visit: OnSiteVisit, request: VisitRequest) -> Condition:
    first, last = contract_year(request.contract_start, request.wanted_on)
    made = sorted(day for day in request.visits if first <= day <= last)
    name = (
        msg("Une fois par année de contrat")
        if visit.per_contract_year == 1
        else msg("{n} fois par année de contrat", n=visit.per_contract_year)
    )
    if len(made) < visit.per_contract_year:
        why = counted(
            len(made),
            msg("{n} intervention dans l’année de contrat du {first} au {last}.", n=len(made), first=first, last=last),
            msg("{n} interventions dans l’année de contrat du {first} au {last}.", n=len(made), first=first, last=last),
        )
        return Condition("contract_year", name, True, str(len(made)), why)
    why = msg(
        "Déjà faite, prévue ou demandée dans l’année de contrat du {first} au {last}\u00a0: {days}. La suivante est possible à partir du {next}.",
        first=first,
        last=last,
        days=listed(*(msg("{day}", day=day) for day in made)),
        next=add_days(last, 1),
    )
    return Condition("contract_year", name, False, str(len(made)), why)


def _is_in(city: str, served: str) -> bool:
    """Whether an address's city is `served`, written with or without postal code, arrondissement, Cedex, accents or capitals."""
    written = _POSTAL_CODE.sub("", _folded(city))
    return re.fullmatch(re.escape(_folded(served)) + _QUARTER, written) is not None


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(each for each in letters if not unicodedata.combining(each)).replace("-", " ").split())
