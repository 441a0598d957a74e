"""What the server counts of itself: no names, no identifiers; nothing at all unless it is asked for."""

from __future__ import annotations

import logging
from collections.abc import Callable
from logging.handlers import QueueHandler
from queue import Queue

import pytest

from app.server.database import Database
from tests.server.live import LiveServer
from tests.server.rating_lab import resolved
from tests.sync_lab import LabClock


def test_metrics_count_requests_pushes_and_mails_by_route_alone(new_database: Callable[[str], Database], clock: LabClock) -> None:
    running = LiveServer(new_database("sqlite"), clock, metrics=True)
    running.start()
    try:
        office = running.device(running.organisation())
        resolved(running, office, running.staff())
        with pytest.raises(AssertionError):
            running.put(office, "site", "018f6a4e-0000-7000-8000-000000000001", name="unknown")
        running.client().get("/nowhere/secret-path")
        running.client().request("BREW", "/health")
        told = running.client().get("/metrics").text
    finally:
        running.stop()
    lines = told.splitlines()
    assert 'parclair_requests_total{method="POST",route="/v1/sync/push",status="200"} 3.0' in lines
    resolve = "/v1/staff/organisations/{organisation}/requests/{request}/resolve"
    assert f'parclair_requests_total{{method="POST",route="{resolve}",status="200"}} 1.0' in lines
    assert 'parclair_requests_total{method="GET",route="-",status="404"} 1.0' in lines
    assert "parclair_pushes_total 3.0" in lines
    assert 'parclair_mutations_total{status="ok"} 2.0' in lines
    assert 'parclair_mutations_total{status="rejected"} 1.0' in lines
    assert 'parclair_mails{state="waiting"} 1.0' in lines
    assert any(line.startswith("parclair_request_seconds_bucket") for line in lines)
    for secret in (office.id, office.organisation, "secret-path", "Tilleuls", "BREW"):
        assert secret not in told


def test_metrics_are_not_there_unless_asked_for(lite: LiveServer) -> None:
    assert lite.client().get("/metrics").status_code == 404
    assert "/metrics" not in lite.client().get("/openapi.json").json()["paths"]


def test_the_log_has_a_line_for_each_request_without_secrets(lite: LiveServer) -> None:
    lines: Queue[logging.LogRecord] = Queue()
    handler = QueueHandler(lines)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log = logging.getLogger("parclair.server")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        office = lite.device(lite.organisation())
        office.client.get("/v1/sync/changes", params={"since": 0, "epoch": office.id})
        # The line is written once the answer has gone out.
        line = lines.get(timeout=30).getMessage()
    finally:
        log.removeHandler(handler)
        log.setLevel(logging.NOTSET)
    assert '"method": "GET", "route": "/v1/sync/changes", "status": 410' in line
    assert office.id not in line


@pytest.mark.parametrize("path", ["/health", "/ready"])
def test_health_is_told(live: LiveServer, path: str) -> None:
    answer = live.client().get(path)
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert answer.headers["sync-protocol"] == "1"
