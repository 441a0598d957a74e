"""Rows inserted in bulk are the rows that the ORM would have written, and so is what is recorded of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from app.domain.records import EquipmentCondition, EquipmentKind, OfferKind
from app.store.base import Base, new_id
from app.store.bulk_rows import WireTexts, plan
from app.store.database import FILE_NAME, migrate
from app.store.store import Store
from app.store.tables import Contract, Equipment, Person, Site
from app.store.types import utc_text

MOMENT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SITE = UUID("01900000-0000-7000-8000-000000000001")


def _fields() -> list[tuple[type[Base], dict[str, Any]]]:
    machine = {
        "designation": 'Caisse « n° 1 » 😀\u2028"\\',
        "kind": EquipmentKind.TILL,
        "condition": EquipmentCondition.REFURBISHED,
        "site_id": SITE,
        "purchase_date": date(2024, 2, 29),
        "purchase_price": Decimal("1234.50"),
        "notes": "une\nligne",
    }
    contract = {
        "number": "C1",
        "offer": "x",
        "kind": OfferKind.RENTAL,
        "provider": "P",
        "offer_copy": {"name": "é", "tiers": [{"from": 1, "price": "2.50"}]},
        "start": date(2026, 1, 31),
        "commitment_months": 12,
        "follows_fleet": True,
    }
    return [(Person, {"name": "Zoé", "active": False}), (Equipment, machine), (Contract, contract)]


def _dump(folder: Path, table: str) -> tuple[dict[str, Any], ...]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.row_factory = sqlite3.Row
        found = [
            dict(connection.execute(f"SELECT * FROM {name} {where}").fetchone())
            for name, where in (
                (table, "ORDER BY rowid DESC"),
                ("outbox", f"WHERE type = '{table}' ORDER BY n DESC"),
                ("audit_entry", f"WHERE type = '{table}' ORDER BY rowid DESC"),
            )
        ]
    for row, own in zip(found, ((), ("mutation", "tx", "n"), ("id",)), strict=True):
        for name in own:
            del row[name]
    return tuple(found)


@pytest.mark.parametrize(("table", "fields"), _fields())
def test_the_same_row_by_both_doors(tmp_path: Path, table: type[Base], fields: dict[str, Any]) -> None:
    row_id = new_id()
    found = []
    for name in ("orm", "bulk"):
        folder = tmp_path / name
        folder.mkdir()
        migrate(folder / FILE_NAME)
        store = Store(folder / FILE_NAME, lambda: MOMENT, "Claire")
        with store.writing() as unit:
            unit.session.add(Site(id=SITE, name="Annecy"))
            if name == "orm":
                unit.session.flush()
                unit.session.add(table(id=row_id, **fields))
            else:
                unit.recorder.bulk_insert(unit.session, table, [{"id": row_id, **fields}])
        store.close()
        found.append(_dump(folder, table.__tablename__))
    assert found[0] == found[1]


def test_a_row_says_when_it_was_made(tmp_path: Path) -> None:
    migrate(tmp_path / FILE_NAME)
    store = Store(tmp_path / FILE_NAME, lambda: MOMENT, "Claire")
    before = datetime(2025, 1, 1, 8, 0, tzinfo=UTC)
    with store.writing() as unit:
        unit.recorder.bulk_insert(unit.session, Person, [{"id": new_id(), "name": "Zoé", "created_at": before}])
        unit.recorder.bulk_insert(unit.session, Person, [])
    store.close()
    row, told, kept = _dump(tmp_path, "person")
    assert {row["created_at"], row["updated_at"], told["at"], kept["at"]} == {"2025-01-01T08:00:00.000000+00:00"}


def test_columns_that_count_by_themselves_are_left_out() -> None:
    names = [name for name, _, _ in plan(Equipment).columns]
    assert "nr" not in names and {"id", "search", "serial_key"} <= set(names)


def test_texts_remembered_are_texts_of_their_kind() -> None:
    texts = WireTexts()
    assert [texts.of(value) for value in (1, True, Decimal("1"), 1, "1", None, date(2026, 1, 2))] == [
        "1",
        "true",
        '"1.00"',
        "1",
        '"1"',
        "null",
        '"2026-01-02"',
    ]


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    """Two moments that differ only in `fold` are equal to Python: what is remembered of the one must not be told of the other."""
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Paris"))
    second = first.replace(fold=1)
    assert first == second
    assert [utc_text(first), utc_text(second)] == ["2026-10-25T00:30:00.000000+00:00", "2026-10-25T01:30:00.000000+00:00"]
    with pytest.raises(ValueError, match="time zone"):
        utc_text(datetime(2026, 10, 25, 2, 30))
