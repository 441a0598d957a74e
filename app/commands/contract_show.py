"""`contract show`: one contract on a day, each date and amount with its reason on demand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.commands.base import Answer, Call, day_argument
from app.commands.output import explained, explanations, labelled
from app.commands.parsing import action
from app.commands.quote import price_document, price_lines
from app.domain.records import label
from app.domain.text import msg, tr

if TYPE_CHECKING:
    from app.domain.explain import Explanation
    from app.domain.values.contracts import ContractSheet


def show_action(group: Any) -> None:
    """`contract show`."""
    parser = action(group, "show", tr("les montants et les dates d’un contrat, vus un certain jour"), _show)
    parser.add_argument("number", metavar="NUMBER", help=tr("le numéro du contrat"))
    parser.add_argument("--as-of", metavar="DATE", help=tr("vu ce jour-là (aujourd’hui par défaut)"))
    parser.add_argument("--notice-received", metavar="DATE", help=tr("suppose un préavis reçu ce jour-là (par défaut, --as-of)"))
    parser.add_argument("--sent-on", metavar="DATE", help=tr("et envoyé ce jour-là, pour une offre qui compte depuis l’envoi"))
    parser.add_argument("--explain", action="store_true", help=tr("dire pourquoi"))


def _show(call: Call) -> Answer:
    from app.domain.term_dates import Notice

    given = call.given
    as_of, received = day_argument("as_of", given.as_of), day_argument("notice_received", given.notice_received)
    sent_on = day_argument("sent_on", given.sent_on)
    with call.services(write=False) as services:
        supposed = received or (sent_on and max(sent_on, as_of or services.clock.today()))
        sheet = services.contracts.sheet(given.number, as_of, Notice(supposed, sent_on) if supposed else None)
    document = contract_document(sheet)
    whys = _whys(sheet)
    if given.explain:
        document["explanations"] = explanations(whys)
    return Answer(document, _lines(sheet, whys if given.explain else {}))


def _whys(sheet: ContractSheet) -> dict[str, Explanation]:
    whys = {"monthly_excl_tax": sheet.quote.why, **sheet.summary.why}
    if sheet.quantity_why is not None:
        whys["quantity"] = sheet.quantity_why
    if sheet.delivery is not None:
        whys["delivery"] = sheet.delivery.why
    return whys


def contract_document(sheet: ContractSheet) -> dict[str, Any]:
    """A contract as JSON."""
    summary, resignation = sheet.summary, sheet.resignation
    send_by = summary.recommended_send_by
    return {
        "number": sheet.number,
        "offer": sheet.offer.id,
        "status": sheet.status,
        "quantity": sheet.quote.quantity,
        **price_document(sheet.quote),
        "start": sheet.start,
        "commitment_months": sheet.commitment_months,
        "commitment_end": summary.commitment_end,
        "term": {"start": summary.term.start, "end": summary.term.end},
        "renewal": summary.renewal,
        "notice_deadline": summary.notice_deadline,
        "next_notice_deadline": summary.next_notice_deadline,
        "recommended_send_by": {"post": send_by.post, "email": send_by.email} if send_by else None,
        "earliest_end": summary.earliest_end,
        "last_billed_period": {"start": summary.last_billed_period.start, "end": summary.last_billed_period.end},
        "remaining_rents_excl_tax": summary.remaining_rents_excl_tax,
        "as_of": summary.as_of,
        "notice_received": summary.notice.received_on,
        "sent_on": summary.notice.sent_on,
        "device_kind": sheet.device_kind,
        "site": sheet.site_name,
        "signed_on": sheet.signed_on,
        "signed_place": sheet.signed_place,
        "ended_on": sheet.ended_on,
        "delivery": {"first": sheet.delivery.value[0], "last": sheet.delivery.value[1]} if sheet.delivery else None,
        "linked": sheet.linked.number if sheet.linked else None,
        "depending": [other.number for other in sheet.depending],
        "equipment": sheet.equipment_count,
        "resignation": None
        if resignation is None
        else {
            "status": resignation.status,
            "channel": resignation.channel,
            "notice_received": resignation.notice_received,
            "effective_date": resignation.effective_date,
            "send_by": resignation.send_by,
            "sent_on": resignation.sent_on,
            "received_on": resignation.received_on,
            "confirmed_on": resignation.confirmed_on,
            "tracking_number": resignation.tracking_number,
        },
        "documents": [{"id": row.id, "kind": row.kind, "title": row.title, "file": row.path} for row in sheet.documents],
        "history": [{"on": event.on, "text": event.text, "actor": event.actor} for event in sheet.events],
    }


def _lines(sheet: ContractSheet, whys: Mapping[str, Explanation]) -> list[str]:
    summary, send_by = sheet.summary, sheet.summary.recommended_send_by
    term_end = summary.term.end
    lines = [
        tr("Contrat {number} · {offer} · {status}", number=sheet.number, offer=sheet.offer.name.text, status=label(sheet.status)),
        labelled(tr("Vu le"), summary.as_of),
        *price_lines(sheet.quote),
        *explained(whys.get("monthly_excl_tax")),
        *explained(whys.get("quantity")),
    ]
    term = (
        msg("du {start} au {end}", start=summary.term.start, end=term_end)
        if term_end
        else msg("depuis le {start}", start=summary.term.start)
    )
    sending = msg("par courrier le {post}, par e-mail le {email}", post=send_by.post, email=send_by.email) if send_by else None
    last = summary.last_billed_period
    facts: list[tuple[str, str, object]] = [
        ("commitment_end", tr("Fin de l’engagement"), summary.commitment_end),
        ("term", tr("Période en cours"), term),
        ("renewal", tr("Reconduction"), label(summary.renewal)),
        ("notice_deadline", tr("Dernier jour pour résilier"), summary.notice_deadline),
        ("recommended_send_by", tr("Envoi conseillé"), sending),
        ("earliest_end", tr("Fin, préavis reçu le {day}", day=summary.notice.received_on), summary.earliest_end),
        ("last_billed_period", tr("Dernière période facturée"), msg("du {start} au {end}", start=last.start, end=last.end)),
        ("remaining_rents_excl_tax", tr("Reste à payer HT"), summary.remaining_rents_excl_tax),
    ]
    if sheet.delivery is not None:
        first, final = sheet.delivery.value
        facts.append(("delivery", tr("Livraison"), msg("du {start} au {end}", start=first, end=final)))
    for key, name, value in facts:
        lines.append(labelled(name, value))
        lines += explained(whys.get(key))
    if sheet.linked is not None:
        lines.append(labelled(tr("Lié au contrat"), sheet.linked.number))
    if sheet.depending:
        lines.append(labelled(tr("Contrats qui en dépendent"), ", ".join(other.number for other in sheet.depending)))
    if sheet.resignation is not None:
        lines.append(labelled(tr("Résiliation"), label(sheet.resignation.status)))
        lines.append(labelled(tr("Fin du contrat par cette résiliation"), sheet.resignation.effective_date))
    if sheet.ended_on is not None:
        lines.append(labelled(tr("Terminé le"), sheet.ended_on))
    return lines
