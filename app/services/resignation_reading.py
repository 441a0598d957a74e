"""What a resignation would do: its end, the day to send it, the contracts tied to it, and what to beware of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain import resignation_days
from app.domain.errors import RuleError
from app.domain.offer_text import enumerated
from app.domain.records import RUNNING, Channel, Renewal, label
from app.domain.resignation_days import WorkingDays
from app.domain.term_dates import Notice, earliest_end
from app.domain.text import Text, msg
from app.domain.values.contracts import LinkedContract, ResignationPreview
from app.services.contract_reading import ReadContract, as_linked
from app.store import contract_queries
from app.store.unit_of_work import Session


def preview_of(session: Session, known: ReadContract, notice: Notice, channel: Channel, today: date) -> ResignationPreview:
    """What `notice` would do to a contract, seen on `today`.

    Raises:
        InputError: a day out of range.
    """
    summary = known.summary(today, notice)
    send_by = safe_day(known, summary.earliest_end, channel)
    linked = tuple(
        as_linked(row, resigned=contract_queries.current_resignation(session, row.id) is not None)
        for row in contract_queries.depending_on(session, known.row.id, RUNNING)
    )
    warnings = (
        *_too_late(known, notice, summary.earliest_end, today),
        *_sending(known, send_by, channel, today),
        *_ties(linked),
    )
    return ResignationPreview(known.row.number, summary.earliest_end, send_by, summary, linked, warnings)


def likely_receipt(known: ReadContract, channel: Channel, sent_on: date) -> date:
    """The day a notice sent on `sent_on` should arrive: that day by e-mail; by post, the third working day after it leaves."""
    return resignation_days.likely_receipt(channel, sent_on, working_days(known))


def last_receipt(known: ReadContract, effective: date) -> date | None:
    """The last day of receipt (of dispatch, where the offer counts from it) that still gives this end; `None` where none matters."""
    return resignation_days.last_receipt(known.offer.term, effective)


def safe_day(known: ReadContract, effective: date, channel: Channel) -> date | None:
    """The safe day to send for the contract to end on `effective`."""
    return resignation_days.safe_day(known.offer.term, effective, channel, working_days(known))


def working_days(known: ReadContract) -> WorkingDays:
    """Which days count as working days where the contract is."""
    return WorkingDays(known.zone, known.closed)


def require_something_to_resign(known: ReadContract, today: date) -> None:
    """Do nothing unless the contract ended by itself.

    Raises:
        RuleError: it did; the choices that the offer gives at the end of a rental are named.
    """
    end = known.commitment_end
    if known.offer.term.renewal is not Renewal.NONE or end >= today:
        return
    over = msg("Le contrat {number} a pris fin de lui-même le {day}\u00a0: il n’y a rien à résilier.", number=known.row.number, day=end)
    choices = known.offer.rental.end_of_rental if known.offer.rental else ()
    if choices:
        named = enumerated(*(choice.label.text for choice in choices))
        over = msg("{over} Il reste à choisir la suite\u00a0: {choices}.", over=over, choices=named)
    raise RuleError(over)


def _too_late(known: ReadContract, notice: Notice, end: date, today: date) -> Iterator[Text]:
    if notice.received_on < known.row.start:
        yield msg("Le préavis est reçu avant le début du contrat, le {day}.", day=known.row.start)
    if known.offer.term.renewal is not Renewal.TACIT:
        return
    soonest = [
        (earliest_end(known.terms, Notice(likely_receipt(known, way, today), today)), way) for way in known.offer.resignation.channels
    ]
    sooner, way = min(soonest, key=lambda each: each[0])
    missed = known.next_notice_deadline(today)
    if sooner < end:
        yield msg(
            "Attention\u00a0: envoyée aujourd’hui ({channel}), la lettre peut encore mettre fin au contrat le {sooner}. "
            "Reçue à la date indiquée, elle le laisse courir jusqu’au {end}. L’échéance à tenir est le {deadline}.",
            channel=label(way),
            sooner=sooner,
            end=end,
            deadline=last_receipt(known, sooner),
        )
    elif missed is not None and end > earliest_end(known.terms, Notice(missed)):
        yield msg("Reçu après l’échéance du {day}, le préavis laisse le contrat repartir pour une période.", day=missed)


def _sending(known: ReadContract, send_by: date | None, channel: Channel, today: date) -> Iterator[Text]:
    if send_by is not None and send_by < today:
        yield msg("Le jour d’envoi conseillé, le {day}, est déjà passé\u00a0: envoyez la lettre sans attendre.", day=send_by)
    if channel is Channel.POST and not known.offer.resignation_address:
        yield msg("L’offre ne donne pas l’adresse de {provider}\u00a0: indiquez-la pour l’enveloppe.", provider=known.offer.provider.name)


def _ties(linked: tuple[LinkedContract, ...]) -> Iterator[Text]:
    for other in linked:
        if not other.resigned:
            yield msg(
                "Le contrat {number} ({offer}) est lié à celui-ci et ne peut pas continuer sans lui\u00a0: résiliez les deux.",
                number=other.number,
                offer=other.offer_name,
            )
