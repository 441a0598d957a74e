"""Whether a change may be made at all: known fields, right values, allowed by role, and statuses that follow from one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from app.domain.records import ContractStatus, label
from app.domain.synced import LOWEST_SCHEMA, SYNCED
from app.domain.synced_type import SyncedField, SyncedType
from app.domain.text import msg
from app.server.sync.merging import Author, Refusal, Stored
from app.sync.wire import Mutation

#: A text without a limit of its own is cut off by the size of a push; this keeps one field from filling it.
LONGEST_TEXT = 200_000
#: Levels of lists and objects in one value. Every reader gives up somewhere, and what one side can still write, all others have to read.
DEEPEST = 100
#: Years of days and moments. A desktop takes 1970 to 2199 and works out ends some decades later; further away a zone's offset, or a
#: notice, would lead out of what a program can count with.
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_AMOUNT = re.compile(r"^-?[0-9]{1,9}\.[0-9]{2}$")
_FIELD_NAME = re.compile(r"^[a-z][a-z0-9_]{0,39}$")
#: Once a contract is signed, a device changes only what is the customer's own, and its way to the end.
_CONTRACT_OF_DEVICES = frozenset({"status", "ended_on", "site_id", "linked_contract_id", "notes", "signed_on", "signed_place"})
_CONTRACT_ENDS = frozenset({ContractStatus.RESIGNATION_SENT, ContractStatus.ENDED})


def refusal(stored: Stored | None, change: Mutation, author: Author) -> Refusal | None:
    """Why `change` is refused, or none. Conflicts are no refusals."""
    kind = SYNCED.get(change.type)
    if kind is None:
        return Refusal("unknown_type", msg("Type d’enregistrement inconnu\u00a0: {type}.", type=change.type))
    if stored is not None and stored.type != change.type:
        return Refusal("wrong_type", msg("Cet identifiant appartient à un autre type d’enregistrement."))
    if change.op == "delete" and change.set:
        return Refusal("values", msg("Une suppression ne porte pas de valeur."))
    return _shape(stored, kind, change) or _permission(stored, kind, change, author) or _transition(stored, kind, change)


def _shape(stored: Stored | None, kind: SyncedType, change: Mutation) -> Refusal | None:
    if change.op == "patch" and stored is None:
        return Refusal("unknown_row", msg("L’enregistrement à modifier n’existe pas."))
    if change.op == "put" and stored is None:
        absent = missing(kind, change.set)
        if absent:
            return Refusal("missing", msg("Valeurs manquantes\u00a0: {fields}.", fields=", ".join(absent)))
    checks = _checks(kind)
    for name, value in change.set.items():
        if isinstance(value, (dict, list)) and _deeper(value, DEEPEST):
            return Refusal("value", msg("Valeur trop imbriquée pour {field}.", field=name[:60]))
        check = checks.get(name)
        if check is None:
            if not _FIELD_NAME.fullmatch(name):
                return Refusal("field", msg("Nom de champ impossible\u00a0: {field}.", field=name[:60]))
            continue  # of a newer program: kept as it is, for those who know it
        if not check(value):
            return Refusal("value", msg("Valeur impossible pour {field}\u00a0: {value}.", field=name, value=repr(value)[:80]))
    return None


def missing(kind: SyncedType, given: Mapping[str, Any]) -> list[str]:
    """The fields that a new record has to have and `given` has not; those that a program still served does not know are not asked for."""
    if given.keys() >= kind.fields.keys():
        return []
    return sorted(name for name, one in kind.fields.items() if not one.optional and name not in given and one.since <= LOWEST_SCHEMA)


def _permission(stored: Stored | None, kind: SyncedType, change: Mutation, author: Author) -> Refusal | None:
    if kind.name == "organisation" and change.op == "delete":
        return Refusal("organisation", msg("Une entreprise ne se supprime pas."))
    if kind.of_staff and not author.staff:
        return Refusal("staff_only", msg("Seul le prestataire écrit cet enregistrement."))
    if stored is None:
        return None
    changed = {name for name, value in change.set.items() if stored.data.get(name) != value}
    touched = bool(changed) or change.op == "delete"
    if touched and kind.append_only and not (stored.deleted and change.op == "put"):
        return Refusal("append_only", msg("Cet enregistrement ne se modifie pas\u00a0: on peut seulement en ajouter."))
    if touched and kind.closed_by and stored.data.get(kind.closed_by) is not None:
        return Refusal("closed", msg("Ce qui est clos ne se modifie plus."))
    if author.staff:
        return None
    if changed & kind.staff_fields:
        return Refusal(
            "staff_only", msg("Seul le prestataire modifie\u00a0: {fields}.", fields=", ".join(sorted(changed & kind.staff_fields)))
        )
    if kind.name == "contract" and stored.data.get("status") != ContractStatus.DRAFT:
        return _signed_contract(stored, change, changed)
    if change.op == "delete" and kind.removable is not None and not stored.deleted and stored.data.get("status") not in kind.removable:
        return Refusal("stays", msg("Cet enregistrement reste au dossier\u00a0: seul le prestataire le supprime."))
    return None


def _signed_contract(stored: Stored, change: Mutation, changed: set[str]) -> Refusal | None:
    if change.op == "delete":
        return Refusal("signed_contract", msg("Un contrat signé ne se supprime pas."))
    fixed = changed - _CONTRACT_OF_DEVICES
    if "offer_copy" in fixed and _same_but_services(stored.data.get("offer_copy"), change.set.get("offer_copy")):
        fixed -= {"offer_copy"}
    if fixed:
        return Refusal(
            "signed_contract", msg("Le contrat est signé\u00a0: seul le prestataire modifie {fields}.", fields=", ".join(sorted(fixed)))
        )
    return None


def _same_but_services(old: Any, new: Any) -> bool:
    """Whether two copies of an offer differ only in the services that the quote names: they may be entered later."""

    def without(copy: Any) -> object:
        if isinstance(copy, dict) and isinstance(copy.get("managed"), dict):
            return {**copy, "managed": {name: value for name, value in copy["managed"].items() if name != "services_due"}}
        return copy

    return bool(without(old) == without(new))


def _transition(stored: Stored | None, kind: SyncedType, change: Mutation) -> Refusal | None:
    if stored is None or change.op == "delete" or "status" not in change.set:
        return None
    choices = kind.status_enum
    if choices is None:
        return None
    old, new = choices(stored.data["status"]), choices(change.set["status"])
    if old == new or new in kind.transitions[old]:
        return None
    return Refusal("transition", msg("«\u00a0{old}\u00a0» ne peut pas devenir «\u00a0{new}\u00a0».", old=label(old), new=label(new)))


def valid(field: SyncedField) -> Callable[[Any], bool]:
    """What tells whether a value can stand in `field`."""
    longest, choices, optional = field.longest or LONGEST_TEXT, field.choices, field.optional
    if field.kind == "text":
        return lambda value: (isinstance(value, str) and len(value) <= longest and "\x00" not in value) or (optional and value is None)
    if field.kind == "choice":
        values = frozenset(one.value for one in choices or ())
        return lambda value: (isinstance(value, str) and value in values) or (optional and value is None)
    if field.most is not None:
        most = field.most
        return lambda value: optional if value is None else _is_integer(value) and 0 <= value <= most
    check = _VALID[field.kind]
    return lambda value: optional if value is None else check(value)


def _checks(kind: SyncedType) -> Mapping[str, Callable[[Any], bool]]:
    """The checks of a type's fields, made once."""
    known = _KNOWN_CHECKS.get(id(kind))
    if known is None or known[0] is not kind:
        known = _KNOWN_CHECKS[id(kind)] = (kind, {name: valid(field) for name, field in kind.fields.items()})
    return known[1]


