"""`claim show`: one claim, as every command about it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.commands.base import Answer, Call
from app.commands.output import labelled
from app.commands.parsing import action
from app.domain.errors import InputError
from app.domain.text import msg, tr

if TYPE_CHECKING:
    from app.domain.values.claims import ClaimDetail, ClaimRow


def show_action(group: Any) -> None:
    """`claim show`."""
    showing = action(group, "show", tr("tout ce qui est connu d’un sinistre"), _show)
    showing.add_argument("number", metavar="NUMBER", help=tr("le numéro du sinistre"))


def _show(call: Call) -> Answer:
    with call.services(write=False) as services:
        return answer_of(services.claims.detail(services.claims.by_number(call.given.number)))


def answer_of(claim: ClaimDetail) -> Answer:
    """Everything about a claim."""
    return Answer(claim_document(claim), lines_of(claim))


def row_document(row: ClaimRow) -> dict[str, Any]:
    """A claim of a list as JSON."""
    return {
        "id": row.id,
        "number": row.number,
        "type": row.type,
        "status": row.status,
        "equipment_id": row.equipment_id,
        "equipment": row.equipment_designation,
        "contract": row.contract_number or None,
        "happened_on": row.happened_on,
        "declared_at": row.declared_at,
        "covered": row.covered,
        "due": row.next_due_at,
        "missing": [need.value for need in row.missing],
    }


def claim_document(claim: ClaimDetail) -> dict[str, Any]:
    """A claim as JSON."""
    return {
        **row_document(claim.row),
        "theft": claim.theft,
        "place": claim.place,
        "circumstances": claim.circumstances,
        "reasons": claim.cover_note.splitlines(),
        "call_due": claim.call_due_at,
        "called_at": claim.called_at,
        "replacement_due": claim.replacement_due_at,
        "replaced_at": claim.replaced_at,
        "moves": list(claim.moves),
        "equipment_status": claim.equipment_status,
        "loan": claim.loan.id if claim.loan else None,
        "replacement": claim.replacement.id if claim.replacement else None,
        "outcome_note": claim.outcome_note,
        "closed_at": claim.closed_at,
        "documents": [{"kind": each.kind, "title": each.title, "file": each.file_name} for each in claim.documents],
    }


def lines_of(claim: ClaimDetail) -> list[str]:
    """A claim for people."""
    from app.domain.cover import need_label, theft_label, type_label
    from app.domain.records import label

    row = claim.row
    lines = [
        tr("Sinistre {number}\u00a0: {type}, {machine}", number=row.number, type=type_label(row.type), machine=row.equipment_designation),
        labelled(tr("État"), label(row.status)),
        labelled(tr("Contrat"), row.contract_number),
        labelled(tr("Survenu le"), row.happened_on),
        labelled(tr("Déclaré le"), row.declared_at),
        labelled(tr("Circonstances du vol"), theft_label(claim.theft) if claim.theft else None),
        labelled(tr("Lieu"), claim.place),
        labelled(tr("Couvert"), covered_word(row.covered)),
        *(f"  · {step}" for step in claim.cover_note.splitlines()),
    ]
    if claim.call_due_at is not None:
        lines.append(tr("Appel du support promis pour le {due}, noté\u00a0: {done}", due=claim.call_due_at, done=_done(claim.called_at)))
    if claim.replacement_due_at is not None:
        lines.append(
            tr("Remplacement promis pour le {due}, noté\u00a0: {done}", due=claim.replacement_due_at, done=_done(claim.replaced_at))
        )
    lines += [labelled(tr("Pièce manquante"), need_label(need)) for need in row.missing]
    lines += [labelled(tr("Document"), each.title) for each in claim.documents]
    if claim.loan is not None:
        lines.append(labelled(tr("Appareil prêté"), claim.loan.designation))
    if claim.replacement is not None:
        lines.append(labelled(tr("Remplacé par"), claim.replacement.designation))
    if claim.outcome_note:
        lines.append(labelled(tr("Remarque"), claim.outcome_note))
    return lines


def _done(at: object) -> object:
    return at or "–"


def covered_word(covered: bool | None) -> str:
    """Whether it is covered, in a word."""
    return {True: tr("oui"), False: tr("non"), None: tr("on ne sait pas")}[covered]


def machine_id(field: str, text: str) -> UUID:
    """The id of a machine written in an argument.

    Raises:
        InputError: it is none.
    """
    try:
        return UUID(text.strip())
    except ValueError:
        raise InputError(field, text, msg("l’identifiant d’un matériel, comme en donne equipment list --json")) from None
