"""Invariant 1. When `next` is returned, every committed seq up to it has been visible; seq rises strictly."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from random import Random
from uuid import UUID

import pytest

from app.server.sync.merging import Author
from app.server.sync.writing import take_numbers, write
from tests.sync_deeds import add, mutation, person_values
from tests.sync_lab import LabDevice, LabServer, text

WRITERS = 8
#: Transactions of each writer in the test command; `dev.py soak` has many more.
TURNS = int(os.environ.get("PARCLAIR_TURNS", "25"))


def race(server: LabServer, writers: int = WRITERS, turns: int = TURNS) -> tuple[int, int]:
    """Writers who dawdle between taking their numbers and the commit, and a reader who never stops: rows written, rows never seen."""
    done = threading.Event()
    written: set[str] = set()
    met: set[str] = set()
    trouble: list[BaseException] = []

    def writer(number: int) -> None:
        chance, dawdle = Random(number), threading.Event()
        try:
            for turn in range(turns):
                rows = [str(UUID(int=(number << 64) + (turn << 8) + place, version=4)) for place in range(chance.randrange(1, 4))]
                changes = [mutation(1 + place, "put", "person", row, **person_values(name=row[:8])) for place, row in enumerate(rows)]
                with server.database.writing() as connection:
                    numbers = take_numbers(connection, server.organisation, len(changes))
                    dawdle.wait(chance.random() * 0.004)
                    write(connection, server.organisation, Author(f"w{number}", "w"), changes, numbers, text(server.clock.now()))
                    dawdle.wait(chance.random() * 0.004)
                written.update(rows)
        except BaseException as error:
            trouble.append(error)

    def read(cursor: int) -> int:
        page = json.loads(server.changes(cursor, 7, None))
        numbers = [change["seq"] for change in page["changes"]]
        assert numbers == sorted(set(numbers))
        assert all(number > cursor for number in numbers)
        met.update(change["row"] for change in page["changes"])
        return int(page["next"])

    def reader() -> None:
        cursor = 0
        try:
            while not done.is_set():
                cursor = read(cursor)
            while (after := read(cursor)) != cursor:
                cursor = after
        except BaseException as error:
            trouble.append(error)

    threads = [threading.Thread(target=writer, args=(number,)) for number in range(writers)]
    watching = threading.Thread(target=reader)
    watching.start()
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    done.set()
    watching.join()
    if trouble:
        raise trouble[0]
    return len(written), len(written - met)


def test_01_no_gaps_however_slowly_writers_commit(server: LabServer) -> None:
    count, missed = race(server)
    assert count >= WRITERS * TURNS
    assert missed == 0


def test_01_no_gaps_numbers_are_taken_in_one_transaction_with_the_rows(server: LabServer) -> None:
    """A transaction that fails gives its numbers back: the next one has them, and no reader ever met them."""
    with pytest.raises(ZeroDivisionError), server.database.writing() as connection:
        take_numbers(connection, server.organisation, 5)
        raise ZeroDivisionError
    with server.database.writing() as connection:
        assert take_numbers(connection, server.organisation, 2).start == 0


def test_01_no_gaps_pages_go_on_where_the_one_before_stopped(lite: LabServer, computer: Callable[[LabServer], LabDevice]) -> None:
    one = computer(lite)
    rows = {add(one, "person", name=f"Personne {number}") for number in range(23)}
    one.sync()
    cursor, found = 0, []
    while True:
        page = json.loads(lite.changes(cursor, 5, None))
        found += [change["row"] for change in page["changes"]]
        cursor = page["next"]
        if not page["more"]:
            break
    assert len(found) == len(set(found))
    assert set(found) == rows
