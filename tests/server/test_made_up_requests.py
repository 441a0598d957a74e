"""Requests that schemathesis makes up from the OpenAPI document: no answer is a server's error or contradicts the document.

A fixed seed and few examples, so that a run of the tests is repeatable and short.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import CHECKS
from schemathesis.core.result import Ok

from app.server.database import Database
from tests.server.live import LiveServer
from tests.sync_lab import LabClock

EXAMPLES = 6
#: These take it for a fault that a cursor of another history is refused although it is a number, and that an unknown query is ignored.
GUESSES = ["positive_data_acceptance", "negative_data_rejection"]
#: Leaving would end all that comes after.
LEFT_OUT = {"/v1/device"}
# A piece of an upload is bytes like any others.
schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
PARTS = ("/v1/sync", "/v1/staff", "/v1/uploads", "/v1/blobs", "")


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
        office = world.device(world.organisation())
        tokens = {True: world.staff().client.headers["Authorization"], False: office.client.headers["Authorization"]}
        document = schemathesis.openapi.from_url(f"{world.url}/openapi.json")
        walked = 0
        for found in document.get_all_operations():
            assert isinstance(found, Ok)
            operation = found.ok()
            if operation.path not in LEFT_OUT and next(one for one in PARTS if operation.path.startswith(one)) == part:
                ask(operation, tokens[operation.path.startswith("/v1/staff")], mode)
                walked += 1
        assert walked
    finally:
        world.stop()


def ask(operation: Any, token: str, mode: str) -> None:
    """Ask for one operation in many ways."""

    @seed(1)
    @settings(max_examples=EXAMPLES, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck), database=None)
    @given(case=operation.as_strategy(generation_mode=schemathesis.GenerationMode(mode)))
    def once(case: Any) -> None:
        case.call_and_validate(headers={"Authorization": token}, excluded_checks=CHECKS.get_by_names(GUESSES))

    with suppress(Unsatisfiable):  # an operation that takes nothing cannot be asked wrongly
        once()
