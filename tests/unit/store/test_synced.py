"""What travels is exactly what the tables hold: the list of the domain and the store's models, field by field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import inspect

from app.domain.synced import SYNCED
from app.domain.synced_type import SyncedField
from app.store.tables import Base, Record

_KINDS = {
    "String": "text",
    "Text": "text",
    "Day": "day",
    "UtcMoment": "moment",
    "Cents": "amount",
    "Integer": "integer",
    "BigInteger": "integer",
    "Boolean": "flag",
    "Choice": "choice",
    "JSON": "object",
    "Uuid": "reference",
}
_BOOKKEEPING = {"id", "seq", "created_at", "updated_at", "deleted_at"}
MODELS: dict[str, type[Any]] = {
    str(mapper.local_table): mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Record)
}


def test_every_record_travels() -> None:
    assert set(SYNCED) == set(MODELS)


@pytest.mark.parametrize("name", sorted(MODELS))
def test_a_record_travels_with_all_its_fields(name: str) -> None:
    model = MODELS[name]
    found: dict[str, SyncedField] = {}
    for attribute in inspect(model).column_attrs:
        if attribute.key in _BOOKKEEPING or attribute.key in model.derived:
            continue
        column = attribute.columns[0]
        kind = _KINDS[type(column.type).__name__]
        target = next((key.column.table.name for key in column.foreign_keys), "")
        longest = column.type.length if type(column.type).__name__ == "String" else None
        choices = getattr(column.type, "choices", None)
        found[attribute.key] = SyncedField(kind, bool(column.nullable), longest, choices, target)  # type: ignore[arg-type]
    # How large a number may be no column says.
    assert {name: replace(field, most=None) for name, field in SYNCED[name].fields.items()} == found


def test_what_others_point_to_comes_first() -> None:
    seen: set[str] = set()
    for one in SYNCED.values():
        later = {field.refers for field in one.fields.values() if field.refers} - seen - {one.name}
        assert not later, (one.name, later)
        seen.add(one.name)
