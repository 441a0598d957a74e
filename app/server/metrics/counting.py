"""The counters of one process. Behind a balancer each process is asked on its own."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector
from sqlalchemy import case, func, select

from app.server.database import Database
from app.server.tables import mail
from app.sync.wire import Result

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class Metrics:
    """Counts requests and what came of them. Thread: safe to share."""

    def __init__(self, database: Database) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter("parclair_requests", "Requests answered.", ("method", "route", "status"), registry=self._registry)
        self._seconds = Histogram(
            "parclair_request_seconds", "Time to answer.", ("method", "route"), buckets=_SECONDS, registry=self._registry
        )
        self._pushes = Counter("parclair_pushes", "Pushes taken.", registry=self._registry)
        self._mutations = Counter("parclair_mutations", "Mutations taken, by what became of them.", ("status",), registry=self._registry)
        self._registry.register(_Mails(database))

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """A request was answered. `route` is its template, never its address: that would name organisations."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)

    def pushed(self, results: Iterable[Result]) -> None:
        """A push was taken."""
        self._pushes.inc()
        for status, count in Tally(one.status for one in results).items():
            self._mutations.labels(status).inc(count)

    def text(self) -> bytes:
        """All of it in Prometheus' text format."""
        return generate_latest(self._registry)


class _Mails(Collector):
    """How many mails wait and were given up: asked of the database when somebody wants to know."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """What is told, so that registering asks nothing of the database."""
        yield GaugeMetricFamily("parclair_mails", "Mails that wait or were given up.", labels=("state",))

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The numbers now."""
        is_waiting = mail.c.sent_at.is_(None) & mail.c.given_up_at.is_(None)
        with self._database.reading() as connection:
            row = connection.execute(select(func.count(case((is_waiting, 1))), func.count(mail.c.given_up_at))).one()
        found = GaugeMetricFamily("parclair_mails", "Mails that wait or were given up.", labels=("state",))
        for state, count in zip(("waiting", "given_up"), row, strict=True):
            found.add_metric((state,), float(count))
        yield found
