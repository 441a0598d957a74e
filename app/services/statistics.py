"""The figures of support: read, shown by name, and on one page of paper."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.domain.records import label
from app.domain.text import language as current_language
from app.domain.text import msg, tr
from app.services.context import ServiceContext
from app.services.outputs import checked_target, write_whole
from app.store import statistics_queries

if TYPE_CHECKING:
    from app.domain.values.documents import DocumentRow
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

    def pdf(self, query: StatisticsQuery, target: Path, language: str | None = None) -> dict[str, Any]:
        """Write the figures on one A4 page, whole or not at all: `{"file", "pages", "sha256"}`.

        Args:
            language: of the page; the one in use where it is left out.

        Raises:
            InputError: `target` is a folder, or stands in none.
            StorageError: the file cannot be written; an older one of that name is untouched.
        """
        checked_target(target)
        content = self.draw(query, language)
        write_whole(target, content)
        return {"file": target, "pages": 1, "sha256": hashlib.sha256(content).hexdigest()}

    def keep(self, query: StatisticsQuery, language: str | None = None) -> DocumentRow:
        """Draw the page and keep it among the documents.

        Raises:
            StorageError: the file could not be kept; nothing was recorded.
        """
        from app.services.documents import document_rows, keep

        language = language or current_language()
        content, today = self.draw(query, language), self._context.clock.today()
        with self._store.writing() as unit:
            title = msg("Statistiques de l’assistance, {day}", day=today).render(language)
            kept = keep(unit, self._context.folder, content, "statistics", title, f"statistiques-{today}.pdf", "application/pdf")
            unit.session.flush()
            return document_rows(unit.session, self._context.folder, document_id=kept.id)[0]

    def draw(self, query: StatisticsQuery, language: str | None = None) -> bytes:
        """The page as PDF bytes; nothing is recorded. Same figures on the same day, same bytes."""
        from app.documents.statistics import statistics_bytes
        from app.documents.statistics_model import StatisticsDocument

        with self._store.snapshot() as connection:
            found = statistics_queries.figures(connection, query)
            office, site = statistics_queries.names(connection, query.site_id)
        return statistics_bytes(StatisticsDocument(language or current_language(), self._context.clock.today(), office, site, found))

    def _read(self, query: StatisticsQuery) -> SupportFigures:
        with self._store.snapshot() as connection:
            return statistics_queries.figures(connection, query)
