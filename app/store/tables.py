"""All tables, so that importing this one module fills the metadata."""

from app.store.base import Base, Record
from app.store.tables_backup import BackupOption, BackupReport, PcFacts, PowerSpell, Probe
from app.store.tables_claim import Claim
from app.store.tables_contract import Contract, ContractLine, Resignation
from app.store.tables_equipment import Assignment, Equipment
from app.store.tables_files import AuditEntry, Document, LocalSetting, OutboxRow
from app.store.tables_office import Organisation, Person, Site
from app.store.tables_support import Intervention, Rating, RequestMessage, SupportMonth, SupportRequest, TechnicianSession
from app.store.tables_sync import BridgeDay, PublishedOffer, SentMutation, SyncConflict, SyncPage, UnknownFields

__all__ = [
    "Assignment",
    "AuditEntry",
    "BackupOption",
    "BackupReport",
    "Base",
    "BridgeDay",
    "Claim",
    "Contract",
    "ContractLine",
    "Document",
    "Equipment",
    "Intervention",
    "LocalSetting",
    "Organisation",
    "OutboxRow",
    "PcFacts",
    "Person",
    "PowerSpell",
    "Probe",
    "PublishedOffer",
    "Rating",
    "Record",
    "RequestMessage",
    "Resignation",
    "SentMutation",
    "Site",
    "SupportMonth",
    "SupportRequest",
    "SyncConflict",
    "SyncPage",
    "TechnicianSession",
    "UnknownFields",
]
