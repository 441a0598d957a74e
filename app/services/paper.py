"""From records to the documents that are printed: what the contract and the resignation letter say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from app.documents.model import (
    Article,
    ContractDocument,
    DocumentLine,
    DocumentOption,
    LinkedContract,
    Party,
    ResignationLetter,
    SupportHours,
)
from app.domain import identifiers
from app.domain.articles import contract_articles
from app.domain.errors import InputError
from app.domain.formatting import NO_BREAK_SPACE
from app.domain.offer_schema import WEEKDAYS, Support
from app.domain.offers import Offer
from app.domain.records import Channel, Renewal
from app.domain.text import Text, msg
from app.domain.values.contracts import ResignationPreview
from app.services.contract_reading import ReadContract
from app.services.resignation_reading import last_receipt
from app.store.tables import Organisation

_DAYS = {
    "monday": msg("Lundi"),
    "tuesday": msg("Mardi"),
    "wednesday": msg("Mercredi"),
    "thursday": msg("Jeudi"),
    "friday": msg("Vendredi"),
    "saturday": msg("Samedi"),
    "sunday": msg("Dimanche"),
}


def contract_for(known: ReadContract, office: Organisation | None, linked_number: str, site_name: str, today: date, language: str) -> bytes:
    """The contract as PDF bytes, as the contract stands today."""
    from app.documents.contract import contract_bytes

    return contract_bytes(contract_document(known, office, linked_number, site_name, today, language))[0]


def contract_document(
    known: ReadContract, office: Organisation | None, linked_number: str, site_name: str, today: date, language: str
) -> ContractDocument:
    """What the contract says, in `language`."""
    row, offer, priced = known.row, known.offer, known.quote
    reference = row.signed_on or row.start
    summary = known.summary(reference)
    articles = contract_articles(offer, priced, row.commitment_months, row.device_kind)
    chosen = [option for line in known.lines[1:] if (option := offer.option(line.item)) is not None]
    return ContractDocument(
        number=row.number,
        language=language,
        issued_on=today,
        offer_name=offer.name.text.render(language),
        offer_version=str(offer.version),
        kind=row.kind,
        status=row.status,
        provider=_provider(offer),
        customer=_customer(office, language),
        lines=tuple(DocumentLine(line.label.render(language), line.quantity, line.unit_price, line.amount) for line in priced.lines),
        monthly_excl_tax=priced.monthly_excl_tax,
        vat_rate=priced.vat_rate,
        vat=priced.vat,
        monthly_incl_tax=priced.monthly_incl_tax,
        start=row.start,
        commitment_months=row.commitment_months,
        commitment_end=summary.commitment_end,
        renewal=offer.term.renewal,
        renewal_months=offer.term.renewal_months or 0,
        notice_days=offer.term.notice_days,
        notice_deadline=summary.notice_deadline,
        quantity_follows_fleet=row.follows_fleet,
        options=tuple(
            DocumentOption(option.label.text.render(language), tuple(text.text.render(language) for text in option.conditions))
            for option in chosen
        ),
        support_hours=_hours(offer.support, language) if offer.support else (),
        support_phone=_phone(offer.support.phone) if offer.support else "",
        support_email=offer.provider.email if offer.support else "",
        support_note=_closures(offer.support, language) if offer.support else "",
        articles=tuple(
            Article(str(article.number), article.title.render(language), tuple(text.render(language) for text in article.paragraphs))
            for article in articles
        ),
        linked_contract=linked_number,
        signed_on=row.signed_on,
        signed_place=row.signed_place,
        headcount=office.headcount if office else None,
        site_name=site_name,
    )


@dataclass(frozen=True)
class LetterRequest:
    """How a resignation letter is to be written.

    Attributes:
        recipient_address: stands in where the offer gives none.
        resigned_too: numbers of the tied contracts that get a letter of their own in the same go.
    """

    channel: Channel
    reason: str = ""
    recipient_address: tuple[str, ...] = ()
    language: str = "fr"
    resigned_too: tuple[str, ...] = ()


def letter_for(known: ReadContract, preview: ResignationPreview, office: Organisation | None, asked: LetterRequest, today: date) -> bytes:
    """The resignation letter as PDF bytes."""
    from app.documents.resignation_letter import letter_bytes

    offer, summary, language = known.offer, preview.summary, asked.language
    signatory, _, role = (office.representative if office else "").partition(",")
    bound = known.offer.term.renewal is not Renewal.OPEN_ENDED or preview.effective_date <= summary.commitment_end
    later = offer.term.renewal is Renewal.TACIT and preview.effective_date != summary.term.end
    receipt = None if later else last_receipt(known, preview.effective_date)
    letter = ResignationLetter(
        language=language,
        sender=_customer(office, language),
        recipient=_provider(offer, for_resignation=True, address=asked.recipient_address),
        place=office.city if office else "",
        letter_date=today,
        contract_number=known.row.number,
        offer_name=offer.name.text.render(language),
        clause="" if offer.term.renewal is Renewal.NONE else offer.resignation.clause,
        renewal=offer.term.renewal,
        notice_days=offer.term.notice_days,
        effective_date=preview.effective_date,
        later_term=later,
        expected_receipt=receipt if receipt is not None and receipt >= today else None,
        counts_from_dispatch=offer.term.notice_counts_from == "dispatch",
        channel=asked.channel,
        signatory_name=signatory.strip(),
        signatory_role=role.strip(),
        contract_start=known.row.start,
        commitment_end=summary.commitment_end if bound else None,
        last_billed_start=summary.last_billed_period.start,
        last_billed_end=summary.last_billed_period.end,
        reason=asked.reason,
        linked_contracts=tuple(
            LinkedContract(other.number, other.offer_name, other.resigned or other.number in asked.resigned_too) for other in preview.linked
        ),
        request_confirmation=True,
    )
    return letter_bytes(letter)[0]


def _provider(offer: Offer, *, for_resignation: bool = False, address: tuple[str, ...] = ()) -> Party:
    provider = offer.provider
    return Party(
        name=provider.legal_name if for_resignation else provider.name,
        legal_form=provider.legal_form,
        address=(offer.resignation_address or address) if for_resignation else provider.address,
        phone=_phone(provider.phone),
        email=offer.resignation_email if for_resignation else provider.email,
    )


def _phone(number: str) -> str:
    """The number as it is dialled here; a number that is not French stays as the offer writes it."""
    try:
        return identifiers.parse_phone(number) if number else ""
    except InputError:
        return number


def _customer(office: Organisation | None, language: str) -> Party:
    if office is None or not office.name:
        return Party(name=msg("Le client").render(language))
    town = " ".join(part for part in (office.postal_code, office.city) if part)
    return Party(
        name=office.name,
        legal_form=office.legal_form,
        siren=identifiers.format_siren(office.siren) if office.siren else "",
        siret=identifiers.format_siret(office.siret) if office.siret else "",
        vat_number=identifiers.format_vat_number(office.vat_number) if office.vat_number else "",
        address=tuple(line for line in (*office.address.splitlines(), town) if line.strip()),
        phone=office.phone,
        email=office.email,
        represented_by=office.representative,
    )


def _hours(support: Support, language: str) -> tuple[SupportHours, ...]:
    """One row for each run of days with the same hours."""
    rows: list[tuple[list[str], tuple[tuple[time, time], ...]]] = []
    for number, day in enumerate(WEEKDAYS):
        opened = support.openings_on(number)
        if not opened:
            continue
        if rows and rows[-1][1] == opened and WEEKDAYS.index(rows[-1][0][-1]) == number - 1:
            rows[-1][0].append(day)
        else:
            rows.append(([day], opened))
    return tuple(SupportHours(_days(days, language), _times(opened, language)) for days, opened in rows)


def _days(days: list[str], language: str) -> str:
    if len(days) == 1:
        return _DAYS[days[0]].render(language)
    first, last = _DAYS[days[0]].render(language), _DAYS[days[-1]].render(language)
    if language == "fr":
        first, last = first.lower(), last.lower()
    return msg("Du {first} au {last}", first=first, last=last).render(language)


def _times(opened: tuple[tuple[time, time], ...], language: str) -> str:
    spans = [f"{_clock(begin, language)} – {_clock(end, language)}" for begin, end in opened]
    return msg(" et ").render(language).join(spans)


def _clock(moment: time, language: str) -> str:
    if language == "fr":
        return f"{moment.hour}{NO_BREAK_SPACE}h" + (f"{NO_BREAK_SPACE}{moment.minute:02d}" if moment.minute else "")
    return f"{moment:%H:%M}"


def _closures(support: Support, language: str) -> str:
    parts: list[Text] = []
    if support.closed_on_public_holidays:
        parts.append(msg("Fermé les jours fériés."))
    if support.closed_on_bridge_days or support.bridge_days:
        parts.append(msg("Fermé aussi les jours de pont annoncés par le prestataire."))
    return " ".join(part.render(language) for part in parts)
