"""What a document says, as frozen values: filled by services, drawn here, and free of ReportLab.

Every string is already in the document's language (offer texts come from the offer file) and is taken as plain text:
whatever it holds is shown as it is, never read as markup. Amounts are `Decimal` euros with two places, dates are
`datetime.date`, durations are whole months or whole days. Fields with a default may be left out; what is empty is not
printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from app.domain.records import Channel, ContractStatus, OfferKind, Renewal


@dataclass(frozen=True)
class Party:
    """One of the two parties, as it signs.

    Attributes:
        name: the company's name.
        legal_form: "SARL", "SAS à capital variable"…
        siren: 9 digits, spaces allowed.
        siret: 14 digits, spaces allowed; printed in place of the SIREN when known.
        vat_number: intra-community VAT number.
        address: the lines of the postal address, street to town, without the name.
        represented_by: who signs, and in what quality: "Mme Claire Morel, gérante".
    """

    name: str
    legal_form: str = ""
    siren: str = ""
    siret: str = ""
    vat_number: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    represented_by: str = ""


@dataclass(frozen=True)
class DocumentLine:
    """One priced line, per month, excluding tax.

    Attributes:
        detail: a second, smaller line: the tier reached, the models rented, "par contrat"…
    """

    label: str
    quantity: int
    unit_price: Decimal
    amount: Decimal
    detail: str = ""


@dataclass(frozen=True)
class DocumentOption:
    """A subscribed option and what must be met for it to be provided."""

    label: str
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True)
class SupportHours:
    """One row of the support hours: "Du lundi au vendredi", "9 h – 12 h et 14 h – 18 h"."""

    days: str
    hours: str


@dataclass(frozen=True)
class Article:
    """One article of the contract.

    Attributes:
        number: "1", "2.1"… printed as given.
    """

    number: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class ContractDocument:
    """A contract, ready to be drawn.

    Attributes:
        language: "fr" or "en": the language of headings, dates and amounts.
        issued_on: the document's own date; also its creation date in the PDF, so that equal input gives equal bytes.
        offer_version: the version of the offer that was frozen, printed as given.
        vat_rate: a share: `Decimal("0.20")`.
        commitment_end: the commitment's last day; None for a contract without commitment.
        renewal_months: months of each tacit renewal; 0 where `renewal` is not tacit.
        notice_deadline: last day on which a notice must be received; None where the rule has none.
        quantity_follows_fleet: the quantity follows the number of computers rented, so the price shown is today's.
        support_note: when support is closed: public holidays, bridge days.
        linked_contract: number of the contract this one is tied to.
        signed_on: day of signature; None leaves a line to fill in by hand.
        headcount: the customer's headcount, recorded as information only.
        site_name: the site the contract serves.
    """

    number: str
    language: str
    issued_on: date
    offer_name: str
    offer_version: str
    kind: OfferKind
    status: ContractStatus
    provider: Party
    customer: Party
    lines: tuple[DocumentLine, ...]
    monthly_excl_tax: Decimal
    vat_rate: Decimal
    vat: Decimal
    monthly_incl_tax: Decimal
    start: date
    commitment_months: int
    commitment_end: date | None
    renewal: Renewal
    renewal_months: int = 0
    notice_days: int = 0
    notice_deadline: date | None = None
    quantity_follows_fleet: bool = False
    options: tuple[DocumentOption, ...] = ()
    support_hours: tuple[SupportHours, ...] = ()
    support_phone: str = ""
    support_email: str = ""
    support_note: str = ""
    articles: tuple[Article, ...] = ()
    linked_contract: str = ""
    signed_on: date | None = None
    signed_place: str = ""
    headcount: int | None = None
    site_name: str = ""


@dataclass(frozen=True)
class LinkedContract:
    """A contract that falls or stays with the one that is ended.

    Attributes:
        resigned_separately: a letter of its own ends it, so nothing is asked about it.
    """

    number: str
    offer_name: str
    resigned_separately: bool = False


@dataclass(frozen=True)
class ResignationLetter:
    """A resignation letter, ready to be drawn. It is prepared, never said to have been sent.

    Attributes:
        sender: the customer, who signs.
        recipient: the provider, at the address given by the offer for resignations.
        place: where the letter is written: "La Roche-sur-Foron".
        letter_date: the letter's own date, also its creation date in the PDF.
        contract_start: the contract's first day, when known.
        clause: the clause relied on, as it is called: "article « Engagement et résiliation »"; empty where none is known.
        renewal: what the contract does after its commitment; chooses the sentence that explains the date.
        notice_days: notice stated by the contract, in days; 0 for none.
        effective_date: the contract's last day.
        later_term: that day ends a later term than the one under way on `letter_date`.
        expected_receipt: the last day of receipt on which `effective_date` rests; told when given.
        counts_from_dispatch: that day is one of dispatch, as the contract counts from it.
        commitment_end: last day of the commitment or of the current term, when it is worth recalling.
        last_billed_start: first day of the last period still billed.
        last_billed_end: last day of the last period still billed.
        linked_contracts: contracts named in the letter because they are tied to this one.
        channel: how the customer means to send it: post or e-mail.
        request_confirmation: asks the provider to confirm in writing.
        signatory_role: "gérante", printed under the name.
    """

    language: str
    sender: Party
    recipient: Party
    place: str
    letter_date: date
    contract_number: str
    offer_name: str
    clause: str
    renewal: Renewal
    effective_date: date
    channel: Channel
    signatory_name: str
    signatory_role: str = ""
    notice_days: int = 0
    contract_start: date | None = None
    later_term: bool = False
    expected_receipt: date | None = None
    counts_from_dispatch: bool = False
    commitment_end: date | None = None
    last_billed_start: date | None = None
    last_billed_end: date | None = None
    reason: str = ""
    linked_contracts: tuple[LinkedContract, ...] = ()
    request_confirmation: bool = True


@dataclass(frozen=True)
class WrittenDocument:
    """A document that is safely on disk.

    Attributes:
        sha256: of the file's bytes, in hexadecimal.
    """

    path: Path
    pages: int
    sha256: str
