"""`contract services`: which managed services the quote of a contract names, and so which are due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commands.base import Answer, Call, day_argument
from app.commands.output import explained, labelled
from app.commands.parsing import Parser, action
from app.domain.errors import InputError
from app.domain.text import msg, tr

if TYPE_CHECKING:
    from app.domain.values.support import ServiceChoice


def services_action(group: Any) -> None:
    """`contract services`."""
    parser = action(
        group, "services", tr("les prestations d’un contrat d’infogérance, dues ou non\u202f; noter celles du devis"), _services
    )
    parser.add_argument("number", metavar="NUMBER", help=tr("le numéro du contrat"))
    service_arguments(parser)
    parser.add_argument("--none", action="store_true", help=tr("noter que le devis n’en nomme aucune"))
    parser.add_argument("--on", metavar="DATE", help=tr("pour une intervention ce jour (aujourd’hui par défaut)"))
    parser.add_argument("--explain", action="store_true", help=tr("dire pourquoi"))


def service_arguments(parser: Parser) -> None:
    """`--service`, as often as there are services."""
    parser.add_argument(
        "--service",
        metavar="ID",
        action="append",
        default=[],
        help=tr("une prestation que nomme le devis\u202f; peut être répété"),
    )


def _services(call: Call) -> Answer:
    given = call.given
    if given.none and given.service:
        raise InputError("none", given.service[0], msg("--none ou --service, pas les deux"))
    day, naming = day_argument("on", given.on), bool(given.service) or given.none
    with call.services(write=naming) as services:
        found = services.contracts.services(given.number, day)
        if naming:
            services.support.set_services_due(services.contracts.sheet(given.number).id, given.service)
            found = services.contracts.services(given.number, day)
    document = {"number": found[0].contract_number if found else given.number, "services": [service_document(each) for each in found]}
    return Answer(document, service_lines(found, given.explain))


def service_document(service: ServiceChoice) -> dict[str, Any]:
    """A service as JSON."""
    return {
        "id": service.id,
        "label": service.label,
        "due": service.due,
        "conditions": [{"id": each.id, "met": each.met, "value": each.value, "why": each.why} for each in service.conditions],
        "why": [str(step) for step in service.why.steps],
    }


def service_lines(found: tuple[ServiceChoice, ...], explain: bool) -> list[str]:
    """Services for people: due or not, with what fails or with every reason."""
    words = {True: tr("due"), False: tr("pas due"), None: tr("à vérifier")}
    lines: list[str] = []
    for each in found:
        lines.append(labelled(tr("{label} ({id})", label=each.label, id=each.id), words[each.due]))
        lines += explained(each.why) if explain else [f"    · {one.why}" for one in each.conditions if one.met is not True]
    return lines
