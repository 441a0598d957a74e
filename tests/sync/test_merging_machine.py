"""Hypothesis plays authors against the server's writing path, beside a plain dictionary that says what must come of it."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.server.database import Database, open_database
from app.sync.wire import READ_PUSHED, Mutation, Push, Pushed, Result, mark, read_message
from tests.sync_deeds import mutation, person_values
from tests.sync_lab import LabClock, LabServer, hasten

_FIELDS = ("name", "email")
_WORDS = ("Rose", "Rosa", "Rosie", "Rosine")


@dataclass
class _Author:
    """A computer, or the provider's staff (without a device): what it saw last of each row, and what it sent."""

    device: str = ""
    n: int = 0
    seen: dict[str, int | None] = field(default_factory=dict)
    sent: list[tuple[bytes, Pushed]] = field(default_factory=list)


@dataclass
class _Row:
    """A row as it must stand. `writers`: of each field, and of the row's life as `*`, the number and the author of the last change."""

    values: dict[str, Any]
    seq: int
    writers: dict[str, tuple[int, int]]
    deleted: bool = False


class Merging(RuleBasedStateMachine):
    """Two computers and the provider change people, having seen now more, now less of what the others did."""

    rows = Bundle("rows")
    people = st.sampled_from((0, 0, 1, 1, 2))

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(prefix="parclair-machine-")
        open_database(Path(self._folder.name)).close()
        self._database: Database = open_database(Path(self._folder.name))
        hasten(self._database.engine)
        self._server = LabServer(self._database, LabClock())
        self._authors = [_Author(self._server.new_device().device) for _ in range(2)] + [_Author()]
        self._model: dict[str, _Row] = {}
        self._head = 0
        self._made = 0

    def teardown(self) -> None:
        """Everything ends with its story."""
        self._database.close()
        self._folder.cleanup()

    # --- what authors do

    @initialize(target=rows, who=people, name=st.sampled_from(_WORDS))
    def first(self, who: int, name: str) -> str:
        """There is somebody from the start."""
        return self._create(who, name)

    @precondition(lambda self: len(self._model) < 2)
    @rule(target=rows, who=people, name=st.sampled_from(_WORDS))
    def create(self, who: int, name: str) -> str:
        """Somebody enters a person."""
        return self._create(who, name)

    def _create(self, who: int, name: str) -> str:
        self._made += 1
        row = str(UUID(int=2**80 + self._made, version=4))
        values = person_values(name=name)
        result = self._send(who, "put", row, None, values)
        assert result.status == "ok" and result.seq is not None
        self._model[row] = _Row(values, result.seq, dict.fromkeys((*values, "*"), (result.seq, who)))
        self._authors[who].seen[row] = None
        return row

    @rule(who=people, row=rows)
    def look(self, who: int, row: str) -> None:
        """Somebody exchanges and sees the row as it stands."""
        self._authors[who].seen[row] = self._model[row].seq

    @rule(who=people, row=rows, values=st.dictionaries(st.sampled_from(_FIELDS), st.sampled_from(_WORDS), min_size=1))
    def edit(self, who: int, row: str, values: dict[str, str]) -> None:
        """Somebody changes fields of a row."""
        expected, base = self._model[row], self._seen(who, row)
        result = self._send(who, "patch", row, base, values)
        if expected.deleted:
            assert result.status == "conflict" and [one.field for one in result.conflicts] == ["*"]
            return
        different = {name: value for name, value in values.items() if expected.values[name] != value}
        late = {name for name in different if _late(expected.writers[name], who, base)}
        assert {one.field: (one.server, one.yours) for one in result.conflicts} == {
            name: (expected.values[name], values[name]) for name in late
        }
        self._applied(expected, result, who, {name: value for name, value in different.items() if name not in late})
        assert (result.status == "conflict") == bool(late)

    @rule(who=people, row=rows)
    def delete(self, who: int, row: str) -> None:
        """Somebody deletes a row."""
        expected, base = self._model[row], self._seen(who, row)
        result = self._send(who, "delete", row, base, {})
        if not expected.deleted and any(by != who and seq > (base or 0) for seq, by in expected.writers.values()):
            assert result.status == "conflict"
            return
        assert result.status == "ok"
        if not expected.deleted:
            expected.deleted = True
            self._applied(expected, result, who, {}, life=True)

    @rule(who=people, row=rows, name=st.sampled_from(_WORDS))
    def restore(self, who: int, row: str, name: str) -> None:
        """Somebody brings back a deleted row, whole."""
        expected, base = self._model[row], self._seen(who, row)
        if not expected.deleted:
            return
        values = {**expected.values, "name": name}
        result = self._send(who, "put", row, base, values)
        if _late(expected.writers["*"], who, base):
            assert result.status == "conflict"
            return
        assert result.status == "ok"
        expected.deleted = False
        self._applied(expected, result, who, values, life=True)

    @rule(who=st.integers(0, 1), which=st.integers(0, 50))
    def repeat(self, who: int, which: int) -> None:
        """A push comes once more: the same answer, and nothing happens."""
        sent = self._authors[who].sent
        if sent:
            body, answer = sent[which % len(sent)]
            assert read_message(READ_PUSHED, self._server.push(self._authors[who].device, body)).results == answer.results

    # --- what always holds

    @invariant()
    def rows_stand_as_they_must(self) -> None:
        """The server's rows are the dictionary's."""
        living = {("person", row): one.values for row, one in self._model.items() if not one.deleted}
        assert self._server.rows() == living

    @invariant()
    def numbers_rise_and_the_digest_is_of_the_rows(self) -> None:
        """A reader from the start gets each row once, in the order of its last number."""
        page = json.loads(self._server.changes(0, 2000, None))
        numbers = [one["seq"] for one in page["changes"]]
        assert numbers == sorted(one.seq for one in self._model.values())
        living = [one.seq for one in self._model.values() if not one.deleted]
        told = page["digest"].get("person", {"count": 0, "total": 0})
        assert told == {"count": len(living), "total": sum(map(mark, living))}

    # --- odds and ends

    def _seen(self, who: int, row: str) -> int | None:
        """The number of the row as an author saw it last; whoever never saw it looks now."""
        return self._authors[who].seen.setdefault(row, self._model[row].seq)

    def _send(self, who: int, op: str, row: str, base: int | None, values: dict[str, Any]) -> Result:
        author = self._authors[who]
        author.n += 1
        change = mutation(author.n + 1000 * (who + 1), op, "person", row, base, values=values)
        result = self._server.staff([change])[0] if not author.device else self._push(author, change)
        if result.seq is not None and self._model.get(row, _Row({}, 0, {})).seq != result.seq:
            assert result.seq > self._head, "a number came twice, or too late"
            self._head = result.seq
        return result

    def _push(self, author: _Author, change: Mutation) -> Result:
        epoch = self._server.info(author.device).epoch
        prev = self._server.info(author.device).last_n
        body = msgspec.json.encode(Push(epoch=epoch, prev=prev, mutations=[change]))
        answer = read_message(READ_PUSHED, self._server.push(author.device, body))
        author.sent.append((body, answer))
        return answer.results[0]

    def _applied(self, expected: _Row, result: Result, who: int, values: dict[str, Any], *, life: bool = False) -> None:
        if not values and not life:
            assert result.seq == expected.seq
            return
        assert result.seq is not None and result.seq > expected.seq
        expected.seq = result.seq
        expected.values.update(values)
        expected.writers.update(dict.fromkeys((*values, *(("*",) if life else ())), (result.seq, who)))


def _late(last: tuple[int, int], who: int, base: int | None) -> bool:
    seq, by = last
    return by != who and (base is None or seq > base)


Merging.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=50,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestMerging = Merging.TestCase
