"""What the end of a claim changes of machines, loans and hand-overs, as changes to be written with the claim itself.

The shop's computers do the same where the office settles a claim (`app.services.claim_devices`). Nobody else writes to the organisation
meanwhile, so that each change stands on the row as it was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from uuid_utils.compat import uuid7

from app.domain.claim_rules import after_loan, after_replacement, after_settlement, when_taken
from app.domain.formatting import PARIS
from app.domain.records import RUNNING_CLAIMS, ClaimStatus, ClaimType, EquipmentStatus, Ownership
from app.server.pen import Change, Pen, RefusedError
from app.server.problems import MissingError
from app.server.rows import Row, with_value
from app.server.tables import former_status


class Inventory:
    """Gathers what a claim's end changes; see `changes`.

    Attributes:
        machine: the damaged machine; none where it was deleted.
        of_claim: what changes of the claim itself.
    """

    def __init__(self, pen: Pen, claim: Row) -> None:
        self._pen = pen
        self._claim = claim
        self._day = pen.now.astimezone(PARIS).date().isoformat()
        self._known: dict[str, Row] = {}
        self._values: dict[str, dict[str, Any]] = {}
        self._new: list[Change] = []
        self._handed: dict[str, list[Row]] = {}
        self.of_claim: dict[str, Any] = {}
        self.machine = self.find("equipment", claim.data["equipment_id"])

    def find(self, kind: str, row_id: object) -> Row | None:
        """The living record of that type and id; none where there is none."""
        try:
            row = self._pen.find(kind, row_id) if isinstance(row_id, str) else None
        except MissingError:
            return None
        return None if row is None else self._known.setdefault(row.id, row)

    def status(self, machine: Row) -> EquipmentStatus:
        """A machine's status, with what was changed of it here."""
        return EquipmentStatus(self._values.get(machine.id, {}).get("status", machine.data["status"]))

    def settle(self, outcome: ClaimStatus) -> None:
        """The claim ended without a replacement: what is lent comes back, and the machine is what it was, or still broken.

        Raises:
            RefusedError: the lent device is handed over on a day still to come.
        """
        self._take_back()
        if self.machine is None:
            return
        others = [row for row in self._claims("equipment_id", self.machine.id) if row.id != self._claim.id]
        types = [ClaimType(row.data["type"]) for row in others]
        self._set(self.machine, status=after_settlement(self.status(self.machine), outcome, types, self._before(self.machine)))

    def replace(self, machine: Row, device: Row) -> None:
        """`device` takes the place of `machine`: its person and its site. One of the provider's comes under its contract, and the machine
        goes back to the provider.

        Raises:
            RefusedError: one of the devices is handed over on a day still to come.
        """
        rented = device.data["ownership"] == Ownership.RENTED
        if device.id == self._claim.data.get("loan_equipment_id"):
            self.of_claim["loan_equipment_id"] = None
        else:
            self._take_back()
        self._set(device, status=EquipmentStatus.IN_USE, site_id=machine.data.get("site_id"))
        if rented:
            own = (device.data.get("contract_id"), machine.data.get("contract_id"), self._claim.data.get("contract_id"))
            self._set(device, contract_id=next((one for one in own if one), None))
            self.of_claim["replaced_at"] = self._claim.data.get("replaced_at") or self._pen.moment
        self._give(device, self._person(machine))
        self._take(machine)
        self._set(machine, status=after_replacement(self.status(machine), rented=rented))
        self.of_claim["replacement_equipment_id"] = device.id

    def changes(self) -> list[Change]:
        """What changes beside the claim."""
        changed = [Change(self._known[row].type, row, values, self._known[row].seq) for row, values in self._values.items() if values]
        return [*changed, *self._new]

    def _set(self, row: Row, **values: Any) -> None:
        known = self._values.setdefault(row.id, {})
        known.update((name, value) for name, value in values.items() if {**row.data, **known}.get(name) != value)

    def _take_back(self) -> None:
        if self._claim.data.get("loan_equipment_id") is None:
            return
        self.of_claim["loan_equipment_id"] = None
        device = self.find("equipment", self._claim.data["loan_equipment_id"])
        if device is not None:
            self._take(device)
            self._set(device, status=after_loan(self.status(device)))

    def _take(self, machine: Row) -> None:
        """Nobody has the machine after today."""
        held = self._held(machine)
        for one in held:
            self._end(one)
        if held:
            self._set(machine, status=when_taken(self.status(machine)))

    def _give(self, device: Row, person: str | None) -> None:
        held = self._held(device)
        if person is None or person in [one.data["person_id"] for one in held]:
            return
        for one in held:
            self._end(one)
        values = {"equipment_id": device.id, "person_id": person, "start": self._day, "end": None}
        self._new.append(Change("assignment", str(uuid7()), values))

    def _end(self, assignment: Row) -> None:
        if assignment.data["start"] > self._day:
            told = f"the machine is handed over on {assignment.data['start']} only: nobody can give it back before"
            raise RefusedError(told, detail=str(assignment.data["equipment_id"]))
        self._set(assignment, end=self._day)

    def _held(self, machine: Row) -> Sequence[Row]:
        """The hand-overs of a machine that last, the newest first. An office has as many as machines: they are looked through once."""
        if machine.id not in self._handed:
            lent = self._claim.data.get("loan_equipment_id")
            named = {machine.id, *(row.id for row in self._known.values() if row.type == "equipment"), *([lent] if lent else [])}
            self._handed.update((one, []) for one in named)
            for row in with_value(self._pen.connection, self._pen.organisation, "assignment", "equipment_id", sorted(named)):
                if row.data.get("end") is None:
                    self._handed[row.data["equipment_id"]].append(self._known.setdefault(row.id, row))
        return sorted(self._handed[machine.id], key=lambda row: (row.data["start"], row.id), reverse=True)

    def _person(self, machine: Row) -> str | None:
        """Whoever has a machine; somebody who has left keeps nothing new."""
        held = self._held(machine)
        person = self.find("person", held[0].data["person_id"]) if held else None
        return person.id if person is not None and person.data["active"] else None

    def _before(self, machine: Row) -> EquipmentStatus | None:
        """What a machine was before its claim; of one that was broken already when it first came in, a loan that lasts is all that tells."""
        c = former_status.c
        known = select(c.status).where(c.organisation == self._pen.organisation, c.row_id == machine.id)
        if (status := self._pen.connection.scalar(known)) is not None:
            return EquipmentStatus(status)
        lent = any(row.id != self._claim.id for row in self._claims("loan_equipment_id", machine.id))
        return EquipmentStatus.ON_LOAN if lent else None

    def _claims(self, field: str, machine_id: str) -> list[Row]:
        """The running claims that name a machine."""
        found = with_value(self._pen.connection, self._pen.organisation, "claim", field, [machine_id])
        return [row for row in found if row.data["status"] in RUNNING_CLAIMS]
