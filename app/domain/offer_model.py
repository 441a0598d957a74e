"""An offer as one frozen value, and the copy of it that a signed contract keeps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from app.domain.errors import InputError, RuleError
from app.domain.money import check_amount
from app.domain.offer_errors import OfferError
from app.domain.offer_schema import (
    Billing,
    DocumentRules,
    Identifier,
    Label,
    Managed,
    OffContract,
    Option,
    Part,
    Pricing,
    Provider,
    Rate,
    Rating,
    Rental,
    Resignation,
    Support,
    Tier,
)
from app.domain.offer_tiers import tier_findings
from app.domain.records import OfferKind
from app.domain.term_rules import TermRules
from app.domain.text import msg


class Offer(Part):
    """Everything a provider's offer says, as one value.

    Attributes:
        id: the offer's id, the same as in a contract.
        version: grows with each change of the offer.
        kind: what is sold.
        name: the offer's name.
        effective_from: the day from which this version can be signed; none where the provider dates nothing.
        currency: always euros.
        vat_rate: share of VAT, for example 0.20.
        included: what the monthly price includes, in words.
        rental: given exactly for rentals.
        managed: given exactly for managed IT.
    """

    id: Identifier
    version: int = Field(ge=1, le=1_000_000)
    kind: OfferKind
    name: Label
    effective_from: date | None = None
    currency: Literal["EUR"]
    vat_rate: Rate
    provider: Provider
    pricing: Pricing
    options: tuple[Option, ...] = ()
    included: tuple[Label, ...] = ()
    term: TermRules
    billing: Billing = Field(default_factory=Billing)
    resignation: Resignation
    support: Support | None = None
    rating: Rating | None = None
    off_contract: OffContract | None = None
    rental: Rental | None = None
    managed: Managed | None = None
    documents: DocumentRules = Field(default_factory=DocumentRules)

    @property
    def resignation_address(self) -> tuple[str, ...]:
        """Where to post a resignation; empty where the offer gives no address."""
        return self.resignation.address or self.provider.address

    @property
    def resignation_email(self) -> str:
        """Where to e-mail a resignation; empty where the offer gives none."""
        return self.resignation.email or self.provider.email

    @property
    def follows_fleet(self) -> bool:
        """Whether the quantity is the number of rented computers instead of a number somebody chooses."""
        return self.pricing.quantity_follows is not None

    def option(self, option_id: str) -> Option | None:
        """The option of that id, or none."""
        return next((option for option in self.options if option.id == option_id), None)

    def frozen(
        self, *, unit_price: Decimal | None = None, tiers: Sequence[Tier] | None = None, services: Sequence[str] | None = None
    ) -> Offer:
        """The copy that a contract keeps from its signature on: no later version of the offer changes it.

        Args:
            unit_price: the quoted unit price, where the offer has no public price.
            tiers: the quoted price table, instead of one unit price.
            services: ids of the managed services that the quote names.

        Raises:
            InputError: a quoted price is missing, given twice, or given for an offer with public prices; an unknown service.
            OfferError: the quoted price table is wrong.
        """
        offer = self
        if self.pricing.quote_required or unit_price is not None or tiers is not None:
            offer = self.with_quoted_price(unit_price=unit_price, tiers=tiers)
        return offer if services is None else offer._with_services(services)

    def with_quoted_price(self, *, unit_price: Decimal | None = None, tiers: Sequence[Tier] | None = None) -> Offer:
        """The offer with the price of the provider's quote in place of `quote_required`.

        Raises:
            InputError: no price, two prices, or an offer whose price is public.
            OfferError: the price table is wrong.
        """
        if not self.pricing.quote_required:
            raise InputError(
                "unit_price", unit_price if unit_price is not None else "tiers", msg("rien\u00a0: le prix de cette offre est public")
            )
        if (unit_price is None) == (tiers is None):
            given = "" if unit_price is None else unit_price
            raise InputError("unit_price", given, msg("le prix unitaire du devis, ou sa grille de prix"))
        if unit_price is not None:
            tiers = (Tier(from_quantity=1, unit_price=check_amount("unit_price", unit_price)),)
        pricing = self.pricing.model_copy(update={"tiers": tuple(tiers or ()), "quote_required": False})
        offer = self.model_copy(update={"pricing": pricing})
        findings = tier_findings(pricing)
        if findings:
            raise OfferError([found.located(self.id) for found in findings])
        return offer

    def _with_services(self, services: Sequence[str]) -> Offer:
        if self.managed is None:
            raise RuleError(msg("L’offre {offer} ne comporte pas de prestations d’infogérance.", offer=self.name.text))
        known = [service.id for service in self.managed.services]
        for service in services:
            if service not in known:
                raise InputError("services", service, msg("une des prestations {known}", known=", ".join(known)))
        due = tuple(name for name in known if name in services)
        return self.model_copy(update={"managed": self.managed.model_copy(update={"services_due": due})})
