"""Every change leaves an outbox row and an audit entry in the same commit, with old and new values."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.records import EquipmentKind, EquipmentStatus
from app.store.base import new_id
from app.store.database import FILE_NAME, migrate
from app.store.store import Store
from app.store.tables import AuditEntry, Equipment, OutboxRow, Site


@pytest.fixture
def store(tmp_path: Path) -> Any:
    migrate(tmp_path / FILE_NAME)
    opened = Store(tmp_path / FILE_NAME, lambda: datetime(2026, 11, 22, 9, 0, tzinfo=UTC), "Claire")
    yield opened
    opened.close()


def outbox(store: Store) -> list[tuple[str, str, dict[str, Any]]]:
    with store.reading() as session:
        return [(row.op, row.type, row.changes) for row in session.scalars(select(OutboxRow).order_by(OutboxRow.n))]


def test_a_new_row_is_put_whole_without_derived_columns(store: Store) -> None:
    with store.writing() as unit:
        unit.session.add(Equipment(designation="Caisse", kind=EquipmentKind.TILL, search="caisse"))
    ((op, kind, changes),) = outbox(store)
    assert (op, kind) == ("put", "equipment")
    assert changes["designation"] == "Caisse" and changes["kind"] == "till" and changes["status"] == "in_stock"
    assert not {"search", "nr", "designation_key", "person_id", "id", "created_at"} & changes.keys()


def test_a_change_is_patched_with_the_new_value_and_audited_with_both(store: Store) -> None:
    with store.writing() as unit:
        row = Equipment(designation="Caisse", kind=EquipmentKind.TILL)
        unit.session.add(row)
        unit.session.flush()
        row_id = row.id
    with store.writing() as unit:
        machine = unit.session.get(Equipment, row_id)
        assert machine is not None
        machine.status = EquipmentStatus.IN_REPAIR
        machine.search = "not told"
    assert outbox(store)[1:] == [("patch", "equipment", {"status": "in_repair"})]
    with store.reading() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
        assert entry is not None
        assert (entry.actor, entry.action, entry.changes) == ("Claire", "changed", {"status": ["in_stock", "in_repair"]})


def test_setting_the_same_value_again_records_nothing(store: Store) -> None:
    with store.writing() as unit:
        unit.session.add(Site(name="Centre"))
    with store.writing() as unit:
        site = unit.session.scalars(select(Site)).one()
        site.name = "Centre"
    assert len(outbox(store)) == 1


def test_deleting_and_restoring_are_told_as_such(store: Store) -> None:
    with store.writing() as unit:
        unit.session.add(Site(name="Centre"))
    for moment in (datetime(2026, 11, 22, tzinfo=UTC), None):
        with store.writing() as unit:
            unit.session.scalars(select(Site)).one().deleted_at = moment
    made, gone, back = outbox(store)
    assert [op for op, _, _ in (made, gone, back)] == ["put", "delete", "put"]
    assert back == made, "others know nothing of the row any more: they are told all of it again"
    with store.reading() as session:
        assert list(session.scalars(select(AuditEntry.action).order_by(AuditEntry.id))) == ["created", "deleted", "restored"]


def test_a_restored_row_is_told_as_it_is_now_and_its_journal_keeps_only_what_changed(store: Store) -> None:
    with store.writing() as unit:
        unit.session.add(Site(name="Centre", city="Annecy"))
    with store.writing() as unit:
        unit.session.scalars(select(Site)).one().deleted_at = datetime(2026, 11, 22, tzinfo=UTC)
    with store.writing() as unit:
        row = unit.session.scalars(select(Site)).one()
        row.name, row.deleted_at = "Gare", None
    op, _, told = outbox(store)[-1]
    assert (op, told["name"], told["city"]) == ("put", "Gare", "Annecy")
    with store.reading() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
        assert entry is not None and (entry.action, entry.changes) == ("restored", {"name": ["Centre", "Gare"]})


def test_a_deletion_is_told_without_values_and_what_was_changed_with_it_before(store: Store) -> None:
    with store.writing() as unit:
        unit.session.add(Site(name="Centre"))
    with store.writing() as unit:
        row = unit.session.scalars(select(Site)).one()
        row.name, row.deleted_at = "Gare", datetime(2026, 11, 22, tzinfo=UTC)
    assert outbox(store)[1:] == [("patch", "site", {"name": "Gare"}), ("delete", "site", {})]
    with store.reading() as session:
        entries = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()[1:]
        assert [(one.action, one.changes) for one in entries] == [("changed", {"name": ["Centre", "Gare"]}), ("deleted", {})]


def test_a_row_that_is_made_deleted_is_told_as_made_and_deleted(store: Store) -> None:
    with store.writing() as unit:
        unit.session.add(Site(name="Centre", deleted_at=datetime(2026, 11, 22, tzinfo=UTC)))
    assert [(op, changes.get("name")) for op, _, changes in outbox(store)] == [("put", "Centre"), ("delete", None)]


def test_removing_a_row_for_good_is_a_bug(store: Store) -> None:
    with store.writing() as unit:
        unit.session.add(Site(name="Centre"))
    with pytest.raises(TypeError, match="deleted_at"), store.writing() as unit:
        unit.session.delete(unit.session.scalars(select(Site)).one())
        unit.session.flush()


def test_a_failing_block_leaves_neither_row_nor_outbox_nor_audit(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.writing() as unit:
        unit.session.add(Site(name="Centre"))
        unit.session.flush()
        raise ZeroDivisionError
    assert outbox(store) == []
    with store.reading() as session:
        assert session.scalars(select(Site)).all() == [] and session.scalars(select(AuditEntry)).all() == []


def test_rows_of_one_unit_share_their_transaction_id_and_differ_in_mutation(store: Store) -> None:
    with store.writing() as unit:
        unit.session.add_all([Site(name="Centre"), Site(name="Gare")])
    with store.writing() as unit:
        unit.session.add(Site(name="Lac"))
    with store.reading() as session:
        rows = session.scalars(select(OutboxRow).order_by(OutboxRow.n)).all()
        assert len({row.tx for row in rows}) == 2 and rows[0].tx == rows[1].tx
        assert len({row.mutation for row in rows}) == 3


def test_a_bulk_insert_records_like_single_ones(store: Store) -> None:
    rows = [{"id": new_id(), "designation": f"Poste {n}", "kind": EquipmentKind.COMPUTER, "search": "x"} for n in range(3)]
    with store.writing() as unit:
        unit.recorder.bulk_insert(unit.session, Equipment, rows)
    found = outbox(store)
    assert [op for op, _, _ in found] == ["put"] * 3
    assert found[0][2]["designation"] == "Poste 0" and "search" not in found[0][2]
    with store.reading() as session:
        assert len(session.scalars(select(AuditEntry)).all()) == 3


def test_a_moment_without_zone_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="without a time zone"), store.writing() as unit:
        unit.session.add(Site(name="Centre", created_at=datetime(2026, 1, 1)))
