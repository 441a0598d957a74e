"""The list of equipment: sorts, filters and search against a plain model in memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import InputError
from app.domain.records import EquipmentKind, EquipmentStatus
from app.domain.values.equipment import EQUIPMENT_SORTS, EquipmentQuery
from app.store import equipment_queries
from app.store.base import new_id
from app.store.bulk import deferred_indexes
from app.store.database import FILE_NAME, migrate
from app.store.folding import fold, searchable, words
from app.store.store import Store
from app.store.tables import Equipment

WORDS = ("Écran", "Caisse", "Latitude", "LaserJet", "Convoyeur", "œillet", "Galaxy", "Poste", "ordinateur", "É-3", "x1")
COUNT = 4000


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, list[tuple[str, str, EquipmentKind]]]]:
    path = tmp_path_factory.mktemp("list") / FILE_NAME
    migrate(path)
    store = Store(path, lambda: datetime(2026, 11, 22, tzinfo=UTC))
    chance = Random(7)
    kept, rows = [], []
    for number in range(COUNT):
        designation = " ".join(chance.sample(WORDS, 2)) if number % 3 else "Poste commun"
        serial = f"{chance.choice('ABC')}-{chance.randrange(10**5):05d}"
        kind = chance.choice(list(EquipmentKind))
        kept.append((designation, serial, kind))
        rows.append(
            {
                "id": new_id(),
                "designation": designation,
                "serial": serial,
                "kind": kind,
                "designation_key": fold(designation),
                "serial_key": fold(serial),
                "search": searchable(designation, codes=(serial,)),
            }
        )
    with store.writing() as unit, deferred_indexes(unit.session):
        unit.recorder.bulk_insert(unit.session, Equipment, rows)
    yield store, kept
    store.close()


def expected(kept: list[tuple[str, str, EquipmentKind]], search: str, kinds: frozenset[EquipmentKind]) -> int:
    wanted = words(search)
    if search.strip() and not wanted:
        return 0
    found = 0
    for designation, serial, kind in kept:
        line = " " + searchable(designation, codes=(serial,))
        inside = all((f" {word}" if len(word) < 3 else word) in line for word in wanted)
        found += inside and (not kinds or kind in kinds)
    return found


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    search=st.lists(
        st.sampled_from(["", "e", "ec", "écr", "POSTE", "commun", "oeil", "a-0", "00", "lati", "b", "x1", "zzz", "'", '"', "*"]), max_size=2
    ),
    kinds=st.frozensets(st.sampled_from(list(EquipmentKind)), max_size=2),
    sort=st.sampled_from(EQUIPMENT_SORTS),
    descending=st.booleans(),
)
def test_pages_hold_what_a_plain_scan_finds(
    loaded: tuple[Store, list[tuple[str, str, EquipmentKind]]],
    search: list[str],
    kinds: frozenset[EquipmentKind],
    sort: str,
    descending: bool,
) -> None:
    store, kept = loaded
    query = EquipmentQuery(search=" ".join(search), kinds=kinds, sort=sort, descending=descending)
    with store.snapshot() as connection:
        page = equipment_queries.page(connection, query, 0, 50)
        total = expected(kept, query.search, kinds)
        assert page.total == total and len(page.rows) == min(50, total)
        assert len(equipment_queries.identifiers(connection, query)) == total


@pytest.mark.parametrize("search", ["", "poste", "e", "caisse"])
@pytest.mark.parametrize("descending", [False, True])
def test_pages_tile_the_list_in_order(loaded: tuple[Store, list[tuple[str, str, EquipmentKind]]], search: str, descending: bool) -> None:
    store, _ = loaded
    query = EquipmentQuery(search=search, descending=descending)
    with store.snapshot() as connection:
        total = equipment_queries.page(connection, query, 0, 1).total
        rows = [row for start in range(0, total, 300) for row in equipment_queries.page(connection, query, start, 300).rows]
        ids = equipment_queries.identifiers(connection, query)
    keys = [fold(row.designation) for row in rows]
    assert keys == sorted(keys, reverse=descending)
    assert [row.id for row in rows] == ids and len(set(ids)) == total


def test_beyond_the_end_there_is_an_empty_page(loaded: tuple[Store, list[tuple[str, str, EquipmentKind]]]) -> None:
    store, _ = loaded
    with store.snapshot() as connection:
        assert equipment_queries.page(connection, EquipmentQuery(), COUNT + 5, 10).rows == ()
        none = EquipmentQuery(statuses=frozenset({EquipmentStatus.RETIRED}))
        assert equipment_queries.page(connection, none, 0, 10).total == 0


@pytest.mark.parametrize("search", ["*", '"', "— … !", " ' "])
def test_signs_alone_find_nothing(loaded: tuple[Store, list[tuple[str, str, EquipmentKind]]], search: str) -> None:
    store, _ = loaded
    with store.snapshot() as connection:
        for query in (EquipmentQuery(search=search), EquipmentQuery(search=search, kinds=frozenset({EquipmentKind.TILL}), sort="serial")):
            page = equipment_queries.page(connection, query, 0, 50)
            assert (page.total, page.rows) == (0, ())
            assert equipment_queries.identifiers(connection, query) == []
        assert equipment_queries.page(connection, EquipmentQuery(search="  "), 0, 50).total == COUNT


def test_an_unknown_sort_is_named(loaded: tuple[Store, list[tuple[str, str, EquipmentKind]]]) -> None:
    store, _ = loaded
    with store.snapshot() as connection, pytest.raises(InputError, match="sort"):
        equipment_queries.page(connection, EquipmentQuery(sort="colour"), 0, 10)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Émile", ["emile"]),
        ("Cœur  d’Or", ["coeur", "d", "or"]),
        ("PF-3X/9", ["pf", "3x", "9"]),
        ("", []),
        ("—", []),
        ("ﬁche ½", ["fiche", "1", "2"]),
        ("n° 5 – l’été", ["n", "5", "l", "ete"]),
        ("שָׁלוֹם", ["שלום"]),
    ],
)
def test_words_are_folded(text: str, found: list[str]) -> None:
    assert words(text) == found
