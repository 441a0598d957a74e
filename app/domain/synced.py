"""Which records travel between a shop's computers and the provider's server, field by field, and who may write what.

The client's tables and the server's checks are both held to this list: neither knows the other. Values travel as JSON: days and
moments as ISO text, amounts as text with two decimals, identifiers as UUID text.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from app.domain.money import MAX_QUANTITY
from app.domain.records import (
    CLAIM_TRANSITIONS,
    CONTRACT_TRANSITIONS,
    REQUEST_TRANSITIONS,
    RESIGNATION_TRANSITIONS,
    BackupOperation,
    BackupResult,
    Channel,
    ClaimStatus,
    ClaimType,
    ContractStatus,
    EquipmentCondition,
    EquipmentKind,
    EquipmentStatus,
    HolidayZone,
    InterventionKind,
    OfferKind,
    Ownership,
    RatingValue,
    RequestKind,
    RequestStatus,
    ResignationStatus,
    TheftCircumstances,
    Urgency,
)
from app.domain.synced_type import SyncedField, SyncedType

#: Raised with every change of this list. The server serves clients up to two versions back.
SCHEMA = 1
VERSIONS_BACK = 2
LOWEST_SCHEMA = max(1, SCHEMA - VERSIONS_BACK)


def _text(longest: int | None = None) -> SyncedField:
    return SyncedField("text", longest=longest)


def _choice(choices: type[StrEnum], *, optional: bool = False) -> SyncedField:
    return SyncedField("choice", optional, choices=choices)


def _to(target: str, *, optional: bool = True) -> SyncedField:
    return SyncedField("reference", optional, refers=target)


_DAY, _MAYBE_DAY = SyncedField("day"), SyncedField("day", optional=True)
_MOMENT, _MAYBE_MOMENT = SyncedField("moment"), SyncedField("moment", optional=True)
_NUMBER, _MAYBE_NUMBER = SyncedField("integer"), SyncedField("integer", optional=True)
_FLAG, _MAYBE_FLAG = SyncedField("flag"), SyncedField("flag", optional=True)
_AMOUNT, _MAYBE_AMOUNT = SyncedField("amount"), SyncedField("amount", optional=True)
_OBJECT = SyncedField("object")

_TYPES = (
    SyncedType(
        "organisation",
        {
            "name": _text(300),
            "legal_form": _text(80),
            "siren": _text(9),
            "siret": _text(14),
            "vat_number": _text(20),
            "address": _text(500),
            "postal_code": _text(10),
            "city": _text(120),
            "phone": _text(40),
            "email": _text(254),
            "iban": _text(34),
            "bic": _text(11),
            "headcount": _MAYBE_NUMBER,
            "micro_enterprise": _MAYBE_FLAG,
            "representative": _text(200),
        },
    ),
    SyncedType(
        "site",
        {
            "name": _text(200),
            "address": _text(500),
            "postal_code": _text(10),
            "city": _text(120),
            "phone": _text(40),
            "holiday_zone": _choice(HolidayZone),
        },
    ),
    SyncedType("person", {"name": _text(300), "email": _text(254), "site_id": _to("site"), "active": _FLAG}),
    SyncedType(
        "contract",
        {
            "number": _text(60),
            "offer": _text(80),
            "kind": _choice(OfferKind),
            "provider": _text(200),
            "offer_copy": _OBJECT,
            "status": _choice(ContractStatus),
            "start": _DAY,
            "commitment_months": _NUMBER,
            "device_kind": _choice(EquipmentKind, optional=True),
            "follows_fleet": _FLAG,
            "linked_contract_id": _to("contract"),
            "site_id": _to("site"),
            "signed_on": _MAYBE_DAY,
            "signed_place": _text(120),
            "ended_on": _MAYBE_DAY,
            "notes": _text(),
        },
        unique="number",
        transitions=CONTRACT_TRANSITIONS,  # type: ignore[arg-type]
    ),
    SyncedType(
        "contract_line",
        {
            "contract_id": _to("contract", optional=False),
            "position": _NUMBER,
            "item": _text(80),
            "quantity": SyncedField("integer", most=MAX_QUANTITY),
            "unit_price": _AMOUNT,
        },
        staff_fields=frozenset({"contract_id", "position", "item"}),
        removable=frozenset(),
    ),
    SyncedType(
        "equipment",
        {
            "designation": _text(300),
            "kind": _choice(EquipmentKind),
            "manufacturer": _text(200),
            "model": _text(200),
            "serial": _text(200),
            "inventory_number": _text(100),
            "condition": _choice(EquipmentCondition),
            "ownership": _choice(Ownership),
            "status": _choice(EquipmentStatus),
            "site_id": _to("site"),
            "contract_id": _to("contract"),
            "os_name": _text(120),
            "os_version": _text(120),
            "specs": _text(),
            "teamviewer_id": _text(40),
            "licence_number": _text(120),
            "purchase_date": _MAYBE_DAY,
            "purchase_price": _MAYBE_AMOUNT,
            "warranty_end": _MAYBE_DAY,
            "notes": _text(),
        },
    ),
    SyncedType(
        "assignment",
        {
            "equipment_id": _to("equipment", optional=False),
            "person_id": _to("person", optional=False),
            "start": _DAY,
            "end": _MAYBE_DAY,
        },
    ),
    SyncedType(
        "resignation",
        {
            "contract_id": _to("contract", optional=False),
            "channel": _choice(Channel),
            "reason": _text(),
            "recipient_address": _text(),
            "notice_received": _DAY,
            "effective_date": _DAY,
            "send_by": _MAYBE_DAY,
            "status": _choice(ResignationStatus),
            "sent_on": _MAYBE_DAY,
            "received_on": _MAYBE_DAY,
            "confirmed_on": _MAYBE_DAY,
            "tracking_number": _text(80),
        },
        transitions=RESIGNATION_TRANSITIONS,  # type: ignore[arg-type]
        removable=frozenset({ResignationStatus.TO_SEND}),
    ),
    SyncedType(
        "support_request",
        {
            "number": _text(60),
            "subject": _text(300),
            "description": _text(),
            "urgency": _choice(Urgency),
            "kind": _choice(RequestKind),
            "service": _text(64),
            "channel": _text(20),
            "status": _choice(RequestStatus),
            "equipment_id": _to("equipment"),
            "contract_id": _to("contract"),
            "site_id": _to("site"),
            "contact": _text(200),
            "phone": _text(60),
            "opened_at": _MOMENT,
            "due_at": _MAYBE_MOMENT,
            "first_response_at": _MAYBE_MOMENT,
            "appointment_at": _MAYBE_MOMENT,
            "appointment_minutes": _NUMBER,
            "covered": _MAYBE_FLAG,
            "cover_note": _text(),
            "resolution": _text(),
            "resolved_at": _MAYBE_MOMENT,
            "closed_at": _MAYBE_MOMENT,
            "rating_offered_at": _MAYBE_MOMENT,
        },
        unique="number",
        transitions=REQUEST_TRANSITIONS,  # type: ignore[arg-type]
        removable=frozenset(),
    ),
    SyncedType(
        "request_message",
        {"request_id": _to("support_request", optional=False), "author": _text(200), "body": _text(), "sent_at": _MOMENT},
        append_only=True,
    ),
    SyncedType(
        "intervention",
        {
            "request_id": _to("support_request", optional=False),
            "technician": _text(200),
            "kind": _choice(InterventionKind),
            "site_id": _to("site"),
            "started_at": _MOMENT,
            "ended_at": _MAYBE_MOMENT,
            "teamviewer_session": _text(60),
            "report": _text(),
            "minutes": _NUMBER,
            "covered_minutes": _NUMBER,
            "billable_minutes": _NUMBER,
            "waited_minutes": _MAYBE_NUMBER,
        },
        closed_by="ended_at",
        removable=frozenset(),
    ),
    SyncedType(
        "rating",
        {
            "request_id": _to("support_request", optional=False),
            "intervention_id": _to("intervention"),
            "value": _choice(RatingValue),
            "comment": _text(),
            "origin": _text(20),
            "rated_at": _MOMENT,
        },
        unique="request_id",
        append_only=True,
    ),
    SyncedType(
        "technician_session",
        {
            "technician": _text(200),
            "request_id": _to("support_request"),
            "started_at": _MOMENT,
            "ended_at": _MAYBE_MOMENT,
            "end_reason": _text(20),
        },
        closed_by="ended_at",
        removable=frozenset(),
    ),
    SyncedType(
        "claim",
        {
            "number": _text(60),
            "equipment_id": _to("equipment", optional=False),
            "contract_id": _to("contract"),
            "request_id": _to("support_request"),
            "type": _choice(ClaimType),
            "theft": _choice(TheftCircumstances, optional=True),
            "happened_on": _DAY,
            "place": _text(300),
            "circumstances": _text(),
            "declared_at": _MOMENT,
            "status": _choice(ClaimStatus),
            "covered": _MAYBE_FLAG,
            "cover_note": _text(),
            "call_due_at": _MAYBE_MOMENT,
            "replacement_due_at": _MAYBE_MOMENT,
            "called_at": _MAYBE_MOMENT,
            "replaced_at": _MAYBE_MOMENT,
            "loan_equipment_id": _to("equipment"),
            "replacement_equipment_id": _to("equipment"),
            "outcome_note": _text(),
            "closed_at": _MAYBE_MOMENT,
        },
        unique="number",
        transitions=CLAIM_TRANSITIONS,  # type: ignore[arg-type]
        staff_fields=frozenset({"covered", "cover_note"}),
        removable=frozenset(),
    ),
    SyncedType(
        "document",
        {
            "kind": _text(40),
            "title": _text(300),
            "file_name": _text(255),
            "media_type": _text(100),
            "sha256": _text(64),
            "size": _NUMBER,
            "contract_id": _to("contract"),
            "equipment_id": _to("equipment"),
            "request_id": _to("support_request"),
            "claim_id": _to("claim"),
        },
    ),
    SyncedType(
        "backup_option",
        {
            "licence": _text(120),
            "equipment_id": _to("equipment"),
            "contract_id": _to("contract"),
            "subscribed": _FLAG,
            "since": _MAYBE_DAY,
        },
        staff_fields=frozenset({"subscribed", "since"}),
        removable=frozenset(),
    ),
    SyncedType(
        "backup_report",
        {
            "equipment_id": _to("equipment", optional=False),
            "licence": _text(120),
            "operation": _choice(BackupOperation),
            "result": _choice(BackupResult),
            "problem": _text(40),
            "message": _text(),
            "started_at": _MOMENT,
            "finished_at": _MOMENT,
            "snapshot": _text(64),
            "files": _NUMBER,
            "processed_bytes": _NUMBER,
            "added_bytes": _NUMBER,
            "duration_seconds": _NUMBER,
        },
        append_only=True,
    ),
    SyncedType("published_offer", {"offer": _text(64), "version": _NUMBER, "toml": _text()}, of_staff=True),
    SyncedType("bridge_day", {"provider_id": _text(64), "day": _DAY, "label": _text(200)}, of_staff=True),
    SyncedType("pc_facts", {"equipment_id": _to("equipment", optional=False), "read_at": _MOMENT, "facts": _OBJECT}, unique="equipment_id"),
)

#: Every record type that travels, by name; what others point to comes first.
SYNCED: Mapping[str, SyncedType] = MappingProxyType({one.name: one for one in _TYPES})
