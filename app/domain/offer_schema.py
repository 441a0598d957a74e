"""What an offer file may hold: every key, its type and its bounds.

An offer is data. Whatever the providers' own texts leave open is a key here, so that another provider needs a file and no code.
Amounts are euros excluding tax unless a name says otherwise. `app.domain.offers` reads files; the same models, as JSON, are the
copy that a signed contract keeps.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from app.domain.money import CENT, MAX_AMOUNT
from app.domain.offer_text import bilingual
from app.domain.records import Channel
from app.domain.text import Text

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,63}$")]
Line = Annotated[str, Field(min_length=1, max_length=400, pattern=r"^[^\x00-\x1f\x7f]*$")]
Amount = Annotated[
    Decimal, Field(ge=0, le=MAX_AMOUNT, decimal_places=2, allow_inf_nan=False), AfterValidator(lambda value: value.quantize(CENT))
]
Rate = Annotated[Decimal, Field(ge=0, le=1, decimal_places=4, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=1, le=100_000)]
PricingUnit = Literal["licence", "device", "computer"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CoverEvent = Literal["breakdown", "breakage", "oxidation", "theft_burglary", "theft_pickpocketing", "theft_assault", "theft_other", "loss"]
EligibilityCondition = Literal["siren", "micro_enterprise", "iban"]
EndChoice = Literal["renew", "buy", "keep", "stop"]


class Part(BaseModel):
    """A table of an offer file: read-only, no unknown key, nothing converted from another type."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, serialize_by_alias=True, validate_by_name=True, validate_by_alias=True
    )


class Label(Part):
    """A text in the two languages of the application."""

    fr: Line
    en: Line

    @property
    def text(self) -> Text:
        """The label, to be rendered in either language."""
        return bilingual(self.fr, self.en)


