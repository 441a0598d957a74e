"""Invariant 13. The server serves clients two schema versions back; unknown fields are kept, never erased."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest

from app.domain import synced
from app.domain.records import HolidayZone
from app.domain.synced import SYNCED
from app.domain.synced_type import SyncedField, SyncedType
from app.server import context
from app.server.context import check_schema
from app.server.problems import UpgradeError
from app.server.sync import checks
from app.store import sync_apply, sync_outbox, sync_rows
from app.store.sync_outbox import rebuild
from app.store.tables_office import Site
from app.sync import acknowledging, engine, pages
from app.sync.errors import NewerDataError
from app.sync.wire import READ_PUSHED, read_message
from tests.sync_deeds import add, all_meet, delete, edit, known, mutation, push_body, restore, seen, site_values, value, waiting
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]
_CLIENT = (sync_rows, sync_apply, sync_outbox, pages, acknowledging)


@contextmanager
def program(schema: int, *, without: Mapping[str, set[str]]) -> Iterator[None]:
    """The client as it was at another schema: it knows neither these fields nor (an empty set) these types."""
    older = {
        name: replace(kind, fields=MappingProxyType({key: one for key, one in kind.fields.items() if key not in without.get(name, ())}))
        for name, kind in SYNCED.items()
        if without.get(name) != set()
    }
    with pytest.MonkeyPatch.context() as patch:
        for module in _CLIENT:
            patch.setattr(module, "SYNCED", MappingProxyType(older))
        patch.setattr(engine, "SCHEMA", schema)
        patch.setattr(Site, "derived", tuple(without.get("site", ())))
        sync_rows.row_plan.cache_clear()
        yield
    sync_rows.row_plan.cache_clear()


class NewerZone(StrEnum):
    """The choices of a site's `holiday_zone` in a program to come."""

    MAINLAND = "mainland"
    GUYANE = "guyane"
    CORSICA = "corsica"


#: Each version learns a field of sites, and the last one a type.
SCHEMAS: dict[int, dict[str, set[str]]] = {1: {"site": {"phone", "postal_code"}, "bridge_day": set()}, 2: {"site": {"phone"}}, 3: {}}


