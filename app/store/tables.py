"""All tables, so that importing this one module fills the metadata."""

from app.store.base import Base, Record
from app.store.tables_contract import Contract, ContractLine, Resignation
from app.store.tables_equipment import Assignment, Equipment
from app.store.tables_files import AuditEntry, Document, LocalSetting, OutboxRow
from app.store.tables_office import Organisation, Person, Site
from app.store.tables_support import Intervention, Rating, SupportRequest

__all__ = [
    "Assignment",
    "AuditEntry",
    "Base",
    "Contract",
    "ContractLine",
    "Document",
    "Equipment",
    "Intervention",
    "LocalSetting",
    "Organisation",
    "OutboxRow",
    "Person",
    "Rating",
    "Record",
    "Resignation",
    "Site",
    "SupportRequest",
]
