"""Requests that schemathesis makes up from the OpenAPI document: no answer is a server's error or contradicts the document.

Every other request names what there is, so that it gets beyond "there is none". A fixed seed and few examples, so that a run of
the tests is repeatable and short.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import suppress
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import CHECKS
from schemathesis.core.result import Ok
from sqlalchemy import select
from uuid_utils.compat import uuid7

from app.server.blobs.endpoints import TUS
from app.server.database import Database
from app.server.tables import organisation
from tests.server.live import LiveServer
from tests.server.one_of_each import one_of_each
from tests.server.test_blobs import sha256
from tests.sync_lab import LabClock

EXAMPLES = 6
#: These take it for a fault that a cursor of another history is refused although it is a number, and that an unknown query is ignored.
GUESSES = ["positive_data_acceptance", "negative_data_rejection"]
#: Leaving would end all that comes after.
LEFT_OUT = {"/v1/device"}
# A piece of an upload is bytes like any others.
schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
PARTS = ("/v1/sync", "/v1/staff", "/v1/uploads", "/v1/blobs", "")
#: How many of everything there are, for a request may use up what it names.
SETS = 3


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["positive", "negative"])
@pytest.mark.parametrize("part", PARTS)
def test_made_up_requests_are_answered_as_documented(
    new_database: Callable[[str], Database], clock: LabClock, part: str, mode: str
) -> None:
    # What is well formed reaches the database: on the one that is pickier about what it keeps.
    world = LiveServer(new_database("postgresql" if mode == "positive" else "sqlite"), clock, metrics=True)
    world.start()
    try:
        office, staff = world.device(world.organisation()), world.staff()
        known = named(world, [one_of_each(world, office, staff, f"{part} {number}") for number in range(SETS)])
        # Another computer of the same office asks: it has sent nothing yet, so that its numbers begin at 1.
        computer = world.device(office.organisation)
        tokens = {True: staff.client.headers["Authorization"], False: computer.client.headers["Authorization"]}
        document = schemathesis.openapi.from_url(f"{world.url}/openapi.json")
        walked, numbers = 0, count()
        for found in document.get_all_operations():
            assert isinstance(found, Ok)
            operation = found.ok()
            if operation.path not in LEFT_OUT and next(one for one in PARTS if operation.path.startswith(one)) == part:
                ask(operation, tokens[operation.path.startswith("/v1/staff")], mode, known, numbers)
                walked += 1
        assert walked
    finally:
        world.stop()


#: By the part of a request and the name of the parameter or of the field of a message in it: what it can be.
Known = Mapping[str, Mapping[str, Sequence[Any]]]


def named(world: LiveServer, sets: Sequence[Mapping[str, list[str]]]) -> Known:
    """What there is, and what is possible."""
    found: dict[str, list[Any]] = {name: [one for each in sets for one in each[name]] for name in sets[0]}
    with world.database.reading() as connection:
        epoch = connection.scalar(select(organisation.c.epoch))
    days = [(world.clock.now() + timedelta(days=days)).date().isoformat() for days in (-1, 0, 1)]
    moments = [(world.clock.now() + timedelta(minutes=minutes)).isoformat() for minutes in (-30, 0, 1500)]
    fresh = [str(uuid7()) for _ in range(100)]
    pushed: dict[str, list[Any]] = {
        "epoch": [epoch],
        "prev": [0, 1, 2],
        "n": [1, 2, 3],
        "base": [5],
        "row": [*found["request"], *found["claim"]],
    }
    types = {"type": ["support_request", "claim", "equipment"]}
    return {
        "path_parameters": {**found, **types},
        "headers": {
            "idempotency-key": fresh,
            "tus-resumable": [TUS],
            "upload-length": ["5"],
            "upload-metadata": [f"sha256 {base64.b64encode(sha256(b'hello').encode()).decode()}"],
            "upload-offset": ["0"],
        },
        "body": {
            **found,
            **types,
            **pushed,
            **dict.fromkeys(("id", "tx"), fresh),
            **dict.fromkeys(("day", "since", "confirmed_on", "received_on"), days),
            **dict.fromkeys(("appointment_at", "started_at", "ended_at"), moments),
            "replacement_equipment": found["equipment"],
            "organisations": [found["organisation"][:1]],
        },
    }


def ask(operation: Any, token: str, mode: str, known: Known, numbers: Iterator[int]) -> None:
    """Ask for one operation in many ways."""

    @seed(1)
    @settings(max_examples=EXAMPLES, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck), database=None)
    @given(case=operation.as_strategy(generation_mode=schemathesis.GenerationMode(mode)))
    def once(case: Any) -> None:
        number = next(numbers)
        if number % 2:
            for part, possible in known.items():
                setattr(case, part, real(getattr(case, part), possible, number // 2))
        case.call_and_validate(headers={"Authorization": token}, excluded_checks=CHECKS.get_by_names(GUESSES))

    with suppress(Unsatisfiable):  # an operation that takes nothing cannot be asked wrongly
        once()


def real(made_up: Any, known: Mapping[str, Sequence[Any]], number: int) -> Any:
    """The same with what there is in place of whatever was made up for it."""
    if isinstance(made_up, MutableMapping):
        for name, value in made_up.items():
            possible = known.get(name.lower())
            made_up[name] = real(value, known, number) if possible is None else possible[number % len(possible)]
    elif isinstance(made_up, list):
        made_up[:] = [real(one, known, number + place) for place, one in enumerate(made_up)]
    return made_up
