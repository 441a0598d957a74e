"""`claim`: what happened to a rented device, whether it is covered, what was promised and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commands.base import Answer, Call, choice_argument, day_argument
from app.commands.claim_show import covered_word, machine_id, row_document, show_action
from app.commands.claim_steps import step_actions
from app.commands.output import explained, explanations, labelled, table
from app.commands.parsing import Parser, action, actions
from app.domain.text import tr

if TYPE_CHECKING:
    from app.domain.cover import CoverDecision

TYPES = ("breakdown", "breakage", "oxidation", "theft", "loss")
THEFTS = ("burglary", "pickpocketing", "assault", "unlocked", "unattended", "other")


def register(_: str, parser: Parser) -> None:
    """The actions of `claim`."""
    group = actions(parser)
    adding = action(group, "add", tr("déclarer un sinistre, couvert ou non, et dire pourquoi"), _add)
    adding.add_argument("equipment", metavar="EQUIPMENT_ID", help=tr("l’identifiant du matériel"))
    adding.add_argument("--type", metavar="TYPE", required=True, help=tr("un de {names}", names=", ".join(TYPES)))
    adding.add_argument("--happened-on", metavar="DATE", required=True, help=tr("le jour où c’est arrivé"))
    adding.add_argument("--theft", metavar="HOW", help=tr("pour un vol\u00a0: un de {names}", names=", ".join(THEFTS)))
    adding.add_argument("--place", metavar="TEXT", default="", help=tr("le lieu"))
    adding.add_argument("--circumstances", metavar="TEXT", default="", help=tr("ce qui s’est passé"))
    adding.add_argument("--dry-run", action="store_true", help=tr("dire ce qui serait décidé, sans rien enregistrer"))
    adding.add_argument("--explain", action="store_true", help=tr("dire pourquoi"))
    listing = action(group, "list", tr("les sinistres en cours, le plus urgent d’abord"), _list)
    listing.add_argument("--all", action="store_true", help=tr("aussi ceux qui sont réglés"))
    listing.add_argument("--equipment", metavar="EQUIPMENT_ID", help=tr("ceux d’un matériel"))
    show_action(group)
    step_actions(group)


def _add(call: Call) -> Answer:
    from app.domain.records import ClaimType, TheftCircumstances
    from app.domain.values.claims import ClaimDraft

    given = call.given
    equipment_id = machine_id("equipment", given.equipment)
    claim_type = ClaimType(choice_argument("type", given.type, TYPES))
    theft = None if given.theft is None else TheftCircumstances(choice_argument("theft", given.theft, THEFTS))
    happened_on = day_argument("happened_on", given.happened_on)
    assert happened_on is not None
    draft = ClaimDraft(equipment_id, claim_type, happened_on, theft, given.place, given.circumstances)
    with call.services(write=not given.dry_run) as services:
        if given.dry_run:
            return _decided("", services.claims.preview(draft), given.explain)
        claim = services.claims.add(draft)
    assert claim.decision is not None
    return _decided(claim.row.number, claim.decision, given.explain)


def _decided(number: str, decision: CoverDecision, explain: bool) -> Answer:
    document = {"number": number or None, **_decision(decision)}
    lines = [labelled(tr("Sinistre"), number)] if number else [tr("Rien n’est enregistré.")]
    if explain:
        document["explanations"] = explanations({"cover": decision.why, **{each.kind.value: each.why for each in decision.promises}})
    return Answer(document, lines + _decision_lines(decision, explain))


def _decision(decision: CoverDecision) -> dict[str, Any]:
    return {
        "covered": decision.covered,
        "reasons": [step.render() for step in decision.why.steps],
        "needs": [need.value for need in decision.needs],
        "promises": [{"kind": each.kind.value, "due": each.due, "day": each.day} for each in decision.promises],
    }


def _decision_lines(decision: CoverDecision, explain: bool) -> list[str]:
    from app.domain.cover import need_label, promise_label

    lines = explained(decision.why) if explain else [f"  · {step.render()}" for step in decision.why.steps]
    for each in decision.promises:
        lines.append(labelled(promise_label(each.kind), each.due if each.day is None else each.day))
        lines += explained(each.why) if explain else []
    return lines + [labelled(tr("À fournir"), need_label(need)) for need in decision.needs]


def _list(call: Call) -> Answer:
    from app.domain.cover import type_label
    from app.domain.records import label

    equipment_id = None if call.given.equipment is None else machine_id("equipment", call.given.equipment)
    with call.services(write=False) as services:
        rows = services.claims.rows(running_only=not call.given.all, equipment_id=equipment_id)
    document = {"total": len(rows), "claims": [row_document(row) for row in rows]}
    if not rows:
        return Answer(document, [tr("Aucun sinistre.") if call.given.all else tr("Aucun sinistre en cours.")])
    heads = (tr("Numéro"), tr("Survenu le"), tr("Type"), tr("Matériel"), tr("Couvert"), tr("État"), tr("Promis pour"))
    cells = [
        (
            row.number,
            row.happened_on,
            type_label(row.type),
            row.equipment_designation,
            covered_word(row.covered),
            label(row.status),
            row.next_due_at,
        )
        for row in rows
    ]
    return Answer(document, table(heads, cells))
