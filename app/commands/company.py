"""`company`: the organisation's own record, and whether it may rent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commands.base import Answer, Call
from app.commands.output import labelled
from app.commands.parsing import Parser, action, actions
from app.domain.text import tr

if TYPE_CHECKING:
    from app.services import Services

FIELDS = (
    "name",
    "legal_form",
    "siren",
    "siret",
    "vat_number",
    "address",
    "postal_code",
    "city",
    "phone",
    "email",
    "iban",
    "bic",
    "headcount",
    "micro_enterprise",
    "representative",
)


def register(_: str, parser: Parser) -> None:
    """The actions of `company`."""
    group = actions(parser)
    action(group, "show", tr("montrer la fiche et dire si l’entreprise peut louer"), _show)
    setting = action(group, "set", tr("changer un champ de la fiche\u202f; elle est créée s’il n’y en a pas"), _set)
    setting.add_argument("field", metavar="FIELD", help=tr("un de {names}", names=", ".join(FIELDS)))
    setting.add_argument("value", metavar="VALUE", help=tr("la nouvelle valeur\u202f; vide pour effacer"))


def _show(call: Call) -> Answer:
    with call.services(write=False) as services:
        return _answer(services)


def _set(call: Call) -> Answer:
    with call.services(write=True) as services:
        services.office.change_organisation({call.given.field: call.given.value})
        return _answer(services)


def _answer(services: Services) -> Answer:
    from app.services.office import ORGANISATION_FIELDS

    known = services.office.organisation()
    record: dict[str, Any] = {name: "" if known is None else getattr(known, name) for name in FIELDS}
    record["headcount"] = known.headcount if known else None
    record["micro_enterprise"] = known.micro_enterprise if known else None
    eligibility = services.office.eligibility()
    record["rental_eligibility"] = {
        "ok": eligibility.ok,
        "conditions": [
            {"id": condition.id, "met": condition.met, "value": condition.value, "why": condition.why}
            for condition in eligibility.conditions
        ],
    }
    words = {None: "", True: tr("oui"), False: tr("non")}
    lines = [
        labelled(ORGANISATION_FIELDS[name].label, words[record[name]] if name == "micro_enterprise" else record[name]) for name in FIELDS
    ]
    lines.append(labelled(tr("Éligible à la location"), words[eligibility.ok]))
    lines += [f"    · {condition.why}" for condition in eligibility.conditions]
    return Answer(record, lines)
