"""Opening, migrating, refusing: the schema in the file, the schema in the code, and what stands between."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from app.domain.errors import StorageError
from app.store import errors
from app.store.database import FILE_NAME, HEAD, KNOWN, migrate, schema_version
from app.store.errors import DamagedError
from app.store.migrations.runner import _run, head
from app.store.store import Store
from app.store.tables import Base


def test_head_in_the_code_is_alembics_head() -> None:
    assert head() == HEAD == KNOWN[-1]


def test_migrations_build_exactly_the_tables_of_the_models(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    migrate(path)
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: kind != "table" or "equipment_" not in name}
        )
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_a_file_written_by_the_first_release_opens_with_all_its_rows(tmp_path: Path) -> None:
    """`resources/sql/schema-0001.sql` is a dump of a real folder of that release; every later release must open it."""
    path = tmp_path / FILE_NAME
    dump = Path(__file__).resolve().parents[3] / "resources" / "sql" / "schema-0001.sql"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump.read_text("utf-8"))
    migrate(path)
    assert schema_version(path) == HEAD
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT designation FROM equipment ORDER BY nr").fetchall() == [
            ("Caisse du comptoir",),
            ("Poste de l’atelier",),
        ]
        assert connection.execute("SELECT count(*) FROM equipment_trigrams WHERE equipment_trigrams MATCH '\"comptoir\"'").fetchone() == (
            1,
        )
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.usefixtures("real_migrations")
def test_a_conflict_of_an_older_program_learns_whose_value_it_is(tmp_path: Path) -> None:
    path, one, other = tmp_path / FILE_NAME, "0" * 31 + "1", "0" * 31 + "2"
    _run(path, "0004")
    columns = '(id, mutation, kind, op, type, row_id, field, mine, theirs, reason, "by", found_at, resolution, resolved_by)'
    with closing(sqlite3.connect(path)) as connection:
        for key in (one, other):
            values = (key, key, "field", "patch", "person", one, "name", '"Rose"', '"Rosa"', "{}", "Karim", "2026-11-22", "", "")
            connection.execute(f"INSERT INTO sync_conflict {columns} VALUES ({', '.join('?' * 14)})", values)
        sent = (7, one, one, "patch", "person", one, "{}", "2026-11-20", "Claire Morel", "2026-11-22")
        connection.execute(
            "INSERT INTO sync_sent (n, mutation, tx, op, type, row_id, changes, at, actor, acknowledged_at)"
            f" VALUES ({', '.join('?' * 10)})",
            sent,
        )
        connection.commit()
    migrate(path)
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT mine_by, mine_at, taken_back FROM sync_conflict ORDER BY id").fetchall()
    assert found == [("Claire Morel", "2026-11-20", ""), ("", None, "")]


def test_a_newer_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    migrate(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(StorageError, match="9999"):
        migrate(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(b"this is not a database at all" * 100)
    with pytest.raises(DamagedError):
        schema_version(path)
    assert path.read_bytes().startswith(b"this is not")


def test_commits_are_durable_and_foreign_keys_hold(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    migrate(path)
    store = Store(path, lambda: datetime(2026, 11, 22, tzinfo=UTC))
    with store.reading() as session:
        values = {
            name: session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    store.close()
    assert values == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("database disk image is malformed", DamagedError),
        ("file is not a database", DamagedError),
        ("disk I/O error", StorageError),
        ("database or disk is full", StorageError),
        ("attempt to write a readonly database", StorageError),
        ("unable to open database file", StorageError),
        ("database is locked", StorageError),
    ],
)
def test_what_sqlite_says_becomes_one_clear_error(said: str, kind: type[Exception], tmp_path: Path) -> None:
    error = errors.storage_error(tmp_path / FILE_NAME, sqlite3.OperationalError(said))
    assert type(error) is kind and str(tmp_path) in str(error)


def test_a_mistake_in_a_statement_stays_a_bug(tmp_path: Path) -> None:
    error = sqlite3.OperationalError("no such column: nonsense")
    assert errors.storage_error(tmp_path, error) is error


@pytest.mark.usefixtures("real_migrations")
def test_a_creation_that_fails_half_way_leaves_nothing_and_can_be_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / FILE_NAME

    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("alembic.op.execute", full)
        with pytest.raises(StorageError):
            migrate(path)
    assert not path.exists()
    migrate(path)
    assert schema_version(path) == HEAD
    assert not list(tmp_path.glob("*.new*"))


def test_a_migration_that_fails_half_way_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / FILE_NAME
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE older (name TEXT)")
        connection.execute("INSERT INTO older VALUES ('kept')")
        connection.commit()

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a mistake in a migration")

    monkeypatch.setattr("alembic.op.execute", broken)
    with pytest.raises(RuntimeError):
        migrate(path)
    with closing(sqlite3.connect(path)) as connection:
        assert [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")] == ["older"]
        assert connection.execute("SELECT name FROM older").fetchone() == ("kept",)
    assert not list(tmp_path.glob("*.before-migration"))