_KNOWN_CHECKS: dict[int, tuple[SyncedType, Mapping[str, Callable[[Any], bool]]]] = {}


def _deeper(value: Any, levels: int) -> bool:
    """Whether lists and objects are nested in more than `levels`."""
    inside = [value]
    for _ in range(levels):
        inside = [one for each in inside for one in (each.values() if isinstance(each, dict) else each) if isinstance(one, (dict, list))]
        if not inside:
            return False
    return True


def _is_day(value: Any) -> bool:
    if not isinstance(value, str) or len(value) != 10:
        return False
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return False
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


def _is_moment(value: Any) -> bool:
    if not isinstance(value, str) or len(value) > 32:
        return False
    try:
        # Everybody sorts by the text: only one way of writing is let in.
        moment = datetime.fromisoformat(value)
    except ValueError:
        return False
    return value.endswith("+00:00") and len(value) == 32 and _FIRST_YEAR <= moment.year <= _LAST_YEAR


def _is_amount(value: Any) -> bool:
    return isinstance(value, str) and _AMOUNT.fullmatch(value) is not None and _parses(Decimal, value)


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**62


def _is_reference(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 36 and _parses(UUID, value) and value == value.lower()


def _is_object(value: Any) -> bool:
    return isinstance(value, (dict, list))


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _parses(parse: Callable[[str], object], value: str) -> bool:
    try:
        parse(value)
    except (ValueError, InvalidOperation):
        return False
    return True


_VALID: Mapping[str, Callable[[Any], bool]] = {
    "day": _is_day,
    "moment": _is_moment,
    "amount": _is_amount,
    "integer": _is_integer,
    "flag": _is_flag,
    "reference": _is_reference,
    "object": _is_object,
}