class Provider(Part):
    """The company behind the offer.

    Attributes:
        id: ties offers of one provider together (a managed-IT contract and its rental).
        address: lines of the postal address; empty where the offer's texts give none.
    """

    id: Identifier
    name: Line
    legal_form: str = Field(default="", max_length=60)
    address: tuple[Line, ...] = ()
    email: str = Field(default="", pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$")
    phone: str = Field(default="", pattern=r"^$|^\+?[0-9][0-9 ()./-]{3,30}$")

    @property
    def legal_name(self) -> str:
        """The name as a letter writes it: `SARL Inforum`."""
        return f"{self.legal_form} {self.name}".strip()


class Tier(Part):
    """A unit price from a quantity on.

    Attributes:
        from_quantity: the first quantity of the tier (`from` in the file).
        unit_price: per unit and per month, excluding tax.
    """

    from_quantity: Count = Field(validation_alias="from", serialization_alias="from")
    unit_price: Amount


class Pricing(Part):
    """What the monthly price is made of.

    Attributes:
        unit: what the quantity counts.
        unit_label: what one unit is called on a price line.
        tier_mode: `volume`: the tier reached prices every unit; `graduated`: each tier prices the units that fall in it.
        tiers: the price table; empty when `quote_required`.
        quote_required: the offer has no public price: the unit price comes from the provider's quote.
        quantity_follows: the quantity is not chosen: it is the number of computers rented from the same provider.
        firm_during_commitment: the table is firm, fixed and not revisable during the commitment.
    """

    unit: PricingUnit
    unit_label: Label
    tier_mode: Literal["volume", "graduated"] = "volume"
    tiers: tuple[Tier, ...] = ()
    quote_required: bool = False
    quantity_follows: Literal["rented_computers"] | None = None
    firm_during_commitment: bool = False


class BackupRules(Part):
    """When automatic backup is possible on a PC, and how old a backup may be.

    Attributes:
        windows_build_min: the least Windows build number.
        probe_days: the connection is judged over this many days.
        probes_min: least number of probes; below it the condition is unknown.
        answered_share_min: least share of answered probes.
        gap_hours_max: longest gap between probes while the PC was on.
        good_hours: a backup no older than this is good.
        late_hours: a backup no older than this is late; older is critical.
    """

    windows_build_min: Count
    probe_days: Count
    probes_min: Count
    answered_share_min: Rate
    gap_hours_max: Count
    good_hours: Count
    late_hours: Count


class Option(Part):
    """Something that can be added to the contract, at a price.

    Attributes:
        per: `contract`: once; `licence`: as many times as there are units.
        excludes: ids of the options that cannot be taken with this one.
        conditions: what the customer must have, in words.
        backup: the measured conditions, when the option is automatic backup.
    """

    id: Identifier
    label: Label
    price: Amount
    per: Literal["contract", "licence"]
    excludes: tuple[Identifier, ...] = ()
    conditions: tuple[Label, ...] = ()
    backup: BackupRules | None = None


class Billing(Part):
    """How rents fall due.

    Attributes:
        month_begun_due: a month begun is due in full.
        due_without_use: the monthly price is due whether or not the service is used.
        continues_during_repair: the rent goes on while a device is repaired or replaced.
    """

    month_begun_due: bool = True
    due_without_use: bool = False
    continues_during_repair: bool = False


class Resignation(Part):
    """How the customer ends the contract.

    Attributes:
        clause: the heading of the provider's own text that the letter refers to; empty where that text is not known.
        channels: by what a resignation may travel.
        address: where to post it; empty: the provider's address.
        email: where to e-mail it; empty: the provider's e-mail address.
        confirmation_call: the provider calls back to confirm.
    """

    clause: Line | Literal[""] = ""
    channels: tuple[Channel, ...] = Field(min_length=1)
    address: tuple[Line, ...] = ()
    email: str = Field(default="", pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$")
    confirmation_call: bool = False


class Opening(Part):
    """An opening time, the same on several days; opening inclusive, closing exclusive."""

    days: tuple[Weekday, ...] = Field(min_length=1)
    opens: time
    closes: time


class Support(Part):
    """When and how the provider helps.

    Attributes:
        hours: weekly opening times, in `time_zone`.
        closed_on_bridge_days: also on bridge days and holidays that the provider announces.
        bridge_days: those announced when this version of the offer was written; support is closed on them.
        first_response_minutes: time to the first answer, counted while support is open; none where there is no aim.
        first_response_promised: the provider promises that time; otherwise it is only an aim the application follows.
        call_back_order: which urgency is called first; empty where the offer says nothing.
        remote_tool: name of the remote-control program.
        unlimited: no limit to the number of requests.
    """

    phone: str = Field(default="", pattern=r"^$|^\+?[0-9][0-9 ()./-]{3,30}$")
    time_zone: Line = "Europe/Paris"
    hours: tuple[Opening, ...] = Field(min_length=1)
    closed_on_public_holidays: bool = True
    closed_on_bridge_days: bool = False
    bridge_days: tuple[date, ...] = ()
    first_response_minutes: int | None = Field(default=None, ge=1, le=100_000)
    first_response_promised: bool = False
    call_back_order: tuple[Literal["blocked", "degraded", "question"], ...] = ()
    appointments: bool = False
    remote_tool: str = Field(default="", max_length=60)
    unlimited: bool = False

    def openings_on(self, weekday: int) -> tuple[tuple[time, time], ...]:
        """Opening and closing times of a day of the week (0 is Monday), earliest first."""
        name = WEEKDAYS[weekday]
        return tuple(sorted((opening.opens, opening.closes) for opening in self.hours if name in opening.days))


class Rating(Part):
    """How the provider asks for a rating.

    Attributes:
        after: the interventions after which it asks.
        by_email: it sends a link by e-mail.
    """

    after: tuple[Literal["phone", "remote", "on_site"], ...] = Field(min_length=1)
    by_email: bool = False


class OffContract(Part):
    """Prices without a contract, excluding tax.

    Attributes:
        hourly_rate: for one hour.
        increment_minutes: time is billed by this many minutes, each one begun counting in full.
        version_update: updating the version in use; none where it is not sold.
    """

    hourly_rate: Amount
    increment_minutes: int = Field(default=30, ge=1, le=60)
    version_update: Amount | None = None


class Delivery(Part):
    """Delivery time after the electronic signature, in working days."""

    working_days_min: int = Field(ge=0, le=365)
    working_days_max: int = Field(ge=0, le=365)
    delays_announced_before_signature: bool = False


class CoverRow(Part):
    """What the provider does when something happens to a device.

    Attributes:
        events: what happened.
        whole_rental: covered for as long as the rental lasts.
        replacement_working_days: a replacement comes this many working days after the declaration.
        replacement_hours: a replacement comes within this many hours of the declaration.
        call_minutes: support calls within this many minutes.
        remote_help: support may take remote control, without limit.
        repaired_and_returned: the device is repaired and comes back, or is replaced for good.
        needs: what the customer must give.
    """

    events: tuple[CoverEvent, ...] = Field(min_length=1)
    covered: bool
    whole_rental: bool = False
    replacement_working_days: int | None = Field(default=None, ge=0, le=365)
    replacement_hours: int | None = Field(default=None, ge=1, le=8760)
    call_minutes: int | None = Field(default=None, ge=1, le=100_000)
    remote_help: bool = False
    repaired_and_returned: bool = False
    needs: tuple[Literal["declaration", "police_complaint"], ...] = ()


class EndOfRental(Part):
    """One thing that may be done with the devices when the rental ends.

    Attributes:
        id: `renew` with newer devices, `buy`, `keep` the same, or `stop`.
        label: the choice, in words.
        discount: share taken off the rent (`keep`).
        commitment_months: the new commitment; 0: none; absent: as the offer says.
        notice_days: notice to leave afterwards.
    """

    id: EndChoice
    label: Label
    discount: Rate | None = None
    commitment_months: int | None = Field(default=None, ge=0, le=240)
    notice_days: int | None = Field(default=None, ge=0, le=730)


class Rental(Part):
    """What is particular to rented devices.

    Attributes:
        eligibility: what the customer must meet: a valid `siren`, no `micro_enterprise`, a French `iban`.
        eligibility_review: the provider may study the application further.
        cover: what is covered; an event in no row is not mentioned by the offer.
        excess: what the customer pays on a covered claim; absent: nothing said.
        shipping_charged: the customer pays shipping; absent: nothing said.
        assignment_free: users of the devices change at will, without telling the provider.
        end_of_rental: the choices at the end.
        buy_back: the provider may buy the customer's own devices.
        software_preinstalled: the devices come with the customer's software; absent: nothing said.
    """

    eligibility: tuple[EligibilityCondition, ...] = ()
    eligibility_review: bool = False
    delivery: Delivery | None = None
    cover: tuple[CoverRow, ...] = ()
    excess: Amount | None = None
    shipping_charged: bool | None = None
    assignment_free: bool = False
    end_of_rental: tuple[EndOfRental, ...] = ()
    buy_back: bool = False
    software_preinstalled: bool | None = None

    def cover_of(self, event: CoverEvent) -> CoverRow | None:
        """The row that speaks of `event`, or none."""
        return next((row for row in self.cover if event in row.events), None)

    def end_choice(self, choice: EndChoice) -> EndOfRental | None:
        """The end-of-rental choice of that id, or none."""
        return next((one for one in self.end_of_rental if one.id == choice), None)


class Service(Part):
    """A managed service, due only when the quote names it."""

    id: Identifier
    label: Label
    description: Label | None = None


class OnSiteVisit(Part):
    """When somebody comes.

    Attributes:
        per_contract_year: visits in a contract year.
        minimum_contracts: least number of what `counted` says.
        counted: `contracts`: the contracts that run with the provider, as its text says; `devices`: the devices that they rent.
        cities: where.
    """

    per_contract_year: Count
    minimum_contracts: Count
    counted: Literal["contracts", "devices"] = "contracts"
    cities: tuple[Line, ...] = Field(min_length=1)


class Managed(Part):
    """What is particular to managed IT.

    Attributes:
        tied_to: the contract needs another one of this kind, active with the same provider.
        only_services_in_quote: services that the quote does not name are not due.
        services: every service the provider may name.
        services_due: ids of the services that the quote names; none as long as no quote said so.
        on_site_visit: rule of the on-site visit.
    """

    tied_to: Literal["rental"] | None = None
    only_services_in_quote: bool = True
    services: tuple[Service, ...] = Field(min_length=1)
    services_due: tuple[Identifier, ...] | None = None
    on_site_visit: OnSiteVisit | None = None


class DocumentRules(Part):
    """What the printed documents need.

    Attributes:
        electronic_signature: the provider has the contract signed electronically.
        not_an_invoice: documents with prices say that they are no invoice.
    """

    electronic_signature: bool = False
    not_an_invoice: bool = True