def test_13_schema_three_versions_work_on_one_record(server: LabServer, computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    fields = {name: replace(one, since={"phone": 3, "postal_code": 2}.get(name, 1)) for name, one in SYNCED["site"].fields.items()}
    kinds = MappingProxyType({**SYNCED, "site": replace(SYNCED["site"], fields=fields)})
    monkeypatch.setattr(checks, "SYNCED", kinds)
    monkeypatch.setattr(checks, "LOWEST_SCHEMA", 1)
    computers = {schema: computer(server) for schema in SCHEMAS}

    def each(deed: Callable[[int, LabDevice], object]) -> None:
        for schema, without in SCHEMAS.items():
            with program(schema, without=without):
                deed(schema, computers[schema])

    with program(3, without={}):
        row = add(computers[3], "site", name="Nord", phone="0102030405", postal_code="59000")
        computers[3].sync()
    server.staff(
        [mutation(1, "put", "bridge_day", "0f000000-0000-4000-8000-000000000001", provider_id="x", day="2026-11-27", label="Pont")]
    )
    each(lambda _, one: one.sync())
    each(lambda schema, one: edit(one, "site", row, **{{1: "name", 2: "city", 3: "phone"}[schema]: f"v{schema}"}))
    for _ in range(2):
        each(lambda _, one: one.sync())
    expected = {"name": "v1", "city": "v2", "phone": "v3", "postal_code": "59000"}
    found = server.rows()["site", row]
    assert {name: found[name] for name in expected} == expected
    assert all(one.inbox() == [] for one in computers.values())

    # The oldest deletes and restores it, and makes one of its own: nothing is erased that it never knew.
    with program(1, without=SCHEMAS[1]):
        delete(computers[1], "site", row)
        computers[1].sync()
        restore(computers[1], "site", row)
        new = add(computers[1], "site", name="Sud")
        report = computers[1].sync()
        assert report.rejected == 0
    each(lambda _, one: one.sync())
    assert {name: server.rows()["site", row][name] for name in expected} == expected
    with program(3, without={}):
        assert seen(computers[3], "site", row, "phone") == "v3"
        assert seen(computers[3], "site", new, "phone") == ""


def test_13_schema_a_newer_program_reads_what_the_older_one_did_not_know(server: LabServer, computer: Computer) -> None:
    writer, updated = computer(server), computer(server)
    row = add(writer, "site", name="Nord", phone="0102030405")
    writer.sync()
    server.staff(
        [mutation(1, "put", "bridge_day", "0f000000-0000-4000-8000-000000000001", provider_id="x", day="2026-11-27", label="Pont")]
    )
    with program(0, without=SCHEMAS[1]):
        updated.sync()
        assert value(updated, "SELECT phone FROM site") == ""
        assert value(updated, "SELECT count(*) FROM bridge_day") == 0
        assert value(updated, "SELECT count(*) FROM unknown_fields") == 1
    updated.sync()
    assert value(updated, "SELECT phone FROM site") == "0102030405"
    assert updated.rows() == server.rows()
    assert ("site", row) in updated.rows()


def test_13_schema_fields_that_nobody_here_knows_are_kept(server: LabServer, computer: Computer) -> None:
    one, other = computer(server), computer(server)
    row = add(one, "site", name="Nord")
    all_meet([one, other])
    server.staff([mutation(1, "patch", "site", row, 2**40, values={"opening_hours": {"mon": "9-18"}})])
    all_meet([one, other])
    edit(one, "site", row, name="Sud")
    all_meet([one, other])
    assert known(server, "site", row, "opening_hours") == {"mon": "9-18"}
    # Uploaded to another server, they go along.
    with other.store.writing() as unit:
        rebuild(unit.session.connection(), "2026-11-22T10:00:00.000000+00:00", "Rose")
    assert '"opening_hours": {"mon": "9-18"}' in value(other, "SELECT changes FROM outbox")


def test_13_schema_a_choice_that_only_a_newer_program_knows_waits_for_the_update(
    server: LabServer, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would end every list that shows it. What is written here still leaves."""
    older, other = computer(server), computer(server)
    row = add(older, "site", name="Nord")
    person = add(older, "person", name="Rose")
    all_meet([older, other])
    zone = replace(SYNCED["site"].fields["holiday_zone"], choices=NewerZone)
    kinds = {**SYNCED, "site": replace(SYNCED["site"], fields={**SYNCED["site"].fields, "holiday_zone": zone})}
    with monkeypatch.context() as newer:
        newer.setattr(checks, "SYNCED", MappingProxyType(kinds))
        server.staff([mutation(1, "patch", "site", row, 2**40, values={"holiday_zone": "corsica"})])
    edit(older, "person", person, name="Rosa")
    edit(older, "site", row, holiday_zone=HolidayZone.GUYANE)  # the other value comes back as a conflict
    for _ in range(2):
        with pytest.raises(NewerDataError) as told:
            older.sync()
        assert told.value.retry and waiting(older) == 0
        assert seen(older, "person", person, "name") == "Rosa" and seen(older, "site", row, "holiday_zone") == "guyane"
        assert older.inbox() == [("field", "holiday_zone", "guyane", "corsica")]
    with pytest.raises(NewerDataError):
        other.sync()
    server.staff([mutation(2, "patch", "site", row, 2**40, values={"holiday_zone": "mainland"})])
    all_meet([older, other])
    assert seen(other, "person", person, "name") == "Rosa" and seen(other, "site", row, "holiday_zone") == "mainland"


def test_13_schema_a_program_that_is_too_old_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "SCHEMA", 5)
    for served in ("5", "4", "3", "6", None):
        check_schema(served)
    with pytest.raises(UpgradeError):
        check_schema("2")


def test_13_schema_every_field_of_the_first_schema_is_asked_for_and_later_ones_are_not() -> None:
    kind = SyncedType("x", {"a": SyncedField("text"), "b": SyncedField("text", since=synced.SCHEMA + 1)})
    given: dict[str, Any] = {"a": ""}
    assert checks.missing(kind, given) == []
    assert checks.missing(kind, {}) == ["a"]


def test_13_schema_what_is_nested_too_deep_for_others_to_read_is_refused(server: LabServer, computer: Computer) -> None:
    writer, reader = computer(server), computer(server)
    device = server.new_device().device

    def nested(levels: int) -> list[Any]:
        return [] if levels == 1 else [nested(levels - 1)]

    changes = [
        mutation(number, "put", "site", str(UUID(int=number, version=4)), values=site_values(of_tomorrow=value))
        for number, value in enumerate((nested(checks.DEEPEST), nested(checks.DEEPEST + 1), {"x": nested(checks.DEEPEST)}), 1)
    ]
    results = read_message(READ_PUSHED, server.push(device, push_body(server, device, 0, *changes))).results
    assert [result.status for result in results] == ["ok", "rejected", "rejected"]
    all_meet((writer, reader))
    assert [value(one, "SELECT count(*) FROM unknown_fields") for one in (writer, reader)] == [1, 1]
