"""`contract`: recording contracts, listing them, and what changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commands.base import Answer, Call, choice_argument, count_argument, day_argument
from app.commands.contract_papers import paper_actions
from app.commands.contract_services import service_arguments, services_action
from app.commands.contract_show import show_action
from app.commands.office import site_named
from app.commands.output import table
from app.commands.parsing import Parser, action, actions
from app.commands.quote import price_arguments, price_table, unit_price
from app.domain.errors import InputError
from app.domain.records import ContractStatus, EquipmentKind, label
from app.domain.text import msg, tr

if TYPE_CHECKING:
    from app.domain.values.contracts import ContractDraft
    from app.services import Services

_RENTED = (EquipmentKind.COMPUTER, EquipmentKind.SMARTPHONE)
_STATUSES = (ContractStatus.DRAFT, ContractStatus.SIGNED, ContractStatus.ACTIVE)


def register(_: str, parser: Parser) -> None:
    """The actions of `contract`."""
    group = actions(parser)
    _add_arguments(action(group, "add", tr("enregistrer un contrat"), _add))
    action(group, "list", tr("tous les contrats, l’échéance la plus proche d’abord"), _list)
    show_action(group)
    services_action(group)
    paper_actions(group)
    signing = action(group, "sign", tr("noter la signature d’un brouillon"), _sign)
    _numbered(signing)
    signing.add_argument("--on", metavar="DATE", help=tr("ce jour (aujourd’hui par défaut)"))
    signing.add_argument("--place", metavar="PLACE", default="", help=tr("lieu de la signature"))
    _numbered(action(group, "activate", tr("le contrat court désormais"), _activate))
    ending = action(group, "end", tr("le contrat est terminé"), _end)
    _numbered(ending)
    ending.add_argument("--on", metavar="DATE", help=tr("ce jour (aujourd’hui par défaut)"))
    changing = action(group, "quantity", tr("licences ou appareils ajoutés ou rendus\u00a0: le prix suit la grille du contrat"), _quantity)
    _numbered(changing)
    changing.add_argument("quantity", metavar="QUANTITY", help=tr("la nouvelle quantité"))


def _numbered(parser: Parser) -> None:
    parser.add_argument("number", metavar="NUMBER", help=tr("le numéro du contrat"))


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("offer", metavar="OFFER", help=tr("identifiant de l’offre (voir la commande offers)"))
    parser.add_argument("--quantity", metavar="N", help=tr("laissée de côté pour une offre dont la quantité suit les ordinateurs loués"))
    parser.add_argument("--start", metavar="DATE", required=True, help=tr("premier jour du contrat"))
    parser.add_argument("--months", metavar="M", help=tr("durée d’engagement, si l’offre laisse le choix"))
    price_arguments(parser)
    service_arguments(parser)
    parser.add_argument("--kind", metavar="KIND", help=tr("ce qui est loué\u00a0: {names}", names=", ".join(_RENTED)))
    parser.add_argument("--linked", metavar="NUMBER", help=tr("le contrat de location auquel celui-ci est lié"))
    parser.add_argument(
        "--status", metavar="STATUS", default="active", help=tr("un de {names} (active par défaut)", names=", ".join(_STATUSES))
    )
    parser.add_argument("--number", metavar="NUMBER", help=tr("le numéro que porte déjà le contrat\u202f; sinon il en reçoit un"))
    parser.add_argument("--site", metavar="SITE", help=tr("le site qu’il concerne, s’il n’en concerne qu’un"))
    parser.add_argument("--signed-on", metavar="DATE", help=tr("jour de la signature"))
    parser.add_argument("--place", metavar="PLACE", default="", help=tr("lieu de la signature"))
    parser.add_argument("--notes", metavar="TEXT", default="", help=tr("une note"))


def _add(call: Call) -> Answer:
    status = ContractStatus(choice_argument("status", call.given.status, _STATUSES))
    with call.services(write=True) as services:
        draft = _draft(call, services)
        preview = services.contracts.preview(draft)
        number = services.contracts.add(draft, status)
    call.remarks += preview.warnings
    lines = [tr("Contrat {number} enregistré\u00a0: {status}", number=number, status=label(status))]
    return Answer({"number": number, "status": status, "monthly_excl_tax": preview.quote.monthly_excl_tax}, lines)


def _draft(call: Call, services: Services) -> ContractDraft:
    from app.domain.pricing import parse_quantity
    from app.domain.values.contracts import ContractDraft

    given = call.given
    start = day_argument("start", given.start)
    if start is None:
        raise InputError("start", "", msg("le premier jour du contrat"))
    return ContractDraft(
        offer_id=given.offer,
        start=start,
        quantity=None if given.quantity is None else parse_quantity(given.quantity),
        months=None if given.months is None else count_argument("months", given.months, 1, 240),
        options=tuple(given.option),
        unit_price=unit_price(given.unit_price),
        price_table=price_table(given.tier),
        services=tuple(given.service) or None,
        device_kind=None if given.kind is None else EquipmentKind(choice_argument("kind", given.kind, _RENTED)),
        linked_number=given.linked,
        site_id=site_named(services, given.site),
        number=given.number,
        signed_on=day_argument("signed_on", given.signed_on),
        signed_place=given.place,
        notes=given.notes,
    )


def _list(call: Call) -> Answer:
    with call.services(write=False) as services:
        rows = services.contracts.rows()
    call.remarks += [row.trouble for row in rows if row.trouble is not None]
    document = {
        "contracts": [
            {
                "number": row.number,
                "offer": row.offer_id,
                "status": row.status,
                "monthly_excl_tax": row.monthly_excl_tax,
                "notice_deadline": row.notice_deadline,
                "kind": row.kind,
                "provider": row.provider,
                "site": row.site_name,
                "quantity": row.quantity,
                "start": row.start,
                "commitment_end": row.commitment_end,
                "days_left": row.days_left,
                "alert": row.alert,
            }
            for row in rows
        ]
    }
    heads = (tr("Numéro"), tr("Offre"), tr("État"), tr("HT par mois"), tr("Échéance"), tr("Jours restants"))
    shown = [
        (
            row.number,
            row.offer_name,
            label(row.status),
            row.monthly_excl_tax,
            row.notice_deadline,
            tr("J-{days}", days=row.days_left) if row.days_left is not None else None,
        )
        for row in rows
    ]
    return Answer(document, table(heads, shown, right=(3, 4, 5)))


def _sign(call: Call) -> Answer:
    day = day_argument("on", call.given.on)
    with call.services(write=True) as services:
        call.remarks += services.contracts.sign(call.given.number, day or services.clock.today(), call.given.place)
    return _done(call, ContractStatus.SIGNED)


def _activate(call: Call) -> Answer:
    with call.services(write=True) as services:
        call.remarks += services.contracts.activate(call.given.number)
    return _done(call, ContractStatus.ACTIVE)


def _end(call: Call) -> Answer:
    day = day_argument("on", call.given.on)
    with call.services(write=True) as services:
        call.remarks += services.contracts.end(call.given.number, day)
    return _done(call, ContractStatus.ENDED)


def _done(call: Call, status: ContractStatus) -> Answer:
    number = call.given.number
    return Answer({"number": number, "status": status}, [tr("Contrat {number}\u00a0: {status}", number=number, status=label(status))])


def _quantity(call: Call) -> Answer:
    from app.domain.pricing import parse_quantity

    number, quantity = call.given.number, parse_quantity(call.given.quantity)
    with call.services(write=True) as services:
        services.contracts.change_quantity(number, quantity)
        priced = services.contracts.sheet(number).quote
    document = {"number": number, "quantity": quantity, "monthly_excl_tax": priced.monthly_excl_tax}
    return Answer(document, [tr("Contrat {number}\u00a0: {total} HT par mois", number=number, total=priced.monthly_excl_tax)])
