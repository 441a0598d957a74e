"""The figures of support: read, shown by name, and on one page of paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.records import label
from app.domain.text import tr
from app.services.context import ServiceContext
from app.store import statistics_queries

if TYPE_CHECKING:
    from app.domain.values.statistics import StatisticsQuery, SupportFigures


class StatisticsService:
    """The figures of support. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store

    def figures(self, query: StatisticsQuery) -> SupportFigures:
        """The figures of a period and a site, exact to the day; names of kinds are in the language in use.

        A period without interventions, or one that ends before it begins, has figures of nothing: no error.

        Raises:
            StorageError: the database cannot be read.
        """
        found = self._read(query)
        return replace(
            found,
            by_kind=tuple(replace(share, name=str(label(share.kind))) if share.kind else share for share in found.by_kind),
            by_technician=tuple(share if share.name else replace(share, name=tr("Non précisé")) for share in found.by_technician),
        )

    def _read(self, query: StatisticsQuery) -> SupportFigures:
        with self._store.snapshot() as connection:
            return statistics_queries.figures(connection, query)
